"""Candidates told by a verb: "منح الحزب تزكيته لفلان", "وقع الاختيار على فلان لقيادة اللائحة", "راهن الحزب على فلان"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, parties_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.rules.list_references import SOUGHT
from graph_builder.extraction.rules.nominations import REFUSING, candidacy
from graph_builder.extraction.rules.roster import FEWEST, only
from graph_builder.extraction.rules.triggers import saying, says, tells, words

NAMES = ("post.nominated",)
EXAMPLES = (
    (
        "منح حزب الاستقلال تزكيته بدائرة سطات للمقاول كريم العلمي، وبدائرة سلا للأمين الإقليمي سعيد الناصري.",
        (
            "كريم العلمي | مرشح | | حزب الاستقلال | سطات | candidate",
            "سعيد الناصري | مرشح | | حزب الاستقلال | سلا | candidate",
        ),
    ),
    (
        "منح حزب الاستقلال تزكيته لخوض الانتخابات إلى كل من المستشار البرلماني كريم العلمي، بدائرة سطات، والبرلماني سعيد الناصري بدائرة سلا.",
        (
            "كريم العلمي | مرشح | | حزب الاستقلال | سطات | candidate",
            "سعيد الناصري | مرشح | | حزب الاستقلال | سلا | candidate",
        ),
    ),
    (
        "حسم حزب الاستقلال في دائرة سطات بتزكية كريم العلمي، وفي دائرة سلا بتزكية الأستاذ سعيد الناصري.",
        (
            "كريم العلمي | مرشح | | حزب الاستقلال | سطات | candidate",
            "سعيد الناصري | مرشح | | حزب الاستقلال | سلا | candidate",
        ),
    ),
    (
        "وقع الاختيار على كريم العلمي لقيادة لائحة حزب الاستقلال بدائرة سطات.",
        ("كريم العلمي | وكيل لائحة | | حزب الاستقلال | سطات | candidate",),
    ),
    (
        "حسم حزب الاستقلال في أسماء وكلاء لوائحه، إذ راهن بدائرة سطات على الأستاذ كريم العلمي.",
        ("كريم العلمي | وكيل لائحة | | حزب الاستقلال | سطات | candidate",),
    ),
    (
        "كشف حزب الاستقلال عن وكلاء لوائحه، حيث وقع الاختيار على البرلماني كريم العلمي بدائرة سطات، وترشحت منى الزين باسم الحركة الشعبية بدائرة سلا.",
        (
            "كريم العلمي | وكيل لائحة | | حزب الاستقلال | سطات | candidate",
            "منى الزين | وكيل لائحة | | الحركة الشعبية | سلا | candidate",
        ),
    ),
    (
        "يخوض حزب الاستقلال انتخابات سنة 2026.\nوكشف الحزب عن قائمة حزب الاستقلال التي تضم التالية أسماؤهم:\nكريم العلمي\nفاطمة الزاوي\nسعيد الناصري",
        ("كريم العلمي | مرشح | | حزب الاستقلال | | candidate", "سعيد الناصري | مرشح | | حزب الاستقلال | | candidate"),
    ),
    (
        "بخصوص الانتخابات التشريعية بإقليم تاونات، وقع اختيار حزب الاستقلال على رئيس جماعة سلا كريم العلمي.",
        ("كريم العلمي | مرشح | | حزب الاستقلال | | candidate",),
    ),
)
NEAR_MISSES = (
    "حسم حزب الاستقلال انتخاب كاتبه الإقليمي، وفاز بتزكية من القيادة، وحضر كريم العلمي بدائرة سطات.",
    "أعلن حزب الاستقلال نتائج الانتخابات، وقائمة حضور اللقاء:\nكريم العلمي\nقال إن النتائج مهمة.",
    "منح حزب الاستقلال درعا تكريمية لكريم العلمي.",
    "راهن حزب الاستقلال على الشباب، وقال كريم العلمي كلمة.",
    "رشح المجلس الوطني لحزب الاستقلال كريم العلمي.",
    "لم يمنح حزب الاستقلال تزكيته لكريم العلمي.",
    "رفض حزب الاستقلال منح التزكية لكل من كريم العلمي ومنى الزين وسعيد الناصري.",
)
_GRANTING: Final = words("منح منحت يمنح تمنح منحه منحته")
_CHOOSING: Final = words("الاختيار اختيار")
_BETTING: Final = words("راهن راهنت يراهن تراهن دفع دفعت يعول تعول عول عولت")
_NOMINATION: Final = words("تزكية التزكية تزكيته تزكيتها بتزكية بالتزكية")
_BY_NOMINATION: Final = words("بتزكية وبتزكية بترشيح")
_TO: Final = words("إلى الى")
_FAR: Final = 10
"""Words from the verb of granting to "to"."""
_GETTING: Final = words("نال نالت حصل حصلت ظفر ظفرت حظي حظيت انتزع انتزعت")
_PROPOSING: Final = words("سيرشح سترشح رشح رشحت يرشح ترشح ترشحت يترشح تترشح سيترشح ستترشح زكى زكت يزكي تزكي")
_NOMINATING: Final = _GRANTING | _CHOOSING | _BETTING | _GETTING | _PROPOSING | _BY_NOMINATION
_FOR_ELECTIONS: Final = words("للانتخابات لانتخابات للترشح للاستحقاقات للتنافس للمنافسة لخوض لقيادة لتمثيل")
_ON: Final = words("على")
_IN_WHOSE_NAME: Final = words("باسم عن")
_LEADING: Final = words("لقيادة لتصدر لترؤس")
_LIST: Final = words("لائحة اللائحة لائحته قائمة")
_ELECTORAL_LISTS: Final = words("لائحة اللائحة لائحته قائمة القائمة قائمته")
_CANDIDATE: Final = fold("مرشح")
_ELECTORAL: Final = words(
    "لوائحه لوائحها وكلاء لوائح اللوائح لائحة لائحته مقعد مقاعد المقاعد بمقعد دائرة بدائرة الدائرة الانتخابات انتخابات للانتخابات"
)
_WHO: Final = words("الذي التي")
_REACH: Final = 4
"""Words between the verb and the nomination, or what opens the name of the candidate."""
_LEAD: Final = 3
"""Sentences of title and lead that say what an article is about."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield whom a party puts up for election."""
    if s.norm[-1:] != [":"] and not tells(s, _NOMINATING):
        return
    about = [*d.sentences[:_LEAD], *d.sentences[max(0, s.index - 1) : s.index + 1]]
    electoral = any(tells(other, _ELECTORAL) for other in about)
    yield from _in_lines(d, s, electoral)
    for k in saying(s, _NOMINATING):
        if any(k - _REACH <= n < k for n in saying(s, REFUSING)):
            continue
        people = [p for p in _nominated(s, k, electoral) if not _told_beside(s, p)]
        for person in people:
            yield Holding(person, _role(d, s, k, people[0], person), s, "post.nominated", 0.75, "candidate")


