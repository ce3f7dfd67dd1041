"""The events of an article as facts, and the regions that a training serves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import of_type
from graph_builder.extraction.events import Events
from graph_builder.extraction.mention_kinds import EventMention, PlaceMention
from graph_builder.extraction.mentions.written import named
from graph_builder.extraction.rules import event_words
from graph_builder.model import EventFact

CONFIDENCE: Final = 0.88


def facts(d: Discourse, events: Events) -> Iterator[EventFact]:
    """Yield the events as facts."""
    _cover(events)
    for e in events.all:
        m = e.mention
        public = e.kind == "election" and m.form.number != "singular"
        party = None if public else d.resolve_party(m.party, e.sentence, m.i)
        yield EventFact(
            id=e.id,
            label=named(m),
            kind=e.kind,
            date=e.date,
            place=e.place,
            covers=e.covers,
            party=party.name if party and party.name else None,
            body=m.body.name if m.body else None,
            status=e.status,
            evidence=e.sentence.evidence("event.name", CONFIDENCE),
        )


def _cover(events: Events) -> None:
    """The regions that a training serves: places after the event, up to the next one ("خص جهتي ... و...")."""
    for s in events.d.sentences:
        told = [m for m in of_type(s, EventMention) if events.of(m)]
        for n, m in enumerate(told):
            end = told[n + 1].i if n + 1 < len(told) else len(s.norm)
            serving = any(w in event_words.SERVING for w in s.norm[max(0, m.i - 2) : min(end, m.j + 8)])
            places = [p for p in of_type(s, PlaceMention) if m.j <= p.i < end and p.kind in ("region", "province")]
            if serving and places:
                for event in events.of(m):
                    event.covers = event.covers or tuple(dict.fromkeys(p.name for p in places))
