"""Whose a figure is: the body or party that has the members."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.inflection import noun_forms
from graph_builder.extraction.discourse import Discourse, bodies_in, parties_in, parts_of, places_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.full_names import stands_alone, steering
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    NumberMention,
    PartyMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.rules import figure_fellows as fellows
from graph_builder.extraction.rules import figure_seats as seats
from graph_builder.extraction.rules.figure_counted import CONTEXT, Counted, made_of, noun_at
from graph_builder.extraction.rules.renewed import listed_body, made_up_before
from graph_builder.extraction.rules.triggers import words
from graph_builder.extraction.sections import Sections
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded
from graph_builder.model import Level

_SCOPES: Final[dict[str, Level]] = {
    next(iter(folded([word]))): level for word, level in data("figure_words")["scopes"].items()
}
_SCOPE_AFTER: Final = folded(data("figure_words")["scope_after"])
_REGIONS: Final = folded(data("figure_words")["regions"])
_ADHERENTS: Final = frozenset(f for w in data("figure_words")["adherents"] for f, _ in noun_forms(w))
_OF_BODIES: Final = ("members", "people", "officers")
"""Kinds of those who are in bodies."""
_AFTER_NOUN: Final = 3
"""Words between the noun and the body it is said to be in: "عضوا بالمكتب السياسي"."""
_SCOPE_REACH: Final = 6
_LEAD: Final = 5
"""Words at the beginning of a sentence within which a place is that of all that it tells: "وببركان، يتوفر الحزب ..."."""
_SECTIONS: Final = ("local", "provincial", "regional", "parallel")
_PARTY: Final = data("grammar_words")["party"]["head"][0]
_INTO: Final = words("في داخل ضمن")
_JOINING: Final = folded(data("figure_words")["joining"])
_RANKS: Final = folded(data("figure_words")["ranks"])
_UPON: Final = next(iter(words("على")))
_EMANATING: Final = words("منبثق منبثقة منبثقين")
_FROM: Final = words("عن من")
_NO_ADHERENTS: Final = words("لجنة مجلس مفتشية")
_THERE: Final = folded(data("figure_words")["there"])
_VENUES: Final = folded(data("grammar_words")["event"]["venues"])


def of_body(
    d: Discourse, s: Sentence, n: NumberMention, c: Counted, sections: Sections, last: str | None
) -> str | None:
    """Return the body or party whose members, applications, seats or branches are counted.

    In order: the body told as made up of them, the one they are in, the constituency of seats, the nearest before,
    the branch of the section, ``last`` (whose the number before is), and where the sentence names nobody the body the article is about, or its party.
    """
    end = max(n.j, c.j)
    having = seats.container(s, min(n.i, c.i), "party") if c.kind in _OF_BODIES else None
    having = having or (_that_having(d, s, min(n.i, c.i)) if c.kind in _OF_BODIES else None)
    if having is not None and not stands_alone(having):
        return body_name(d, s, having)
    if c.kind in _OF_BODIES and (body := inside(s, end)):
        return body_name(d, s, body)
    if c.kind == "seats" and (body := inside(s, end)):
        return body_name(d, s, body)
    if c.kind == "seats" and (told := seats.owner(d, s, n, c)):
        return told
    if (head := made_of(s, min(n.i, c.i))) is not None:
        return _made_of(d, s, head, min(n.i, c.i) - 1)
    if c.kind != "seats" and d.main_party and _is_there(d, s, n, c):
        return with_scope(d, s, n, c, d.main_party.name, None)
    if (joined := _joined(s, end)) and (party := d.resolve_party(joined, s, joined.i)):
        return with_scope(d, s, n, c, party.name, joined)
    return _nearest_name(d, s, n, c, sections) or sections.body_at(s) or last or _unsaid(d, s, n, c)


def _is_there(d: Discourse, s: Sentence, n: NumberMention, c: Counted) -> bool:
    """Whether those counted are told as those of the region, no body: "عدد المنخرطين بالجهة", "210 أعضاء على صعيد الإقليم"."""
    told = [k + 1 for k in range(max(0, n.i - _SCOPE_REACH), n.i) if noun_at(s, k) is not None]
    owners = {m.i for m in _owners(s)}
    own = any(_that(d, s, k, k + 2, adherents=True) is not None for k in told)  # "المنخرطات في المنظمة بالإقليم"
    if own:
        return False
    nouns = [k + far for k in (c.j, *told) for far in range(3) if not owners & set(range(k, k + far + 1))]
    for k in (k for k in nouns if k < len(s.norm)):
        level = s.norm[k + 1 : k + 2] if s.norm[k] != _UPON else s.norm[k + 2 : k + 3]
        scoped = s.norm[k] in _SCOPE_AFTER or (
            s.norm[k] == _UPON and s.norm[k + 1 : k + 2] != [] and s.norm[k + 1] in _SCOPE_AFTER
        )
        if s.norm[k] in _THERE or (scoped and level and level[0].removeprefix("ال") in _SCOPES):
            return True
    return False


def _nearest_name(d: Discourse, s: Sentence, n: NumberMention, c: Counted, sections: Sections) -> str | None:
    """The name of the nearest that may have those counted: "the branch" is that of its section."""
    owner = _nearest(
        d,
        s,
        n.i if c.j <= n.i else min(n.i, c.i),
        adherents=c.kind not in ("members", "people") or s.bare[c.i] in _ADHERENTS,
    )
    section = sections.body_at(s)
    if c.kind == "members" and s.bare[c.i] not in _ADHERENTS:
        if (named := fellows.having(s, min(n.i, c.i))) is not None:
            return named
        party = owner if isinstance(owner, PartyMention) else None
        bare = section is None and owner is party
        if bare and (told := fellows.body_of(d, s, n, c, party)) is not None:
            return body_name(d, s, told)
    if isinstance(owner, PlaceMention):
        return s.text(owner.i, owner.j)
    if isinstance(owner, BodyMention):  # "الفرع", told by its head alone, is that of its section
        alone = stands_alone(owner) or all(owner is not b for b in bodies_in(s))
        return (section if alone else None) or body_name(d, s, owner)
    if isinstance(owner, PartyMention) and (party := d.resolve_party(owner, s, owner.i)):
        return with_scope(d, s, n, c, party.name, owner)
    return None


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


def has_people(s: Sentence, start: int, sections: Sections) -> bool:
    """Whether people are told as a body's or party's: made up of them, named before them, or joined by them."""
    joined = any(w.removeprefix("و") in _JOINING for w in s.norm[:start])
    if joined and (sections.body_at(s) is not None or _owners(s)):
        return True
    return made_of(s, start) is not None or any(m.i < start for m in _owners(s))


def out_of(s: Sentence, end: int) -> bool:
    """Whether those counted are some out of a body: "64 عضوا من المجلس الوطني"."""
    if s.norm[end : end + 1] != ["من"]:
        return False
    fellows = noun_at(s, end + 1)  # "12 عضوا من أعضاء المجلس الوطني"
    at = fellows[1] if fellows is not None and fellows[0].kind == "members" else end + 1
    return any(b.i == at for b in (*bodies_in(s), *parties_in(s)))


def _unsaid(d: Discourse, s: Sentence, n: NumberMention, c: Counted) -> str | None:
    adherents = s.bare[c.i] in _ADHERENTS
    officers = [m for m in _owners(s) if m.i < n.i and isinstance(m, BodyMention) and c.kind != "branches"]
    if officers and not adherents:
        return body_name(d, s, officers[-1])
    if adherents and (subject := _subject(d, s)):
        return body_name(d, s, subject)
    if (composed := made_up_before(d, s, n.i)) is not None:
        return body_name(d, s, composed)
    listed = listed_body(d, s, n.i, False) if c.kind in ("members", "people", "applications", "prospects") else None
    national = listed is not None and listed.level == "national"
    if listed and not stands_alone(listed) and not (national and (adherents or c.kind == "applications")):
        return body_name(d, s, listed)
    return with_scope(d, s, n, c, d.main_party.name, None) if d.main_party else None


def _subject(d: Discourse, s: Sentence) -> BodyMention | None:
    """The first body with adherents that title or lead tell of."""
    lead = (b for o in d.sentences[: s.index + 1] if o.paragraph <= 0 for b in bodies_in(o) if not _of_officer(o, b))
    told = (b for b in lead if b.number == "singular" and b.kind == "party" and not stands_alone(b))
    return next((b for b in told if _has_adherents(b)), None)


def _listed(d: Discourse, s: Sentence, i: int) -> BodyMention | None:
    """The body whose officers are listed; before a national one the branch that title or lead tell of."""
    listed = listed_body(d, s, i, False)
    if listed is None or listed.level != "national":
        return listed
    lead = (b for other in d.sentences[: s.index + 1] if other.paragraph <= 1 for b in bodies_in(other))
    return next((b for b in lead if b.level in _SECTIONS and b.number == "singular" and b.kind == "party"), listed)


def _joined(s: Sentence, end: int) -> PartyMention | None:
    """ "310 أعضاء جدد في صفوف الحزب", "ستة فروع للحزب": the party whose those counted are, right after them."""
    own = (p for p in parties_in(s) if p.i == end and p.prefix in ("ل", "ب"))
    if (party := next(own, None)) is not None:
        return party
    ranks = next((k for k in range(end, min(end + _AFTER_NOUN + 1, len(s.norm))) if s.norm[k] in _RANKS), None)
    return next((p for p in parties_in(s) if p.i == ranks + 1), None) if ranks is not None else None


def inside(s: Sentence, end: int) -> BodyMention | None:
    """Return the body right after the noun, into which it counts: "أربعة أعضاء في المكتب السياسي"."""
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


def _that_having(d: Discourse, s: Sentence, end: int) -> BodyMention | None:
    """ "وستضم اللجنة التي ستقود الحزب ...": the body, told by its head alone, right after the verb of having."""
    k = next((k for k in range(end - 2, -1, -1) if s.norm[k].removeprefix("و") in seats.HAVING), None)
    return _that(d, s, k + 1, k + 2, adherents=False) if k is not None else None


def _has_adherents(body: BodyMention) -> bool:
    """Whether people belong to the body as to a party: a branch or an organisation, no council or committee."""
    if body.head in _NO_ADHERENTS:
        return False
    return body.level in _SECTIONS or bool(body.known) or (body.level is None and body.place is not None)


def _that(d: Discourse, s: Sentence, start: int, end: int, adherents: bool) -> BodyMention | None:
    """ "المنظمة", "المكتب": a body told by its head alone, nearer than any other, and in full elsewhere."""
    plurals = [b for b in bodies_in(s) if b.number != "singular"]
    taken = {k for m in s.mentions if m not in plurals for k in range(m.i, m.j)}
    for k in range(end - 1, start - 1, -1):
        for split in s.tokens[k].word.splits if k not in taken else ():
            heads = d.vocabulary.bodies.heads.get(split.bare, ()) if split.bare != split.rest else ()
            if any(h.form.number == "singular" and not h.form.pronoun for h in heads):
                named = [(o, b) for o in d.sentences[: s.index + 1] for b in bodies_in(o) if _names(b, split.bare)]
                full = [(o, b) for o, b in named if not stands_alone(b) and b.i != k]
                own = [b for o, b in full if not _of_officer(o, b)] or [b for _, b in full]
                if own and (not adherents or _has_adherents(own[-1])):
                    return own[-1]
    return None


def _of_officer(s: Sentence, body: BodyMention) -> bool:
    """Whether a body only tells whose officer somebody is: "كاتب فرع تمارة"."""
    return any(body is part for role in of_type(s, RoleMention) for part in parts_of(role))


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
            if m.i in counted or (
                m.i > 0 and (s.norm[m.i - 1] == "من" or s.norm[m.i - 1] in _VENUES or _is_source(s, m.i))
            ):
                continue
            if isinstance(m, BodyMention) and m.number == "singular" and m.kind == "party":
                found[id(m)] = m
                found.pop(id(m.party), None)
            elif isinstance(m, PartyMention) and not any(
                isinstance(x, BodyMention) and x.party is m and id(x) in found for x in parts_of(top)
            ):
                found[id(m)] = m
    return list(found.values())


def _is_source(s: Sentence, i: int) -> bool:
    """ "اللجنة المنبثقة عن المكتب السياسي": a body only told as that from which another comes."""
    return i > 1 and s.bare[i - 2] in _EMANATING and s.norm[i - 1] in _FROM


def _is_region(place: PlaceMention) -> bool:
    return place.type_word in _REGIONS or (place.kind == "region" and not place.type_word)


def _governed(s: Sentence, i: int) -> bool:
    """Whether the word before is a preposition, so that what follows is a place, no subject."""
    return i > 0 and s.norm[i - 1] in _PREPOSITIONS


_PREPOSITIONS: Final = words("في من إلى على عبر داخل بين نحو مستوى صعيد")


def body_name(d: Discourse, s: Sentence, body: BodyMention) -> str:
    """Return a body's name with its place; a bare "the new bureau" is the body whose officers are listed."""
    if any(b is body for b in bodies_in(s)) and steering(s, body):
        body = _listed(d, s, body.i) or d.full_body(s, body)
    elif body.core - body.i == 1 and body.place is None:
        body = d.full_body(s, body)
    place = body.place or d.place_at(s, body.i, body.level) if body.level in _SCOPES.values() else body.place
    party = body.party.name if body.party and body.party.name and body.core - body.i == 1 else ""
    parts = [body.name, party, place.name if place else ""]
    return " ".join(p for n, p in enumerate(parts) if p and not (n and p in body.name))


