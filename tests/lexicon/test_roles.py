"""The taxonomy of roles: its form, and what its entries have to agree on with each other."""

from __future__ import annotations

import re
from collections import defaultdict
from importlib.resources import files
from typing import Any

import pytest
import yaml

Entry = dict[str, Any]
ROLES: list[Entry] = yaml.safe_load(files("graph_builder.lexicon").joinpath("data", "roles.yml").read_text("utf-8"))
BY_KEY = {entry["key"]: entry for entry in ROLES}
FORMS = ("ar", "feminine", "dual", "plural")
REQUIRED = {"key", *FORMS, "fr", "en", "public", "single", "source"}
OPTIONAL = {"body", "broader", "variants"}
BODIES = {"national", "regional", "provincial", "local", "parallel", "section", "state"}
ARABIC = re.compile(r"[\u0621-\u064a]+( [\u0621-\u064a]+)*")
LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’() -]*")
LETTERS = str.maketrans("أإآىةؤئ", "ااايهوي")
FEMININE = {"أول": "أولى", "ثان": "ثانية", "عمدة": "عمدة", "باشا": "باشا", "قاض": "قاضية"}
PARTICLE = re.compile(r"عن|إلى|(ب|لل).+")

every_role = pytest.mark.parametrize("entry", ROLES, ids=lambda entry: entry["key"])


def fold(phrase: str) -> str:
    """Fold hamza seats, final ya, ta marbuta, and the article of each word that is long enough to carry one."""
    return " ".join(re.sub(r"^(ب?)ال(?=...)|^(ل)ل(?=...)", r"\1\2", word) for word in phrase.translate(LETTERS).split())


def phrases(entry: Entry) -> list[str]:
    return [entry["ar"], *entry.get("variants", ())]


def wider(entry: Entry) -> list[str]:
    """The keys above an entry, nearest first; stops where they repeat."""
    above: list[str] = []
    key = entry.get("broader")
    while key is not None and key not in above:
        above.append(key)
        key = BY_KEY[key].get("broader")
    return above


def test_taxonomy_has_its_size() -> None:
    assert 150 <= len(ROLES) <= 220


def test_keys_are_unique() -> None:
    assert len(BY_KEY) == len(ROLES)


def test_fold_takes_spellings_for_the_same() -> None:
    assert fold("كاتب الدولة") == fold("كاتب دوله")
    assert fold("مكلف بالتواصل") == fold("مكلف بتواصل")
    assert fold("كاتب عام للشبيبة") == fold("الكاتب العام لشبيبة")
    assert fold("كاتب") != fold("كتاب")
    assert fold("السر") != fold("سر")


def test_no_phrase_stands_under_two_roles() -> None:
    owners = defaultdict(list)
    for entry in ROLES:
        for phrase in phrases(entry):
            owners[fold(phrase)].append(entry["key"])
    assert {phrase: keys for phrase, keys in owners.items() if len(keys) > 1} == {}


@every_role
def test_fields_are_present_and_filled(entry: Entry) -> None:
    assert set(entry) >= REQUIRED
    assert set(entry) <= REQUIRED | OPTIONAL
    assert all(value not in ("", [], None) for value in entry.values())
    assert isinstance(entry["public"], bool)
    assert isinstance(entry["single"], bool)


@every_role
def test_values_are_written_in_their_script(entry: Entry) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", entry["key"])
    for phrase in [entry[form] for form in FORMS] + phrases(entry):
        assert ARABIC.fullmatch(phrase), phrase
    assert LATIN.fullmatch(entry["fr"])
    assert LATIN.fullmatch(entry["en"])
    assert entry.get("body", "state") in BODIES


@every_role
def test_broader_roles_exist_and_never_circle(entry: Entry) -> None:
    assert entry.get("broader") is None or entry["broader"] in BY_KEY
    assert entry["key"] not in wider(entry)


@every_role
def test_public_offices_are_told_apart(entry: Entry) -> None:
    """What is narrower than a public office is one too; an organ of the state has no other posts."""
    if entry.get("body") == "state" or any(BY_KEY[key]["public"] for key in wider(entry)):
        assert entry["public"]


@every_role
def test_feminine_agrees_word_by_word(entry: Entry) -> None:
    """The head becomes feminine; a word after it stays, or agrees as an adjective."""
    head, *rest = entry["ar"].split()
    feminine_head, *feminine_rest = entry["feminine"].split()
    assert feminine_head == FEMININE.get(head, head + "ة")
    assert len(rest) == len(feminine_rest)
    for word, feminine in zip(rest, feminine_rest, strict=True):
        assert feminine in (word, FEMININE.get(word, word + "ة"))


@every_role
def test_dual_is_nominative(entry: Entry) -> None:
    """It drops its nun before the noun that it governs, and only there: not before an adjective or a particle."""
    after_head = entry["ar"].split()[1:2]
    adjective = after_head != entry["feminine"].split()[1:2]
    construct = bool(after_head) and not adjective and not PARTICLE.fullmatch(after_head[0])
    head, *rest = entry["dual"].split()
    assert head.endswith("ا" if construct else "ان")
    assert len(rest) == len(entry["ar"].split()) - 1


@every_role
def test_plural_has_the_words_of_the_singular(entry: Entry) -> None:
    assert entry["plural"] != entry["ar"]
    assert len(entry["plural"].split()) == len(entry["ar"].split())


def test_a_head_has_one_plural() -> None:
    plurals = defaultdict(set)
    for entry in ROLES:
        plurals[entry["ar"].split()[0]].add(entry["plural"].split()[0].removesuffix("ن"))
    assert {head: forms for head, forms in plurals.items() if len(forms) > 1} == {}
