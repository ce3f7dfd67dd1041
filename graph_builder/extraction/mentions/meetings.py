"""Meetings that no noun of an event tells: a body that met, a body's sittings; and whose "its meeting" is."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    DateMention,
    EventMention,
    Mention,
    PartyMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded, vocabulary

_WORDS: Final = data("grammar_words")["event"]
_MET: Final = folded(_WORDS["met"])
_MET_AFTER_WHO: Final = _MET | folded(_WORDS["met_after_who"])
_HOLDING: Final = _WORDS["holding_noun"]
_BEFORE_NOUN: Final = folded(_WORDS["before_noun"])
_SITTING: Final = folded(_WORDS["sitting"])
_MEETING: Final = _WORDS["meeting"]
_HEAD: Final = fold(_MEETING)
_POSSESSED: Final = folded(_WORDS["possessed"])
_WHO: Final = folded(_WORDS["who"])
_RECEIVING: Final = LISTS.declare(folded(data("trigger_words")["receiving"]))
DELEGATION: Final = folded(data("trigger_words")["delegation"])
_RECEPTION: Final = _WORDS["reception"]
_DESCRIBING: Final = folded(_WORDS["describing"]) | frozenset(f"ال{w}" for w in folded(_WORDS["describing"]))
_EXPECTED: Final = folded(data("trigger_words")["expected"])
_HOLDS: Final = folded(_WORDS["holds"])
_AROUND: Final = folded(_WORDS["around"])
_ITS_WORK: Final = folded(_WORDS["its_work"])
_ITS_HOLDING: Final = folded(_WORDS["its_holding"])
_FOUNDING: Final = LISTS.declare(folded(_WORDS["founding"]) | folded(_WORDS["renewing"]))
_RENEWING: Final = folded(_WORDS["renewing"])
_FOUNDATION: Final = _WORDS["foundation"]
_RENEWAL: Final = _WORDS["renewal"]
_FOUNDED_REACH: Final = 10
"""Words from a verb of founding, through who founds, where and when, to what is founded."""
_DAY: Final = len("2017-04-23")
_HAS_CHOSEN: Final = folded(_WORDS["has_chosen"])
_COUNCILS: Final = folded(_WORDS["councils"])
_DAY_REACH: Final = 8
"""Words from a body that chose to the day on which it did."""
_VERB_REACH: Final = 14
"""Words between a verb of meeting and the body that met: when and where."""
_IN: Final = folded(_WORDS["in"])
_FIRST: Final = folded(_WORDS["first"])
_PREMISES: Final = folded(["مقر"])
_BESIDE: Final = 2
_LONGEST: Final = 6
"""Words of a delegation's name that the label of its reception keeps."""
_REACH: Final = 4
"""Words after a body within which an event of its own makes its meeting no second one."""


def add_meetings(s: Sentence) -> None:
    """Tell as a meeting each body that met, and name the body of each "its meeting"."""
    for n, m in enumerate(s.mentions):
        if isinstance(m, EventMention) and m.form.pronoun and m.head in _POSSESSED and m.body is None:
            _possess(s, m, s.mentions[:n])
    _receive(s)
    _found(s)
    told = [_before(s, m) or _after(s, m) for m in s.mentions]
    if all(new is None for new in told):
        return
    replaced = [new if new is not None and new.i <= m.i else m for m, new in zip(s.mentions, told, strict=True)]
    added = [new for m, new in zip(s.mentions, told, strict=True) if new is not None and new.i > m.i]
    s.mentions = sorted([*replaced, *added], key=lambda m: m.i)


def _receive(s: Sentence) -> None:
    """ "استقبل الأمين العام ... وفدا عن ...": a meeting, told by the delegation."""
    if not s.saying(_RECEIVING):
        return
    verb = next((k for k, w in enumerate(s.norm) if w.removeprefix("و") in _RECEIVING), None)
    at = next((k for k in range((verb or 0) + 1, len(s.norm)) if s.bare[k] in DELEGATION), None)
    covered = {k for m in s.mentions for k in range(m.i, m.j)}
    if verb is None or at is None or at in covered or _told_between(s, verb, at):
        return
    end = next((k for k in range(at + 1, min(at + _LONGEST, len(s.norm))) if s.tokens[k].word.kind != "word"), None)
    label = f"{_RECEPTION} {s.text(at, end or min(at + _LONGEST, len(s.norm)))}"
    form = Form("m", "singular", "", False)
    event = EventMention(at, at + 1, "", label, s.bare[at], "meeting", form, True, False, True)
    s.mentions = sorted([*s.mentions, event], key=lambda m: m.i)