def with_scope(d: Discourse, s: Sentence, n: NumberMention, c: Counted, party: str, owner: PartyMention | None) -> str:
    """Return a party's name with the place for which the figure holds, where the sentence tells one.

    What the text calls "the party" is called one: "حزب جبهة القوى الديمقراطية".
    """
    if owner is not None and owner.via == "anaphor" and not party.startswith(_PARTY):
        party = f"{_PARTY} {party}"
    start = owner.j if owner else n.i
    end = min(len(s.norm), max(max(c.j, n.j) + _SCOPE_REACH, start + 1))
    for place in places_in(s):
        told = place.prefix == "ب" or (place.i > 0 and s.norm[place.i - 1] in _SCOPE_AFTER)
        if start <= place.i < end and told and place.kind != "country":
            return f"{party} {place.name}"
    lead = next((p for p in places_in(s) if p.prefix in ("ب", "وب") and p.j <= min(start, _LEAD)), None)
    if lead is not None and lead.kind != "country":
        return f"{party} {lead.name}"
    for k in range(start, end):
        level = next((_SCOPES[x.bare] for x in s.tokens[k].word.splits if x.bare in _SCOPES and x.bare != x.rest), None)
        if level and (main := d.place_at(s, n.i, level)):
            return f"{party} {main.name}"
    return party
