"""Statements as lines: N-Triples in the order in which they are to be read, a subject's class first.

A line is ``<subject> <predicate> object``, and ``<subject> ! <class>`` where it states a class: so written, plain text
compares as the statements are ordered. Neither Python's objects nor Oxigraph's are as small, or as quick to sort.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import Triple

from graph_builder.graph.terms import RDF

CLASS = "!"
"""Stands for ``rdf:type`` in a line; it sorts before ``<``, with which every other predicate begins."""
_TYPE = f" {RDF.type} "
_MARK = f" {CLASS} "


def line(triple: Triple) -> str:
    """Return a statement as a line.

    >>> from pyoxigraph import Literal, NamedNode
    >>> line(Triple(NamedNode("http://a/b"), RDF.type, NamedNode("http://a/c")))
    '<http://a/b> ! <http://a/c>'
    """
    return str(triple).replace(_TYPE, _MARK, 1) if triple.predicate == RDF.type else str(triple)


def subject(statement: str) -> str:
    """Return the subject of a line, in its brackets."""
    return statement[: statement.index(" ")]


def ntriples(statements: Iterable[str], graph: str = "") -> str:
    """Return lines as N-Triples, or with the name of a ``graph``, in its brackets, as N-Quads."""
    end = f" {graph} .\n" if graph else " .\n"
    return "".join([f"{_whole(statement)}{end}" for statement in statements])


def _whole(statement: str) -> str:
    mark = statement.index(" ")
    return statement.replace(_MARK, _TYPE, 1) if statement.startswith(_MARK, mark) else statement


class About(NamedTuple):
    """What lines say of one subject."""

    subject: str
    """In its brackets."""
    said: list[tuple[str, str]]
    """Each predicate (or ``CLASS``), with its object."""
    lines: list[str]


def grouped(statements: Iterable[str]) -> Iterator[About]:
    """Yield what sorted lines say, subject after subject."""
    about = About("", [], [])
    for statement in statements:
        its_subject, predicate, value = statement.split(" ", 2)
        if its_subject != about.subject:
            if about.subject:
                yield about
            about = About(its_subject, [], [])
        about.said.append((predicate, value))
        about.lines.append(statement)
    if about.subject:
        yield about
