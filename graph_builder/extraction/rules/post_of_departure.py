"""An office or seat that somebody left, told as a noun: "استقالة X من عضوية المكتب", "استقالتها من رئاسة الفرع"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention, RoleMention
from graph_builder.extraction.mentions.bodies import read_body, read_that_body
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.clauses import subject_after
from graph_builder.extraction.rules.roster import only
from graph_builder.extraction.rules.triggers import LEAVING, saying, says, words

NAMES = ("post.left",)
EXAMPLES = (
    (
        "قبل المكتب المحلي لحزب الاستقلال بسلا استقالة كريم العلمي من عضوية المكتب المحلي.",
        ("كريم العلمي | عضو | المكتب المحلي | حزب الاستقلال | سلا | former",),
    ),
    (
        "جردت القيادة الوطنية لحزب الاستقلال كريم العلمي من مهمة الكاتب الإقليمي بسلا.",
        ("كريم العلمي | الكاتب الإقليمي | | حزب الاستقلال | سلا | former",),
    ),
    (
        "أعلن كريم العلمي استقالته من اللجنة المركزية لحزب الاستقلال.",
        ("كريم العلمي | عضو | اللجنة المركزية | حزب الاستقلال | | former",),
    ),
    (
        "قدم ثلاثة أعضاء بارزين في المكتب المحلي لحزب الاستقلال بسلا استقالة جماعية.\nأسماء الموقعين على الاستقالة:\n-\nكريم العلمي\n-\nمنى الزين",
        ("كريم العلمي | عضو | المكتب المحلي | حزب الاستقلال | سلا | former", "منى الزين | عضو | المكتب المحلي"),
    ),
    (
        "وقف اجتماع حزب الاستقلال على استقالة كريم العلمي من مهمته ككاتب محلي بسلا.",
        ("كريم العلمي | كاتب محلي | | حزب الاستقلال | سلا | former",),
    ),
    (
        "تخلى كريم العلمي عن رئاسة المجلس الجهوي لحزب الاستقلال.",
        ("كريم العلمي | رئيس | المجلس الجهوي | حزب الاستقلال | | former",),
    ),
    (
        "وغادر الأمانة العامة لحزب الاستقلال اثنان هما كريم العلمي والدكتور سعيد الناصري.",
        (
            "كريم العلمي | عضو | الأمانة العامة | حزب الاستقلال | | former",
            "سعيد الناصري | عضو | الأمانة العامة | حزب الاستقلال | | former",
        ),
    ),
)
NEAR_MISSES = (
    "عزل كريم العلمي بقرار من المحكمة الإدارية، حسب حزب الاستقلال.",
    "غادر كريم العلمي قاعة المكتب السياسي لحزب الاستقلال.",
    "قدم ثلاثة أعضاء بارزين في المكتب المحلي لحزب الاستقلال بسلا استقالة جماعية.\nأسماء الموقعين على البيان:\nكريم العلمي\nمنى الزين",
    "أعلن كريم العلمي استقالته من حزب الاستقلال.",
    "قرأ كريم العلمي رسالة من المكتب السياسي لحزب الاستقلال بعد الاستقالة.",
)
_FROM: Final = words("من")
_UP: Final = words("عن")
_GIVING_UP: Final = words("تخلى تخلت تخليه تخليها تنحى تنحت تنحي تنحيه تنحيها تنازل تنازلت تنازله تنازلها")
"""... "from" is another word after these."""
_OFFICES: Final = words("منصب منصبه منصبها مهام مهامه مهامها مهمة مهمته مهمتها مسؤولية مسؤوليته مسؤوليتها صفوف هياكل")
_QUITTING: Final = words("غادر غادرت غادروا ترك تركت")
_THEY: Final = words("هم وهم هما وهما")
_MEMBER: Final = "عضو"
_AMONG: Final = words("بينها ضمنها بينهم")
_FAR: Final = 14
"""Words between "from all his offices" and "among them"."""
_RESIGNATION: Final = words("استقالة الاستقالة استقالتهم استقالاتهم")
_SIGNING: Final = words("الموقعين الموقعون الموقعات المستقيلين المستقيلون المستقيلات")
_ORDERS: Final = words("بقرار بحكم بأمر بطلب بإيعاز بتوصية بمبادرة قرار حكم أمر طلب")
"""Before "from" whoever made somebody leave: "عزل X بقرار من المحكمة"."""
_NEAR: Final = 2
"""Words between who left, or the word of leaving, and "from"."""
_REACH: Final = 10
"""Words between the word of leaving and the name."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield what people left, office after office."""
    yield from _signed(d, s)
    yield from _quit(d, s)
    people = list(of_type(s, PersonMention))
    for k in saying(s, LEAVING):
        after = next((p for p in people if 0 < p.i - k <= _REACH), None)
        for person, start in ((after, after.j if after else 0), (_last(people, k), k + 1)):
            of_it = _UP if says(s, k, _GIVING_UP) else _FROM
            at = next((n for n in range(start, min(start + _NEAR, len(s.norm))) if s.norm[n] in of_it), None)
            if person is not None and at is not None and not any(w in _ORDERS for w in s.norm[start:at]):
                yield from _left(d, s, person, at)
                break