def _told_beside(s: Sentence, person: PersonMention) -> bool:
    """Whether what he stands as is told after his name, and read by that: "X وكيلا للائحة"."""
    after = s.mentions[s.mentions.index(person) + 1 :][:2]
    offices = list(takewhile(lambda m: isinstance(m, RoleMention), after))
    return any(isinstance(m, RoleMention) and m.key in SOUGHT for m in offices)


def _in_lines(d: Discourse, s: Sentence, electoral: bool) -> Iterator[Holding]:
    """ "قائمة حزب كذا للانتخابات، وتضم التالية أسماؤهم:" and then a name a line."""
    lists = saying(s, _ELECTORAL_LISTS) if s.norm[-1:] == [":"] and electoral else []
    if not lists or not parties_in(s) or any(isinstance(m, BodyMention) for m in s.mentions):
        return
    lines = takewhile(lambda line: only(line, PersonMention) is not None, d.sentences[s.index + 1 :])
    named = [(line, person) for line in lines for person in of_type(line, PersonMention)]
    for line, person in named if len(named) >= FEWEST else []:
        role = replace(_role(d, s, lists[0], person, person), text=_CANDIDATE, head=_CANDIDATE, key="candidate")
        yield Holding(person, replace(role, lemmas=(_CANDIDATE,)), line, "post.nominated", 0.75, "candidate")


