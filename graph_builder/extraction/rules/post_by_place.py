"""One office for several people, a place each: "عين X منسقا بأ، وY بب", "مفتشين جددا، ويتعلق الأمر بX بأ وY بب"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import Mention, PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.rules.list_references import SOUGHT
from graph_builder.extraction.rules.row_places import places_of
from graph_builder.extraction.rules.rows import Row, runs
from graph_builder.extraction.rules.status import of_many
from graph_builder.extraction.rules.triggers import ELECTING, first_of, words
from graph_builder.model import Status

NAMES = ("post.by_place",)
EXAMPLES = (
    (
        "عين رئيس حزب الاستقلال كريم العلمي منسقا إقليميا بسطات، وسعيد الناصري بخريبكة، والأستاذة منى الزين ببني ملال.",
        (
            "سعيد الناصري | منسق إقليمي | | حزب الاستقلال | خريبكة | elected",
            "منى الزين | منسق إقليمي | | حزب الاستقلال | بني ملال | elected",
        ),
    ),
    (
        "عين حزب الاستقلال مفتشين جددا للحزب، ويتعلق الأمر بكل من كريم العلمي بعمالة سلا، وسعيد الناصري بإقليم سطات.",
        (
            "كريم العلمي | مفتش | | حزب الاستقلال | سلا | elected",
            "سعيد الناصري | مفتش | | حزب الاستقلال | سطات | elected",
        ),
    ),
    (
        "أعلن حزب الاستقلال عن تعيين مفتشين إقليميين بكل من سطات (كريم العلمي) وخريبكة (سعيد الناصري).",
        ("سعيد الناصري | مفتش إقليمي | | حزب الاستقلال | خريبكة | elected",),
    ),
    (
        "أعلن حزب الاستقلال عن مرشحيه للانتخابات، وهم كريم العلمي (دائرة سطات) وسعيد الناصري (خريبكة).",
        (
            "كريم العلمي | مرشح | | حزب الاستقلال | سطات | candidate",
            "سعيد الناصري | مرشح | | حزب الاستقلال | خريبكة | candidate",
        ),
    ),
    (
        "زكى حزب الاستقلال كريم العلمي وكيلا للائحته بدائرة سطات، وسعيد الناصري بدائرة خريبكة.",
        ("سعيد الناصري | وكيل لائحة | | حزب الاستقلال | خريبكة | candidate",),
    ),
    (
        "سيقود كريم العلمي لائحة حزب الاستقلال في دائرة سطات، والبرلماني سعيد الناصري في درب غلف الأحمر، ومنى الزين في سلا.",
        ("منى الزين | وكيل لائحة | | حزب الاستقلال | سلا | candidate",),
    ),
    (
        "عين حزب الاستقلال كريم العلمي منسقا على جهة الشرق، وسعيد الناصري على جهة فاس مكناس.",
        ("سعيد الناصري | منسق | | حزب الاستقلال | فاس-مكناس | elected",),
    ),
)
NEAR_MISSES = (
    "انتخب كريم العلمي كاتبا محليا لحزب الاستقلال بسلا، والتقى سعيد الناصري بتمارة.",
    "انتخب كريم العلمي كاتبا محليا لحزب الاستقلال بسلا وسعيد الناصري أمينا للمال بالفرع.",
    "حضر المستشارون، وتحدث كريم العلمي بسلا وسعيد الناصري بتمارة.",
    "حضر مفتشو حزب الاستقلال، والتقى كريم العلمي بسلا وسعيد الناصري بتمارة.",
)
_NAMES_OF: Final = words("أسماء")
_OVER: Final = words("على في")
_OPENING: Final = words("الأمر وهم هم وهما هما كل بكل لكل كلا")
_REACH: Final = 14
"""Words between an office in the plural and the first of the list, on whose it is, how many and "namely"."""


class Told(NamedTuple):
    """A name of the list with its place, and the mentions of the sentence that tell it, the last one excluded."""

    person: PersonMention
    place: PlaceMention
    start: int
    end: int


def holdings(d: Discourse, s: Sentence, found: Sequence[Holding]) -> Iterator[Holding]:
    """Yield who holds, elsewhere, the office that ``found`` tells of the first of a list, or that stands before it."""
    if len(of_type(s, PersonMention)) < 2 or not of_type(s, PlaceMention):
        return
    for run in _runs(d, s):
        office = _of_first(s, run, found)
        if office is not None:
            yield from (_at(s, told, office) for told in run[1:])
        elif len(run) > 1 and (office := _before(s, run[0])) is not None:
            yield from (_at(s, told, office) for told in run)
    yield from _candidates(d, s, found)


def _candidates(d: Discourse, s: Sentence, found: Sequence[Holding]) -> Iterator[Holding]:
    """ "حسم في تزكية X وكيلا للائحة بأ، وY في أ، والبرلماني Z بب": whom a list that begins with a candidate tells with places."""
    sought = {id(h.person): h for h in found if h.sentence is s and h.role.key in SOUGHT and h.status == "candidate"}
    for rows in runs(d, s) if sought else []:
        places = places_of(d, rows)
        office = sought.get(id(rows[0].person)) or (None if None in places else _goes_on_after(s, rows[0], sought))
        if office is None:
            continue
        for row, place in zip(rows, places, strict=True):
            if place is not None and id(row.person) not in sought and not (row.office and row.office.key in SOUGHT):
                yield _at(s, Told(row.person, place, 0, 0), office)


def _goes_on_after(s: Sentence, first: Row, sought: dict[int, Holding]) -> Holding | None:
    """ "سيقود X لائحة الحزب بأ، وY بب، وZ بج": what the one before the list stands as, which "and" goes on with."""
    start = first.office if first.office is not None and first.office.i < first.person.i else first.person
    before = [p for p in of_type(s, PersonMention) if p.j <= start.i]
    return sought.get(id(before[-1])) if before and start.prefix == "و" else None


def _at(s: Sentence, told: Told, office: Holding) -> Holding:
    body = office.role.body
    if body is not None and body.place is not None:
        body = replace(body, place=told.place)
    role = replace(office.role, places=[told.place], body=body)
    return Holding(told.person, role, s, NAMES[0], 0.75, office.status, office.text, office.body)


def _runs(d: Discourse, s: Sentence) -> Iterator[list[Told]]:
    """The lists of people with a place each, joined by commas or "and"; the first may have his office between."""
    n = 0
    while n < len(s.mentions):
        told = _told(s, n, first=True)
        if told is None:
            n += 1
            continue
        run = [told]
        while (following := _next(d, s, run[-1])) is not None:
            run.append(following)
        n = run[-1].end
        if len(run) > 1:
            yield run


def _next(d: Discourse, s: Sentence, last: Told) -> Told | None:
    told = next((x for n in (last.end, last.end + 1) if (x := _told(s, n)) is not None), None)
    if told is None or any(not isinstance(m, RoleMention) for m in s.mentions[last.end : told.start]):
        return None
    first = s.mentions[last.end]
    signs = gap(s, s.mentions[last.end - 1], first, d.vocabulary).strip("()")
    title = s.mentions[told.start - 1] if told.start > last.end else None  # "والبرلماني X"
    if title is not None and (gap(s, title, s.mentions[told.start], d.vocabulary) or title.prefix not in ("", "و")):
        return None
    joined = first.prefix.startswith("و") or signs.strip() != ""
    return told if joined and signs in ("", "و", "،", "،و", ",", ")،", ")،و", ")و", "؛", "؛و") else None


def _told(s: Sentence, n: int, first: bool = False) -> Told | None:
    """The name at mention ``n`` with the place after it, or the place with the name after it in brackets."""
    mentions = s.mentions[n : n + 3]
    if len(mentions) < 2:
        return None
    one, two = mentions[:2]
    if isinstance(one, PersonMention) and isinstance(two, PlaceMention) and _beside(s, one, two):
        return Told(one, two, n, n + 2)
    if isinstance(one, PlaceMention) and isinstance(two, PersonMention) and _in_brackets(s, one, two):
        return Told(two, one, n, n + 2)
    if first and isinstance(one, PersonMention) and isinstance(two, RoleMention) and _ends_with_place(one, two):
        return Told(one, two.places[0], n, n + 2)
    if first and isinstance(one, RoleMention) and isinstance(two, PersonMention) and _first_place(s, one, two):
        return Told(two, one.places[0], n, n + 2)
    return None


def _beside(s: Sentence, person: PersonMention, place: PlaceMention) -> bool:
    after = place.i == person.j and place.prefix in ("ب", "ل", "عن")
    after = after or (place.i == person.j + 1 and s.norm[person.j] in _OVER)
    return after or _in_brackets(s, person, place)


def _in_brackets(s: Sentence, one: Mention, two: Mention) -> bool:
    return two.i == one.j + 1 and s.is_sign(one.j, "(") and s.is_sign(two.j, ")")


def _ends_with_place(person: PersonMention, role: RoleMention) -> bool:
    beside = role.i - person.j <= 1 and role.prefix == "" and role.form.number == "singular"
    return beside and len(role.places) == 1 and role.places[0].j == role.j


def _first_place(s: Sentence, role: RoleMention, person: PersonMention) -> bool:
    """ "مفتشين بكل من سطات (X) وخريبكة (Y)": the office in the plural has the first place, the name is in brackets."""
    return of_many(role) and len(role.places) == 1 and role.places[0].j == role.j and _in_brackets(s, role, person)


def _of_first(s: Sentence, run: list[Told], found: Sequence[Holding]) -> Holding | None:
    """The office of the first of the list at his place."""
    person, place = run[0].person, run[0].place
    for h in found:
        if h.sentence is s and h.person is person and any(p is place for p in h.role.places) and not h.role.public:
            return h
    return None


def _before(s: Sentence, first: Told) -> Holding | None:
    """The office in the plural that the list is of, told before it in the sentence or in the one before."""
    at = min(first.person.i, first.place.i)
    here = [r for r in of_type(s, RoleMention) if r.j <= at or first.place in r.places]
    role = here[-1] if here else None
    named = role is not None and s.norm[role.i - 1] in _NAMES_OF
    if role is None or not of_many(role) or not (role.modified or role.key in SOUGHT or named or _chosen(s, role)):
        return None
    between = range(role.j, at)  # empty where the office has the first place
    signs = all(s.tokens[k].word.kind != "word" for k in between)
    if len(between) > _REACH or not (signs or _opened(s, role.j, at)):
        return None
    status: Status = "candidate" if role.key in SOUGHT else "elected" if named or _chosen(s, role) else "current"
    return Holding(first.person, role, s, NAMES[0], 0.75, status)


def _opened(s: Sentence, start: int, end: int) -> bool:
    return any(s.norm[k] in _OPENING or s.is_sign(k, ":") for k in range(start, end))


def _chosen(s: Sentence, role: RoleMention) -> bool:
    return first_of(s, ELECTING, role.i) is not None
