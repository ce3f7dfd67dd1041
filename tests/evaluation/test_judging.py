"""Own small tables with known answers: what is right, wrong, optional, missed."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from graph_builder.evaluation.judge import pairs
from graph_builder.evaluation.scores import RuleScore, by_rule, by_table
from tests.evaluation.cases import PARTY, evaluation, outcomes, tables

POST = {"person": "سعاد الوزاني", "role": "كاتبة محلية", "organ": "المكتب المحلي", "party": PARTY, "place": "تازة"}
GOLD_POST = {**POST, "status": "elected", "public": False}
EVENT = {"id": "e", "label": "الجمع العام", "kind": "general_assembly", "date": "2018-03-11", "place": "تازة"}
GOLD_EVENT = {"label": "جمع عام", "kind": "general_assembly", "date": "2018-03-11", "place": "تازة"}


def post(**said: Any) -> dict[str, str]:
    return {**POST, "status": "elected", "public": "false", **said}


def posts(row: dict[str, str], **gold: Any) -> tuple[dict[str, int], dict[str, int]]:
    found = evaluation(tables(posts=[row]), posts=[{**GOLD_POST, **gold}])
    return outcomes(found, "posts (core)"), outcomes(found, "posts (full)")


RIGHT, WRONG = {"right": 1}, {"wrong": 1, "missed": 1}


@pytest.mark.parametrize(
    ("said", "gold", "core", "full"),
    [
        ({}, {}, RIGHT, RIGHT),
        ({"status": "current"}, {}, RIGHT, RIGHT),  # elected and current are told for each other
        ({"status": "former"}, {}, RIGHT, WRONG),
        ({"place": "فاس"}, {}, RIGHT, WRONG),
        ({"place": "مدينة تازة"}, {}, RIGHT, RIGHT),
        ({"place": "فاس"}, {"place": None}, RIGHT, RIGHT),  # what gold does not state is not judged
        ({"organ": "الفرع المحلي"}, {}, RIGHT, RIGHT),  # a branch and its bureau
        ({"organ": "اللجنة المركزية"}, {}, WRONG, WRONG),
        ({"organ": "اللجنة المركزية"}, {"organ": None}, RIGHT, RIGHT),
        ({"organ": "", "role": "كاتبة المكتب المحلي"}, {}, RIGHT, RIGHT),  # the role names the body
        ({"organ": ""}, {"organ": "اللجنة المركزية"}, WRONG, WRONG),
        ({"role": "نائبة الكاتبة المحلية"}, {}, WRONG, WRONG),  # a deputy is not the principal
        ({"role": "أمينة المال"}, {}, WRONG, WRONG),
        ({"party": "حزب الميزان"}, {}, RIGHT, RIGHT),  # the symbol
        ({"party": "حزب الحركة الشعبية"}, {}, WRONG, WRONG),
        ({"party": ""}, {}, WRONG, WRONG),
        ({"party": ""}, {"party": None, "public": True}, RIGHT, RIGHT),
        ({}, {"party": None, "public": True}, WRONG, WRONG),  # a public office is no party's
        ({"person": "الأستاذة سعاد الوزانى"}, {}, RIGHT, RIGHT),
        ({"person": "سعاد الوزاينى"}, {}, RIGHT, RIGHT),  # a slip in a long family name
        ({"person": "سعيد الوزاني"}, {}, WRONG, WRONG),
        ({"person": "الوزاني"}, {}, WRONG, WRONG),
    ],
)
def test_a_post(said: dict[str, str], gold: dict[str, Any], core: dict[str, int], full: dict[str, int]) -> None:
    assert posts(post(**said), **gold) == (core, full)


def test_another_given_name_is_never_a_slip() -> None:
    found = evaluation(tables(people=[{"name": "عبد الرحمن بناني"}]), people=["عبد الرحيم بناني"])
    assert outcomes(found, "people") == WRONG


def test_the_other_spellings_of_the_gold_count() -> None:
    built = tables(people=[{"name": "الدكتورة بناني"}])
    for aliases, expected in (({}, WRONG), ({"نورا العلمي": ["بناني"]}, WRONG), ({"ليلى بناني": ["بناني"]}, RIGHT)):
        assert outcomes(evaluation(built, people=["ليلى بناني"], aliases=aliases), "people") == expected


def test_a_fact_told_twice_is_right_once() -> None:
    again = post(role="الكاتبة المحلية")
    found = evaluation(tables(posts=[post(), again]), posts=[GOLD_POST])
    assert outcomes(found, "posts (core)") == {"right": 1, "wrong": 1}


def test_the_same_row_twice_counts_once() -> None:
    found = evaluation(tables(posts=[post(), post(quote="جملة أخرى.")]), posts=[GOLD_POST])
    assert outcomes(found, "posts (core)") == RIGHT


def test_what_is_optional_counts_neither_way_however_often_it_is_told() -> None:
    other = {**GOLD_POST, "person": "ليلى بناني"}
    rows = [post(), post(person="ليلى بناني"), post(person="ليلى بناني", role="الكاتبة المحلية")]
    found = evaluation(tables(posts=rows), posts=[GOLD_POST], posts_optional=[other])
    assert outcomes(found, "posts (core)") == {"right": 1, "optional": 2}
    score = by_table(found)[1]
    assert (score.gold, score.told, score.right, score.f1) == (1, 1, 1, 1.0)
    assert [(rule.told, rule.true) for rule in by_rule(found)] == [(3, 3)]


def test_an_optional_fact_does_not_take_the_place_of_a_required_one() -> None:
    found = evaluation(tables(posts=[post()]), posts=[GOLD_POST], posts_optional=[GOLD_POST])
    assert outcomes(found, "posts (core)") == RIGHT


@pytest.mark.parametrize(
    ("said", "gold", "expected"),
    [
        ({}, {}, RIGHT),
        ({"date": "2018-03"}, {}, WRONG),
        ({}, {"date": "2018"}, RIGHT),  # gold is as precise as the text; more is not judged
        ({}, {"date": None}, WRONG),  # where the text fixes no date, none may be told
        ({"date": ""}, {"date": None}, RIGHT),
        ({"date": ""}, {}, WRONG),
        ({"kind": "congress"}, {}, WRONG),
        ({"label": "لقاء"}, {}, RIGHT),  # another label, but date and place are the same
        ({"label": "لقاء", "place": "فاس"}, {}, WRONG),
        ({"label": "لقاء", "date": ""}, {"date": None}, WRONG),
    ],
)
def test_an_event(said: dict[str, str], gold: dict[str, Any], expected: dict[str, int]) -> None:
    found = evaluation(tables(events=[{**EVENT, **said}]), events=[{**GOLD_EVENT, **gold}])
    assert outcomes(found, "events") == expected


PART = {"person": "ليلى بناني", "event_id": "e", "event": "الجمع العام", "kind": "general_assembly"}


@pytest.mark.parametrize(
    ("capacity", "gold", "expected"),
    [
        ("speaker", {"capacity": "speaker"}, RIGHT),
        ("speaker", {"capacity": "chair"}, WRONG),
        ("speaker", {"capacity": "chair", "accept": ["chair", "speaker"]}, RIGHT),
        ("chair", {"capacity": "chair", "accept": ["speaker"]}, WRONG),
    ],
)
def test_a_participation(capacity: str, gold: dict[str, Any], expected: dict[str, int]) -> None:
    found = evaluation(
        tables(events=[EVENT], participations=[{**PART, "capacity": capacity}]),
        events=[GOLD_EVENT],
        participations=[{"person": "ليلى بناني", "event": 0, **gold}],
    )
    assert outcomes(found, "participations") == outcomes(found, "participations (event)") == expected


def test_a_participation_in_another_event_of_the_same_kind() -> None:
    other = {**EVENT, "id": "f", "label": "الجمع العام للفرع", "date": "2019-01-02"}
    found = evaluation(
        tables(events=[EVENT, other], participations=[{**PART, "event_id": "f", "capacity": "chair"}]),
        events=[GOLD_EVENT],
        participations=[{"person": "ليلى بناني", "event": 0, "capacity": "chair"}],
    )
    assert outcomes(found, "participations") == RIGHT
    assert outcomes(found, "participations (event)") == WRONG


def test_an_election_may_be_told_as_the_assembly_that_elects() -> None:
    part = {"person": "ليلى بناني", "event": 0}
    election = {**GOLD_EVENT, "kind": "election"}
    for capacity, expected in (("elected", RIGHT), ("chair", WRONG)):
        found = evaluation(
            tables(events=[EVENT], participations=[{**PART, "capacity": capacity}]),
            events=[election],
            participations=[{**part, "capacity": capacity}],
        )
        assert outcomes(found, "participations (event)") == expected


def test_groups_are_not_judged() -> None:
    found = evaluation(
        tables(events=[EVENT], participations=[{**PART, "person": "", "group": "الشباب", "capacity": "attendee"}]),
        events=[GOLD_EVENT],
    )
    assert outcomes(found, "participations") == {}


UNIT = {"unit": "الكتابة الإقليمية لحزب الاستقلال بتازة", "party": PARTY, "place": "تازة"}


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        ({"unit": "الكتابة الإقليمية"}, RIGHT),
        ({"unit": "المجلس الإقليمي"}, WRONG),
        ({"unit": "الكتابة الإقليمية", "place": "فاس"}, WRONG),
        ({"unit": "الكتابة الإقليمية", "party": "الحركة الشعبية"}, WRONG),
        ({"unit": "الكتابة الإقليمية", "place": None, "party": None}, RIGHT),
    ],
)
def test_a_body(gold: dict[str, Any], expected: dict[str, int]) -> None:
    found = evaluation(tables(units=[UNIT]), units=[{"party": PARTY, "place": "تازة", **gold}])
    assert outcomes(found, "units") == expected


def test_bodies_are_judged_only_where_gold_lists_them() -> None:
    built = tables(units=[UNIT])
    assert outcomes(evaluation(built), "units") == {}
    assert outcomes(evaluation(built, units=[]), "units") == {"wrong": 1}


FIGURE = {"value": "120", "what": "members", "of": "فرع تازة"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, RIGHT),
        ({"value": "121"}, WRONG),
        ({"what": "votes"}, WRONG),
        ({"of": "مؤتمر الشبيبة"}, WRONG),
        ({"of": "", "group": "أعضاء فرع الحزب بتازة"}, WRONG),  # with a preposition, a town is another word
        ({"what": "other"}, {"unknown": 1, "missed": 1}),
    ],
)
def test_a_figure(said: dict[str, str], expected: dict[str, int]) -> None:
    found = evaluation(tables(figures=[FIGURE | said]), figures=[{"value": 120, "what": "members", "of": "فرع تازة"}])
    assert outcomes(found, "figures") == expected


def test_pairing_finds_the_most_pairs_in_any_order() -> None:
    fits = [[0], [0, 1], [1, 2]]
    for order in permutations(fits):
        assert len(pairs(order)) == 3
    assert len(pairs([[0], [0]])) == 1


def test_ratios() -> None:
    rows = [post(), post(person="ليلى بناني"), post(person="نورا العلمي")]
    golds = [GOLD_POST, {**GOLD_POST, "person": "أحمد الطاهري"}]
    found = evaluation(tables(posts=rows), posts=golds)
    score = by_table(found)[1]
    assert (score.table, score.gold, score.told, score.right) == ("posts (core)", 2, 3, 1)
    assert (score.precision, score.recall, score.f1) == (1 / 3, 0.5, 0.4)
    assert by_rule(found) == [RuleScore("test.rule", "posts (core)", 3, 1, 0.9)]


def test_nothing_told_where_nothing_was_to_be_told_is_perfect() -> None:
    scores = {score.table: score for score in by_table(evaluation(tables(), people=["ليلى بناني"]))}
    assert (scores["posts (core)"].precision, scores["posts (core)"].recall, scores["posts (core)"].f1) == (1, 1, 1)
    assert (scores["people"].precision, scores["people"].recall, scores["people"].f1) == (0, 0, 0)


def test_a_person_has_the_evidence_of_the_fact_that_introduces_them() -> None:
    evidence = {"article": "a", "quote": "حضر ليلى.", "rule": "person.name", "confidence": 0.7}
    fact = {"kind": "person", "name": "لَيلى", "evidence": evidence}
    other = {"kind": "person", "name": "ليلى", "evidence": {**evidence, "article": "b"}}
    built = tables((other, fact), people=[{"name": "ليلى بناني", "aliases": "ل. بناني|ليلى"}, {"name": "نورا العلمي"}])
    told = [judgement.told for judgement in evaluation(built, people=[]).judgements]
    assert [(row.quote, row.rule, row.confidence) for row in told if row] == [
        ("حضر ليلى.", "person.name", 0.7),
        ("", "", None),
    ]


def test_a_missed_fact_shows_the_sentence_with_most_of_its_words() -> None:
    text = "عقد الفرع جمعه.\nوانتخبت سعاد الوزاني كاتبة محلية. وغابت سعاد."
    [missed] = [j for j in evaluation(tables(), text, posts=[GOLD_POST]).judgements if j.table == "posts (core)"]
    assert (missed.outcome, missed.sentence) == ("missed", "وانتخبت سعاد الوزاني كاتبة محلية.")
    quote = {"kind": "person", "name": "س", "evidence": {"article": "a", "quote": "كاتبة هنا."}}
    assert [j.sentence for j in evaluation(tables((quote,)), posts=[GOLD_POST]).judgements] == ["كاتبة هنا."] * 2
    assert [j.sentence for j in evaluation(tables(), posts=[GOLD_POST]).judgements] == [""] * 2
