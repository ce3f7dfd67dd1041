"""Notes at the end of a page: each sentence once, by number, for many facts that few sentences state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from graph_builder.visual.facts import Value
from graph_builder.visual.markup import fit, label, number
from graph_builder.visual.site.cards import Cards, Place
from graph_builder.visual.site.said import Said, Source

_REFERENCE = '<a href="#n%s" %s>%s</a>'


@dataclass(slots=True)
class Notes:
    """The sentences that a page cites, in the order in which it does."""

    cards: Cards
    _cited: dict[Place, list[Source]] = field(default_factory=dict)
    _numbers: dict[Place, int] = field(default_factory=dict)

    def cite(self, said: Iterable[Said]) -> Markup:
        """Return references to every sentence that states one of these."""
        found: dict[int, None] = {}
        for source in (source for each in said for source in each.sources):
            place = self.cards.place(source)
            found[self._numbers.setdefault(place, len(self._numbers) + 1)] = None
            self._cited.setdefault(place, []).append(source)
        references = (fit(_REFERENCE, n, label("site.sentence_n", n=n), number(n)) for n in sorted(found))
        return fit('<span class="refs">%s</span>', Markup(" ").join(references))

    def procedures(self, said: Iterable[Said]) -> list[dict[str, Any]]:
        """Return each way of doing something that an article describes, with its steps in order."""
        found: dict[tuple[Value, str], list[Said]] = {}
        for each in said:
            if each.kind == "step":
                procedure = dict(each.statement.rows)["procedure"]
                found.setdefault((procedure, each.sources[0].evidence.article), []).append(each)
        return [
            {
                "name": self.cards.value(procedure),
                "steps": [self._step(each) for each in sorted(steps, key=_number)],
            }
            for (procedure, _), steps in found.items()
        ]

    def _step(self, said: Said) -> tuple[int, Markup, Markup]:
        return _number(said), self.cards.value(dict(said.statement.head)["step"]), self.cite([said])

    def written(self) -> list[dict[str, Any]]:
        """Return each sentence with its number, everything marked that it was cited for."""
        return [{"n": self._numbers[place], **self.cards.sentence(self._cited[place])} for place in self._cited]


def _number(said: Said) -> int:
    return int(dict(said.statement.head)["number"][1])
