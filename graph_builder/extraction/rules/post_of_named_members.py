"""Members of a body that the list itself does not name: "ويتعلق الأمر بكل من X، Y، Z"; "أعضاء من المكتب، ومن ضمنهم X وY"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap, people_run
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, EventMention, Mention, PersonMention, RoleMention
from graph_builder.extraction.rules.triggers import (
    COMPOSING,
    ELECTING,
    LEAVING,
    MAKING,
    RENEWING,
    saying,
    says,
    tells,
    trigger,
    words,
)

NAMES = ("post.member_named_apart",)
EXAMPLES = (
    (
        (
            "صادق المجلس الوطني لحزب الاستقلال على تشكيلة جديدة للمكتب السياسي تضم ثلاثين عضوا.\n"
            "ويتعلق الأمر بكل من كريم العلمي، سعيد الناصري، منى الزين، وحميد التازي."
        ),
        (
            "كريم العلمي | عضو | المكتب السياسي | حزب الاستقلال | | elected",
            "حميد التازي | عضو | المكتب السياسي | حزب الاستقلال | | elected",
        ),
    ),
    (
        "جدد حزب الاستقلال قيادته، كما ضم المكتب السياسي أسماء جديدة، ويتعلق الأمر بكريم العلمي، سعيد الناصري، منى الزين.",
        ("كريم العلمي | عضو | المكتب السياسي", "منى الزين | عضو | المكتب السياسي | حزب الاستقلال | | elected"),
    ),
    (
        (
            "انتخب المجلس الوطني لحزب الاستقلال المكتب السياسي، ويتعلق الأمر بكل من الرئيس السابق، كريم العلمي، "
            "وسعيد الناصري، رئيس جماعة سلا، ومنى الزين."
        ),
        ("كريم العلمي | عضو | المكتب السياسي", "منى الزين | عضو | المكتب السياسي | حزب الاستقلال | | elected"),
    ),
    (
        "نشط اللقاء أعضاء من الكتابة الإقليمية لحزب الاستقلال بسطات ومن ضمنهم كريم العلمي وسعيد الناصري، منى الزين.",
        (
            "كريم العلمي | عضو | الكتابة الإقليمية | حزب الاستقلال | سطات | current",
            "منى الزين | عضو | الكتابة الإقليمية | حزب الاستقلال | سطات | current",
        ),
    ),
    (
        "انتخب المجلس الوطني لحزب الاستقلال مكتبا تنفيذيا لتدبير شؤون الحزب مكونا من كريم العلمي، سعيد الناصري، منى الزين.",
        ("كريم العلمي | عضو | مكتب تنفيذي", "منى الزين | عضو | مكتب تنفيذي | حزب الاستقلال | | elected"),
    ),
    (
        "كما نال عضوية المكتب السياسي لحزب الاستقلال كل من كريم العلمي، والذي حصل على 90 صوتا، ومنى الزين، التي حصلت على 80 صوتا.",
        ("كريم العلمي | عضو | المكتب السياسي", "منى الزين | عضو | المكتب السياسي | حزب الاستقلال | | elected"),
    ),
    (
        "جرت انتخابات الهيئة العليا لحزب الاستقلال. والفائزون هم: كريم العلمي وسعيد الناصري ومنى الزين.",
        ("سعيد الناصري | عضو | الهيئة العليا | حزب الاستقلال | | elected",),
    ),
)
NEAR_MISSES = (
    "حضر اللقاء ضيوف المكتب السياسي لحزب الاستقلال، ويتعلق الأمر بكل من كريم العلمي، سعيد الناصري، منى الزين.",
    "انتخب المكتب السياسي لحزب الاستقلال لجنة. وقدم مناضلون استقالتهم.\nويتعلق الأمر بكل من كريم العلمي، سعيد الناصري، منى الزين.",
    "عين المكتب السياسي لحزب الاستقلال منسقين إقليميين جددا، ويتعلق الأمر بكل من كريم العلمي، سعيد الناصري، منى الزين.",
    "حضر أعضاء المكتب السياسي لحزب الاستقلال، ومن ضمنهم الأمين العام كريم العلمي.",
    "شكر المكتب السياسي لحزب الاستقلال رئاسة المؤتمر، المكونة من كريم العلمي، سعيد الناصري، منى الزين.",
)
_NAMELY: Final = words("يتعلق ويتعلق")
_MATTER: Final = words("الأمر")
_NAMES_OF: Final = words("أسماء الأسماء أسماؤهم")
_EACH: Final = words("كل كلا بكل")
_ADDING: Final = words("إضافة بالإضافة إلى كذلك أيضا فضلا عن ثم")
_WINNERS: Final = words("الفائزين الفائزون الفائزات المنتخبين المنتخبون المنتخبات")
_THEY: Final = words("هم هن")
_AMONG: Final = trigger("among")
_OF: Final = words("من")
_WHO: Final = words("الذي التي والذي والتي")
_SEATS: Final = words("عضوية")
_WINNING: Final = words("نال نالت حاز حازت فاز فازت ظفر ظفرت")
_MADE_UP: Final = COMPOSING | words("مكونا متكونا متكونة مؤلفا مشكلا مشكلة")
_EITHER: Final = words("تكون تشكل تألف")
_GONE: Final = LEAVING | trigger("all_resigning") | trigger("resigned")
_CHOSEN: Final = ELECTING | COMPOSING | MAKING | RENEWING
_FEWEST: Final = 3
"""Names: fewer may be somebody else's."""
_OPENING: Final = 5
"""Words from "it is a matter of" to the first name."""
_BACK: Final = 3
"""Sentences back to the body."""
_REACH: Final = 12
"""Words between a body and the word of which it is made up."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the members of bodies told before the words that open their list."""
    for run, body in (*_namely(d, s), *_made_up(d, s), *_winners(d, s), *_seated(s)):
        for person in run:
            if not _has_own_office(d, s, person):
                yield _member(s, person, body)
    yield from _among(d, s)


