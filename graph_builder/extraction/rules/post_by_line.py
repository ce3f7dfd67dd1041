"""A roster whose lines give the office as a noun, or only what is in charge: "أمانة المال: X", "الإعلام والتواصل: Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import BodyMention, EventMention, PersonMention, RoleMention
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.roster import FEWEST
from graph_builder.extraction.rules.status import is_listing

NAMES = ("post.by_line",)
EXAMPLES = (
    (
        "انتخب المجلس الإقليمي لحزب الاستقلال بتازة مكتبا إقليميا، وتم توزيع المهام كالآتي:\nالكتابة الإقليمية: كريم العلمي\nنيابة الكاتب: سعيد الناصري\nأمانة المال: منى الزين\nالإعلام والتواصل: حميد التازي",
        (
            "كريم العلمي | الكاتب الإقليمي | | حزب الاستقلال | تازة | elected",
            "سعيد الناصري | نائب الكاتب | مكتب إقليمي | حزب الاستقلال | تازة | elected",
            "منى الزين | أمين المال | مكتب إقليمي | حزب الاستقلال | تازة | elected",
            "حميد التازي | مسؤول عن الإعلام والتواصل | مكتب إقليمي | حزب الاستقلال | تازة | elected",
        ),
    ),
    (
        "تم تجديد المكتب المحلي لحزب الاستقلال بسلا كالتالي: الكتابة: كريم العلمي، أمانة المال: منى الزين، التنظيم: حميد التازي.",
        ("كريم العلمي | الكاتب | المكتب المحلي", "حميد التازي | مسؤول عن التنظيم | المكتب المحلي"),
    ),
    (
        "عنوان\nأعلن حزب الاستقلال تشكيلة أمانته الوطنية، وهي كالتالي:\nالأمناء التنفيذيون:\n1- للتنظيم العام: كريم العلمي\n2- للمالية: منى الزين\n3- للإعلام: حميد التازي",
        ("منى الزين | الأمين التنفيذي للمالية | الأمانة الوطنية | حزب الاستقلال",),
    ),
)
NEAR_MISSES = (
    "انتخب حزب الاستقلال مكتبه المحلي بسلا كالتالي:\nالكاتب: كريم العلمي\nأمين المال: منى الزين\nالمقرر: حميد التازي",
    "قال كريم العلمي كلمة. التنظيم: سعيد الناصري مسؤول.",
    "أسماء مرشحي حزب الاستقلال كالتالي:\nسطات: كريم العلمي\nسلا: منى الزين\nفاس: حميد التازي",
    "هذه لوائح المنسقية الجهوية لحزب الاستقلال كالتالي:\nالحاجب: كريم العلمي\nالصويرة: منى الزين\nالجديدة: حميد التازي",
    "برنامج اللقاء:\nالافتتاح: كريم العلمي\nالعرض: منى الزين\nالاختتام: حميد التازي",
)
_SIGNS: Final = "،,؛;-–/•*|"
_LONGEST: Final = 6
"""Words of an office or portfolio before its colon."""
_NUMBERED: Final = 2
"""Tokens of the number or bullet of a line."""
_TITLE: Final = 3
"""Tokens from the colon to the name, past a title of courtesy."""
_CHARGED: Final = "مسؤول عن"
_IN_CHARGE: Final = fold("مسؤول")


class Item(NamedTuple):
    """Tokens ``start`` to ``colon`` say what the person after the colon holds."""

    start: int
    colon: int
    person: PersonMention


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the holders of offices told as nouns, and of portfolios, in a roster of at least three."""
    items = _items(s)
    first = _first_of_roster(d, s, items) if items else None
    if first is None or not (_of_heading(d, s, items[0]) is not None or is_listing(d, first)):
        return
    body = listed_body(d, s, 0 if s.index and len(items) < FEWEST else items[0].start)
    for item in items:
        role = _office(d, s, item) or _of_heading(d, s, item)
        role = role or (_portfolio(d, s, item) if body is not None else None)
        if role is None or (body is None and role.body is None):
            continue
        run = people_run(s, s.mentions.index(item.person), 1, d.vocabulary)
        for person in run if len(items) == 1 else run[:1]:
            own = role.level is not None and body is not None and body.level == role.level
            yield Holding(person, role, s, NAMES[0], 0.75, "elected", body=None if role.body or own else body)


