"""What the articles say, each statement once with every place that states it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.model import Evidence, Fact, World
from graph_builder.visual.facts import SECTIONS, Names, Statement, describe

_NAMES = ("person", "name", "speaker", "group", "role", "plan")
"""The fields of facts whose words are marked in the sentence."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place that states something, and the words of it that name whom and what."""

    evidence: Evidence
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its sources, in the order of their articles."""

    statement: Statement
    sources: tuple[Source, ...]
    anchor: str
    """The same for the same statement in every build."""

    @property
    def kind(self) -> str:
        """The section in which it is shown."""
        return self.statement.kind


def all_said(world: World) -> tuple[Said, ...]:
    """Return every statement, by section and then as the articles come."""
    found: dict[Statement, dict[Source, None]] = {}
    for statement, source in _sources(world):
        found.setdefault(statement, {})[source] = None
    ordered = sorted(found, key=lambda statement: SECTIONS.index(statement.kind))
    return tuple(Said(statement, tuple(found[statement]), _anchor(statement)) for statement in ordered)


def _sources(world: World) -> Iterator[tuple[Statement, Source]]:
    for reading in sorted(world.readings, key=lambda reading: reading.article.id):
        names = Names(world, reading.article.id)
        for fact in reading.facts:
            yield describe(fact, names), Source(fact.evidence, _named(fact))


def _named(fact: Fact) -> tuple[str, ...]:
    values = (getattr(fact, field, None) for field in _NAMES)
    return tuple(dict.fromkeys(value for value in values if isinstance(value, str) and value))


def _anchor(statement: Statement) -> str:
    content = repr((statement.kind, statement.head, statement.rows))
    return "f" + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:10]
