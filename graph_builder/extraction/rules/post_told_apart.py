"""An office told in one sentence and its holders in the next, or candidates for it: "... أمناء إقليميين. ويتعلق الأمر بـX بأ، وY بب"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    Mention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.mentions.places import read_place
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.status import of_many
from graph_builder.extraction.rules.triggers import ELECTING, SEEKING, SUCCEEDING, saying, says, tells, words
from graph_builder.model import Status

NAMES = ("post.elected_told_apart", "post.candidate_told_apart", "post.line_of_list")
EXAMPLES = (
    (
        "صادق حزب الاستقلال على تعيين منسقين جهويين، وهم السادة:\nكريم العلمي بجهة الشرق، وسعيد الناصري بجهة سوس ماسة.",
        (
            "كريم العلمي | منسق جهوي | | حزب الاستقلال | الشرق | elected",
            "سعيد الناصري | منسق جهوي | | حزب الاستقلال | سوس-ماسة | elected",
        ),
    ),
    (
        "كشف حزب الاستقلال عن أسماء وكلاء اللوائح:\nصفرو: كريم العلمي، رئيس الجماعة\nالحاجب: سعيد الناصري",
        ("سعيد الناصري | وكيل اللائحة | | حزب الاستقلال | الحاجب | candidate",),
    ),
    (
        "عين حزب الاستقلال منسقين إقليميين، ويتعلق الأمر بكل من:\nإقليم طاطا: كريم العلمي، خلفا لسعيد الناصري\nإقليم سطات: منى الزين",
        (
            "كريم العلمي | منسق إقليمي | | حزب الاستقلال | طاطا | elected",
            "سعيد الناصري | منسق إقليمي | | حزب الاستقلال | طاطا | former",
        ),
    ),
    (
        "عين المكتب السياسي لحزب الاستقلال أمناء إقليميين جددا. ويتعلق الأمر بكريم العلمي بطاطا، وسعيد الناصري بتيزنيت خلفا لحميد التازي.",
        (
            "كريم العلمي | أمين إقليمي | | حزب الاستقلال | طاطا",
            "سعيد الناصري | أمين إقليمي | | حزب الاستقلال | تيزنيت",
            "حميد التازي | أمين إقليمي | | حزب الاستقلال | تيزنيت | former",
        ),
    ),
    (
        "صادق حزب الاستقلال على لائحة مرشحيه للانتخابات التشريعية، وجاءت كالتالي:\n- دائرة سطات: كريم العلمي\n- دائرة سلا: سعيد الناصري",
        (
            "كريم العلمي | مرشح | | حزب الاستقلال | سطات | candidate",
            "سعيد الناصري | مرشح | | حزب الاستقلال | سلا | candidate",
        ),
    ),
    (
        "عين حزب الاستقلال منسقين جهويين.\nوقرر الأمين العام تعيين الإخوة الآتية أسماؤهم:\nالأخ كريم العلمي: جهة الشرق\nمنى الزين: جهة سوس ماسة",
        (
            "كريم العلمي | منسق جهوي | | حزب الاستقلال | الشرق | elected",
            "منى الزين | منسق جهوي | | حزب الاستقلال | سوس-ماسة | elected",
        ),
    ),
    (
        "هذه أسماء وكلاء لوائح حزب الاستقلال:\n1- سطات: كريم العلمي\n2) سلا: سعيد الناصري",
        (
            "كريم العلمي | وكيل لائحة | | حزب الاستقلال | سطات | candidate",
            "سعيد الناصري | وكيل لائحة | | حزب الاستقلال | سلا | candidate",
        ),
    ),
)
NEAR_MISSES = (
    "عين حزب الاستقلال منسقين جهويين، وهم:\nقال كريم العلمي بسلا إن اللقاء مهم.",
    "حضر أمناء إقليميون. وألقى كريم العلمي كلمة.",
    "تنافس الحزبان على المقعد: كريم العلمي غائب.",
)
_OPENING: Final = words("من كل بكل هم وهم هما وهما الأمر")
_FOR: Final = words("على")
_POST: Final = words("منصب لمنصب مقعد لمقعد مهمة كرسي")
_PAIRS: Final = 4
"""Mentions, names and places in turns, of a list at least."""
_REPLACED: Final = SUCCEEDING | words("عوض عوضت يعوض تعوض خلف خلفت يخلف تخلف")
_NAMED: Final = words("أسماؤهم أسماءهم أسمائهم")
_OFFICE_REACH: Final = 6
"""Sentences back to the office of those whose names follow."""
_NAMELY: Final = words("يتعلق ويتعلق الأمر هم وهم هما وهما أسماؤهم")


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the holders told after "namely", and the candidates listed for an office."""
    yield from _namely(d, s)
    yield from _lines(d, s)
    yield from _seekers(d, s)


