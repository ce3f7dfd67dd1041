"""Of which event a figure is: where people were, voted, or are sent."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.events import Event, Events
from graph_builder.extraction.mention_kinds import BodyMention, EventMention, NumberMention, RoleMention
from graph_builder.extraction.mentions.written import named
from graph_builder.extraction.rules import figure_seats as seats
from graph_builder.extraction.rules.event_words import ASSEMBLIES, SESSIONS
from graph_builder.extraction.rules.figure_counted import Counted, noun_at
from graph_builder.extraction.rules.figure_owner import body_name, inside
from graph_builder.extraction.rules.triggers import words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded
from graph_builder.model import Quantity

_CONGRESS: Final = words("مؤتمر")
_DELEGATES: Final = words("مؤتمرا مؤتمرين مندوب مندوبا مندوبين مندوبو مندوبي")
"""Whoever is counted so is of the one congress told, held or to come."""
_NEAR: Final = 2
_MEMBERS: Final = words("أعضاء عضوات أعضاؤه أعضائه")
_ASIDE: Final = folded(data("figure_words")["aside"])
_GOING_TO: Final = folded(data("figure_words")["going_to"])
_GOING_THERE: Final = folded(data("figure_words")["going_there"])
_THERE_REACH: Final = 16
_GOING_REACH: Final = 8
_INTO: Final = words("في داخل ضمن")
_TO: Final = next(iter(words("إلى")))


def of_event(d: Discourse, s: Sentence, n: NumberMention, events: Events) -> str | None:
    """Return the name of the event whose delegates or attendees are counted: the last named before, else after.

    A session that is told by its noun alone is that of the council told last.
    """
    m, event = _event(s, n, events)
    told = event.mention if event is not None else m
    if (
        told is not None
        and told.head in SESSIONS
        and told.body is None
        and (council := seats.council(d, s, len(s.norm)))
    ):
        return f"{named(told)} {council}"
    return event_name(event) if event is not None else named(m) if m else None


def going_to(s: Sentence, n: NumberMention) -> EventMention | None:
    """Return the event to which delegates were chosen: "9 مؤتمرين يمثلون الإقليم في المؤتمر الوطني"."""
    near = (m for m in of_type(s, EventMention) if n.j <= m.i <= n.j + _GOING_REACH)
    after = (m for m in near if m.kind in ASSEMBLIES or m.kind == "meeting")
    return next((m for m in after if any(w in _GOING_TO for w in s.norm[n.j : m.i + 1]) or _is_goal(s, n, m)), None)


def going_there(s: Sentence, n: NumberMention) -> EventMention | None:
    """Return the event to which people come, told after them: "25 مناضلا لحضور المهرجان الخطابي"."""
    near = [m for m in of_type(s, EventMention) if n.j < m.i <= n.j + _THERE_REACH and m.form.number == "singular"]
    to = next((k for k in range(n.j, min(n.j + _THERE_REACH, len(s.norm))) if s.norm[k] in _GOING_THERE), None)
    return next((m for m in near if to is not None and to < m.i), None)


def _is_goal(s: Sentence, n: NumberMention, m: EventMention) -> bool:
    """Whether an event follows those sent there: "24 مندوبا إلى المؤتمر الوطني", "12 مؤتمرا للمؤتمر الجهوي"."""
    sent = noun_at(s, n.j)
    k = m.i - (s.norm[m.i - 1] == _TO)
    to = k < m.i or m.prefix.startswith("ل")
    return sent is not None and sent[0].kind == "delegates" and to and k == sent[1] and n.j < k


def going_to_body(s: Sentence, n: NumberMention) -> BodyMention | None:
    """Return the body to which delegates were chosen: "عشرة أعضاء لتمثيل الإقليم في المجلس الوطني"."""
    after = (
        b for b in bodies_in(s) if n.j <= b.i <= n.j + _GOING_REACH and b.kind == "party" and s.norm[b.i - 1] in _INTO
    )
    return next((b for b in after if any(w in _GOING_TO for w in s.norm[n.j : b.i])), None)


def _event(s: Sentence, n: NumberMention, events: Events) -> tuple[EventMention | None, Event | None]:
    """The event mention nearest before the number, else the first after, that is one event; else the one in focus."""
    if (goal := going_to(s, n) or going_there(s, n)) is not None:
        return goal, next(iter(events.of(goal)), None)
    told = [m for m in of_type(s, EventMention) if m.kind != "election" and m.form.number == "singular"]
    held = [e for e in events.all if e.kind != "election"]
    before = sorted((m for m in told if m.i < n.i), key=lambda m: (m.i > 0 and s.norm[m.i - 1] in _ASIDE, -m.i))
    for m in (*before, *(m for m in told if m.i > n.i)):
        if found := events.of(m):
            return m, found[0]
        if m.qualified and not (m.broadcast or m.demonstrative):
            return m, None
    if any(w in _DELEGATES for w in s.bare[max(0, n.i - _NEAR) : n.j + 1]):
        congresses = [e for e in held if e.kind == "congress"]
        if len(congresses) == 1:
            return None, congresses[0]
    nouns = (noun_at(s, k, clitics=True) for k in range(max(0, n.i - 2 * _NEAR), n.j + 2))
    sent = any(noun[0].kind == "delegates" for noun in nouns if noun)
    scene = None if sent else events.scene(s, n.i)
    near = scene or events.focus(s) or (held[0] if len(held) == 1 else None)
    if near is not None and near.kind != "election":
        return None, near
    return next((m for m in (*before, *told) if m.kind in ASSEMBLIES), None), None


def of_whole(d: Discourse, s: Sentence, n: NumberMention, part: Quantity, events: Events) -> str | None:
    """Return the body of which those counted before are a part: of those present, the one that met."""
    if part == "attendees":
        m, event = _event(s, n, events)
        focus = events.focus(s)
        mentions = [event.mention if event else m, focus.mention if focus else None]
        met = next((x.body for x in mentions if x and x.body), None)
        return body_name(d, s, met) if met else None
    bodies = [b for b in bodies_in(s) if b.i < n.i and b.number == "singular"]
    return body_name(d, s, bodies[-1]) if bodies else None


def of_voters(d: Discourse, s: Sentence, n: NumberMention, events: Events) -> str | None:
    """Return where votes were cast: a congress or assembly, else the council told last, else the meeting or the body that voted."""
    m, event = _event(s, n, events)
    if (event.kind if event else m.kind if m else "") in ASSEMBLIES:
        return of_event(d, s, n, events)
    if (council := seats.council(d, s, n.i)) or (council := of_event(d, s, n, events)):
        return council
    bodies = [b for b in bodies_in(s) if b.i < n.i and b.kind == "party" and b.number == "singular"]
    body = bodies[-1] if bodies else inside(s, n.j)
    if d.main_party is None:
        return _election(s)
    return body_name(d, s, body) if body else _election(s)


def _election(s: Sentence) -> str | None:
    """ "انتخابات رئيس حزب كذا": an election with the office that it is for."""
    told = next((m for m in of_type(s, EventMention) if m.kind == "election"), None)
    if told is None:
        return None
    office = next((role for role in of_type(s, RoleMention) if role.i == told.j), None)
    return s.text(told.i, office.j).removeprefix(told.prefix) if office else None


def event_name(event: Event) -> str:
    """Return the label of an event with its place."""
    label = named(event.mention)
    return label + (f" {event.place}" if event.place and event.place not in label else "")


def of_congress(s: Sentence, c: Counted) -> bool:
    """Whether the members counted are those of a congress: "أعضاء المؤتمر البالغ عددهم 246"."""
    return any(s.norm[k] in _MEMBERS and s.bare[k + 1] in _CONGRESS for k in range(c.i - 1))
