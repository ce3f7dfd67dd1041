"""What must hold of every article: quotes stand at their offsets, the same text gives the same facts."""

from __future__ import annotations

import pathlib
import random
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.articles import read_articles
from graph_builder.extraction import extract
from graph_builder.model import Article, EventFact, ParticipationFact, PartyFact, PersonFact, PostFact, Reading
from tests.extraction.articles import article

ROOT = pathlib.Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT / "tests" / "gold").glob("*/*.txt"))
WORDS = """
حزب الاستقلال المكتب السياسي عضو الكاتب العام نائبه كريم العلمي فاطمة الزاوي عبد بن وعبد للا ترأس انتخب كاتبا إقليميا
بسلا جهة إقليم يوم الأحد 23 أبريل 2017 الماضي 40 منخرطا خمسة وعشرين صوتا ، ؛ : ( ) - . « » خلفا لـ المؤتمر الوطني
العاشر الجلسة الأولى برئاسة بحضور أعضاء (مستشارون) نهاية شهر يونيو آخر أجل خطة " تجذر " ثم بعدها الانخراط الحزب
"""
CUT = ' ،"»(:'


def readings() -> list[Reading]:
    return [extract(a) for a in read_articles([str(p) for p in SAMPLES]) if isinstance(a, Article)]


def assert_sound(reading: Reading) -> None:
    """Quotes equal the text at their offsets; facts speak of people and events that the reading has."""
    text = reading.article.text
    people = {f.name for f in reading.facts if isinstance(f, PersonFact)}
    events = {f.id for f in reading.facts if isinstance(f, EventFact)}
    for fact in reading.facts:
        e = fact.evidence
        assert text[e.start : e.end] == e.quote
        assert 0 < e.confidence <= 1
        assert e.article == reading.article.id
        if isinstance(fact, PostFact):
            assert fact.person in people
            assert fact.role
        if isinstance(fact, ParticipationFact):
            assert fact.event in events
            assert (fact.person is None) != (fact.group is None)
            assert fact.person is None or fact.person in people
        assert all(getattr(fact, f.name) != "" for f in fields(fact))


def test_samples_are_sound() -> None:
    read = readings()
    assert len(read) == len(SAMPLES)
    for reading in read:
        assert_sound(reading)


def test_an_officer_of_the_town_is_not_the_one_named_before() -> None:
    """ "وباشا المدينة" after a name tells of somebody who is not named."""
    read = extract(article("حضر رئيس المجلس الجماعي لسلا كريم العلمي، وباشا المدينة، إلى جانب 46 منخرطا."))
    assert [(p.person, p.role, p.body) for p in read.facts if isinstance(p, PostFact)] == [
        ("كريم العلمي", "رئيس", "المجلس الجماعي")
    ]


def test_an_office_is_of_the_name_in_brackets_after_it() -> None:
    """Not of the name in brackets before it, be the one after it unread."""
    read = extract(
        article("مكتب فرع حزب الاستقلال بسلا: النائبة (منى الزين)، أمينة المال (أم هانئ هناء)، المقرر (كريم العلمي)")
    )
    held = {(p.person, p.role) for p in read.facts if isinstance(p, PostFact)}
    assert ("منى الزين", "أمينة المال") not in held
    assert ("كريم العلمي", "المقرر") in held


def test_nobody_of_a_ticker_belongs_to_a_party() -> None:
    sample = next(p for p in SAMPLES if p.stem == "002_pps_tajadour_training")
    (read,) = [a for a in read_articles([str(sample)]) if isinstance(a, Article)]
    ticker = read.text[: read.title.start] if read.title else ""
    names = {f.name for f in extract(read).facts if isinstance(f, PersonFact)}
    assert "رياض محرز" in ticker or len(ticker) > 1000
    assert names
    assert not any(name in ticker for name in names)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=60).map(" ".join),
    st.sampled_from([None, "2017-06-06", "2017", "x"]),
)
def test_any_order_of_party_words_is_sound(text: str, published: str | None) -> None:
    reading = extract(article(text, published))
    assert_sound(reading)
    assert reading == extract(article(text, published))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_sound(text: str) -> None:
    assert_sound(extract(article(text)))


REPEATED = ["عبد ", "و", "حزب ", "عضو المكتب ", "كريم العلمي، ", "نائبه ", "(", "23 أبريل ", "بن ولد ", "نائب مساعد "]


@pytest.mark.parametrize("unit", REPEATED)
def test_long_repetition_ends(unit: str) -> None:
    assert_sound(extract(article(unit * 2000)))


def test_what_is_spoken_of_on_a_line_of_a_list_is_no_party() -> None:
    line = "مكتب مجلس جماعة سلا:\nالنائب الأول: كريم العلمي عن الاستقلال"
    told = [
        [f.party for f in extract(article(text)).facts if isinstance(f, PostFact)] for text in (line, f"{line} والحرية")
    ]
    assert told == [["حزب الاستقلال"], [None]]


def test_a_party_is_spelt_without_the_clitics_and_quotes_of_its_place() -> None:
    text = "التحق كريم العلمي بصفوف «البام» مغادرا صفوف حزبي الاستقلال والحركة الشعبية، ثم انضم للتقدم والاشتراكية."
    spelt = {f.name: f.aliases for f in extract(article(text)).facts if isinstance(f, PartyFact)}

    assert spelt["حزب الاستقلال"] == ("الاستقلال",)
    assert spelt["حزب التقدم والاشتراكية"] == ("التقدم والاشتراكية",)
    assert spelt["حزب الأصالة والمعاصرة"] == ("البام",)


@pytest.mark.parametrize("folder", ["dev", "wide", "long", "pages"])
def test_articles_whose_lines_are_cut_anywhere_are_still_read(folder: str) -> None:
    for path in sorted((ROOT / "tests" / "gold" / folder).glob("*.txt")):
        draw = random.Random(path.name)
        lines = path.read_text(encoding="utf-8").split("\n")
        ends = [[n for n, sign in enumerate(line) if sign in CUT] or [0] for line in lines]
        cut = "\n".join(line[: draw.choice(each)] for line, each in zip(lines, ends, strict=True))
        assert_sound(extract(article(cut)))
