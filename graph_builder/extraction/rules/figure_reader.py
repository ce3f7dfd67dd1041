"""Reads the figures of one sentence: what each number counts, and of what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.events import Events
from graph_builder.extraction.mention_kinds import EventMention, NumberMention
from graph_builder.extraction.rules import figure_event as occasion
from graph_builder.extraction.rules import figure_joined as joined
from graph_builder.extraction.rules import figure_owner as owner
from graph_builder.extraction.rules import figure_parts as parts
from graph_builder.extraction.rules import figure_seats as seats
from graph_builder.extraction.rules import figure_shared as shared
from graph_builder.extraction.rules import figure_void
from graph_builder.extraction.rules import figure_votes as votes
from graph_builder.extraction.rules.figure_counted import (
    Counted,
    congresses,
    context,
    counted,
    is_held,
    made_of,
    phrase,
)
from graph_builder.extraction.rules.figure_future import conditional, planned, willing
from graph_builder.extraction.rules.figure_number import is_share
from graph_builder.extraction.rules.figure_parts import Role, Told
from graph_builder.extraction.rules.figure_rows import Rows
from graph_builder.extraction.rules.triggers import SEEKING, tells, words
from graph_builder.extraction.sections import Sections
from graph_builder.model import Quantity

_SURE: Final[dict[str, Quantity]] = {kind: kind for kind in get_args(Quantity) if kind != "members"}
"""Kinds that the noun alone tells."""
_FRESH: Final = words("جديد جديدا جدد جديدة")
_PLAIN: Final = ("applications", "votes", "seats")
"""Kinds whose noun says nothing more."""


class Reader:
    """One sentence, number by number; a number may lean on the one before it."""

    def __init__(self, d: Discourse, s: Sentence, events: Events, sections: Sections, rows: Rows) -> None:
        self.d, self.s, self.events, self.sections, self.rows = d, s, events, sections, rows
        self.told: list[Told] = []
        self.unread = False
        """Whether the votes told last are of somebody whose name was not read."""

    def read(self) -> list[Told]:
        """Return the figures of the sentence."""
        numbers = list(of_type(self.s, NumberMention))
        pairs = sorted([*((n.i, n) for n in numbers), *((n.i, n) for n in parts.duals(self.s))], key=lambda x: x[0])
        for n in (n for _, n in pairs if not is_share(self.s, n)):
            self.told.extend(self._number(n))
        return self.told

    def _number(self, n: NumberMention) -> Iterator[Told]:
        if (row := self.rows.owner(self.s, n)) is not None:
            yield Told(n.value, n.exact, *row, None, None, n.j)
            return
        if whole_of := parts.whole_of_voters(self.s, self.told, n):
            of = occasion.of_voters(self.d, self.s, n, self.events)
            yield Told(n.value, n.exact, whole_of, of, None, None, n.j, "whole")
            return
        if (some := parts.of_them(self.d, self.s, self.told, n)) is not None:
            yield some
            return
        c = counted(self.s, n) or figure_void.named_before(self.s, n) or parts.ellipsis(self.s, self.told, n)
        if c is None or conditional(self.s, n) or (c.kind == "seats" and seats.are_lost(self.s, n)):
            return
        if (part := parts.part(self.s, self.told, n, c)) is not None:
            yield part
            return
        if (
            c.kind in ("votes", "ballots")
            or votes.casts(self.s, c)
            or (c.kind in parts.VOTERS and context(self.s, n, c).kind == "voting")
        ):
            yield from self._votes(n, c)
            return
        several = self._seats(n, c) if c.kind == "seats" else None
        if several is not None:
            yield from (Told(n.value, n.exact, "seats", of, None, None, max(n.j, c.j)) for of in several)
            return
        whole = _SURE.get(c.kind, "members")
        what, phase = (whole, None) if parts.is_whole(self.s, self.told, n) else self._what(n, c)
        if what is not None:
            role: Role = "whole" if parts.is_whole(self.s, self.told, n) else ""
            of = self._of(n, c, what)
            if of is None and what == "attendees" and c.kind == "members":
                what, of = "members", self._of(n, c, "members")  # "استقطب الحزب 25 منخرطا"
            yield Told(n.value, n.exact, what, of, self._counted_group(n, c), phase, max(n.j, c.j), role)

    def _seats(self, n: NumberMention, c: Counted) -> list[str] | None:
        """Whose seats are that several have, or a council: "لكل واحد منهما", "من أصل 39"."""
        if self.told and self.s.norm[n.i - 1] in parts.OUT_OF:
            return [of for of in [seats.of_council(self.d, self.s, n)] if of]
        return shared.sharers(self.d, self.s, n, c) or None

    def _counted_group(self, n: NumberMention, c: Counted) -> str | None:
        """The noun counted, where it says more than the kind of figure does: "مشاركة ومشاركا", "فرعا جديدا"."""
        said = phrase(self.s, c)
        if c.kind == "seats":
            return seats.assembly(self.s, c) or (said if " " in said and n.j <= c.i < c.j else None)
        telling = c.kind not in _PLAIN
        return said if telling and c.i != c.j and not self._is_number(c.i) else None

    def _is_number(self, k: int) -> bool:
        return any(m.i <= k < m.j for m in of_type(self.s, NumberMention))

    def _what(self, n: NumberMention, c: Counted) -> tuple[Quantity | None, str | None]:
        """The kind of figure, and its phase if it is planned or a target."""
        said, phase = context(self.s, n, c), planned(self.s, n)
        if said.kind == "target" and c.kind not in ("attendees", "delegates"):
            training = any(m.i < n.i for m in of_type(self.s, EventMention))
            return ("other", said.word) if c.kind != "people" else ("attendees" if training else None, None)
        if said.kind == "leaving":
            return "other", None
        if c.kind == "delegates" and congresses(self.s, n, c):
            return None, None
        if c.kind in _SURE:
            return _SURE[c.kind], phase
        what = self._people(n, c, said.kind)
        return what, phase

    def _people(self, n: NumberMention, c: Counted, said: str) -> Quantity | None:
        """Whether people, and members, are told as present, as willing, or as belonging to a body."""
        if said != "presence" and seats.is_contested(self.s, n, c):
            return None
        if (told := self._coming(n, c)) is not None:
            return told
        made = made_of(self.s, min(n.i, c.i)) is not None
        if not made and c.kind != "officers" and occasion.going_there(self.s, n) is not None:
            return "attendees"
        if self._belong(n, c, said):
            return "members"
        if said == "presence":
            fresh = c.kind == "members" and any(w in _FRESH for w in self.s.bare[c.j : c.j + 1])
            return "members" if fresh else "attendees"  # "استقطب الحزب 25 منخرطا جديدا"
        if c.kind in ("members", "people") and (occasion.going_to(self.s, n) or occasion.going_to_body(self.s, n)):
            return "delegates"
        return self._among(n, c, said)

    def _belong(self, n: NumberMention, c: Counted, said: str) -> bool:
        """Whether those counted are members whatever the verb says: "حضر 129 عضوا انتخبوا 11 عضوا في لجنة كذا"."""
        if c.kind == "members" and self.told and owner.inside(self.s, max(n.j, c.j)) is not None:
            return True
        all_of = c.i < n.i and c.kind == "members" and self.s.tokens[n.i].word.definite
        return all_of or (said == "presence" and is_held(self.s, c))

    def _among(self, n: NumberMention, c: Counted, said: str) -> Quantity | None:
        """Whether people who are not told as present or sent anywhere are those of a body or congress."""
        if c.kind in ("people", "officers") and not self.told and parts.is_part(self.s, n):
            return None  # "35 مرشحا، منهم 12 امرأة": of whom is not told
        if c.kind in ("officers", "voters"):
            return "other" if c.kind == "voters" and c.i < n.i else None
        if occasion.of_congress(self.s, c):
            return "delegates"
        if said != "containing" and owner.out_of(self.s, c.j):
            return "other"
        some = c.i == n.j + 1 and self.s.norm[n.j] == "من"
        if c.kind == "people" and not owner.has_people(self.s, min(n.i, c.i), self.sections):
            return None
        return "members" if not some and (c.kind == "members" or said == "containing") else None

    def _coming(self, n: NumberMention, c: Counted) -> Quantity | None:
        """Whether people are told as willing to join, as applying, or as having joined a body or its members."""
        if willing(self.s, n, c):
            return "prospects"
        if joined.applies(self.s, max(n.j, c.j)):
            return "applications"
        if joined.joins(self.s, max(n.j, c.j)) or joined.membership(self.d, self.s, n, c):
            return "applications" if tells(self.s, SEEKING) else "members"
        return None

    def _of(self, n: NumberMention, c: Counted, what: Quantity) -> str | None:
        if what == "delegates" and (goal := occasion.going_to_body(self.s, n)):
            return owner.body_name(self.d, self.s, goal)
        if what in ("delegates", "attendees") or c.kind == "voters":
            return occasion.of_event(self.d, self.s, n, self.events)
        if c.kind in ("members", "people", "officers", "applications"):
            into = joined.membership(self.d, self.s, n, c)
            into = into or (joined.joined(self.d, self.s, n, c) if c.kind != "applications" else None)
            if into:
                return into
        last = self.told[-1] if self.told else None
        if (
            last
            and parts.is_whole(self.s, self.told, n)
            and (body := occasion.of_whole(self.d, self.s, n, last.what, self.events))
        ):
            return body
        return owner.of_body(self.d, self.s, n, c, self.sections, last.of if last and last.what == what else None)

    def _votes(self, n: NumberMention, c: Counted) -> Iterator[Told]:
        """Votes for each who got them; those cast in all and the void ones are the event's."""
        if votes.is_margin(self.s, n) or votes.approves(self.s, n):
            return
        end = max(n.j, c.j)
        void = figure_void.void(self.s, n, c)
        if c.kind == "ballots" and not void:
            return
        if void or votes.is_total(self.s, n, c) or (c.kind in parts.VOTERS and votes.for_nobody(self.s, n)):
            of = occasion.of_voters(self.d, self.s, n, self.events)
            what: Quantity = "votes" if not void or figure_void.are_void(void) else "other"
            yield Told(n.value, n.exact, what, of or void, void, None, end, "void" if void else "cast")
            return
        taken = [t.of for t in self.told if t.what == "votes" and t.of]
        holders = list(votes.holders(self.d, self.s, n, c, taken, self.unread))
        self.unread = bool(taken) and not holders
        for of in holders:
            yield Told(n.value, n.exact, "votes", of, None, None, end)