def _items(s: Sentence) -> list[Item]:
    """What stands before and after each colon of a sentence, where a name follows."""
    found = []
    for k in s.signs:
        if not (0 < k < len(s.norm) - 1 and s.is_sign(k, ":")):
            continue
        person = next((p for p in of_type(s, PersonMention) if 0 < p.i - k <= _TITLE), None)
        start = next((n + 1 for n in range(k - 1, -1, -1) if s.is_sign(n, _SIGNS) or s.is_sign(n, ":")), 0)
        if person is not None and 0 < k - start <= _LONGEST:
            found.append(Item(start, k, person))
    return found


def _first_of_roster(d: Discourse, s: Sentence, items: list[Item]) -> Sentence | None:
    """The first line of at least three items that follow one another, a line each or in one sentence."""
    if len(items) >= FEWEST:
        return s
    first = last = s.index
    while first > 0 and _items(d.sentences[first - 1]):
        first -= 1
    while last + 1 < len(d.sentences) and _items(d.sentences[last + 1]):
        last += 1
    return d.sentences[first] if last - first + 1 >= FEWEST else None


def _office(d: Discourse, s: Sentence, item: Item) -> RoleMention | None:
    """ "أمانة المال", "رئاسة اللجنة": an office told as a noun, and nothing else before the colon."""
    if s.tokens[item.start].word.kind != "word" or any(r.i == item.start for r in of_type(s, RoleMention)):
        return None
    office = read_role(s, item.start, d.vocabulary, "office")
    return office if office is not None and office.j == item.colon and not office.event else None


def _of_heading(d: Discourse, s: Sentence, item: Item) -> RoleMention | None:
    """ "للإعلام: X" under "الأمناء التنفيذيون:": the office of many that a line above tells, with what he has in hand."""
    last = s.tokens[item.start].word.splits[-1:]
    if item.start > _NUMBERED or not last or last[0].prefix != "ل" or last[0].rest == last[0].bare:
        return None
    at = s.index - 1
    while at >= 0 and _items(d.sentences[at]):
        at -= 1
    heading = d.sentences[at] if at >= 0 else s
    many = [r for r in of_type(heading, RoleMention) if r.form.number == "plural" and len(heading.norm) - r.j <= 1]
    if not many or not heading.is_sign(len(heading.norm) - 1, ":"):
        return None
    text = f"{many[-1].text} {s.text(item.start, item.colon)}"
    return replace(many[-1], text=text, lemmas=many[-1].lemmas + tuple(s.bare[item.start : item.colon]), modified=True)


def _portfolio(d: Discourse, s: Sentence, item: Item) -> RoleMention | None:
    """ "الإعلام والتواصل": definite nouns that are no office, event, place or party."""
    words = range(item.start, item.colon)
    if any(s.tokens[k].word.kind != "word" or s.norm[k] in FUNCTION for k in words):
        return None
    told = [m for m in s.mentions if m.i < item.colon and m.j > item.start]
    if any(not isinstance(m, BodyMention) for m in told) or not s.tokens[item.start].word.definite:
        return None
    if d.vocabulary.places.longest(s.norm[item.start], s.norm, item.start):
        return None  # "الحاجب: X": a town
    if any(isinstance(m, EventMention) for m in s.mentions):
        return None
    form = Form("m", "singular", "", False)
    text = f"{_CHARGED} {s.text(item.start, item.colon)}"
    lemmas = (_IN_CHARGE, *s.bare[item.start : item.colon])
    return RoleMention(
        item.start, item.colon, "", text, _IN_CHARGE, "in_charge", form, lemmas, False, False, modified=True
    )
