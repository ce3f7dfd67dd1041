"""Whose a figure is: the body or party that has the members, the event that they attended."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.inflection import noun_forms
from graph_builder.extraction.discourse import Discourse, bodies_in, parties_in, parts_of, places_in, stands_alone
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.events import Event, Events
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    NumberMention,
    PartyMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.mentions.written import named
from graph_builder.extraction.rules.figure_counted import CONTEXT, Counted, made_of
from graph_builder.extraction.rules.status import listed_body, steering
from graph_builder.extraction.rules.triggers import words
from graph_builder.extraction.sections import Sections
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded
from graph_builder.model import Level, Quantity

_SCOPES: Final[dict[str, Level]] = {
    next(iter(folded([word]))): level for word, level in data("figure_words")["scopes"].items()
}
_SCOPE_AFTER: Final = folded(data("figure_words")["scope_after"])
_REGIONS: Final = folded(data("figure_words")["regions"])
_CONSTITUENCIES: Final = folded(data("figure_words")["constituencies"])
_ADHERENTS: Final = frozenset(f for w in data("figure_words")["adherents"] for f, _ in noun_forms(w))
_AFTER_NOUN: Final = 3
"""Words between the noun and the body it is said to be in: "عضوا بالمكتب السياسي"."""
_SCOPE_REACH: Final = 6
_SECTIONS: Final = ("local", "provincial", "regional", "parallel")
_CONGRESS: Final = words("مؤتمر")
_MEMBERS: Final = words("أعضاء عضوات أعضاؤه أعضائه")
_ASIDE: Final = folded(data("figure_words")["aside"])
_INTO: Final = words("في داخل ضمن")


def of_event(s: Sentence, n: NumberMention, events: Events) -> str | None:
    """Return the name of the event whose delegates or attendees are counted: the last named before, else after."""
    m, event = _event(s, n, events)
    if event is not None:
        return event_name(event)
    return named(m) if m else None


def _event(s: Sentence, n: NumberMention, events: Events) -> tuple[EventMention | None, Event | None]:
    """The event mention nearest before the number, else the first after, that is one event; else the one in focus."""
    told = [m for m in of_type(s, EventMention) if m.kind != "election" and m.form.number == "singular"]
    held = [e for e in events.all if e.kind != "election"]
    before = sorted((m for m in told if m.i < n.i), key=lambda m: (m.i > 0 and s.norm[m.i - 1] in _ASIDE, -m.i))
    for m in (*before, *(m for m in told if m.i > n.i)):
        if found := events.of(m):
            return m, found[0]
        if m.qualified and not (m.broadcast or m.demonstrative):
            return m, None
    return None, events.focus(s) or (held[0] if len(held) == 1 else None)


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


def of_council(s: Sentence, n: NumberMention) -> str | None:
    """Return the council, no body of a party, named last before the votes cast in it: "رئيسا لمجلس المقاطعة ... من أصل 30"."""
    councils = [b for b in bodies_in(s) if b.i < n.i and b.kind == "public" and b.number == "singular"]
    return s.text(councils[-1].i, councils[-1].j).removeprefix(councils[-1].prefix) if councils else None


def event_name(event: Event) -> str:
    """Return the label of an event with its place."""
    label = named(event.mention)
    return label + (f" {event.place}" if event.place and event.place not in label else "")


def of_congress(s: Sentence, c: Counted) -> bool:
    """Whether the members counted are those of a congress: "أعضاء المؤتمر البالغ عددهم 246"."""
    return any(s.norm[k] in _MEMBERS and s.bare[k + 1] in _CONGRESS for k in range(c.i - 1))


def of_body(
    d: Discourse, s: Sentence, n: NumberMention, c: Counted, sections: Sections, last: str | None
) -> str | None:
    """Return the body or party whose members, applications, seats or branches are counted.

    In order: the body told as made up of them, the one they are in, the constituency of seats, the nearest before,
    the branch of the section, ``last`` (whose the number before is), and where the sentence names nobody the body the article is about, or its party.
    """
    end = max(n.j, c.j)
    if (head := made_of(s, min(n.i, c.i))) is not None:
        return _made_of(d, s, head, min(n.i, c.i) - 1)
    if c.kind in ("members", "people") and (inside := _inside(s, end)):
        return body_name(d, s, inside)
    if c.kind == "seats" and (given := next((p for p in parties_in(s) if p.i == end and p.prefix == "ل"), None)):
        return given.name or (d.main_party.name if d.main_party else None)
    if c.kind == "seats" and (holding := _holding_seats(s, min(n.i, c.i))):
        return s.text(holding.i, holding.j)
    if c.kind == "seats" and (constituency := _constituency(d, s, end)):
        return constituency
    owner = _nearest(d, s, min(n.i, c.i), adherents=c.kind not in ("members", "people") or s.bare[c.i] in _ADHERENTS)
    section = sections.body_at(s)
    if isinstance(owner, PlaceMention):
        return s.text(owner.i, owner.j)
    if isinstance(owner, BodyMention):  # "الفرع", told by its head alone, is that of its section
        alone = stands_alone(owner) or all(owner is not b for b in bodies_in(s))
        return (section if alone else None) or body_name(d, s, owner)
    if isinstance(owner, PartyMention) and (party := d.resolve_party(owner, s, owner.i)):
        return _with_scope(d, s, n, c, party.name, owner)
    return section or last or _unsaid(d, s, n, c)


def _made_of(d: Discourse, s: Sentence, head: int, end: int) -> str:
    """The name of the body told as made up of the counted, up to the word "made up" if there is one."""
    named = next((b for b in bodies_in(s) if b.i <= head < b.j), None)
    if named is not None and (named.core > named.i + 1 or named.generic or named.party or named.place):
        return body_name(d, s, named)
    made = next((k for k in range(head, end) if s.norm[k] in CONTEXT["containing"]), end)
    prefix = next(x.prefix for x in s.tokens[head].word.splits if x.bare in d.vocabulary.bodies.heads)
    name = s.text(head, made).removeprefix(prefix)
    whose = _listed(d, s, head) if made == head + 1 else None
    return f"{name} {body_name(d, s, whose)}" if whose else name


def _holding_seats(s: Sentence, end: int) -> BodyMention | None:
    """ "ويضم مجلس الجهة ما مجموعه 51 مقعدا": the council right after the verb."""
    told = (b for b in bodies_in(s) if 0 < b.i < end and b.prefix == "" and b.kind != "party")
    return next((b for b in told if s.norm[b.i - 1].removeprefix("و") in CONTEXT["containing"]), None)


def _constituency(d: Discourse, s: Sentence, end: int) -> str | None:
    """ "ثلاثة مقاعد مخصصة للدائرة المحلية": the constituency that has the seats, with its place."""
    for k in range(end, min(end + _AFTER_NOUN, len(s.norm))):
        split = next((x for x in s.tokens[k].word.splits if x.prefix and x.bare in _CONSTITUENCIES), None)
        if split:
            last = k + 1
            while last < len(s.norm) and s.tokens[last].word.definite and last - k <= _AFTER_NOUN:
                last += 1
            place = d.main_place("provincial")
            words = [split.rest.replace("ه", "ة"), s.text(k + 1, last), place.name if place else ""]
            return " ".join(w for w in words if w)
    return None


def out_of(s: Sentence, end: int) -> bool:
    """Whether those counted are some out of a body: "64 عضوا من المجلس الوطني"."""
    return s.norm[end : end + 1] == ["من"] and any(b.i == end + 1 for b in (*bodies_in(s), *parties_in(s)))


def assembly(s: Sentence, c: Counted) -> str | None:
    """Return the assembly in which seats are: "سبعة مقاعد بالمجلس الجماعي"."""
    named = (b for b in bodies_in(s) if c.j <= b.i <= c.j + _AFTER_NOUN and b.kind != "party")
    return next((s.text(b.i, b.j).removeprefix(b.prefix) for b in named), None)


def _unsaid(d: Discourse, s: Sentence, n: NumberMention, c: Counted) -> str | None:
    adherents = s.bare[c.i] in _ADHERENTS
    officers = [m for m in _owners(s) if m.i < n.i and isinstance(m, BodyMention)]
    if officers and not adherents:
        return body_name(d, s, officers[-1])
    listed = listed_body(d, s, n.i) if c.kind in ("members", "people", "applications", "prospects") else None
    national = listed is not None and listed.level == "national"
    if listed and not stands_alone(listed) and not (national and (adherents or c.kind == "applications")):
        return body_name(d, s, listed)
    return _with_scope(d, s, n, c, d.main_party.name, None) if d.main_party else None


def _listed(d: Discourse, s: Sentence, i: int) -> BodyMention | None:
    """The body whose officers are listed; before a national one the branch that title or lead tell of."""
    listed = listed_body(d, s, i)
    if listed is None or listed.level != "national":
        return listed
    lead = (b for other in d.sentences[: s.index + 1] if other.paragraph <= 1 for b in bodies_in(other))
    return next((b for b in lead if b.level in _SECTIONS and b.number == "singular" and b.kind == "party"), listed)


def _inside(s: Sentence, end: int) -> BodyMention | None:
    """The body right after the noun, into which it counts: "أربعة أعضاء في المكتب السياسي"."""
    for b in bodies_in(s):
        into = b.prefix in ("ب", "ل") or (b.i > 0 and s.norm[b.i - 1] in _INTO)
        one = b.number == "singular" and b.kind == "party" and b.head not in _SCOPES
        if end <= b.i <= end + _AFTER_NOUN and into and one:
            return b
    return None


def _nearest(
    d: Discourse, s: Sentence, before: int, adherents: bool
) -> BodyMention | PartyMention | PlaceMention | None:
    """The body, party or region told nearest before a token, those by which an officer is told apart.

    ``adherents``: of those who belong to a party as such, not to one of its national bodies.
    """
    officers = {
        id(part)
        for role in of_type(s, RoleMention)
        if role.form.number == "singular" and not role.event
        for part in parts_of(role)
    }
    found = [m for m in _owners(s) if m.i < before and id(m) not in officers]
    if adherents:
        found = [m for m in found if not isinstance(m, BodyMention) or _has_adherents(m)]
    nearest = max(found, key=lambda m: m.i, default=None)
    return _that(d, s, nearest.j if nearest else 0, before, adherents) or nearest


def _has_adherents(body: BodyMention) -> bool:
    """Whether people belong to the body as to a party: a branch or an organisation, no council or committee."""
    return body.level in _SECTIONS or bool(body.known) or (body.level is None and body.place is not None)


def _that(d: Discourse, s: Sentence, start: int, end: int, adherents: bool) -> BodyMention | None:
    """ "المنظمة", "المكتب": a body told by its head alone, nearer than any other, and in full elsewhere."""
    plurals = [b for b in bodies_in(s) if b.number != "singular"]
    taken = {k for m in s.mentions if m not in plurals for k in range(m.i, m.j)}
    for k in range(end - 1, start - 1, -1):
        for split in s.tokens[k].word.splits if k not in taken else ():
            heads = d.vocabulary.bodies.heads.get(split.bare, ()) if split.bare != split.rest else ()
            if any(h.form.number == "singular" and not h.form.pronoun for h in heads):
                named = [b for o in d.sentences[: s.index + 1] for b in bodies_in(o) if _names(b, split.bare)]
                full = [b for b in named if not stands_alone(b) and b.i != k]
                if full and (not adherents or _has_adherents(full[-1])):
                    return full[-1]
    return None


def _names(b: BodyMention, head: str) -> bool:
    """Whether a body is what its head alone may mean; "the organisation" is a parallel one of any name."""
    return (
        b.kind == "party" and b.number == "singular" and (b.head == head or (head in _ORGANISATIONS and bool(b.known)))
    )


_ORGANISATIONS: Final = words("منظمة هيئة هيأة")


def _owners(s: Sentence) -> list[BodyMention | PartyMention | PlaceMention]:
    """What may have members, told in a sentence: no body that is itself counted, or out of which others come."""
    counted = {m.j for m in of_type(s, NumberMention)}
    found: dict[int, BodyMention | PartyMention | PlaceMention] = {}
    for top in s.mentions:
        if isinstance(top, PlaceMention) and top.prefix == "" and _is_region(top) and not _governed(s, top.i):
            found[id(top)] = top
        for m in parts_of(top):
            if m.i in counted or (m.i > 0 and s.norm[m.i - 1] == "من"):
                continue
            if isinstance(m, BodyMention) and m.number == "singular" and m.kind == "party":
                found[id(m)] = m
                found.pop(id(m.party), None)
            elif isinstance(m, PartyMention) and not any(
                isinstance(x, BodyMention) and x.party is m and id(x) in found for x in parts_of(top)
            ):
                found[id(m)] = m
    return list(found.values())


def _is_region(place: PlaceMention) -> bool:
    return place.type_word in _REGIONS or (place.kind == "region" and not place.type_word)


def _governed(s: Sentence, i: int) -> bool:
    """Whether the word before is a preposition, so that what follows is a place, no subject."""
    return i > 0 and s.norm[i - 1] in _PREPOSITIONS


_PREPOSITIONS: Final = words("في من إلى على عبر داخل بين نحو مستوى صعيد")


def body_name(d: Discourse, s: Sentence, body: BodyMention) -> str:
    """Return a body's name with its place; a bare "the new bureau" is the body whose officers are listed."""
    if steering(s, body):
        body = _listed(d, s, body.i) or d.full_body(s, body)
    elif body.core - body.i == 1 and body.place is None:
        body = d.full_body(s, body)
    place = body.place or d.place_at(s, body.i, body.level) if body.level in _SCOPES.values() else body.place
    party = body.party.name if body.party and body.party.name and body.core - body.i == 1 else ""
    parts = [body.name, party, place.name if place else ""]
    return " ".join(p for n, p in enumerate(parts) if p and not (n and p in body.name))


def _with_scope(d: Discourse, s: Sentence, n: NumberMention, c: Counted, party: str, owner: PartyMention | None) -> str:
    """A party's name with the place for which the figure holds, where the sentence tells one."""
    start, end = (owner.j if owner else n.i), min(len(s.norm), max(c.j, n.j) + _SCOPE_REACH)
    for place in places_in(s):
        told = place.prefix == "ب" or (place.i > 0 and s.norm[place.i - 1] in _SCOPE_AFTER)
        if start <= place.i < end and told and place.kind != "country":
            return f"{party} {place.name}"
    for k in range(start, end):
        level = next((_SCOPES[x.bare] for x in s.tokens[k].word.splits if x.bare in _SCOPES and x.bare != x.rest), None)
        if level and (main := d.place_at(s, n.i, level)):
            return f"{party} {main.name}"
    return party
