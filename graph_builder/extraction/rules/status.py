"""Whether a post is reported as won, held, left or sought, and which body's officers a list is of."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.full_names import stands_alone
from graph_builder.extraction.known import TITLE
from graph_builder.extraction.mention_kinds import BodyMention, PartyMention, PersonMention, RoleMention
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.roster import in_lines, opening, side
from graph_builder.extraction.rules.triggers import (
    COMPOSING,
    ELECTING,
    LEAVING,
    LISTING,
    SEEKING,
    first_of,
    last_of,
    saying,
    says,
    tells,
    trigger,
    words,
)
from graph_builder.extraction.wordlists import LISTS
from graph_builder.model import Status

_FROM: Final = words("من منصب مهام مهمة منصبه منصبها مهامه مهامها مهمته مهمتها مسؤوليته مسؤوليتها رئاسة")
_FAR: Final = 14
"""Words between a departure or candidacy and the office it is about."""
_AFTER: Final = 9
"""Words after an office within which its holder's resignation is told."""
_FROM_REACH: Final = 5
"""Words between a resignation and the party left."""
_WAS_REACH: Final = 3
"""Words between "was" and the office held."""
_PAST_REACH: Final = 6
"""Words between a name after "was" and the office that he held."""
_RESIGNATION: Final = words("استقالته استقالتها")
_IN: Final = words("في")
_TRUST: Final = words("الثقة ثقته ثقتها ثقتهم ثقتهن")
_INTO_OFFICE: Final = words("منصب بمنصب مهمة بمهمة منصبي")
_FOR_OFFICE: Final = words("لمنصب منصب لرئاسة لشغل")
_ALL_RESIGN: Final = words("استقالتهم استقالتهما استقالاتهم استقالتهن استقالتيهما")
_DISMISSING: Final = words("أقال أقالت أعفى أعفت طرد طردت عزل عزلت إقالة إعفاء طرد عزل")
_ONCE: Final = words("سبق")
_AS_SUCH: Final = words("بصفته بصفتها باعتباره باعتبارها")
_AMONG_THEM: Final = trigger("among")
_FOR: Final = "ل"
_THAT: Final = words("أن وأن")
_HELD: Final = words("شغل شغلت")
_WAS: Final = words("كان كانت ظل ظلت")
_CANDIDATE: Final = fold("مرشح")
_ELECTED: Final = words("منتخب منتخبة منتخبين منتخبون منتخبات")
_ELECTION: Final = words("انتخاب بانتخاب وانتخاب تعيين بتعيين وتعيين")
_DEPUTY: Final = fold("نائب")
_COUNCIL: Final = fold("مجلس")
_RANKS: Final = words("أول أولى ثاني ثانية ثالث رابع خامس سادس سابع ثامن تاسع عاشر")
_LINES: Final = 12
"""Sentences, or lines of a list, back to the council that chose its officers."""
_APPROVING: Final = trigger("approving")
_LISTING: Final = LISTS.declare(ELECTING | COMPOSING | LISTING)
_APPOINTS: Final = words("عين عينت نصب نصبت كلف كلفت")
_DURING: Final = words("خلاله خلالها فيه فيها أثناءه أثناءها بموجبه بموجبها")
_ATTENDING: Final = trigger("attending")
"""Officers who came to an event are not the ones chosen at it: "حضر اللقاء X رئيس كذا، وY عضو كذا"."""
_CHOOSES: Final = words("انتخب ينتخب اختار يختار جدد يجدد")


def status_of(d: Discourse, s: Sentence, role: RoleMention) -> Status:
    """Return what the sentence reports of ``role``: the last act told before it, or the one told right after."""
    if role.former or _leaves(s, role):
        return "former"
    if any(bare in _ELECTED for bare in s.bare[role.i : role.j]):
        return "elected"
    trigger = last_of(s, ELECTING, role.i)
    of_list = role.key == "list_head" and (role.body is None or role.body.kind == "party")  # but "وكيل النقابة"
    if role.head == _CANDIDATE or of_list or (trigger < 0 and _is_sought(s, role)):
        return "candidate"
    if _held_before(s, role, trigger):
        return "former"
    return "elected" if _is_won(d, s, role, trigger) else "current"


def _held_before(s: Sentence, role: RoleMention, trigger: int) -> bool:
    """Whether "was" or "once" puts the office into the past; ``trigger``: the last word of electing before it."""
    if trigger < 0 and told_of_past(s, role) is not None:
        return True
    past = trigger < role.i - _WAS_REACH or _said_once(s, role)
    return role.key != "rapporteur" and past and _was(s, role)


