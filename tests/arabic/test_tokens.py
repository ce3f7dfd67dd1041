"""Words, clitics, sentences, numbers, folding: offsets point at the text, whatever the text is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.arabic.inflection import noun_forms
from graph_builder.arabic.normalise import fold
from graph_builder.arabic.numbers import read_number
from graph_builder.arabic.sentences import LONGEST, sentences
from graph_builder.arabic.tokens import tokenise, word
from graph_builder.extraction.mentions.times import number_words
from graph_builder.model import Span


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الأمينة", "الامينه"),
        ("مُحَمَّد", "محمد"),
        ("الـــحزب", "الحزب"),
        ("هيئة", "هيءة".replace("ء", "ئ")),
        ("ى", "ي"),
        ("١٢", "12"),
    ],
)
def test_spelling_variants_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_given_names_that_differ_stay_apart() -> None:
    assert fold("كريم") != fold("كريمة")
    assert fold("عبد الرحيم") != fold("عبد الرحمن")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_tokens_stand_at_their_offsets(text: str) -> None:
    last = 0
    for token in tokenise(text):
        assert text[token.start : token.end] == token.word.spelt
        assert token.start >= last
        last = token.end


@pytest.mark.parametrize(
    ("surface", "reading"),
    [
        ("وبالمكتب", ("وب", "المكتب", "مكتب")),
        ("للحزب", ("ل", "الحزب", "حزب")),
        ("للجنته", ("ل", "لجنته", "لجنته")),
        ("ومحمد", ("و", "محمد", "محمد")),
        ("وهبي", ("", "وهبي", "وهبي")),
    ],
)
def test_a_word_lists_its_readings(surface: str, reading: tuple[str, str, str]) -> None:
    assert reading in [(x.prefix, x.rest, x.bare) for x in word(surface).splits]


@given(st.text(max_size=2000))
def test_sentences_lie_in_order_within_the_text(text: str) -> None:
    last = 0
    for span in sentences(text, Span(0, len(text))):
        assert last <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        last = span.end


def test_a_full_stop_without_a_space_ends_a_sentence() -> None:
    text = "انتهت الأشغال بمكتب جديد.الجمع العام ترأسه خالد"
    assert [text[s.start : s.end] for s in sentences(text, Span(0, len(text)))] == [
        "انتهت الأشغال بمكتب جديد.",
        "الجمع العام ترأسه خالد",
    ]


@pytest.mark.parametrize(
    "text", ["حضر ذ. كريم العلمي", "حضرت ذة. منى الزين", "حضر أحمد ود. كريم", "حضر (د. كريم)", "حضر أ.د. كريم"]
)
def test_a_shortened_title_ends_no_sentence(text: str) -> None:
    assert len(list(sentences(text, Span(0, len(text))))) == 1


def test_a_tatweel_alone_is_a_dash_and_marks_alone_are_nothing() -> None:
    told = [(token.word.norm, token.word.kind) for token in tokenise("الكاتب ـ \u200b كريم \u064b")]
    assert told == [("الكاتب", "word"), ("–", "punct"), ("كريم", "word")]


def test_a_word_knows_its_letters_and_how_it_is_spelt() -> None:
    assert word("كاتباً").surface == word("كـاتبا").surface == "كاتبا"
    assert word("كاتباً").spelt == "كاتباً"


def test_numbers_keep_their_points() -> None:
    text = "بلغت النسبة 12.5 في المائة"
    assert len(list(sentences(text, Span(0, len(text))))) == 1


def test_no_sentence_is_longer_than_the_limit() -> None:
    text = "كلمة " * LONGEST
    assert max(s.end - s.start for s in sentences(text, Span(0, len(text)))) <= LONGEST


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("210", 210),
        ("1.200 صوت", 1200),
        ("1 500 منخرط", 1500),
        ("خمسة وعشرين عضوا", 25),
        ("ثلاثة عشر فرعا", 13),
        ("مائة وخمسين", 150),
        ("ثلاثة آلاف وخمسمائة", 3500),
        ("ألفين", 2000),
        ("بأربعين", 40),
        ("٣٢", 32),
    ],
)
def test_number_in_digits_or_words(text: str, value: int) -> None:
    found = read_number(tokenise(text), 0, number_words())
    assert found is not None
    assert found[1] == value


def test_two_digit_groups_that_are_two_numbers_stay_two() -> None:
    found = read_number(tokenise("12 345"), 0, number_words())
    assert found is not None
    assert found[1] == 12345
    assert read_number(tokenise("2017 345"), 0, number_words()) == (1, 2017, "")


def test_forms_of_a_noun() -> None:
    forms = dict(noun_forms("كاتب", mp="كتاب"))
    assert forms["كاتبا"].case == "accusative"
    assert forms["كاتبين"].number == "dual"
    assert forms["كتاب"].number == "plural"
    assert forms["كاتبه"] in {f for t, f in noun_forms("كاتب", mp="كتاب") if t == "كاتبه"}
    assert any(f.pronoun for t, f in noun_forms("كاتب", mp="كتاب") if t == "كاتبها")
