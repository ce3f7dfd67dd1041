"""Decisions: how a line is written and read, that their order does not matter, and what they do to what was read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.decisions import Decisions, OnFact, OnPair, Record, Undo, read_decisions
from graph_builder.decisions.file import add_decisions
from graph_builder.decisions.records import Mention, as_line, content, from_line, record_id
from graph_builder.errors import ConfigurationError
from graph_builder.model import EventFact, Judgement, ParticipationFact, PostFact, Reading, StatementFact
from graph_builder.resolution import resolve
from tests.resolution.readings import PI, PPS, apart, event, one, person, post, reading, said, took_part
from tests.worlds import branch

NAME = "محمد العلوي"
A, B = Mention("a", NAME), Mention("b", NAME)
READINGS = [reading("a", post(NAME, PPS)), reading("b", post(NAME, PI)), reading("c", event(label="لقاء"))]

mentions = st.builds(Mention, st.sampled_from("abc"), st.sampled_from([NAME, "خالد الخبيزي"]))
pairs = st.builds(
    lambda a, b, verdict, time: OnPair("person", min(a, b), max(a, b), verdict, time=time),
    mentions, mentions, st.sampled_from(["same", "different", "unsure"]), st.integers(1, 2),
)  # fmt: skip
on_facts = st.builds(
    lambda n, verdict: OnFact(READINGS[n].article.id, content(READINGS[n].facts[0]), verdict),
    st.integers(0, 2), st.sampled_from(["accepted", "rejected", "unsure"]),
)  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> list[Record]:
    made: list[OnPair | OnFact] = draw(st.lists(pairs | on_facts, max_size=6))
    undone = draw(st.lists(st.sampled_from(made), max_size=3)) if made else []
    return [*made, *(Undo(record_id(record)) for record in undone)]


def outcome(decisions: Decisions) -> tuple[list[Reading], list[Judgement]]:
    readings = [decisions.reviewed(told) for told in READINGS]
    return readings, decisions.judgements(readings)


@given(files(), files())
@settings(max_examples=60)
def test_files_merged_in_either_order_give_the_same_graph(one_file: list[Record], other: list[Record]) -> None:
    there, back = Decisions([*one_file, *other]), Decisions([*other, *one_file, *one_file])
    assert outcome(there) == outcome(back)
    readings, judgements = outcome(there)
    assert resolve(readings, judgements) == resolve(readings[::-1], judgements[::-1])


@given(files())
def test_undoing_restores(records: list[Record]) -> None:
    decisions = Decisions(records)
    undone = Decisions([*records, *(Undo(name) for name in decisions.holding)])
    assert not undone
    assert outcome(undone) == (READINGS, [])
    assert undone.written == decisions.written


@given(files())
def test_a_line_is_read_as_it_was_written(records: list[Record]) -> None:
    for record in records:
        line = json.dumps(as_line(record), ensure_ascii=False)
        assert from_line(json.loads(line)) == record


def test_the_form_of_a_line() -> None:
    line = as_line(OnPair("person", A, B, "same", "رأيته"))
    assert {**line, "id": ""} == {
        "id": "",
        "on": "person",
        "a": {"article": "a", "name": NAME},
        "b": {"article": "b", "name": NAME},
        "verdict": "same",
        "note": "رأيته",
    }
    assert line["id"] == record_id(OnPair("person", A, B, "same"))
    assert line["id"] != record_id(OnPair("person", A, B, "same", time=2))


def test_of_decisions_that_contradict_each_other_the_cautious_counts() -> None:
    both = [OnPair("person", A, B, "same"), OnPair("person", A, B, "different")]
    decisions = Decisions(both)
    assert decisions.contradicting == 1
    assert [judgement.verdict for judgement in decisions.judgements(READINGS)] == ["different"]
    only = Decisions([*both, Undo(record_id(both[1]))])
    assert [judgement.verdict for judgement in only.judgements(READINGS)] == ["same"]


def test_a_decision_survives_new_articles_and_another_spelling() -> None:
    decisions = Decisions([OnPair("person", A, Mention("b", "محمد علوى"), "same")])
    for readings in (READINGS, [*READINGS, reading("0", post(NAME, PI)), reading("d", post(NAME, PPS))]):
        world = resolve(readings, decisions.judgements(readings))
        one(world, "person", ("a", NAME), ("b", NAME))
    apart(resolve(READINGS), "person", ("a", NAME), ("b", NAME))


def test_an_event_is_known_by_its_label_whatever_its_number() -> None:
    decided = OnPair("event", Mention("a", "e1", "جمع عام"), Mention("b", "e1", "جمع عام"), "same")
    readings = [
        reading("a", event("e1", date=None)),
        reading("b", event("e1", label="ندوة"), event("e2", date=None)),
    ]
    world = resolve(readings, Decisions([decided]).judgements(readings))
    one(world, "event", ("a", "e1"), ("b", "e2"))


def test_facts_are_accepted_rejected_and_corrected() -> None:
    told = branch()
    posts = [fact for fact in told.facts if isinstance(fact, PostFact)]
    right = content(replace(posts[1], role="أمين المال"))
    decisions = Decisions(
        [
            OnFact("001_branch", content(posts[0]), "accepted"),
            OnFact("001_branch", content(posts[1]), "corrected", right),
            OnFact("001_branch", content(posts[2]), "rejected"),
            OnFact("001_branch", content(posts[3]), "unsure"),
        ]
    )
    reviewed = decisions.reviewed(told)
    found = [fact for fact in reviewed.facts if isinstance(fact, PostFact)]
    sure = [replace(post.evidence, rule="reviewed/test.rule", confidence=1.0) for post in posts]
    assert found == [
        replace(posts[0], evidence=sure[0]),
        replace(posts[1], role="أمين المال", evidence=sure[1]),
        posts[3],
    ]
    assert len(reviewed.facts) == len(told.facts) - 1
    assert decisions.unused([told]) == 0
    assert decisions.unused(READINGS) == 4


def test_without_an_event_nobody_takes_part_in_it() -> None:
    told = reading("a", event(), took_part("e1", "خالد الخبيزي"), said("خالد الخبيزي", "e1"), person("خالد الخبيزي"))
    reviewed = Decisions([OnFact("a", content(told.facts[0]), "rejected")]).reviewed(told)
    assert not [fact for fact in reviewed.facts if isinstance(fact, EventFact | ParticipationFact)]
    assert [fact.event for fact in reviewed.facts if isinstance(fact, StatementFact)] == [None]


def test_lines_are_only_added_and_each_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "decisions.jsonl"
    first = OnPair("person", A, B, "same")
    add_decisions(file, [first])
    written = file.read_bytes()
    file.write_bytes(written.rstrip(b"\n"))
    add_decisions(file, [Undo(record_id(first))])
    assert file.read_bytes() == written + b'{"undo": "' + record_id(first).encode() + b'"}\n'
    assert not read_decisions(file)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[]", "it has to be an object"),
        ("{", "Expecting property name"),
        ('{"on": "place"}', "on is 'place', has to be one of person, body, event, fact"),
        ('{"on": "person", "a": {"article": "a"}, "b": {}}', "name has to be a text"),
        ('{"on": "fact", "article": "a", "verdict": "same"}', "verdict is 'same'"),
        ('{"on": "fact", "article": "a", "verdict": "accepted"}', "fact has to be a fact without evidence"),
        (
            '{"on": "fact", "article": "a", "verdict": "corrected", "fact": {"kind": 1}, "correction": {"kind": "x"}}',
            "correction: kind is 'x'",
        ),
        ('{"on": "person", "time": 0}', "time has to be a number from 1"),
        ('{"undo": 1}', "undo has to be a text"),
    ],
)
def test_a_line_that_is_no_decision_is_an_error_that_names_it(tmp_path: Path, line: str, problem: str) -> None:
    file = tmp_path / "decisions.jsonl"
    file.write_text("\n" + line + "\n", encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        read_decisions(file)
    assert error.value.problem.startswith(f"{file}:2 is no decision: {problem}")


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_decisions(tmp_path / "none.jsonl")