def _found(s: Sentence) -> None:
    """ "أسس الحزب يوم السبت فرعا بسلا", "جدد الفرع مكتبه يوم السبت": told by the verb, on a day."""
    if not s.saying(_FOUNDING) or any(isinstance(m, EventMention) and m.kind != "election" for m in s.mentions):
        return
    verb = next((k for k, w in enumerate(s.norm) if w.removeprefix("و") in _FOUNDING), len(s.norm))
    body = next((m for m in s.mentions if isinstance(m, BodyMention) and verb < m.i <= verb + _FOUNDED_REACH), None)
    renewed = verb < len(s.norm) and s.norm[verb].removeprefix("و") in _RENEWING
    if renewed:
        own = (m for m in s.mentions if isinstance(m, BodyMention) and m.possessive and m.i > verb)
        body = next(own, None)
    day = any(isinstance(m, DateMention) and len(m.date or "") >= _DAY for m in s.mentions)
    if body is None or not day or body.kind != "party" or body.number != "singular" or body.prefix:
        return
    act = _RENEWAL if renewed else _FOUNDATION
    form = Form("m", "singular", "", False)
    event = EventMention(
        body.i, body.j, "", f"{act} {body.name}", fold(act), "other", form, False, False, True, body=body
    )  # fmt: skip
    owner = next((m for m in s.mentions if isinstance(m, BodyMention) and m.place is not None and m.i < body.i), body)
    event.party, event.place = body.party, body.place or owner.place
    s.mentions = sorted([*s.mentions, event], key=lambda m: m.i)


def _told_between(s: Sentence, verb: int, at: int) -> bool:
    return any(isinstance(m, EventMention) and verb < m.i < at for m in s.mentions)


def _possess(s: Sentence, event: EventMention, before: list[Mention]) -> None:
    """ "... أعضاء اللجنة المركزية في اجتماعها الأخير": the meeting of the body named last before it."""
    feminine = s.tokens[event.i].word.surface.endswith("ها")
    for m in reversed(before):
        body = _body(m)
        if body is not None:
            if _feminine(body) == feminine and not body.generic:
                event.body, event.qualified = body, True
                first, _, rest = event.label.partition(" ")
                if body.name.startswith(ARTICLE):
                    event.label = " ".join(filter(None, [first.removeprefix(ARTICLE), body.name, rest]))
            return


def _feminine(body: BodyMention) -> bool:
    heads = vocabulary().bodies.heads.get(body.head, ())
    return any(head.form.gender == "f" for head in heads)


def _body(m: Mention) -> BodyMention | None:
    """The body of a party that a mention is, or whose members it tells."""
    body = m if isinstance(m, BodyMention) else m.body if isinstance(m, RoleMention) else None
    return body if body and body.kind == "party" and body.number == "singular" else None


def _before(s: Sentence, m: Mention) -> EventMention | None:
    """ "اجتمع المجلس الإقليمي ...", "أشغال اللجنة المركزية"."""
    if isinstance(m, RoleMention) and m.form.number == "plural":
        body = _body(m)
        met = body is not None and m.i > 0 and s.norm[m.i - 1].removeprefix("و") in _MET and not _told(s, m)
        return _meeting(body, m.j, m.j + 1, "") if body is not None and met and m.j < len(s.norm) else None
    if not isinstance(m, BodyMention) or _body(m) is None or _told(s, m):
        return None
    verb = _met_before(s, m.i)
    sitting = m.i > 0 and any(x.rest in _SITTING for x in s.tokens[m.i - 1].word.splits)
    noun = m.i > 1 and s.norm[m.i - 1] == _HOLDING and s.norm[m.i - 2] in _BEFORE_NOUN
    told = verb or sitting or noun or _is_held(s, m) or _has_chosen(s, m)
    return _meeting(m, m.i, m.j, m.prefix) if told else None


def _has_chosen(s: Sentence, m: BodyMention) -> bool:
    """ "انتخب المجلس الوطني، أول أمس الأحد بسلا، X ...": a body that chose on a day met on it."""
    if m.i == 0 or m.prefix or s.norm[m.i - 1].removeprefix("و") not in _HAS_CHOSEN or m.head not in _COUNCILS:
        return False
    beside = any(isinstance(x, DateMention) and 0 <= x.i - m.j <= _DAY_REACH for x in s.mentions)
    told = [x for x in s.mentions if isinstance(x, EventMention) and x.kind != "election"]
    return beside and all(x.i > m.j and s.norm[x.i - 1] in _AROUND for x in told)


