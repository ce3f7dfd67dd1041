"""What is counted of a dataset's statements while they go by: all that its description says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from graph_builder.graph.lines import CLASS, About
from graph_builder.graph.reference import schemes
from graph_builder.graph.terms import EDTF, PO, SCHEMA

_PUBLISHED, _AREA_KIND, _EDTF = str(SCHEMA.datePublished), str(PO.areaKind), str(EDTF.EDTF)


@dataclass(slots=True)
class Tally:
    """Counts of distinct statements. Nodes are written as in lines, in their brackets."""

    subjects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    """By predicate; ``CLASS`` stands for ``rdf:type``."""
    days: set[str] = field(default_factory=set)
    """The first and the last day on which a dated article was published."""
    countries: set[str] = field(default_factory=set)
    concepts: set[str] = field(default_factory=set)
    """The concepts and schemes of the ontology that are spoken of."""

    @property
    def statements(self) -> int:
        """How many there are."""
        return self.properties.total()

    def add(self, subjects: Iterable[About]) -> None:
        """Count what is said of subjects that were not counted before."""
        concepts = _concepts()
        for about in subjects:
            self.subjects += 1
            for predicate, value in about.said:
                self.properties[predicate] += 1
                if predicate == CLASS:
                    self.classes[value] += 1
                elif value in concepts:
                    self.concepts.add(value)
                elif predicate == _PUBLISHED and not value.endswith(_EDTF):  # else the calendar has no such day
                    self._publish(value.split('"')[1])
                elif predicate == _AREA_KIND and value == '"country"':
                    self.countries.add(about.subject)

    def update(self, other: Tally) -> None:
        """Count what was counted elsewhere, of other subjects."""
        self.subjects += other.subjects
        self.classes.update(other.classes)
        self.properties.update(other.properties)
        for day in other.days:
            self._publish(day)
        self.countries |= other.countries
        self.concepts |= other.concepts

    def _publish(self, day: str) -> None:
        days = {day, *self.days}
        self.days = {min(days), max(days)}


@cache
def _concepts() -> frozenset[str]:
    return frozenset(map(str, schemes()))