def _is_won(d: Discourse, s: Sentence, role: RoleMention, trigger: int) -> bool:
    """Whether an election or appointment to the office is told, or a list of those elected."""
    if trigger >= 0 and (s.norm[role.i - 1] in _INTO_OFFICE or (role.definite and _of_the_elected(s, role))):
        return True
    if role.i > 1 and s.norm[role.i - 1] in _IN and s.norm[role.i - 2] in _TRUST:
        return True  # "تجديد الثقة في الكاتب الإقليمي X"
    if role.definite and not role.form.case and 0 <= trigger < role.i <= trigger + 2 and _chosen(s, trigger):
        return True  # "الذي انتخب خلاله الرئيس X"
    if trigger == role.i - 1 and s.norm[trigger] in _APPOINTS and any(r.form.case for r in of_type(s, RoleMention)):
        return False  # "عين وزير كذا X مديرا"
    roster = (side(s) is not None and first_of(s, _ATTENDING, role.i) is None) or in_lines(d, s)
    if role.i > 0 and s.norm[role.i - 1] in _AS_SUCH:
        return False  # "ترأس الدورة X بصفته رئيسا للجنة"
    if role.form.case == "accusative" or (roster and listed_body(d, s, role.i) is not None and renewal_told(d, s)):
        return True
    return is_predicate(s, role) and (trigger >= 0 or is_listing(d, s))


def _chosen(s: Sentence, k: int) -> bool:
    """Whether a passive verb of electing stands at token ``k``, spelt as one, or of what was elected "in it"."""
    spelt = "\u064f" in s.tokens[k].word.spelt
    return s.norm[k] in _CHOOSES and (spelt or (k + 1 < len(s.norm) and s.norm[k + 1] in _DURING))


def renewal_told(d: Discourse, s: Sentence) -> bool:
    """Return whether an election or a composition is told before, in title, lead, or the sentence that opens the roster."""
    first = opening(d, s)
    opener = d.sentences[max(0, first - 1)]
    if opener.index < s.index and opener.norm[-1:] == [":"] and tells(opener, _APPROVING):
        return True
    near = [*d.sentences[:3], *d.sentences[max(0, first - 2) : s.index + 1]]
    return any(first_of(other, _LISTING) is not None for other in near if other.index <= s.index)


def _said_once(s: Sentence, role: RoleMention) -> bool:
    """ "سبق لـX أن انتخب كاتبا": an election of the past."""
    return role.form.case == "accusative" and _once(s, role)


def _once(s: Sentence, role: RoleMention) -> bool:
    """ "سبق لـX أن ...", "سبق أن ...": "once" is told before the office; not "سبق ذلك", which came before."""
    near = [k for k in saying(s, _ONCE) if role.i - _FAR <= k < role.i]
    return any(s.norm[k + 1].startswith(_FOR) or s.norm[k + 1] in _THAT for k in near)


def _was(s: Sentence, role: RoleMention) -> bool:
    """ "كانت X كاتبة جهوية", "شغل X منصب الكاتب": the office is told of the past."""
    if s.norm[role.i - 1] in _INTO_OFFICE and any(role.i - _FAR <= k < role.i for k in saying(s, _HELD)):
        return True
    near = any(role.i - _WAS_REACH <= k < role.i for k in saying(s, _WAS))
    return near or _once(s, role)


def told_of_past(s: Sentence, role: RoleMention) -> PersonMention | None:
    """ "كانت X إلى حدود اليوم كاتبة عامة للعمالة": the name right after "was", an indefinite office a few words on."""
    people = [m for m in of_type(s, PersonMention) if m.j <= role.i]
    start = people[-1].i if people else 0
    start -= start > 1 and bool(s.may[start - 1] & TITLE)  # "كان الدكتور X كاتبا"
    if role.definite or role.prefix or start == 0 or not says(s, start - 1, _WAS):
        return None
    between = range(people[-1].j, role.i)
    told = len(between) <= _PAST_REACH and all(s.tokens[k].word.kind == "word" for k in between)
    return people[-1] if told else None


def _leaves(s: Sentence, role: RoleMention) -> bool:
    """Whether somebody leaves the office: "إعفاء X من مهمة المنسق", "أقالت الكاتب المحلي", "قدم الكاتب ... استقالته"."""
    leaving = last_of(s, LEAVING, role.i)
    from_it = s.norm[role.i - 1] in _FROM or role.i - 1 == leaving
    if leaving > last_of(s, ELECTING, role.i) and role.i - leaving < _FAR and from_it:
        return True
    if _dismissed(s, role):
        return True
    if any(k >= role.j or _is_of_them(s, k, role) for k in saying(s, _ALL_RESIGN)):
        return True
    after = [k for k in saying(s, _RESIGNATION) if role.j <= k < role.j + _AFTER]
    resigns = next((k for k in after if s.norm[k] in _RESIGNATION), None)
    return role.form.case == "" and resigns is not None and not (role.public and _from_party(s, resigns))


