"""Asking a question, and its answer as rows of words that say which things they name."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from graph_builder.errors import QueryError
from graph_builder.query.grid import grid
from graph_builder.query.names import label
from graph_builder.query.questions.binding import term
from graph_builder.query.questions.catalogue import Question


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of an answer."""

    text: str
    """Words, a date, a number; the name of a thing; empty for no value."""
    iri: str | None = None
    """The thing that the text names, if it names one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows under their columns, in the order that the question gives them."""

    question: Question
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    count: int
    """How many rows there are in all; ``rows`` are the first of them."""

    def texts(self) -> list[tuple[str, ...]]:
        """Return the rows as plain words."""
        return [tuple(cell.text for cell in row) for row in self.rows]

    def table(self) -> str:
        """Return the answer as an aligned table for a terminal, long cells cut."""
        return grid(self.columns, ([Literal(text) for text in row] for row in self.texts()), {})

    def csv(self) -> str:
        """Return the answer as CSV (RFC 4180); beside each column of things stands one with their IRIs."""
        file = io.StringIO(newline="")
        writer = csv.writer(file)
        things = self.question.things
        writer.writerow(name for column in self.columns for name in _headings(column, things))
        for row in self.rows:
            named = zip(self.columns, row, strict=True)
            writer.writerow(value for column, cell in named for value in _values(cell, column in things))
        return file.getvalue()

    def json(self) -> str:
        """Return the answer as JSON: a list of objects, each column's ``text`` and, of a thing, ``iri``."""
        rows = [
            {column: _object(cell) for column, cell in zip(self.columns, row, strict=True) if cell.text}
            for row in self.rows
        ]
        told = {"question": self.question.name, "columns": self.columns, "rows": rows}
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def ask(store: Store, asked: Question, values: Mapping[str, str] | None = None, language: str = "ar") -> Answer:
    """Return what a loaded graph answers to a question.

    ``values``: parameter -> what a user says of it, such as a name in any spelling, an id, a date; those left out have
    their defaults. Things are named in ``language`` where they have such a name, else in Arabic.

    Raises:
        QueryError: there is no such parameter, or the graph has nothing (or several things) of that name.
    """
    return answer(store, asked, terms(store, asked, values or {}), language)


def terms(store: Store, asked: Question, values: Mapping[str, str]) -> dict[str, NamedNode | Literal]:
    """Return what a user says of a question's parameters as terms of the graph.

    Raises:
        QueryError: as ``ask`` does.
    """
    known = {parameter.name: parameter for parameter in asked.parameters}
    for name in values:
        if name not in known:
            remedy = f"It has: {', '.join(known)}." if known else "It has none."
            raise QueryError(f"The question {asked.name} has no parameter {name!r}", remedy)
    return {name: term(store, known[name], said) for name, said in values.items()}


def answer(store: Store, asked: Question, values: Mapping[str, NamedNode | Literal], language: str = "ar") -> Answer:
    """Return the answer to a question about terms of the graph."""
    return told(store, asked, store.query(asked.bound(values)), language)


def told(names: Store, asked: Question, found: object, language: str = "ar", *, most: int | None = None) -> Answer:
    """Return what was found as an answer to a question; ``names`` is where the names of things stand.

    ``most``: rows that are told; all unless said.
    """
    if not isinstance(found, QuerySolutions):
        raise TypeError(f"{asked.name} is no SELECT query")
    columns = tuple(variable.value for variable in found.variables)
    cells: dict[NamedNode, Cell] = {}

    def cell(value: object) -> Cell:
        if isinstance(value, NamedNode):
            if value not in cells:
                cells[value] = Cell(label(names, value, language), value.value)
            return cells[value]
        return Cell(value.value if isinstance(value, Literal) else "")

    first = tuple(tuple(cell(solution[name]) for name in columns) for solution in islice(found, most))
    return Answer(asked, columns, first, len(first) + sum(1 for _ in found))


def _headings(column: str, things: frozenset[str]) -> tuple[str, ...]:
    return (column, f"{column}_iri") if column in things else (column,)


def _values(cell: Cell, thing: bool) -> tuple[str, ...]:
    return (cell.text, cell.iri or "") if thing else (cell.text,)


def _object(cell: Cell) -> dict[str, str]:
    return {"text": cell.text} if cell.iri is None else {"text": cell.text, "iri": cell.iri}