def _member(s: Sentence, person: PersonMention, body: BodyMention) -> Holding:
    return Holding(person, office_of(body, "عضو", "member"), s, NAMES[0], 0.85, "elected")


def _namely(d: Discourse, s: Sentence) -> Iterator[tuple[list[PersonMention], BodyMention]]:
    """ "ويتعلق الأمر بكل من ...", "ضم أسماء كل من ...": the body composed or elected, told last before."""
    matter = [k for k in saying(s, _NAMELY) if k + 1 < len(s.norm) and s.norm[k + 1] in _MATTER]
    listed = [k for k in saying(s, _NAMES_OF) if any(w in _EACH for w in s.norm[k + 1 : k + 3])]
    bare = [k for k in saying(s, COMPOSING) if _opens_bare(s, k)]
    for k in (*matter, *listed, *bare):
        run = _through(d, s, k)
        body = _body_before(d, s, k) if len(run) >= _FEWEST else None
        if body is not None:
            yield run, body


def _opens_bare(s: Sentence, k: int) -> bool:
    """ "لائحة اللجنة ضمت كل من: ...": whether "each of" follows, and no body that the sentence names stands before."""
    return any(w in _EACH for w in s.norm[k + 1 : k + 2]) and not any(b.j <= k for b in bodies_in(s))


def _through(d: Discourse, s: Sentence, k: int) -> list[PersonMention]:
    """The names after token ``k``, past offices before or after them, until other words follow."""
    told = [m for m in s.mentions if m.i > k]
    if not told or told[0].i - k > _OPENING or not isinstance(told[0], PersonMention | RoleMention):
        return []
    end = next((n for n in range(1, len(told)) if _parted(d, s, told[n - 1], told[n])), len(told))
    return [m for m in told[:end] if isinstance(m, PersonMention)]


def _parted(d: Discourse, s: Sentence, first: Mention, second: Mention) -> bool:
    """Whether words or the end of a clause stand between two mentions of a list."""
    signs = gap(s, first, second, d.vocabulary, _ADDING)
    return not set(signs) <= set("،,؛;و()")


def _run_after(d: Discourse, s: Sentence, k: int) -> list[PersonMention]:
    """The list that begins a few words after token ``k``, nothing told between."""
    at = next((n for n, m in enumerate(s.mentions) if m.i > k), None)
    first = s.mentions[at] if at is not None else None
    if at is None or not isinstance(first, PersonMention) or first.i - k > _OPENING:
        return []
    return people_run(s, at, 1, d.vocabulary)


def _body_before(d: Discourse, s: Sentence, k: int) -> BodyMention | None:
    """The body whose members are chosen, told before token ``k`` or in the sentences before; none of those left."""
    for other in d.sentences[max(0, s.index - _BACK) : s.index + 1][::-1]:
        end = k if other is s else len(other.norm)
        if tells(other, _GONE):
            return None
        offices = [r for r in of_type(other, RoleMention) if r.j <= end and r.form.number != "singular"]
        if any(r.key != "member" for r in offices):
            return None  # "تعيين منسقين، ويتعلق الأمر بكل من ...": their list
        if not any(n < end for n in saying(other, _CHOSEN)):
            continue
        held = {id(r.body) for r in of_type(other, RoleMention) if r.body is not None and r.form.number == "singular"}
        told = [b for b in bodies_in(other) if b.j <= end and b.kind == "party" and id(b) not in held]
        chosen = [b for b in told if b.number == "singular" and _is_chosen(other, b)]
        if chosen:
            return chosen[-1]
    return None


def _is_chosen(s: Sentence, body: BodyMention) -> bool:
    """Whether a word of choosing or composing stands near the body, which is not the one that chooses."""
    before = range(max(0, body.i - _OPENING), body.i)
    near = any(says(s, n, _CHOSEN) for n in (*before, *range(body.j, min(body.j + 2, len(s.norm)))))
    return near and body.level in ("national", "regional", "provincial", "local", None)


