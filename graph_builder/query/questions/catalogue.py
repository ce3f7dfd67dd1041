"""The questions that come with the package: one ``.rq`` file each, whose first comment says what it asks.

A file is a whole SPARQL query that any engine answers as it stands. The comment that opens it is YAML: ``title`` in
three languages, ``description``, ``parameters`` (name -> type), ``columns`` (name -> what it holds), ``things`` (the
columns that hold things, not words), ``pairs`` (``true`` where the answer about everything has a row for each two
things that have something in common). Each parameter is one line of the query, ``VALUES ?name { ... }``, with its
default: ``UNDEF`` asks about all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pyoxigraph import Literal, NamedNode

from graph_builder.errors import QueryError

HEADER = re.compile(r"\A(?:#.*\n)+")
PARAMETER = re.compile(r"^  VALUES \?(\w+) \{ (\S+) \}$", re.MULTILINE)
NO_LIMIT = "UNDEF"
LANGUAGES = ("ar", "fr", "en")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be asked about."""

    name: str
    type: str
    """What a value is read as: a kind of thing, a concept of a scheme, or a form of words (``binding.TYPES``)."""
    default: str | None
    """What is asked about where nothing else is said; ``None``: everything."""


@dataclass(frozen=True, slots=True)
class Question:
    """One competency question."""

    name: str
    titles: Mapping[str, str]
    """Language (``ar``, ``fr``, ``en``) -> title."""
    description: str
    """In English: what counts, and what the answer does not say."""
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]
    """Column -> what it holds, in the order of the answer."""
    things: frozenset[str]
    """The columns that hold things of the graph; the others hold words, dates and numbers."""
    pairs: bool
    """Whether it is to be asked about something: the answer about everything grows with the square of the graph."""
    sparql: str
    """The query with its defaults, without the comment; it declares the prefixes that it uses."""

    def bound(self, values: Mapping[str, NamedNode | Literal]) -> str:
        """Return the query about certain things: each value stands in its parameter's VALUES, written as RDF is."""

        def line(found: re.Match[str]) -> str:
            value = values.get(found[1])
            return found[0] if value is None else f"  VALUES ?{found[1]} {{ {value} }}"

        return PARAMETER.sub(line, self.sparql)


@cache
def questions() -> tuple[Question, ...]:
    """Return all questions, sorted by name."""
    found = (entry for entry in files(__package__).iterdir() if entry.name.endswith(".rq"))
    texts = {entry.name.removesuffix(".rq"): entry.read_text(encoding="utf-8") for entry in found}
    return tuple(read(name, texts[name]) for name in sorted(texts))


def question(name: str) -> Question:
    """Return the question of this name.

    Raises:
        QueryError: there is none; the remedy suggests names that are like it.
    """
    known = {each.name: each for each in questions()}
    if name not in known:
        like = get_close_matches(name, known)
        remedy = f"Did you mean: {', '.join(like)}" if like else "graph-builder ask --list tells them all."
        raise QueryError(f"There is no question {name!r}", remedy)
    return known[name]


def read(name: str, text: str) -> Question:
    """Return a question from the text of its file.

    Raises:
        ValueError: what the comment says does not fit the query.
    """
    header = HEADER.match(text)
    told: Any = yaml.safe_load(re.sub("^# ?", "", header[0] if header else "", flags=re.MULTILINE))
    sparql = text[header.end() if header else 0 :].strip() + "\n"
    defaults = {found[1]: found[2] for found in PARAMETER.finditer(sparql)}
    types: Mapping[str, str] = told.get("parameters") or {}
    if types.keys() != defaults.keys():
        raise ValueError(f"{name}: the comment has parameters {[*types]}, the query {[*defaults]}")
    return Question(
        name=name,
        titles={language: told["title"][language] for language in LANGUAGES},
        description=told["description"].strip(),
        parameters=tuple(Parameter(each, kind, _default(defaults[each])) for each, kind in types.items()),
        columns=told["columns"],
        things=frozenset(told.get("things") or ()),
        pairs=told.get("pairs", False),
        sparql=sparql,
    )


def _default(written: str) -> str | None:
    return None if written == NO_LIMIT else written.strip('"')
