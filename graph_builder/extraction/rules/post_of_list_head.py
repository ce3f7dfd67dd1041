"""Heads of electoral lists told by a verb: "يقود لائحة حزب الاستقلال بسطات X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import PartyMention, PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.mentions.attach import read_scope
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.extraction.rules.clauses import subject_after
from graph_builder.extraction.rules.triggers import last_of, saying, words

NAMES = ("post.head_of_list",)
EXAMPLES = (
    (
        "تم اختيار كريم العلمي، عمدة المدينة، على رأس لائحة حزب الاستقلال بسلا.",
        ("كريم العلمي | وكيل لائحة | | حزب الاستقلال | سلا | candidate",),
    ),
    (
        "يقود لائحة حزب الاستقلال بسطات الأستاذ كريم العلمي، ولائحة حزب التقدم والاشتراكية سعيد الناصري.",
        (
            "كريم العلمي | وكيل لائحة | | حزب الاستقلال | سطات | candidate",
            "سعيد الناصري | وكيل لائحة | | حزب التقدم والاشتراكية | | candidate",
        ),
    ),
    (
        "يترأس كريم العلمي لائحة حزب الاستقلال بدائرة سطات، فيما يقود سعيد الناصري لائحة الحزب بخريبكة، وتتصدر منى الزين اللائحة الجهوية.",
        (
            "كريم العلمي | وكيل لائحة | | حزب الاستقلال | سطات | candidate",
            "سعيد الناصري | وكيل لائحة | | حزب الاستقلال | خريبكة | candidate",
            "منى الزين | وكيل لائحة | | حزب الاستقلال | | candidate",
        ),
    ),
    (
        "قال كريم العلمي، الذي يتصدر لائحة حزب الاستقلال بسطات، إن الحملة بدأت.",
        ("كريم العلمي | وكيل لائحة | | حزب الاستقلال | سطات | candidate",),
    ),
    (
        "وكشف حزب الاستقلال عن لوائحه بسطات، أما اللائحة الجهوية لحزب الاستقلال فتقودها منى الزين.",
        ("منى الزين | وكيل لائحة | | حزب الاستقلال | | candidate",),
    ),
    (
        "وستكون منى الزين على رأس اللائحة الجهوية للنساء لحزب الاستقلال.",
        ("منى الزين | وكيل لائحة | | حزب الاستقلال | | candidate",),
    ),
)
NEAR_MISSES = (
    "كان كريم العلمي على رأس اللجنة. ونشر حزب الاستقلال اللائحة.",
    "نشر حزب الاستقلال بسطات لائحة المنخرطين، وقال كريم العلمي كلمة.",
    "يقود كريم العلمي سيارة حزب الاستقلال.",
)
_LEADING: Final = words("يقود تقود قاد قادت سيقود ستقود يتصدر تتصدر تصدر يترأس تترأس يرأس ترأس لقيادة قيادة")
_LEADING_IT: Final = words("يقودها تقودها يتصدرها تتصدرها يترأسها تترأسها يرأسها سيقودها ستقودها")
_LIST: Final = words("لائحة اللائحة قائمة القائمة لائحته قائمته")
_OF_WHOM: Final = words("الجهوية المحلية الوطنية النسائية النسوية")
_HEAD: Final = "وكيل"
_ON: Final = words("على")
_HEAD_OF: Final = words("رأس")
_FAR: Final = 10
"""Words between the verb of leading and the list."""
_ASIDE: Final = 12
"""Words on a list between it and "he heads it"."""
_REACH: Final = 3
"""Words, titles apart, between a list and the name of its head."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield who heads the lists of the sentence, once a verb of leading has been told."""
    yield from _led_by(d, s)
    yield from _at_head(d, s)
    leading = [k for k in saying(s, _LEADING) if _list_after(s, k)]
    for k in (at for at in saying(s, _LIST) if leading and at > leading[0]):
        led = max(n for n in leading if n < k)
        end, party, places = read_scope(s, k + 1, d.vocabulary, party=True, places=True, bare_place=False)
        near = next((p for p in of_type(s, PersonMention) if led < p.i <= led + _REACH and p.j <= k), None)
        person = near or _head(s, end, leading) or _subject(s, led, k)
        regional = k + 1 < len(s.norm) and s.norm[k + 1] in _OF_WHOM
        if person is None or not (party or places or regional):
            continue
        yield Holding(person, _list_head(k, end, party, places), s, "post.head_of_list", 0.75, "candidate")