def _is_held(s: Sentence, m: BodyMention) -> bool:
    """ "عقد الحزب مجلسه الوطني": its council is what was held."""
    if not m.possessive or m.prefix:
        return False
    verb = next((k for k in range(m.i - 1, max(-1, m.i - _VERB_REACH), -1) if s.norm[k] in _HOLDS), None)
    return verb is not None and not any(isinstance(x, EventMention) and verb < x.i < m.i for x in s.mentions)


def _met_before(s: Sentence, i: int) -> bool:
    """Whether a verb of meeting has the body at token ``i`` as its subject: "التأم يوم السبت بسلا، المجلس ..."."""
    back = range(i - 1, max(-1, i - 1 - _VERB_REACH), -1)
    verb = next((k for k in back if s.norm[k].removeprefix("و") in _MET), None)
    before = next((x for x in reversed(s.mentions) if verb is not None and x.j <= verb), None)
    subject = isinstance(before, EventMention) and not any(s.is_sign(x, "،,؛") for x in range(before.j, verb or 0))
    if verb is None or subject or (verb and s.norm[verb - 1] in _WHO):
        return False
    told = [x for x in s.mentions if verb < x.i < i]
    if not all(isinstance(x, (DateMention, PlaceMention)) or _is_premises(s, x) for x in told):
        return False
    return verb >= i - _BESIDE or bool(told and told[0].i == verb + 1) or s.norm[verb + 1].startswith("ب")


def _is_premises(s: Sentence, m: Mention) -> bool:
    """ "بمقر الحزب": where the body met."""
    return isinstance(m, PartyMention) and m.i > 0 and any(x.bare in _PREMISES for x in s.tokens[m.i - 1].word.splits)


def _after(s: Sentence, m: Mention) -> EventMention | None:
    """ "المجلس الوطني، الذي انعقد ...", "المكتب المجتمع ...", "اللجنة في أول انعقاد لها": by that word itself."""
    body = _body(m)
    if body is None or _told(s, m) or _in_purpose(s, m):
        return None
    k = _end(s, m)
    k += s.is_sign(k, "،,")
    k += k < len(s.norm) and s.norm[k].removeprefix("و") in _WHO
    first = k + 2 < len(s.norm) and s.norm[k] in _IN and s.norm[k + 1] in _FIRST
    k += 2 * first
    participle = k < len(s.norm) and s.bare[k] in _SITTING and (first or k <= m.j + 1)
    met = k > m.j and k < len(s.norm) and s.norm[k] in _MET_AFTER_WHO and s.norm[k - 1].removeprefix("و") in _WHO
    verb = k < len(s.norm) and s.norm[k] in _MET and not isinstance(m, RoleMention) and not s.is_sign(k - 1, "،,")
    to_come = k + 1 < len(s.norm) and s.norm[k] in _EXPECTED and s.norm[k + 1] in _ITS_HOLDING
    ended = k < len(s.norm) and s.norm[k] in _ITS_WORK and not isinstance(m, RoleMention)
    return _meeting(body, k, k + 1 + to_come, "") if participle or met or verb or to_come or ended else None


def _in_purpose(s: Sentence, m: Mention) -> bool:
    """ "الجمع العام الخاص بتجديد المكتب انعقد": a body in what an event before it is for; the event met."""
    before = next((x for x in reversed(s.mentions) if x.j <= m.i), None)
    if not isinstance(before, EventMention) or not before.purpose or m.i - before.j > _LONGEST:
        return False
    return not any(s.tokens[k].word.kind == "punct" for k in range(before.j, m.i))


def _end(s: Sentence, m: Mention) -> int:
    """Where what is said of a body ends: an adjective, its party and place."""
    k = m.j + (m.j < len(s.norm) and s.norm[m.j] in _DESCRIBING)
    for x in s.mentions:
        if x.i == k and isinstance(x, (PartyMention, PlaceMention)):
            k = x.j
    return k


def _told(s: Sentence, m: Mention) -> bool:
    """Whether an event told right after the body is its meeting: not one before or after which it met."""
    near = [x for x in s.mentions if isinstance(x, EventMention) and 0 <= x.i - m.j <= _REACH and x.prefix != "ل"]
    return any(s.norm[x.i - 1] not in _AROUND for x in near)


def _meeting(body: BodyMention, i: int, j: int, prefix: str) -> EventMention:
    form = Form("m", "singular", "", False)
    event = EventMention(i, j, prefix, f"{_MEETING} {body.name}", _HEAD, "meeting", form, True, False, True, body=body)
    event.party, event.place = body.party, body.place
    return event
