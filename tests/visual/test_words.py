"""The interface's words: each in three languages, one for whatever the model can say; dates as Moroccans write."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import get_args

import pytest

from graph_builder import model
from graph_builder.visual.facts import LINES, SECTIONS
from graph_builder.visual.network import KINDS
from graph_builder.visual.words import LANGUAGES, date_in_words, words

TEMPLATES = files("graph_builder.visual").joinpath("templates")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_with_the_same_slots_in_every_language(language: str) -> None:
    slots = re.compile(r"\{\w+\}")
    for key, word in words()["ar"].items():
        assert words()[language][key]
        assert sorted(slots.findall(words()[language][key])) == sorted(slots.findall(word)), key


def test_the_arabic_interface_is_arabic() -> None:
    foreign = {key for key, word in words()["ar"].items() if re.search("[A-Za-z]{3}", re.sub(r"\{\w+\}", "", word))}
    assert foreign == {"page.no_script", "table.file", "table.download", "view.png", "view.svg"}


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("level", get_args(model.Level)),
        ("status", get_args(model.Status)),
        ("event_kind", get_args(model.EventKind)),
        ("event_status", set(get_args(model.EventStatus)) - {"held"}),
        ("capacity", get_args(model.Capacity)),
        ("what", get_args(model.Quantity)),
        ("gender", get_args(model.Gender)),
        ("kind", KINDS),
        ("kinds", KINDS),
        ("line", LINES),
        ("section", SECTIONS),
        ("fact", SECTIONS),
    ],
)
def test_whatever_the_model_can_say_has_a_word(group: str, values: tuple[str, ...]) -> None:
    assert {f"{group}.{value}" for value in values} <= set(words()["ar"])


def test_every_word_that_the_page_asks_for_is_there() -> None:
    page = TEMPLATES.joinpath("site", "network.html.j2").read_text(encoding="utf-8")
    script = "".join(part.read_text(encoding="utf-8") for part in TEMPLATES.joinpath("explorer").iterdir())
    asked = set(re.findall(r'(?:say|label)\("([\w.]+\w)"\)', page)) | set(re.findall(r'say\("([\w.]+\w)"', script))
    assert len(asked) > 50
    assert asked <= set(words()["ar"])


@pytest.mark.parametrize(
    ("date", "ar", "fr"),
    [
        ("2017-04-23", "23 أبريل 2017", "23 avril 2017"),
        ("2017-05-01", "فاتح ماي 2017", "1er mai 2017"),
        ("2017-02", "فبراير 2017", "février 2017"),
        ("2017", "2017", "2017"),
        ("2017-XX-03", "3 شهر غير مذكور 2017", "3 mois non précisé 2017"),
        ("XXXX-06-30", "30 يونيو (السنة غير مذكورة)", "30 juin (année non précisée)"),
        ("XXXX-06", "يونيو (السنة غير مذكورة)", "juin (année non précisée)"),
        ("2017-08~", "حوالي غشت 2017", "vers août 2017"),
        ("2017-06-03/2017-06-04", "من 3 يونيو 2017 إلى 4 يونيو 2017", "du 3 juin 2017 au 4 juin 2017"),
        ("2017/..", "منذ 2017", "depuis 2017"),
        ("/2017", "إلى 2017", "jusqu’au 2017"),
        ("2019-13", "2019-13", "2019-13"),
        ("<b>", "<b>", "<b>"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(date: str, ar: str, fr: str) -> None:
    written = date_in_words(date)
    assert (written["ar"], written["fr"]) == (ar, fr)
