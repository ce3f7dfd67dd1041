"""What an office beside a name leaves unsaid: the body that it is of, and whether it is an office at all."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in, parties_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import BodyMention, RoleMention
from graph_builder.extraction.rules.beside import of_him
from graph_builder.extraction.rules.renewed import chooser_of_its_own, listed_body
from graph_builder.extraction.rules.roster import in_lines, side
from graph_builder.extraction.rules.status import council_before, is_listing, is_ranked
from graph_builder.extraction.rules.triggers import ELECTING, last_of, saying, words
from graph_builder.lexicon.vocabulary import bares
from graph_builder.model import Status

_OF_AREAS: Final = words("كاتب أمين منسق")
"""Heads of a party in an area: no office of its council."""
_COUNCIL: Final = fold("مجلس")
_GENERAL: Final = fold("عام")
_KEEPER: Final = fold("أمين")
_LEADING: Final = ("president", "secretary", "keeper", "coordinator", "spokesperson")
_LEADERS: Final = (tuple(bares("أمين عام")), tuple(bares("كاتب أول")))
_STANDING_FOR: Final = words("عن")
_MEMBER: Final = fold("عضو")
_AMONG_THEM: Final = words("يتقدمهم يتقدمهن بينهم بينهن ضمنهم رأسهم مقدمتهم")


def body_of(d: Discourse, s: Sentence, role: RoleMention, status: Status) -> BodyMention | None:
    """The body that an office without one is of: the one that a pronoun means, or whose officers are told of."""
    if role.possessive or of_him(role, s):
        return _possessor(d, s, role)
    left = status == "former" and role.level is not None  # "إعفاء الكاتب الإقليمي"
    general = is_ranked(role) is False and role.key == "deputy" and {_GENERAL, _KEEPER} <= {*role.lemmas}
    definite = role.definite or general  # "نائب الأمين العام"
    if role.key == "member" and role.party is not None and role.body is None and role.party.i == role.i + 1:
        return None  # "عضو الحزب X"
    alone = role.public or (definite and (status == "current" or left)) or _of_party(role)
    standing = role.key in ("candidate", "list_head")
    body = None if role.body or role.public else _among_members(s, role)
    if body is None and not (role.body or alone or standing):
        body = listed_body(d, s, role.i)
    if role.body is None and (is_ranked(role) if role.public else body is None and not alone):
        body = council_before(d, s, role, chosen=not role.public)
    if body is not None and role.level and body.level not in (None, "parallel", role.level):
        return None
    if body is not None and role.level and role.head in _OF_AREAS and body.head == _COUNCIL:
        return None  # "انتخب المجلس الإقليمي X كاتبا إقليميا": chosen by the council, which he does not head
    leads = body is not None and body.level == "national" and role.lemmas in _LEADERS
    return body if not leads else None  # the party's leader, whichever of its bodies is listed


def _among_members(s: Sentence, role: RoleMention) -> BodyMention | None:
    """The body among whose members an officer is told: "أعضاء من المكتب المحلي، يتقدمهم أمين المال X"."""
    led = [k for k in saying(s, _AMONG_THEM) if k < role.i]
    members = [m for m in of_type(s, RoleMention) if led and m.j <= led[-1] and m.form.number == "plural"]
    told = members[-1] if members and members[-1].head == _MEMBER else None
    nearest = [b for b in bodies_in(s) if told is not None and told.i < b.i < led[-1]][:1]
    return nearest[0] if nearest and nearest[0].number == "singular" else None


def is_shown(d: Discourse, s: Sentence, role: RoleMention) -> bool:
    """Whether more than a bare noun beside a name shows it to be his office: its phrase, signs, a list, an election."""
    if role.modified or role.public or role.form.case != "" or s.is_sign(role.i - 1, "(") or _of_its_party(s, role):
        return True
    if role.former and role.key in _LEADING:
        return True  # "الكاتب السابق X"
    won = not role.definite and last_of(s, ELECTING, role.i) >= 0
    return won or side(s) is not None or in_lines(d, s) or is_listing(d, s)


def _of_party(role: RoleMention) -> bool:
    """ "مفتش الحزب", "رئيس حزب كذا": an office of the party itself, whichever of its bodies the text is about."""
    party = role.party
    if party is None or role.body is not None or role.form.case or role.head == _MEMBER:
        return False
    return party.i - role.i == len(role.text.split())


def _of_its_party(s: Sentence, role: RoleMention) -> bool:
    """ "الحزب ورئيسه X", "الحركة كما قالت رئيستها X": whether the pronoun may mean the party named last before."""
    leads = role.possessive and role.key in _LEADING
    before = [p for p in parties_in(s) if p.j <= role.i] if leads else []
    pronoun = s.tokens[role.i].word.surface
    return bool(before) and pronoun.endswith("ها") == s.norm[before[-1].i].endswith("ه")


def _possessor(d: Discourse, s: Sentence, role: RoleMention) -> BodyMention | None:
    """The body that a pronoun means: the last one named before in the sentence, unless a party is named after it."""
    before = [b for b in bodies_in(s) if b.i < role.i and b.number == "singular" and _means(s, role, b)]
    chooser = chooser_of_its_own(d, s, role.i) if not before else None
    if chooser is not None:
        return chooser
    nearer = [
        p for p in parties_in(s) if before and before[-1].j < p.i < role.i and s.norm[p.i - 1] not in _STANDING_FOR
    ]
    return before[-1] if before and not nearer else None


def _means(s: Sentence, role: RoleMention, body: BodyMention) -> bool:
    """Whether the pronoun may mean the body by its gender: "رئيسه" of a council, "رئيسها" of a committee."""
    pronoun = s.tokens[role.i].word.surface if role.possessive else s.norm[role.j]
    return pronoun.endswith("ها") == body.head.endswith("ه")
