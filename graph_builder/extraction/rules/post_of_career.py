"""The offices that the person an article is about held before, told without the name: "وسبق للراحل أن شغل ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import PersonMention, RoleMention
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.triggers import saying, says, tells, words

NAMES = ("post.career",)
EXAMPLES = (
    (
        "رحيل كريم العلمي\nولد الراحل بسلا، وتحمل مسؤولية الكاتب الإقليمي لحزب الاستقلال بسطات، ثم انتخب عضوا باللجنة المركزية للحزب.",
        (
            "كريم العلمي | الكاتب الإقليمي | | حزب الاستقلال | سطات | former",
            "كريم العلمي | عضو | اللجنة المركزية | حزب الاستقلال | | former",
        ),
    ),
    (
        "رحيل كريم العلمي\nوالتحق بصفوف حزب الاستقلال شابا، وكان أول كاتب لفرع سلا، وترأس بعدها لجنة التحكيم للحزب.",
        (
            "كريم العلمي | كاتب | فرع | حزب الاستقلال | سلا | former",
            "كريم العلمي | رئيس | لجنة التحكيم | حزب الاستقلال | | former",
        ),
    ),
    (
        "كريم العلمي يغادر حزب الاستقلال\nوسبق للمستقيل أن تولى رئاسة المجلس الوطني للحزب.",
        ("كريم العلمي | رئيس | المجلس الوطني | حزب الاستقلال | | former",),
    ),
    (
        "سلا: سعيد الناصري\nمرت أربعون يوما على رحيل كريم العلمي.\nكان كاتبا إقليميا لحزب الاستقلال بسطات.",
        ("كريم العلمي | كاتب إقليمي | | حزب الاستقلال | سطات | former",),
    ),
)
NEAR_MISSES = (
    "رحيل كريم العلمي\nوحضر الجنازة الكاتب الإقليمي لحزب الاستقلال بسطات.",
    "كريم العلمي وسعيد الناصري يغادران حزب الاستقلال\nوسبق للمستقيل أن تولى رئاسة المجلس الوطني للحزب.",
)
_HE: Final = words(
    "الراحل الراحلة للراحل للراحلة الفقيد الفقيدة للفقيد للفقيدة المرحوم المستقيل المستقيلة للمستقيل للمستقيلة المحتفى المكرم المكرمة"
)
_ONCE: Final = words("سبق")
_DEATH: Final = words(
    "وفيات وفاة رحيل الراحل الراحلة الفقيد الفقيدة ينعي تنعي نعى نعت يودع تودع جثمان رحمة عفو ذمة المرحوم"
)
_LEAD: Final = 5
"""Sentences of title and lead that tell of a death."""
_HEADED: Final = words("ترأس ترأست رأس رأست")
_TO_HIM: Final = words("له لها أن")
_HELD: Final = words(
    "تحمل تحملت شغل شغلت تقلد تقلدت تولى تولت صار صارت أصبح أصبحت انتخب انتخبت عين عينت كان كانت مثل مثلت تدرج تدرجت كلف كلفت"
)
_OFFICES: Final = words("منصب مهمة مهام مسؤولية عضوية")
_REACH: Final = 3
"""Words between the verb and the office."""
_LIST: Final = 40
"""Words over which further offices are told after the verb."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the offices of a sentence that tells the career of the person whom title or lead name alone."""
    named = of_type(s, PersonMention)
    if not (_tells_once(s) or (not named and (saying(s, _HE) or _obituary(d, s)))):
        return
    person = _protagonist(d)
    verbs = saying(s, _HELD)
    if person is None:
        return
    other = min((p.i for p in named), default=len(s.norm))
    offices = [role for role in (*_offices(d, s, verbs), *_headed(s)) if role.j < other]
    for role in offices:
        yield Holding(person, role, s, "post.career", 0.75, "former")


def _obituary(d: Discourse, s: Sentence) -> bool:
    """Whether the article tells of a death first, and this sentence has no other subject than the deceased."""
    return s.index > 0 and any(tells(other, _DEATH) for other in d.sentences[:_LEAD])


def _headed(s: Sentence) -> Iterator[RoleMention]:
    """ "وترأس بعدها لجنة التحكيم": he presided over a body."""
    for k in saying(s, _HEADED):
        body = next((b for b in bodies_in(s) if 0 < b.i - k <= _REACH and b.number == "singular"), None)
        if body is not None and not body.prefix:
            yield office_of(body, "رئيس", "president")


def _tells_once(s: Sentence) -> bool:
    """ "سبق له أن": whose career it is, a pronoun tells, so that others may be named."""
    return any(k + 1 < len(s.norm) and s.norm[k + 1] in _TO_HIM for k in saying(s, _ONCE))


def _protagonist(d: Discourse) -> PersonMention | None:
    """Who is told as dead in title or lead, else the only person of the title, else of the lead."""
    for sentence in d.sentences[:_LEAD]:
        for p in of_type(sentence, PersonMention):
            if any(says(sentence, k, _DEATH) for k in range(max(0, p.i - 2), p.i)):
                return p
    for sentence in d.sentences[:3]:
        people = list(of_type(sentence, PersonMention))
        if people:
            return people[0] if len({d.person(p) for p in people}) == 1 else None
    return None


def _offices(d: Discourse, s: Sentence, verbs: list[int]) -> Iterator[RoleMention]:
    """The offices after the verbs: told by their holder ("عضوا باللجنة") or as a noun ("رئاسة اللجنة")."""
    done = -1
    for verb in verbs:
        for at in range(max(verb + 1, done), min(verb + _LIST, len(s.norm))):
            if at < done or s.tokens[at].word.kind != "word":
                continue
            role = _office(d, s, at, at - verb <= _REACH)
            if role is not None:
                done = role.j
                yield role


def _office(d: Discourse, s: Sentence, at: int, near: bool) -> RoleMention | None:
    told = s.norm[at - 1] in _OFFICES
    role = read_role(s, at, d.vocabulary, "office") if near or told else None
    role = role or read_role(s, at, d.vocabulary)
    if role is None or not role.modified or role.form.number != "singular" or role.event:
        return None
    held = role.sense == "office" or told or role.form.case == "accusative" or (near and not role.definite)
    return role if held else None
