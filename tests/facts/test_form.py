"""Facts as JSON: what is written validates, what is read back is equal, and the schema decides what is a fact."""

from __future__ import annotations

import json
from typing import get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.facts import KINDS, FactError, as_json, from_json, schema
from graph_builder.model import Evidence, Fact, FigureFact, PostFact
from tests.facts.strategies import FACTS
from tests.worlds import branch, training

VALIDATOR = jsonschema.Draft202012Validator(schema())


@given(FACTS)
def test_a_fact_that_is_written_validates_and_is_read_back_equal(fact: Fact) -> None:
    line = json.dumps(as_json(fact), ensure_ascii=False)
    VALIDATOR.validate(json.loads(line))
    assert from_json(json.loads(line)) == fact


def test_the_facts_of_real_readings_validate_and_are_read_back_equal() -> None:
    facts = [fact for reading in (branch(), training()) for fact in reading.facts]
    assert {type(fact) for fact in facts} == set(KINDS)
    for fact in facts:
        said = json.loads(json.dumps(as_json(fact)))
        VALIDATOR.validate(said)
        assert from_json(said) == fact


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text("a9X-/ ", max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=2),
    max_leaves=3,
)


@given(FACTS, st.data())
def test_the_schema_and_the_reader_agree_about_what_is_a_fact(fact: Fact, data: st.DataObject) -> None:
    said = json.loads(json.dumps(as_json(fact)))
    whole = said
    if data.draw(st.booleans()):
        said = said["evidence"]
    name = data.draw(st.sampled_from([*said, "more"]))
    if data.draw(st.booleans()):
        said.pop(name, None)
    else:
        said[name] = data.draw(ANYTHING)
    try:
        read: Fact | None = from_json(whole)
    except FactError:
        read = None
    assert (read is not None) == VALIDATOR.is_valid(whole), whole
    if read is not None:
        VALIDATOR.validate(json.loads(json.dumps(as_json(read))))


@given(ANYTHING)
def test_what_is_no_object_is_no_fact(anything: object) -> None:
    with pytest.raises(FactError):
        from_json(anything)


POST = as_json(next(fact for fact in branch().facts if isinstance(fact, PostFact)))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "job"}, "kind is 'job', has to be one of person, party"),
        ({"status": "past"}, "post.status is 'past', has to be one of current, elected, former, candidate"),
        ({"person": None}, "post.person has to be string"),
        ({"person": " "}, r"post.person is ' ', has to be like \S"),
        ({"person": "\ud800"}, "post.person is no text: it has half a character"),
        ({"since": "May 2019"}, "post.since is 'May 2019', has to be a date as precise as the text (EDTF)"),
        ({"since": "2019\n"}, "post.since is '2019\\n', has to be a date"),
        ({"public": 1}, "post.public has to be boolean"),
        ({"organ": "x"}, "post has no field 'organ'"),
        (
            {"evidence": {**POST["evidence"], "confidence": 2}},
            "post.evidence.confidence is 2, has to be between 0 and 1",
        ),
        ({"evidence": {**POST["evidence"], "confidence": float("nan")}}, "post.evidence.confidence is nan"),
        ({"evidence": {**POST["evidence"], "start": True}}, "post.evidence.start has to be integer"),
        ({"evidence": {"article": "a"}}, "post.evidence misses start"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, object], says: str) -> None:
    with pytest.raises(FactError) as error:
        from_json({**POST, **change})
    assert str(error.value).startswith(says)


def test_what_is_left_out_is_not_stated_and_numbers_may_be_written_either_way() -> None:
    evidence = {"article": "a", "start": 0.0, "end": 3, "quote": "abc", "rule": "r", "confidence": 1}
    read = from_json({"kind": "figure", "value": 120.0, "what": "members", "exact": True, "evidence": evidence})
    assert read == FigureFact(120, "members", None, None, None, True, Evidence("a", 0, 3, "abc", "r", 1.0))
    assert isinstance(read, FigureFact)
    assert [type(number) for number in (read.value, read.evidence.start, read.evidence.confidence)] == [int, int, float]


def test_every_kind_of_fact_has_a_form() -> None:
    assert set(KINDS) == set(get_args(Fact))
    assert {reference["$ref"].rsplit("/", 1)[1] for reference in schema()["oneOf"]} == set(KINDS.values())