def _led_by(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "أما اللائحة الجهوية فتقودها X", "لائحة حزب كذا بسطات التي يتصدرها Y": who heads the list told before the verb."""
    for k in saying(s, _LEADING_IT):
        at = last_of(s, _LIST, k)
        person = subject_after(d, s, k + 1) if 0 <= k - at <= _ASIDE and at >= 0 else None
        if person is None:
            continue
        end, party, places = read_scope(s, at + 1, d.vocabulary, party=True, places=True, bare_place=False)
        body = next((b for b in bodies_in(s) if b.i == at + 1), None)  # "لائحة مجلس الجهة"
        places = places or ([body.place] if body is not None and body.place is not None else [])
        if not (party or places or body is not None or s.norm[at + 1] in _OF_WHOM):
            continue
        yield Holding(person, _list_head(at, end, party, places), s, "post.head_of_list", 0.75, "candidate")


def _past_office(s: Sentence, person: PersonMention) -> int:
    """The end of a name and of the office between commas after it: "X، عمدة المدينة، على رأس اللائحة"."""
    aside = next((r for r in of_type(s, RoleMention) if r.i == person.j + 1 and s.is_sign(person.j, "،,")), None)
    if aside is None:
        return person.j
    end = aside.j + (s.bare[aside.j] in TYPES) if aside.j < len(s.norm) else aside.j
    return end if s.is_sign(end, "،,") else person.j


def _at_head(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "وستكون X على رأس اللائحة الجهوية للنساء": who is at the head of a list."""
    for k in saying(s, _LIST):
        at_head = k > 1 and s.norm[k - 1] in _HEAD_OF and s.norm[k - 2] in _ON
        person = next((p for p in of_type(s, PersonMention)[::-1] if 0 <= k - 2 - _past_office(s, p) <= 1), None)
        if not at_head or person is None:
            continue
        end, party, places = read_scope(s, k + 1, d.vocabulary, party=True, places=True, bare_place=False)
        if party or places or (s.norm[k + 1 : k + 2] and s.norm[k + 1] in _OF_WHOM):
            yield Holding(person, _list_head(k, end, party, places), s, "post.head_of_list", 0.75, "candidate")


def _list_head(k: int, end: int, party: PartyMention | None, places: list[PlaceMention]) -> RoleMention:
    form = Form("m", "singular", "", False)
    return RoleMention(
        k, end, "", f"{_HEAD} لائحة", fold(_HEAD), "list_head", form, (fold(_HEAD), fold("لائحة")), False, False,
        party=party, places=places, modified=True,
    )  # fmt: skip


def _head(s: Sentence, end: int, leading: list[int]) -> PersonMention | None:
    """The name right after the list, a title or a few words on its bearer before it, and no further verb of leading."""
    near = (p for p in of_type(s, PersonMention) if 0 <= p.i - end <= _REACH and not p.prefix)
    return next((p for p in near if not any(end <= k < p.i for k in leading)), None)


def _subject(s: Sentence, verb: int, at: int) -> PersonMention | None:
    """The name between verb and list ("سيقود X، رئيس الجماعة، لائحة ..."), else the one before the verb."""
    people = list(of_type(s, PersonMention))
    between = [p for p in people if verb < p.i < at]
    return between[0] if between else next((p for p in people if 0 <= verb - p.j <= _REACH), None)


def _list_after(s: Sentence, verb: int) -> bool:
    """Whether a list is what the verb is said of: the next word, or the next after the name of who leads it."""
    return any(s.norm[k] in _LIST for k in range(verb + 1, min(verb + _FAR, len(s.norm))))