def _is_of_them(s: Sentence, k: int, role: RoleMention) -> bool:
    """ "قدموا استقالتهم، وفي مقدمتهم الأمين المحلي X": whether an officer is told among those who resigned."""
    return any(k < x < role.i for x in saying(s, _AMONG_THEM))


def _from_party(s: Sentence, k: int) -> bool:
    """ "استقالته من جميع هياكل الحزب": who leaves his party keeps his seat."""
    return any(k < party.i <= k + _FROM_REACH for party in of_type(s, PartyMention))


def _dismissed(s: Sentence, role: RoleMention) -> bool:
    """ "أقال المكتب السياسي الكاتب الإقليمي X": nothing but who dismisses, and whom, between the verb and the office."""
    verb = last_of(s, _DISMISSING, role.i)
    if verb < 0 or role.form.case:
        return False
    told = {k for m in s.mentions if isinstance(m, (BodyMention, PartyMention, PersonMention)) for k in range(m.i, m.j)}
    return all(k in told or s.tokens[k].word.kind == "punct" for k in range(verb + 1, role.i))


def _is_sought(s: Sentence, role: RoleMention) -> bool:
    """Whether a candidacy for the office is told: of an indefinite role, or of "the office of"."""
    seeking = last_of(s, SEEKING, role.i + 1)
    near = seeking >= 0 and role.i - seeking < _FAR
    return near and (not role.definite or s.norm[role.i - 1] in _FOR_OFFICE)


def _of_the_elected(s: Sentence, role: RoleMention) -> bool:
    """ "تم انتخاب الكاتب العام X، وأمينة المال Y": after an election, nothing but officers and names up to the role."""
    trigger = first_of(s, _ELECTION, role.i)
    if trigger is None:
        return False
    told = {k for m in s.mentions if isinstance(m, (PersonMention, RoleMention)) for k in range(m.i, m.j)}
    return all(k in told or s.tokens[k].word.kind == "punct" for k in range(trigger + 1, role.i))


def of_many(role: RoleMention) -> bool:
    """Whether a role is in the plural or dual; "عضوا" before a definite body is the dual of construct, no accusative."""
    if role.form.number != "singular":
        return True
    owner = role.body or role.party
    construct = owner is not None and owner.prefix == "" and owner.i == role.i + 1
    return role.form.case == "accusative" and construct


def is_predicate(s: Sentence, role: RoleMention) -> bool:
    """Whether a role is told of somebody, as in a list of the elected, rather than used to say who he is."""
    owner = role.body or role.party
    of_town = not role.form.case and s.bare[role.j : role.j + 1] != [] and s.bare[role.j] in TYPES  # "X، عمدة المدينة"
    bare = not (role.definite or of_town) and (owner is None or owner.prefix != "" or owner.i > role.base_end)
    named = s.is_sign(role.j, "(") and any(p.i == role.j + 1 for p in of_type(s, PersonMention))
    return bare or named or s.is_sign(role.i - 1, "(:-–") or s.is_sign(role.j, ":-–")


def is_listing(d: Discourse, s: Sentence) -> bool:
    """Whether the sentence is, or goes on with, a list of officers: an introduction stands before it."""
    for k in range(s.index, max(-1, s.index - 30), -1):
        other = d.sentences[k]
        if first_of(other, LISTING) is not None:
            return True
        if other.norm and other.norm[-1] == ":" and first_of(other, ELECTING) is not None:
            return True
        if k != s.index and not any(True for _ in of_type(other, RoleMention)):
            return False
    return False


def is_ranked(role: RoleMention) -> bool:
    """Return whether the role is a deputy's with his rank: "نائبا ثالثا عن حزب كذا"."""
    return role.head == _DEPUTY and any(lemma in _RANKS for lemma in role.lemmas[1:])


def council_before(d: Discourse, s: Sentence, role: RoleMention, chosen: bool = False) -> BodyMention | None:
    """Return the elected council named last before the role: its president's deputies are told without it.

    ``chosen``: only where the role is a deputy's with his rank, or in lines, and the council's choice is told near.
    """
    if chosen and not (is_ranked(role) or role.key == "deputy" or in_lines(d, s)):
        return None
    for other in d.sentences[max(0, s.index - _LINES) if chosen else 0 : s.index + 1][::-1]:
        held = {id(r.body) for r in of_type(other, RoleMention) if r.body and not r.form.case and r.key == "member"}
        bodies = [b for b in bodies_in(other) if b.number == "singular" and (other is not s or b.i < role.i)]
        named = [b for b in bodies if b.kind != "party" and b.head == _COUNCIL and not stands_alone(b)]
        named = [b for b in named if not chosen or (b.kind == "public" and id(b) not in held)]
        if named and (not chosen or first_of(other, ELECTING) is not None):
            return named[-1]
    return None
