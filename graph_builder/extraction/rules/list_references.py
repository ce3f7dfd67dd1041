"""What a list refers to that was told before it: "وضمت اللائحة كلا من ...", "أما باقي الأعضاء فهم ...".

No single word decides. The words that lead to the list, its length and what was told before are weighed: the office or
body with most in favour is what the list is of, if that is enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import office_of
from graph_builder.extraction.mention_kinds import BodyMention, EventMention, RoleMention
from graph_builder.extraction.rules.list_lead import (
    CHOOSES,
    GONE,
    HEADING,
    MADE_UP,
    MAKES,
    NAMELY,
    NAMES_OF,
    SEEKING,
    WINNING,
    clause_of_list,
    is_heading,
    is_opened,
    loose_words,
    others_made_up,
    presides,
    turns,
)
from graph_builder.extraction.rules.nominations import MANY_HEADS, candidacy, is_electoral, nomination, party_before
from graph_builder.extraction.rules.triggers import LISTING, saying, says, tells, words
from graph_builder.model import Status

_MAKES: Final = MAKES | NAMES_OF
SOUGHT: Final = ("candidate", "list_head")
MEMBER: Final = fold("عضو")
_RELATIVE: Final = words("الذي التي الذين اللذين")
_FRESH: Final = frozenset(fold(word) for word in ("جديد", "جديدة"))
_LEADERS: Final = fold("قيادة")
"""They are the members of a body told before: "وصعد إلى القيادة كل من"."""
Sign = Literal["opened", "names", "made", "name", "free", "turn", "office", "body", "sentence"]
WEIGHTS: Final[dict[Sign, float]] = {
    "opened": 2.0,
    "names": 1.0,
    "made": 1.0,
    "name": 0.35,
    "free": -0.25,
    "turn": -4.0,
    "office": 2.0,
    "body": 2.0,
    "sentence": -0.6,
}
"""What speaks for a list's being of what was told before: a colon, "each of" or "namely" right before it; words like
"the list"; a word of making up or choosing; each name of the list; each word before it that joins nothing; one that
turns to something else; that an office of many, or a body chosen, was told; each sentence back to it."""
ENOUGH: Final = 2.0
_MOST_NAMES: Final = 8
"""Names that count."""
_CHOOSES: Final = CHOOSES | words("صوت صوتت صادق وافق زكى")
_LISTS: Final = NAMELY | WINNING | HEADING
_NEAR: Final = 6
"""Tokens before a body within which it is told as chosen."""
_BACK: Final = 5
"""Sentences back to the office or body."""


class Office(NamedTuple):
    """What those listed are."""

    role: RoleMention
    status: Status
    body: BodyMention | None


def member_of(body: BodyMention, status: Status) -> Office:
    """Return the office of those who are members of a body."""
    return Office(office_of(body, MEMBER, "member"), status, None)


def referred(d: Discourse, s: Sentence, floor: int, start: int, size: int) -> Office | None:
    """Return what a list of ``size`` names is of, as told before the words at tokens ``floor`` to ``start`` that lead to it."""
    if any(e.kind != "election" and floor <= e.i < start for e in of_type(s, EventMention)):
        return None  # "برنامج الندوة:"
    if start == len(s.norm) and not (s.is_sign(start - 1, ":") or tells(s, LISTING)):
        return None  # "اقرأ أيضا", and lines of names
    floor = clause_of_list(s, floor, start)
    lead = _lead(d, s, floor, start)
    if lead is None:
        return None
    weight, listing = lead
    favour = weight + WEIGHTS["name"] * min(size, _MOST_NAMES)
    told = [(favour + weight, -n, office) for n, (weight, office) in enumerate(_told(d, s, floor))]
    best = max(told, key=lambda one: one[:2], default=None)
    if best is None or best[0] < ENOUGH:
        return None
    office = best[2]
    if office is None or office.role.key in SOUGHT:
        return office
    return office if listing and not any(floor <= k < start for k in saying(s, SEEKING)) else None


def told_last(d: Discourse, s: Sentence, end: int) -> Office | None:
    """Return what was chosen or made up last before token ``end``, in the sentence or those before."""
    return next((office for _, office in _told(d, s, end)), None)


def are_leaders(body: BodyMention) -> bool:
    """Return whether a body is told as "the leaders" only, be they the new ones."""
    return body.head == _LEADERS and body.core - body.i == 1 and body.party is None


def _lead(d: Discourse, s: Sentence, floor: int, start: int) -> tuple[float, bool] | None:
    """How far the words before a list go on with what was told, and whether they say so; ``None`` if nothing opens it."""
    between = range(floor, start)
    made = any(says(s, k, MADE_UP) for k in between)
    names = any(says(s, k, NAMES_OF) for k in between)
    opened = is_opened(s, floor, start) or made or (start > floor and says(s, start - 1, NAMES_OF))
    if not opened:
        return None
    free = loose_words(s, floor, start)
    turned = sum(turns(s, k, d.vocabulary.people.verbs) for k in free) + others_made_up(s, free)
    making = made or any(says(s, k, MAKES) for k in between)
    listing = free == [] or names or making or any(says(s, k, _LISTS) for k in between)
    joins = sum(not says(s, k, _MAKES) for k in free)
    weight = WEIGHTS["opened"] + WEIGHTS["names"] * names + WEIGHTS["made"] * making
    return weight + WEIGHTS["free"] * joins + WEIGHTS["turn"] * turned, listing


def _told(d: Discourse, s: Sentence, floor: int) -> Iterator[tuple[float, Office | None]]:
    """The offices of many and bodies chosen before a list, nearest first, each with what speaks for it."""
    for other in d.sentences[max(0, s.index - _BACK) : s.index + 1][::-1]:
        end = floor if other is s else len(other.norm)
        if other is not s and tells(other, GONE):
            return
        back = WEIGHTS["sentence"] * (s.index - other.index)
        many = [r for r in of_type(other, RoleMention) if r.j <= end and r.form.number != "singular"]
        if any(r.key != "member" and r.key not in SOUGHT for r in many) and tells(other, MAKES):
            yield WEIGHTS["office"] + back, None
        told = [b for b in bodies_in(other) if b.j <= end and _is_chosen(other, b)]
        party_bodies = [b for b in told if b.kind == "party"]
        put_up = None if many or party_bodies or not is_electoral(d, other) else nomination(other, 0, end)
        if put_up is not None:
            role = candidacy(d, end, put_up[1], party_before(other, end), [], MANY_HEADS)
            yield WEIGHTS["office"] + back, Office(role, "candidate", None)
            continue
        if many and (choosing := _chosen_by(other, many[-1], end)) is not None:
            many, told = [], [choosing]
        if many and told and told[-1].i >= many[-1].j and all(r.key == "member" for r in many):
            many = []  # "أعضاء المجلس الوطني صوتوا على تركيبة المكتب السياسي"
        if many and many[-1].key in SOUGHT:
            yield WEIGHTS["office"] + back, Office(replace(many[-1], modified=True), "candidate", None)
        elif many and many[-1].body is not None and tells(other, MAKES):
            yield WEIGHTS["office"] + back, Office(many[-1], "elected", None)
        if told:
            body = _filled(other, told[-1], end)
            body = d.full_body(other, body) if body.generic else body
            yield WEIGHTS["body"] + back, None if body.generic else member_of(body, "elected")


def _chosen_by(s: Sentence, members: RoleMention, end: int) -> BodyMention | None:
    """The body that the members of another choose: "انتخب أعضاء اللجنة المركزية، المجتمعون بكذا، المكتب السياسي"."""
    if members.key != "member" or not members.i or not says(s, members.i - 1, _CHOOSES):
        return None
    after = [
        b for b in bodies_in(s) if members.j <= b.i and b.j <= end and b.kind == "party" and b.number == "singular"
    ]
    return after[0] if after else None


def _filled(s: Sentence, body: BodyMention, end: int) -> BodyMention:
    """The body that those chosen fill, where the one right after the verb is who chooses: "انتخب المجلس الوطني مكتبه"."""
    later = [b for b in bodies_in(s) if body.j <= b.i and b.j <= end and b.kind == "party" and b.number == "singular"]
    return later[-1] if later and body.i > 0 and says(s, body.i - 1, CHOOSES) else body


def _is_chosen(s: Sentence, body: BodyMention) -> bool:
    """Whether a word of choosing or composing stands before a body, no sign or body between, or right after it."""
    if body.kind == "public" or body.number != "singular" or presides(s, body):
        return False
    held = any(r.body is body and r.form.number == "singular" for r in of_type(s, RoleMention))
    composed = any(says(s, k, MADE_UP) for k in range(body.j, min(body.j + 2, len(s.norm))))
    near = max(0, body.i - _NEAR)
    parting = [k for k in s.signs if near <= k < body.i] + [b.j - 1 for b in bodies_in(s) if near < b.j <= body.i]
    parting += [k for k in range(near, body.i) if says(s, k, _RELATIVE)]  # "الأعضاء الذين انتخبتهم اللجنة المركزية"
    before = range(min(max([near, *(k + 1 for k in parting)]), max(0, body.i - 2)), body.i)
    if not _FRESH.isdisjoint(s.bare[body.i : body.j + 1]):
        return not held  # "المكتب التنفيذي الجديد لحزب كذا يرى النور"
    elected = any(e.body is body and e.kind == "election" for e in of_type(s, EventMention))
    return not held and (composed or elected or is_heading(s) or any(says(s, k, MAKES) for k in before))
