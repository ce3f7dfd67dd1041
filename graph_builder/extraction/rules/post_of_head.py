"""Who heads a body, told by a verb: "المجلس الجهوي الذي يرأسه X", "تشكيل لجنة برئاسة X", "لجنة تنسقها X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, EventMention, PartyMention, PersonMention, RoleMention
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.triggers import ELECTING, MAKING, SUCCEEDING, last_of, saying, says, words

NAMES = ("post.head_of_body",)
EXAMPLES = (
    ("حضر كريم العلمي الذي يرأس المجلس الجهوي لحزب الاستقلال.", ("كريم العلمي | رئيس | المجلس الجهوي",)),
    ("المجلس الوطني لحزب الاستقلال الذي يرأسه كريم العلمي.", ("كريم العلمي | رئيس | المجلس الوطني",)),
    (
        "انتخب المؤتمر كريم العلمي على رأس الكتابة الإقليمية لحزب الاستقلال بسطات.",
        ("كريم العلمي | الكاتب الإقليمي | | حزب الاستقلال | سطات | elected",),
    ),
    (
        "جدد حزب الاستقلال الثقة في فاطمة الزاوي على رأس منظمة المرأة الاستقلالية.",
        ("فاطمة الزاوي | رئيس | منظمة المرأة الاستقلالية | حزب الاستقلال | | elected",),
    ),
    (
        "اختار شباب حزب الاستقلال بسلا مكتبهم الجديد المكون من 18 عضوا برئاسة كريم العلمي.",
        ("كريم العلمي | رئيس | مكتب",),
    ),
    (
        "شكل حزب الاستقلال لجنة تحضيرية برئاسة عضو المكتب السياسي كريم العلمي.",
        ("كريم العلمي | رئيس | لجنة تحضيرية",),
    ),
    (
        "نصب حزب الاستقلال الكتابة الجهوية بجهة الشرق التي أصبح يقودها كريم العلمي خلفا لسعيد الناصري.",
        ("كريم العلمي | الكاتب الجهوي | | حزب الاستقلال | الشرق | elected",),
    ),
    (
        "شكل حزب الاستقلال لجنة تحضيرية تتفرع عنها لجن هي:\n1. لجنة الوثائق، برئاسة كريم العلمي.",
        ("كريم العلمي | رئيس | لجنة الوثائق | حزب الاستقلال",),
    ),
    ("قرر حزب الاستقلال تشكيل لجنة تحضيرية برئاسة الأستاذ سعيد الناصري.", ("سعيد الناصري | رئيس | لجنة تحضيرية",)),
)
NEAR_MISSES = (
    "عقدت اللجنة التحضيرية لحزب الاستقلال برئاسة كريم العلمي اجتماعا.",
    "اجتمع المكتب السياسي لحزب الاستقلال، برئاسة كريم العلمي.",
    "شكر حزب الاستقلال المناضلين الذين يقودهم كريم العلمي.",
    "كان كريم العلمي الذي يرأس المؤتمر حاضرا.",
    "حضر كريم العلمي على رأس وفد عن المكتب السياسي لحزب الاستقلال.",
    "انتخب كريم العلمي على رأس الفرع المحلي لحزب الاستقلال بسلا.",
    "عقد حزب الاستقلال بسلا جمعا عاما لتجديد مكتب الفرع، ترأسه كريم العلمي.",
)
_PRESIDES: Final = words("يرأس ترأس يترأس تترأس رأس")
_PRESIDES_NOW: Final = words("يرأس")
_WHO: Final = words("الذي التي")
_UNDER: Final = words("برئاسة")
_COORDINATES: Final = words("ينسقها تنسقها ينسقه تنسقه")
_HEADED: Final = words("يرأسها ترأسها يترأسها تترأسها يرأسه ترأسه يترأسه تترأسه") | _COORDINATES
_HEADS: Final = {"رأس": ("رئيس", "president"), "نسق": ("منسق", "coordinator")}
_PRESIDED_BY: Final = words("يرأسه يترأسه يرأسها تترأسه")
_HEAD: Final = words("رأس راس")
_AT: Final = words("على")
_PRESIDED: Final = words("مجلس لجنة فريق مجموعة اتحاد")
_LED: Final = words("يقودها تقودها يقوده تقوده يسيرها تسيرها يسيره تسيره يدبرها يدبره")
_FORMED: Final = words("تشكيلها تشكيله تأسس تأسست تكونت تشكل أحدثت بتشكيل اختيار")
_MADE_REACH: Final = 3
"""Words from the verb of making to the body made."""
_ASIDE: Final = 8
"""Words on a body between it and the verb that says who heads it."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "X الذي يرأس المجلس الجهوي", "لجنة يرأسها X", "تشكيل لجنة برئاسة X": the head of a body, told by a verb."""
    yield from _at_head(d, s)
    yield from _of_party(d, s)
    yield from _led(d, s)
    for body in of_type(s, BodyMention):
        people = [p for p in of_type(s, PersonMention) if p.prefix == ""]
        holder, (lemma, key) = None, _HEADS["رأس"]
        if (before := _presiding(s, people, body)) is not None:
            holder = before
        elif body.i >= 2 and s.norm[body.i - 1] in _PRESIDES and s.norm[body.i - 2] in _WHO:
            holder = next((p for p in people if p.j == body.i - 2), None)
        elif (verb := _headed_by(s, body)) is not None:
            holder = next((p for p in people if p.i > verb and _only_titles(d, s, verb + 1, p.i)), None)
            lemma, key = _HEADS["نسق" if s.norm[verb] in _COORDINATES else "رأس"]
        if holder is not None:
            yield Holding(holder, office_of(body, lemma, key), s, "post.head_of_body", 0.8)