def _namely(d: Discourse, s: Sentence) -> Iterator[Holding]:
    if s.index == 0 or not (s.norm and (s.norm[0] in _NAMELY or _goes_on_with_places(d, s))):
        return
    roles = [r for r in of_type(d.sentences[s.index - 1], RoleMention) if r.form.number != "singular" and r.modified]
    if roles and roles[-1].key == "member":
        return  # they may be who chose: "انتخب أعضاء المجلس الوطني مكتبا. ويتعلق الأمر بكل من"
    if roles:
        start = next((n for n, m in enumerate(s.mentions) if isinstance(m, PersonMention) and _listed(s, m)), 0)
        sought = roles[-1].key in ("candidate", "list_head")
        yield from _each(s, roles[-1], s.mentions[start:], "candidate" if sought else "elected")


def _goes_on_with_places(d: Discourse, s: Sentence) -> bool:
    """Whether names, a place after each, go on with a sentence that ends in a colon: "... وهم السادة: X بأ، وY بب"."""
    if d.sentences[s.index - 1].norm[-1:] != [":"] or len(s.mentions) < _PAIRS:
        return False
    pairs = zip(s.mentions[::2], s.mentions[1::2], strict=False)
    return all(isinstance(p, PersonMention) and isinstance(m, PlaceMention) and m.i - p.j <= 1 for p, m in pairs)


def _listed(s: Sentence, person: PersonMention) -> bool:
    """Whether the name begins the list: after "of", "each of", a colon, or "they are"."""
    if person is s.mentions[0] and person.i <= 1:
        return True
    opened = person.i > 0 and (s.is_sign(person.i - 1, ":") or s.norm[person.i - 1] in _OPENING)
    return person.prefix == "ب" or opened or any(s.norm[k] in _OPENING for k in range(max(0, person.i - 3), person.i))


