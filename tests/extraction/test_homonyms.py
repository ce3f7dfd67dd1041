"""Parties of one name: the one of the country that the article is about; names of parties that no list has."""

from __future__ import annotations

import pytest

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.extract import extract
from graph_builder.model import PostFact
from tests.extraction.articles import article


def party(text: str) -> tuple[str | None, str]:
    """The key and name of the party that an article is about."""
    main = Discourse(article(text)).main_party
    return (main.key, main.name) if main is not None else (None, "")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("انتخب حزب التجمع بمدينة الجيزة كريم العلمي أمينا.", "eg-tagammu"),
        ("انتخب حزب التجمع بمدينة سلا كريم العلمي منسقا.", "rni"),
        ("انتخب حزب التجمع كريم العلمي أمينا.", "rni"),
        ("قال رئيس حركة النهضة كريم العلمي إن الانتخابات الجزائرية قريبة.", "dz-nahda"),
        ("قال رئيس حركة النهضة كريم العلمي إن الانتخابات التونسية قريبة.", "tn-ennahdha"),
        ("في صنعاء اختار حزب الإصلاح كريم العلمي رئيسا للمكتب اليمني.", "ye-islah"),
    ],
)
def test_a_name_of_several_parties_is_that_of_the_country(text: str, key: str) -> None:
    assert party(text)[0] == key


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انتخب حزب نداء ليبيا كريم العلمي رئيسا.", "حزب نداء ليبيا"),
        ("انتخب حزب كلمة الشعب كريم العلمي رئيسا.", "حزب كلمة الشعب"),
        ("قال كريم العلمي إن حزب رئيس الحكومة خسر.", ""),
        ("هو حزب من ليبيا.", ""),
    ],
)
def test_a_nation_in_the_name_of_an_unknown_party(text: str, name: str) -> None:
    assert party(text) == (None, name)


def test_two_spellings_of_democrat_are_one() -> None:
    assert party("اجتمعت فدرالية اليسار الديموقراطي بسلا.")[0] == "fgd"


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "انتخبت جبهة القوى الديمقراطية كريم العلمي أمينا عاما للجبهة. وحضر سعيد الناصري عضو الأمانة العامة للجبهة.",
            {("كريم العلمي", None, None), ("سعيد الناصري", "الأمانة العامة", None)},
        ),
        (
            "انتخبت جبهة القوى الديمقراطية كريم العلمي أمينا عاما. وحضر سعيد الناصري رئيس جماعة الجبهة.",
            {("كريم العلمي", None, None), ("سعيد الناصري", "جماعة الجبهة", "الجبهة")},
        ),
    ],
)
def test_a_party_told_by_its_first_word(text: str, posts: set[tuple[str, str | None, str | None]]) -> None:
    facts = [fact for fact in extract(article(text)).facts if isinstance(fact, PostFact)]
    assert {(fact.person, fact.body, fact.place) for fact in facts} == posts
    assert {fact.party for fact in facts if not fact.public} == {"جبهة القوى الديمقراطية"}
