"""Every question has the answer that the sentences of a small world give, in Oxigraph and in rdflib."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pyoxigraph import RdfFormat, Store, serialize
from rdflib import Dataset

from graph_builder.graph.dataset import quads
from graph_builder.query.questions import Question, ask, question, questions
from graph_builder.query.questions.asking import terms
from graph_builder.query.questions.binding import TYPES
from graph_builder.query.questions.catalogue import read
from graph_builder.query.store import in_both
from tests.query.questions.world import question_world

pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.\w+ is deprecated")  # rdflib 7.6 in its own code
ANSWERS: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("answers.yml").read_text("utf-8"))
CASES = [pytest.param(name, case, id=f"{name}-{i}") for name, cases in ANSWERS.items() for i, case in enumerate(cases)]
EVERY = pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)


@pytest.fixture(scope="module")
def store() -> Store:
    loaded = Store()
    loaded.extend(in_both(quads(question_world())))
    return loaded


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """The same in rdflib, as somebody else's tool would load graph.trig: all graphs as one where none is named."""
    data = serialize(quads(question_world()), format=RdfFormat.N_QUADS) or b""
    return Dataset(default_union=True).parse(data=data, format="nquads")


def said(case: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in case["ask"].items()}


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_question_has_its_known_answer(store: Store, name: str, case: dict[str, Any]) -> None:
    rows = [" | ".join(row).rstrip() for row in ask(store, question(name), said(case)).texts()]
    assert rows == case["rows"].splitlines()


@pytest.mark.parametrize(("name", "case"), [pytest.param(name, ANSWERS[name][0], id=name) for name in ANSWERS])
def test_another_engine_answers_alike(store: Store, dataset: Dataset, name: str, case: dict[str, Any]) -> None:
    asked = question(name)
    ours = ask(store, asked, said(case))
    theirs = dataset.query(asked.bound(terms(store, asked, said(case))))
    assert tuple(map(str, theirs.vars or ())) == ours.columns
    told = [tuple("" if value is None else str(value) for value in row) for row in theirs]  # type: ignore[union-attr]
    assert sorted(told) == sorted(tuple(cell.iri or cell.text for cell in row) for row in ours.rows)


def test_every_question_has_known_answers_one_of_them_with_rows() -> None:
    assert list(ANSWERS) == [asked.name for asked in questions()]
    assert all(any(case["rows"] for case in cases) for cases in ANSWERS.values())


def test_every_parameter_is_asked_about() -> None:
    known = {(asked.name, parameter.name) for asked in questions() for parameter in asked.parameters}
    assert known == {
        (name, parameter) for name, cases in ANSWERS.items() for case in cases for parameter in case["ask"]
    }


def test_there_are_thirty_questions() -> None:
    assert len(questions()) >= 30


@EVERY
def test_the_columns_are_those_that_it_says(store: Store, asked: Question) -> None:
    answer = ask(store, asked)
    assert answer.columns == tuple(asked.columns)
    for row in answer.rows:
        named = {column for column, cell in zip(answer.columns, row, strict=True) if cell.iri}
        worded = {column for column, cell in zip(answer.columns, row, strict=True) if cell.text and not cell.iri}
        assert named <= asked.things
        assert not worded & asked.things - {"first", "second"}


@EVERY
def test_it_says_what_it_is(asked: Question) -> None:
    assert set(asked.titles) == {"ar", "fr", "en"}
    assert all(asked.titles.values())
    assert asked.description.endswith(".")
    assert {parameter.type for parameter in asked.parameters} <= TYPES
    assert asked.things <= asked.columns.keys()


def test_no_two_have_one_title() -> None:
    titles = [title for asked in questions() for title in asked.titles.values()]
    assert len(titles) == len(set(titles))


def test_a_comment_that_does_not_fit_its_query_is_an_error() -> None:
    text = "# title: {ar: a, fr: b, en: c}\n# description: d.\n# parameters: {x: date}\n# columns: {}\nSELECT * {}\n"
    with pytest.raises(ValueError, match=r"wrong: the comment has parameters \['x'\], the query \[\]"):
        read("wrong", text)