def _made_up(d: Discourse, s: Sentence) -> Iterator[tuple[list[PersonMention], BodyMention]]:
    """ "مكتبا تنفيذيا لتدبير كذا مكونا من X، Y": the body told before the participle."""
    for k in saying(s, _MADE_UP):
        if k + 1 >= len(s.norm) or s.norm[k + 1] not in _OF:
            continue
        first = next((m for m in s.mentions if m.i > k), None)
        body = next((b for b in bodies_in(s)[::-1] if b.j <= k and k - b.j <= _REACH), None)
        body = body if body is not None and _agrees(s.norm[k], body) else None
        close = isinstance(first, PersonMention) and first.i - k <= _BACK
        if body is None or not close or not isinstance(first, PersonMention) or body.kind == "public":
            continue
        run = people_run(s, s.mentions.index(first), 1, d.vocabulary)
        if len(run) >= _FEWEST and body.number == "singular" and not body.generic:
            yield run, body


def _agrees(word: str, body: BodyMention) -> bool:
    """Whether a participle or verb of composing is of the body's gender: "لائحة للمكتب، تشكلت من" is of the list."""
    word = word.removeprefix("و")
    either = word in _EITHER
    return either or (word.endswith(("ه", "ت")) or word.startswith("ت")) == body.head.endswith("ه")


def _winners(d: Discourse, s: Sentence) -> Iterator[tuple[list[PersonMention], BodyMention]]:
    """ "انتخابات الهيئة العليا ... والفائزون هم: X وY": the body of the election told last."""
    for k in saying(s, _WINNERS):
        they = next((n for n in range(k + 1, min(k + _OPENING, len(s.norm) - 1)) if s.norm[n] in _THEY), None)
        run = _run_after(d, s, they) if they is not None and s.is_sign(they + 1, ":") else []
        events = [
            e for other in d.sentences[: s.index + 1] for e in of_type(other, EventMention) if e.kind == "election"
        ]
        told = [e.body for e in events[::-1] if e.body is not None]
        body = next((b for b in told if b.party is not None), next(iter(told), None))
        if len(run) >= _FEWEST and body is not None and body.kind == "party":
            yield run, body


def _seated(s: Sentence) -> Iterator[tuple[list[PersonMention], BodyMention]]:
    """ "نال عضوية اللجنة كل من X، الذي ...، وY، الذي ...": through what is told of each."""
    for k in saying(s, _WINNING):
        seats = next((n for n in range(k + 1, min(k + 3, len(s.norm))) if s.norm[n] in _SEATS), None)
        if seats is None:
            continue
        body = next((b for b in bodies_in(s) if b.i == seats + 1), None)
        people = [p for p in of_type(s, PersonMention) if p.i > seats]
        if body is None or not people or not any(w in _EACH for w in s.norm[seats : people[0].i]):
            continue
        yield [p for n, p in enumerate(people) if n == 0 or _goes_on(s, people[n - 1], p)], body


def _goes_on(s: Sentence, last: PersonMention, person: PersonMention) -> bool:
    """Whether a name goes on with the list, past a clause on the last one."""
    titled = any(last.j <= r.i and 0 <= person.i - r.j <= 1 for r in of_type(s, RoleMention))
    told = person.i - last.j <= 2 or titled or any(w in _WHO for w in s.norm[last.j : last.j + 2])
    return told and (
        person.prefix == "و" or s.tokens[person.i - 1].word.kind == "punct" or s.norm[person.i - 1] == "ثم"
    )


def _among(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "أعضاء من المكتب السياسي، ومن ضمنهم X وY": the office of many, some of whom are named."""
    for k in saying(s, _AMONG):
        before = [m for m in s.mentions if m.j <= k]
        run = _run_after(d, s, k)
        if not run or not before or run[0].i - k > 2:
            continue
        role, body = _office_of_many(before)
        if role is None or k - before[-1].j > _BACK or not (body or role.body):
            continue
        told = office_of(body, "عضو", "member") if body is not None else role
        for person in run:
            if not _has_own_office(d, s, person):
                yield Holding(person, told, s, NAMES[0], 0.8, "former" if role.former else "current")


def _office_of_many(before: Sequence[Mention]) -> tuple[RoleMention | None, BodyMention | None]:
    """The members told last, with the body after "of" that is no part of the phrase ("أعضاء من المكتب")."""
    body = before[-1] if isinstance(before[-1], BodyMention) else None
    role = before[-2] if body is not None and len(before) > 1 else before[-1]
    if not isinstance(role, RoleMention) or role.key != "member" or role.form.number != "plural":
        return None, None
    return (role, body) if body is None or 0 < body.i - role.j <= 1 else (None, None)


def _has_own_office(d: Discourse, s: Sentence, person: PersonMention) -> bool:
    """Whether an office of his own follows the name."""
    at = s.mentions.index(person) + 1
    following = s.mentions[at] if at < len(s.mentions) else None
    own = isinstance(following, RoleMention) and following.form.number == "singular" and following.prefix == ""
    return own and isinstance(following, RoleMention) and gap(s, person, following, d.vocabulary) in ("", "(", "،")