def _signed(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "الموقعون على الاستقالة:" and then a name a line: members, all, of the body told before."""
    if s.norm[-1:] != [":"] or not saying(s, _RESIGNATION) or not saying(s, _SIGNING):
        return
    body = next((b for other in d.sentences[: s.index] if (b := _members_of(other)) is not None), None)
    if body is None:
        return
    lines = (line for line in d.sentences[s.index + 1 :] if any(t.word.kind == "word" for t in line.tokens))
    for line in takewhile(lambda line: only(line, PersonMention) is not None, lines):
        for person in of_type(line, PersonMention):
            yield Holding(person, office_of(body, _MEMBER, "member"), line, "post.left", 0.8, "former")


def _quit(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "غادر الأمانة العامة ستة هم X وY", "غادر X المكتب السياسي": the verb's object is the body or office left."""
    for k in saying(s, _QUITTING):
        subject = subject_after(d, s, k + 1)
        role = _quitted(d, s, subject.j) if subject is not None else None
        if role is None:
            role = _quitted(d, s, k + 1)
            subject = (_namely(s, role.j) or subject_after(d, s, role.j)) if role is not None else None
        if role is None or subject is None:
            continue
        run = people_run(s, s.mentions.index(subject), 1, d.vocabulary)
        for person in run if any(w in _THEY for w in s.norm[role.j : subject.i]) else run[:1]:
            yield Holding(person, role, s, "post.left", 0.8, "former")


def _quitted(d: Discourse, s: Sentence, at: int) -> RoleMention | None:
    """The membership of a body named at a token, else the office told there as a noun."""
    body = read_body(s, at, d.vocabulary) if at < len(s.norm) and s.tokens[at].word.kind == "word" else None
    if body is None:
        return _office(d, s, at)
    member = body.number == "singular" and not body.prefix and body.kind == "party"
    return office_of(body, _MEMBER, "member") if member else None


def _namely(s: Sentence, start: int) -> PersonMention | None:
    """The first name after "they are"."""
    they = next((n for n in range(start, min(start + _REACH, len(s.norm))) if s.norm[n] in _THEY), None)
    return next((p for p in of_type(s, PersonMention) if they is not None and 0 < p.i - they <= _NEAR), None)


def _members_of(s: Sentence) -> BodyMention | None:
    """ "قدم خمسة أعضاء بارزين في المكتب المحلي استقالتهم": the body whose members leave together."""
    if not saying(s, _RESIGNATION):
        return None
    members = [r for r in of_type(s, RoleMention) if r.key == "member" and r.form.number != "singular"]
    beside = (b for r in members for b in of_type(s, BodyMention) if 0 <= b.i - r.j <= _NEAR)
    return next((r.body for r in members if r.body is not None), None) or next(beside, None)


def _last(people: list[PersonMention], k: int) -> PersonMention | None:
    return next((p for p in reversed(people) if p.j <= k), None)


def _left(d: Discourse, s: Sentence, person: PersonMention, at: int) -> Iterator[Holding]:
    """The offices and bodies after "from", and after each further "and from"."""
    while at < len(s.norm) and (says(s, at, _FROM) or says(s, at, _UP)):
        at += 1
        at += at < len(s.norm) and s.norm[at] in _OFFICES
        role = _office(d, s, at)
        if role is None:
            among = next((n for n in range(at, min(at + _FAR, len(s.norm) - 1)) if s.norm[n] in _AMONG), None)
            role = _office(d, s, among + 1) if among is not None else None
        if role is None:
            return
        yield Holding(person, role, s, "post.left", 0.85, "former")
        at = role.j


def _office(d: Discourse, s: Sentence, at: int) -> RoleMention | None:
    if at >= len(s.norm) or s.tokens[at].word.kind != "word":
        return None
    role = read_role(s, at, d.vocabulary, "office") or read_role(s, at, d.vocabulary)
    if role is not None:
        return role if role.modified and role.form.number == "singular" else None
    body = read_body(s, at, d.vocabulary) or read_that_body(s, at, d.vocabulary)
    return office_of(body, _MEMBER, "member") if body is not None and body.number == "singular" else None
