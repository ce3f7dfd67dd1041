"""explain: every fact about a name, with its sentence; several things to choose from; names that are like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from graph_builder.errors import QueryError
from graph_builder.query.explain import Explanation, explain, explain_in, text
from graph_builder.query.names import find, suggestions
from tests.worlds import HOSTILE_NAME, small_world


def said(explanation: Explanation) -> set[tuple[str, ...]]:
    return {(fact.kind, *fact.says) for fact in explanation.facts}


def test_every_fact_about_a_person(store: Store) -> None:
    known = explain_in(store, "كريمة الزناتي")
    assert said(known) == {
        ("person", "named كريمة الزناتي", "gender female"),
        ("post", "role كاتبة عامة", "in المكتب المحلي", "party حزب التقدم والاشتراكية", "place تمارة", "status elected",
         "from 2019-05-05"),
        ("post", "role عضوة", "in اللجنة المركزية", "party حزب التقدم والاشتراكية", "status current"),
        ("participation", "as elected", "at جمع عام"),
    }  # fmt: skip


def test_every_fact_about_a_body(store: Store) -> None:
    party, place = "party حزب التقدم والاشتراكية", "place تمارة"
    assert said(explain_in(store, "فرع تمارة")) == {
        ("body", "named فرع تمارة", "kind Organ", "level local", party, place),
        ("body", "named المكتب المحلي", "kind Organ", "level local", party, place),
        ("event", "named جمع عام", "kind GeneralAssembly", party, place, "status held", "from 2019-05-05"),
        ("figure", "number 120", "of members"),
        ("figure", "number 30", "of members", "who are طلبة", "when اليوم"),
        ("step", "procedure الانخراط", "step 1", "is طلب مكتوب"),
        ("step", "procedure الانخراط", "step 2", "is لقاء مع المكتب"),
    }


def test_each_fact_has_its_sentence_article_and_date(store: Store) -> None:
    texts = {reading.article.id: reading.article.text for reading in small_world().readings}
    facts = explain_in(store, "سمير الوالي").facts
    assert {fact.article for fact in facts} == {"001_branch", "002_training"}
    for fact in facts:
        assert texts[fact.article][fact.start :].startswith(fact.quote)
        assert fact.date == ("2019-05-12" if fact.article == "001_branch" else "")
        assert fact.title == texts[fact.article].split("\n")[0]
        assert (fact.rule, fact.confidence) == ("test.rule", "0.9")
    assert list(facts) == sorted(facts)


@pytest.mark.parametrize(
    "name", ["سمير الوالي", "سمير الوالى", "الوالي", "والي", "سميرُ الوَالي", " سمير  الوالي ", "سميرالوالي"]
)
def test_any_spelling_finds_a_person(store: Store, name: str) -> None:
    assert [thing.name for thing in find(store, name)] == ["سمير الوالي"]


def test_an_id_is_a_name(store: Store) -> None:
    (thing,) = find(store, "سمير الوالي")
    assert find(store, thing.id) == (thing,)
    assert find(store, thing.node.value) == find(store, f"<{thing.node.value}>") == (thing,)
    assert find(store, "person:0000") == ()
    assert find(store, "org:Membership") == ()


def test_several_things_of_one_name_are_listed_with_what_tells_them_apart(store: Store) -> None:
    known = explain_in(store, "مكتب")
    assert len(known.things) == 2
    assert known.facts == ()
    shown = text(known)
    assert shown.startswith("2 things have this name. Ask for one of them by its id:\n")
    assert "المكتب المحلي (تمارة, حزب التقدم والاشتراكية, فرع تمارة)" in shown
    assert all(explain_in(store, thing.id).facts for thing in known.things)


def test_an_unknown_name_is_told_names_like_it(out: Path, store: Store) -> None:
    assert suggestions(store, "كريمة الزناتيي") == ("كريمة الزناتي",)
    with pytest.raises(QueryError, match=r"The graph names nothing 'كريمة الزناتيي'\. Did you mean: كريمة الزناتي"):
        explain(out, "كريمة الزناتيي")


@pytest.mark.parametrize("name", ["", "?", "Zzz", "\x1b[2J", "ة"])
def test_a_name_like_nothing_says_what_to_ask(out: Path, name: str) -> None:
    with pytest.raises(QueryError, match="Ask for a name as the articles have it") as raised:
        explain(out, name)
    assert "\x1b" not in str(raised.value)


def test_the_text_shows_spellings_sentence_article_and_rule(store: Store) -> None:
    shown = text(explain_in(store, "سمير الوالي"))
    assert "\nalso written: الوالي، سمير الوالى\n" in shown
    assert (
        "\nstatement: about عدد أعضاء الفرع; at جمع عام\n    «وقال الوالي إن الفرع يضم 120 عضوا، منهم نحو 30 طالبا.»\n"
        "    001_branch, فرع تمارة يجدد مكتبه, 2019-05-12  [test.rule 0.9]\n" in shown
    )


def test_hostile_names_cannot_steer_a_terminal(store: Store) -> None:
    shown = text(explain_in(store, HOSTILE_NAME))
    assert HOSTILE_NAME in shown
    assert not set("\x01\x1b\r\t\u202e\u2028\x85") & set(shown)
