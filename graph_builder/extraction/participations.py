"""Participations while they are gathered: each once, in the event that its sentence is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.event_behind import of_body
from graph_builder.extraction.events import Event, Events
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import EventMention, Mention, PersonMention, RoleMention
from graph_builder.lexicon.loader import data
from graph_builder.model import Capacity, ParticipationFact

CONFIDENCE: Final = {
    "chair": 0.84,
    "trainer": 0.72,
    "attendee": 0.7,
    "speaker": 0.85,
    "rapporteur": 0.85,
    "elected": 0.76,
    "guest": 0.8,
    "organizer": 0.8,
}
_PRESENT: Final = ("chair", "rapporteur", "trainer", "attendee")
_MORE: Final = ("chair", "trainer", "rapporteur", "speaker")
"""Capacities of those who also attend."""
REACH: Final = 12
"""Words from a participant to the event named after him."""

_NOUN_REACH: Final = 3
"""Words from what is done at a gathering to the bare noun that means it."""
_GATHERINGS: Final = {fold(noun): kind for noun, kind in data("trigger_words")["gathering_nouns"].items()}
_SEVERAL: Final = frozenset(noun for noun in _GATHERINGS if noun.endswith(fold("ات")) or noun == fold("الجموع"))


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a sentence tells; ``back``: that it looks back to."""

    event: Event
    back: bool


class Participations:
    """Collects participations of one article, each once."""

    def __init__(self, d: Discourse, events: Events, holdings: Sequence[Holding]) -> None:
        self.d, self.events, self.holdings = d, events, holdings
        self.found: dict[tuple[str, str, str], ParticipationFact] = {}
        self.present_in: set[tuple[int, str]] = set()
        """Sentences, and whom each tells as chair, rapporteur, trainer or attendee."""
        self.spoke: set[int] = set()
        """Sentences in which somebody speaks at an event."""
        self.told_in: dict[int, list[Told]] = {}
        """The events that a sentence tells, once they have been asked for."""
        self.told_before: dict[int, list[Told]] = {}
        """The events told before a sentence, the last first, once they have been asked for."""
        self._holders = _holders(d, holdings)

    def facts(self) -> Iterator[ParticipationFact]:
        """Yield them in the order of the text."""
        yield from sorted(self.found.values(), key=lambda f: f.evidence.start)

    def add(self, s: Sentence, event: Event, who: str, capacity: Capacity, group: bool = False) -> None:
        """Note one participation; a chair or trainer is not told again as an attendee."""
        if (event.id, who, capacity) in self.found or self._merely_present(event.id, who, capacity):
            return
        evidence = s.evidence(f"participation.{capacity}", CONFIDENCE[capacity])
        fact = ParticipationFact(event.id, None if group else who, who if group else None, capacity, evidence)
        self.found[event.id, who, capacity] = fact
        if capacity in _PRESENT:
            self.present_in.add((s.index, who))

    def _merely_present(self, event: str, who: str, capacity: Capacity) -> bool:
        """Whether somebody is told as an attendee who does more than attend."""
        return capacity == "attendee" and any((event, who, more) in self.found for more in _MORE)

    def present(self, event: Event, who: str) -> bool:
        """Return whether somebody is known to take part in the event."""
        return any(e == event.id and who == name for e, name, _ in self.found)

    def event_of_speech(self, s: Sentence, who: str) -> str | None:
        """Return the event in which somebody speaks in this sentence, if he is known to speak there."""
        scene = self.events.scene(s, len(s.norm))
        return scene.id if scene and (scene.id, who, "speaker") in self.found else None

    def holder(self, role: RoleMention) -> PersonMention | None:
        """Return the one person of the article who holds the office: "the provincial secretary said"."""
        return self._holders.get(role.lemmas) or (self._by_head(role) if role.definite else None)

    def _by_head(self, role: RoleMention) -> PersonMention | None:
        """The only holder of an office told by its head alone: "المفتش", "الكاتب الجديد"."""
        if len(role.lemmas) != 1 or role.former or role.form.number != "singular":
            return None
        held = [h for h in self.holdings if h.role.head == role.head and h.status in ("current", "elected")]
        gendered = [h for h in held if h.role.form.gender == role.form.gender]
        return gendered[0].person if len({self.d.person(h.person) for h in gendered}) == 1 else None

    def events_for(self, s: Sentence, k: int, person: Mention | None, direct: bool) -> list[Event]:
        """Return the events that somebody told of at token ``k`` takes part in.

        The event named before if the word points back to it (``direct``), else the one named after the person, else
        the one before, else the one that the text is about.
        """
        mentions = [m for m in of_type(s, EventMention) if self.events.of(m)]
        mentions = [m for m in mentions if not self.events.background(s, m)] or mentions
        mentions = [m for m in mentions if not of_body(s, m)] or mentions
        acts = [m for m in mentions if m.kind != "election"]
        gathering = self.events.scene(s, k) if mentions and not acts else None
        if gathering is not None and gathering.kind != "election":
            return [gathering]
        mentions = acts or mentions
        after = [m for m in mentions if m.i > k]
        before = [m for m in mentions if m.i <= k]
        if after and after[0].i <= k + 2 and after[0].prefix in ("", "ل"):
            return self.events.of(after[0])
        if before and direct:
            done = [m for m in before if any(e.status == "held" for e in self.events.of(m))]
            return self.events.of((done or before)[-1])
        if before and not after:
            return self.events.of(before[-1])
        if after and (person is None or after[0].i - max(k, person.j) < REACH):
            return self.events.of(after[0])
        if before:
            return self.events.of(before[-1])
        if told := self._by_noun(s, k):
            return told
        scene = self.events.scene(s, k) or self.events.only_gathering()
        return [scene] if scene else []

    def _by_noun(self, s: Sentence, k: int) -> list[Event]:
        """The gathering that a bare noun after token ``k`` means, the last told of its kind; of a plural, all."""
        for x in range(k + 1, min(k + 1 + _NOUN_REACH, len(s.norm))):
            kind = _GATHERINGS.get(s.norm[x])
            if kind is None:
                continue
            held = [e for e in self.events.all if e.kind == kind and e.status == "held" and not e.referred]
            told = [e for e in held if e.sentence.index < s.index]
            return held if s.norm[x] in _SEVERAL else (told or held)[-1:]
        return []


def _holders(d: Discourse, holdings: Sequence[Holding]) -> dict[tuple[str, ...], PersonMention]:
    """Offices that one person of the article holds."""
    holders: dict[tuple[str, ...], list[PersonMention]] = {}
    for h in holdings:
        if h.role.form.number == "singular" and len(h.role.lemmas) > 1 and h.status in ("current", "elected"):
            holders.setdefault(h.role.lemmas, []).append(h.person)
    return {role: found[0] for role, found in holders.items() if len({d.person(p) for p in found}) == 1}