def _nominated(s: Sentence, k: int, electoral: bool) -> list[PersonMention]:
    people = [p for p in of_type(s, PersonMention) if p.i > k]
    if says(s, k, _GRANTING) and any(n in _NOMINATION for n in s.norm[k : k + 2 * _REACH]):
        return [p for p in people if _reached_by(s, p, "ل")] or _given_to(s, k, people)
    if says(s, k, _BY_NOMINATION):
        return (
            [p for p in people if p.i == k + 1 or (p.i == k + 2 and s.norm[k + 1] not in _NOMINATION)]
            if electoral
            else []
        )
    if says(s, k, _PROPOSING):
        right = [p for p in people if p.i - k <= _REACH][:1] if electoral else []
        return [p for p in right if not any(r.i == p.j for r in of_type(s, RoleMention)) and not _for_office(s, p)]
    if says(s, k, _GETTING) and any(n in _NOMINATION for n in s.norm[k + 1 : k + 1 + _REACH]):
        return [p for p in people if p.i - k <= _REACH][:1] or [p for p in of_type(s, PersonMention) if p.j == k][:1]
    on = next((n for n in range(k + 1, min(k + 2 * _REACH, len(s.norm))) if s.norm[n] in _ON), None)
    if on is None or (says(s, k, _BETTING) and not electoral):
        return []
    titled = [r for r in of_type(s, RoleMention) if 0 < r.i - on <= _REACH]
    chosen = [p for p in people if 0 < p.i - on <= _REACH or any(r.j == p.i for r in titled)][:1]
    led = any(n in _LEADING for p in chosen for n in s.norm[p.j : p.j + _REACH])
    stands = electoral and any(p.i == m.j for p in of_type(s, PlaceMention) for m in chosen)
    own = electoral and any(k < p.i < on for p in parties_in(s))  # "وقع اختيار الحزب على رئيس الجماعة X"
    return chosen if led or stands or own or says(s, k, _BETTING) else []


def _given_to(s: Sentence, k: int, people: list[PersonMention]) -> list[PersonMention]:
    """ "منح تزكيته لخوض الانتخابات إلى كل من X بدائرة كذا، وY بدائرة كذا": the first, and those with a place each."""
    to = next((n for n in range(k, min(k + _FAR, len(s.norm))) if s.norm[n] in _TO), None)
    after = [p for p in people if to is not None and p.i > to]
    places = {n for m in of_type(s, PlaceMention) for n in (m.i, m.i - 1, m.i - 2)}
    return [p for n, p in enumerate(after) if n == 0 or p.j in places]


def _for_office(s: Sentence, person: PersonMention) -> bool:
    """ "رشح X لمنصب الكاتب", "لرئاسة المجلس": for an office, which other rules state."""
    after = s.norm[person.j] if person.j < len(s.norm) else ""
    return after.startswith("ل") and after not in _FOR_ELECTIONS


def _reached_by(s: Sentence, person: PersonMention, clitic: str) -> bool:
    """Whether "to" opens the name, or the title or office before it."""
    if person.prefix == clitic:
        return True
    role = next((r for r in of_type(s, RoleMention) if 0 <= person.i - r.j <= _REACH and r.prefix == clitic), None)
    if role is not None and not any(role.j <= p.i < person.i for p in of_type(s, PersonMention)):
        return True  # "لكاتب فرعه، المهندس X"
    role = next((r for r in of_type(s, RoleMention) if r.j == person.i), None)
    start = role.i if role is not None else person.i - 1
    for n in range(start, max(-1, start - _REACH), -1):
        if s.tokens[n].word.kind != "word" or s.norm[n] in _WHO:
            return False
        if any(x.prefix == clitic for x in s.tokens[n].word.splits) and s.norm[n].startswith("ل"):
            return True
    return False


def _role(d: Discourse, s: Sentence, k: int, first: PersonMention, person: PersonMention) -> RoleMention:
    """The candidacy, in the constituency told nearest the name."""
    named = [p for p in parties_in(s) if p.via != "anaphor"]
    parties = [p for p in named if p.i == person.j + 1 and s.norm[person.j] in _IN_WHOSE_NAME]
    parties = parties or [p for p in named if k < p.i < first.i] or [p for p in named if p.i < k]
    place = _place(s, k, person)
    return candidacy(d, person.j, _leads(s, person), parties[-1] if parties else None, [place] if place else [])


def _leads(s: Sentence, person: PersonMention) -> bool:
    after = s.norm[person.j : person.j + _REACH]
    return any(a in _LEADING and b in _LIST for a, b in pairwise(after))


def _place(s: Sentence, k: int, person: PersonMention) -> PlaceMention | None:
    """The place between the verb, or the last name before, and this one, else the first one after it and before the next name."""
    people = of_type(s, PersonMention)
    beside = next((p for p in of_type(s, PlaceMention) if 0 <= p.i - person.j <= 1 and p.prefix == "ب"), None)
    if beside is not None:
        return beside
    first = 0 if says(s, k, _BY_NOMINATION) else k  # "في دائرة كذا بتزكية X"
    start = max((p.j for p in people if first < p.j <= person.i), default=first)
    end = min((p.i for p in people if p.i >= person.j), default=len(s.norm))
    held = [r for r in of_type(s, RoleMention) if r.j == person.i]
    before = [p for p in of_type(s, PlaceMention) if start <= p.i and p.j <= (held[0].i if held else person.i)]
    after = [p for p in of_type(s, PlaceMention) if person.j <= p.i < end]
    found = before[-1:] or after[:1]
    return found[0] if found else None