def _seekers(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "يتنافس X وY على الأمانة العامة", "سحب X ترشيحه لرئاسة المجلس": an office sought, told as a noun or after "post"."""
    for k in saying(s, SEEKING):
        people = [p for p in of_type(s, PersonMention) if 0 < p.i - k <= 2] or [
            p for p in of_type(s, PersonMention) if 0 <= k - p.j <= 1
        ]
        if not people:
            continue
        run = people_run(s, s.mentions.index(people[0]), 1, d.vocabulary) if people[0].i > k else people[:1]
        at = max(k + 1, run[-1].j)
        at += at < len(s.norm) and s.norm[at] in _FOR
        at += at < len(s.norm) and s.norm[at] in _POST
        if at >= len(s.norm) or s.tokens[at].word.kind != "word":
            continue
        role = read_role(s, at, d.vocabulary, "office") or (
            read_role(s, at, d.vocabulary) if s.norm[at - 1] in _POST else None
        )
        if role is not None and role.modified and role.form.number == "singular":
            for person in run:
                yield Holding(person, role, s, "post.candidate_told_apart", 0.75, "candidate")


def _each(s: Sentence, role: RoleMention, mentions: list[Mention], status: Status) -> Iterator[Holding]:
    """Each person of the list with the role, at the place told after the name; after "in succession to", the former holder."""
    place: PlaceMention | None = None
    for n, m in enumerate(mentions):
        if isinstance(m, RoleMention) and m.form.number == "plural" and n:
            return  # another list begins
        if not isinstance(m, PersonMention) or _has_own(mentions, n):
            continue
        succeeded = any(says(s, k, SUCCEEDING) for k in range(max(0, m.i - 3), m.i))
        following = mentions[n + 1] if n + 1 < len(mentions) else None
        own = following if isinstance(following, PlaceMention) and following.i - m.j <= 1 else None
        place = own or (place if succeeded else None)
        told = role if place is None else _at(role, place)
        yield Holding(m, told, s, f"post.{status}_told_apart", 0.75, "former" if succeeded else status)


def _has_own(mentions: list[Mention], n: int) -> bool:
    """Whether an office stands right before or after the name."""
    m, beside = mentions[n], [*mentions[max(0, n - 1) : n], *mentions[n + 1 : n + 2]]
    return any(isinstance(x, RoleMention) and (x.j == m.i or (x.i == m.j and bool(x.form.case))) for x in beside)


def _lines(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "أسماء وكلاء اللوائح:" and then lines "سطات: X" or "حزب الاستقلال: X": the office at that place, or of that party."""
    roles = [r for r in of_type(s, RoleMention) if of_many(r)]
    opens = s.norm[-1] in (":", "：")
    last = roles[-1] if roles and opens else None
    seeking = last is not None and last.key in ("list_head", "candidate")
    if last is None:
        last = _office_before(d, s) if opens and not roles and tells(s, _NAMED) else None
    elif s.mentions[-1] is not last and not seeking:
        last = None
    if last is None:
        return
    for other in d.sentences[s.index + 1 :]:
        found = _line(other, last) or _line_of_town(d, other, last)
        if found is None:
            return
        yield Holding(*found, other, "post.line_of_list", 0.9, "candidate" if seeking else "elected")
        for person in [] if seeking else _replaced_there(other, found[0]):
            yield Holding(person, found[1], other, "post.line_of_list", 0.8, "former")


def _office_before(d: Discourse, s: Sentence) -> RoleMention | None:
    """The office of many told last before "... تعيين الإخوة الآتية أسماؤهم:", in one of the sentences right before."""
    for other in reversed(d.sentences[max(0, s.index - _OFFICE_REACH) : s.index]):
        many = [r for r in of_type(other, RoleMention) if of_many(r) and r.modified and r.key != "member"]
        if many:
            return many[-1] if tells(other, ELECTING) and other.paragraph >= -1 else None
    return None


def _line(s: Sentence, role: RoleMention) -> tuple[PersonMention, RoleMention] | None:
    """A line of one name and one place, party or body, a colon or dash between; what he is besides may follow."""
    head = s.mentions[:2]
    people = [m for m in head if isinstance(m, PersonMention)]
    others = [m for m in head if isinstance(m, (PlaceMention, PartyMention, BodyMention))]
    more = s.mentions[2:]
    if len(people) != 1 or len(others) != 1 or (more and not s.is_sign(head[1].j, "،,(")):
        return None
    first, second = head
    if not any(s.is_sign(k, ":-–(،") for k in range(first.j, second.i)):
        return None
    told = others[0]
    if isinstance(told, PlaceMention):
        return people[0], replace(role, places=[told])
    return people[0], replace(role, party=told) if isinstance(told, PartyMention) else replace(role, body=told)


def _line_of_town(d: Discourse, s: Sentence, role: RoleMention) -> tuple[PersonMention, RoleMention] | None:
    """ "الحاجب: X": a line of a town, whose name is also a word, a colon and a name."""
    person = s.mentions[0] if s.mentions else None
    start = next((k for k, token in enumerate(s.tokens) if token.word.kind == "word"), None)
    if not isinstance(person, PersonMention) or start is None or not s.is_sign(person.i - 1, ":"):
        return None
    place = read_place(s, start, d.vocabulary, scoped=True)
    return (person, replace(role, places=[place])) if place is not None and place.j == person.i - 1 else None


def _replaced_there(s: Sentence, person: PersonMention) -> list[PersonMention]:
    """ "سطات: X، خلفا لـY", "سطات: X التي عوضت Y": the former holder there."""
    after = [p for p in of_type(s, PersonMention) if p.i > person.j]
    return [p for p in after[:1] if any(says(s, k, _REPLACED) for k in range(max(person.j, p.i - 2), p.i))]


def _at(role: RoleMention, place: PlaceMention) -> RoleMention:
    return replace(role, places=[place])