def _at_head(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "انتخاب X على رأس الكتابة الإقليمية": an office where the body's own noun tells it, else the presidency of a union.

    Who heads a branch may be its secretary or its president: that is not stated.
    """
    for k in saying(s, _HEAD):
        person = next((p for p in of_type(s, PersonMention)[::-1] if p.j < k), None)
        if person is None or k + 1 >= len(s.norm) or s.norm[k - 1] not in _AT or s.tokens[k + 1].word.kind != "word":
            continue
        chosen = last_of(s, ELECTING, k) >= 0
        if k - person.j > _ASIDE and not chosen:
            continue
        role = read_role(s, k + 1, d.vocabulary, "office")
        body = next((b for b in bodies_in(s) if b.i == k + 1 and b.number == "singular"), None)
        if role is None and body is not None and body.head in _PRESIDED | d.vocabulary.bodies.unions:
            role = office_of(body, *_HEADS["رأس"])
        if role is not None and role.modified:
            yield Holding(person, role, s, "post.head_of_body", 0.75, "elected" if chosen else "current")


def _of_party(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "الحزب الذي يرأسه X": who presides over a party."""
    for party in of_type(s, PartyMention):
        at = party.j
        if at + 1 >= len(s.norm) or s.norm[at] not in _WHO or s.norm[at + 1] not in _PRESIDED_BY:
            continue
        person = next((p for p in of_type(s, PersonMention) if _only_titles(d, s, at + 2, p.i)), None)
        if person is not None and person.i > at:
            lemma, key = _HEADS["رأس"]
            form = Form("m", "singular", "", False)
            role = RoleMention(
                at, at + 2, "", lemma, fold(lemma), key, form, (fold(lemma),), False, False, party=party, modified=True
            )
            yield Holding(person, role, s, "post.head_of_body", 0.8)


def _led(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "الكتابة الجهوية التي يقودها X": the officer whom the body's own noun tells; "خلفا لـ" makes him a new one."""
    for k in saying(s, _LED):
        body = next((b for b in bodies_in(s)[::-1] if 0 < k - b.j <= _MADE_REACH), None)
        holder = next((p for p in of_type(s, PersonMention) if p.i > k and _only_titles(d, s, k + 1, p.i)), None)
        if body is None or holder is None or not any(w in _WHO for w in s.norm[body.j : k]):
            continue
        role = read_role(s, body.i, d.vocabulary, "office")
        if role is not None and role.modified:
            new = holder.j < len(s.norm) and s.norm[holder.j] in SUCCEEDING
            yield Holding(holder, role, s, "post.head_of_body", 0.75, "elected" if new else "current")


def _presiding(s: Sentence, people: list[PersonMention], body: BodyMention) -> PersonMention | None:
    """ "يرأس X المجلس الوطني": in the present, which tells of no single session."""
    holder = next((p for p in people if p.j == body.i), None)
    return holder if holder is not None and holder.i and says(s, holder.i - 1, _PRESIDES_NOW) else None


def _headed_by(s: Sentence, body: BodyMention) -> int | None:
    """The verb after a body that says who heads it, past "which", a comma and what the body is for."""
    made = _is_made(s, body) or _is_item(s, body)
    for k in range(body.j, min(body.j + _ASIDE, len(s.norm))):
        if (s.norm[k] in _HEADED and _agrees(s, body, k)) or (made and s.norm[k] in _UNDER):
            return k
        if s.norm[k] in FUNCTION and s.norm[k] not in _WHO and s.norm[k] != "من":
            return None
    return None


def _is_made(s: Sentence, body: BodyMention) -> bool:
    """Whether the body is told as made or chosen: "تشكيل لجنة", "اختاروا مكتبهم", "تأسس فرع"."""
    before = range(max(0, body.i - _MADE_REACH), body.i)
    made = any(says(s, k, MAKING) or says(s, k, _FORMED) for k in before)
    chosen = body.possessive and any(says(s, k, ELECTING) for k in range(max(0, body.i - _ASIDE), body.i))
    return made or chosen


def _is_item(s: Sentence, body: BodyMention) -> bool:
    """ "1. لجنة الوثائق، برئاسة X": whether a line or item is the body and who heads it."""
    opens = all(s.tokens[k].word.kind != "word" for k in range(body.i)) and body.i + 1 < body.core
    people = [p for p in of_type(s, PersonMention) if p.i > body.j]
    return opens and len(people) == 1 and len(s.norm) - people[0].j <= 1 and people[0].i - body.j <= _ASIDE


def _agrees(s: Sentence, body: BodyMention, k: int) -> bool:
    """Whether the verb's pronoun means the body: right after it or "which"; else of its gender, and of no event's."""
    if k == body.j or s.norm[k - 1] in _WHO:
        return True
    feminine = s.norm[k].endswith("ها")
    events = [e for e in of_type(s, EventMention) if e.i < k]
    return feminine == body.head.endswith("ه") and not any((e.form.gender == "f") == feminine for e in events)


def _only_titles(d: Discourse, s: Sentence, start: int, end: int) -> bool:
    """Whether nothing but titles and professions stands between a verb and a name."""
    k = start
    offices = {m.i: m.j for m in of_type(s, RoleMention)}
    while k < end:
        if k in offices:  # "برئاسة عضو المكتب السياسي X"
            k = offices[k]
            continue
        title = d.vocabulary.people.honorifics.longest(s.bare[k], s.bare, k)
        if title is None:
            return False
        k = title[0]
    return k == end
