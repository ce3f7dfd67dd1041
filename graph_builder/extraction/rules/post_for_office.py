"""An office told after whom it is for, or before whose share it is: "اختار الحزب X لرئاسة الفريق", "أمانة المال من نصيب X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import PersonMention
from graph_builder.extraction.rules.list_lead import loose_words
from graph_builder.extraction.rules.post_by_office import OFFICE, TO, noun_at, office_at
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.triggers import ELECTING, last_of, saying, says, words

NAMES = ("post.for_office",)
EXAMPLES = (
    ("وكانت أمانة المال بفرع حزب الاستقلال بسلا من نصيب كريم العلمي.", ("كريم العلمي | أمين المال | فرع",)),
    (
        "اختار حزب الاستقلال كريم العلمي لرئاسة اللجنة التحضيرية.",
        ("كريم العلمي | رئيس | اللجنة التحضيرية | حزب الاستقلال | | elected",),
    ),
    (
        "فاز برئاسة المجلس الوطني لحزب الاستقلال كريم العلمي، وانتخب لرئاسة اللجنة المركزية سعيد الناصري.",
        ("كريم العلمي | رئيس | المجلس الوطني | حزب الاستقلال | | elected", "سعيد الناصري | رئيس | اللجنة المركزية"),
    ),
)
NEAR_MISSES = (
    "فاز برئاسة المجلس الإقليمي لسلا حزب الاستقلال، وتحدث كريم العلمي.",
    "اختار حزب الاستقلال كريم العلمي لحضور اللقاء.",
    "كانت الجائزة من نصيب كريم العلمي.",
)
_SHARE: Final = words("نصيب")
_PROMOTING: Final = words("تصعيد ترقية بتصعيد بترقية")
_TO_OFFICE: Final = words("لمنصب لمهمة لمهام لشغل لتحمل لتولي لتقلد")
_OF_EACH: Final = words("من كلا كل")
_WON: Final = words("فاز فازت ظفر ظفرت انتخب انتخبت انتخاب بانتخاب حصل حصلت")
_FOR: Final = ("ب", "ل")
_ON: Final = "على"
_FAR: Final = 12
"""Words from an office back from "fell to"."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield who is chosen for an office, or gets it as his share."""
    yield from _chosen_for(d, s)
    yield from _winners_after(d, s)
    yield from _shares(d, s)


def _chosen_for(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "اختار الحزب X لرئاسة الفريق": elected or appointed to an office told after the name."""
    for person in of_type(s, PersonMention):
        if person.j >= len(s.norm) or last_of(s, ELECTING, person.i) < 0:
            continue
        promoted = s.norm[person.j] in TO and any(says(s, n, _PROMOTING) for n in range(max(0, person.i - 3), person.i))
        at = person.j + (promoted or s.norm[person.j] in _TO_OFFICE)
        at += at > person.j and at < len(s.norm) and s.norm[at] in OFFICE
        role = office_at(d, s, at)
        if role is not None and role.modified and (at > person.j or (role.prefix == "ل" and role.sense == "office")):
            run = people_run(s, s.mentions.index(person), -1, d.vocabulary)
            for one in run if s.norm[run[-1].i - 1] in _OF_EACH else run[:1]:
                yield Holding(one, role, s, "post.for_office", 0.85, "elected")


def _winners_after(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "فاز برئاسة المجلس X", "انتخب لرئاسة اللجنة، وهو موقع جديد، X": who won the office that a verb has before the name."""
    for k in saying(s, _WON):
        at = k + 1 + (k + 1 < len(s.norm) and s.norm[k + 1] == _ON)
        role = noun_at(d, s, at) if at < len(s.norm) else None
        if role is None or role.form.number != "singular" or not (role.prefix in _FOR or at > k + 1):
            continue
        if any(b.i <= role.i < b.j for b in bodies_in(s)):
            continue  # "انتخبت بالكتابة الجهوية X"
        person = next((p for p in of_type(s, PersonMention) if p.i >= role.j), None)
        if person is None or person.prefix or loose_words(s, role.j, person.i):
            continue
        body = None if role.body else listed_body(d, s, role.i)
        if role.modified or body is not None:
            yield Holding(person, role, s, "post.for_office", 0.85, "elected", body=body)


def _shares(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "وكانت أمانة المال من نصيب X": the office before, who got it after."""
    for person in of_type(s, PersonMention):
        k = person.i - 1
        k -= k > 0 and s.norm[k] not in _SHARE  # a title of courtesy
        if k < 2 or s.norm[k] not in _SHARE:
            continue
        offices = [r for n in range(max(0, k - _FAR), k) if (r := noun_at(d, s, n)) is not None and r.modified]
        if offices:
            body = None if offices[0].body else listed_body(d, s, offices[0].i)
            yield Holding(person, offices[0], s, "post.for_office", 0.85, "elected", body=body)
