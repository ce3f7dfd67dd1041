"""Those told as elected by the verb itself, or listed after it, whatever office they hold: "انتخاب كل من X وY"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    Mention,
    NumberMention,
    PersonMention,
    RoleMention,
)
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.listed import free_words, listed
from graph_builder.extraction.rules.participation_elected import electing
from graph_builder.extraction.rules.triggers import (
    COMPOSING,
    SEEKING,
    SUCCEEDING,
    first_of,
    last_of,
    saying,
    says,
    tells,
    trigger,
    words,
)

NAMES = ("participation.elected",)
EXAMPLES = (
    (
        "أسفر المؤتمر الإقليمي لحزب الاستقلال بسلا عن انتخاب كل من كريم العلمي وفاطمة الزاوي للجنة المركزية.",
        ("كريم العلمي | elected", "فاطمة الزاوي | elected"),
    ),
    (
        "وخلال المؤتمرات المحلية لحزب الاستقلال تم انتخاب قيادات محلية، كريم العلمي (سلا) وسعيد الناصري (تمارة).",
        ("كريم العلمي | elected", "سعيد الناصري | elected"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا، حيث تم انتخاب:\nكريم العلمي\nفاطمة الزاوي\nحميد التازي",
        ("كريم العلمي | elected", "فاطمة الزاوي | elected", "حميد التازي | elected"),
    ),
    (
        "انعقد المؤتمر الإقليمي لحزب الاستقلال بسلا، وأعلنت اللجنة أسماء الفائزين:\n1- كريم العلمي (90 صوتا)\n2- منى الزين (80 صوتا)",
        ("كريم العلمي | elected", "منى الزين | elected"),
    ),
    (
        "وباقتراح من رئيسه صادق المؤتمر المحلي لحزب الاستقلال بسلا على لائحة المكتب، وهم:\nكريم العلمي\nمنى الزين",
        ("كريم العلمي | elected", "منى الزين | elected"),
    ),
    (
        "صادق المجلس الوطني لحزب الاستقلال في اجتماعه بسلا على المكتب. وشملت التشكيلة كلا من كريم العلمي وسعيد الناصري.",
        ("كريم العلمي | elected", "سعيد الناصري | elected"),
    ),
    (
        "وأفرز المؤتمر المحلي لحزب الاستقلال بسلا باقي الأعضاء على الشكل التالي: كريم العلمي وسعيد الناصري.",
        ("كريم العلمي | elected", "سعيد الناصري | elected"),
    ),
    (
        "وصادق المؤتمر المحلي لحزب الاستقلال بسلا على الأخت فاطمة الزاوي نائبة للكاتب المحلي.",
        ("فاطمة الزاوي | elected",),
    ),
    (
        "انتخبت اللجنة المركزية لحزب الاستقلال في دورتها بسلا مكتبا. ويضم المكتب سبعة أعضاء، وهم كريم العلمي وسعيد الناصري.",
        ("كريم العلمي | elected", "سعيد الناصري | elected"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا، وفتح باب الترشيح، ففاز كريم العلمي ب30 صوتا.",
        ("كريم العلمي | elected",),
    ),
    (
        "وكان كريم العلمي أعيد انتخابه خلال المؤتمر الوطني لحزب الاستقلال.",
        ("كريم العلمي | elected",),
    ),
    (
        "انتخب المجلس الجماعي لسلا يوم 5 ماي 2019 كريم العلمي رئيسا، وانتخب سعيد الناصري عن حزب الاستقلال نائبا أول للرئيس.",
        ("سعيد الناصري | elected",),
    ),
)
NEAR_MISSES = (
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا، ونال كريم العلمي 12 صوتا.",
    "انتخب المؤتمر المحلي لحزب الاستقلال بسلا مكتبا جديدا بحضور كل من السادة:\nكريم العلمي\nسعيد الناصري",
    "صادق المؤتمر المحلي لحزب الاستقلال بسلا على التقرير الذي قدمه كريم العلمي.",
    "انتخب المؤتمر المحلي كاتبا لفرع امبارك العربي لحزب الاستقلال بسلا.",
    "عقد حزب الاستقلال بسلا لقاء مع المنتخبين بحضور كل من كريم العلمي وسعيد الناصري.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا لانتخاب كاتب جديد خلفا لكريم العلمي.",
    "بعد انتخاب المكتب المحلي لحزب الاستقلال بسلا شكر كريم العلمي الحاضرين.",
    "ترشح لعضوية المكتب المحلي لحزب الاستقلال بسلا كريم العلمي وسعيد الناصري قبل انتخاب المكتب.",
    "عين الأمين العام لحزب الاستقلال كريم العلمي منسقا إقليميا بسلا.",
    "سيجري انتخاب كريم العلمي وسعيد الناصري في المؤتمر المقبل لحزب الاستقلال بسلا.",
)
_CHOOSING: Final = trigger("choosing")
_APPROVING: Final = trigger("approving")
_YIELDING: Final = trigger("yielding")
_LISTING: Final = trigger("winning") | _YIELDING | _APPROVING
_MAKING: Final = _CHOOSING | _LISTING
_WON: Final = _CHOOSING | trigger("winners")
"""An election, or those whom it made winners, that a colon and lines of names follow."""
_APPROVED: Final = _WON | _APPROVING
"""... where "and they are" stands before the colon."""
_MADE_UP: Final = COMPOSING | words("الأصوات أصوات أسماء الأسماء أسماؤهم")
_ON: Final = words("على")
_APPROVED_REACH: Final = 10
"""Words from a verb of approving to "on"."""
_CHOSEN_HIM: Final = trigger("chosen_him")
_WON_BY_VERB: Final = words("فاز فازت ظفر ظفرت")
_WON_OFFICES: Final = words("رئاسة منصب عضوية كتابة")
_EACH: Final = words("كل كلا")
_OTHERS: Final = trigger("others")
_GOVERNING: Final = trigger("chairing") | trigger("attending") | trigger("speaking") | trigger("training")
_OF_OTHERS: Final = _GOVERNING | SEEKING
"""Those told after these are no winners."""
_THEY: Final = words("هم هن فهم فهن وهم وهن")
_AGAIN: Final = words("أعيد أعيدت تم جرى سبق")
_NEGATED: Final = words("لم لن عدم دون قبل عملية مسطرة")
_FUTURE: Final = ("سي", "ست")
_NEXT: Final = 2
"""Words between the verb and a name that it governs; signs and titles do not count."""
_FEWEST: Final = 2
"""Lines of names that are a list."""
_BACK: Final = 2
"""Sentences back to which an election is told of, before the colon that opens the list of those it made winners."""
_BREAKS: Final = 1
"""Lines without a name that a list of lines may hold: "والزملاء"."""


def read(tp: Participations) -> None:
    """Note those told elected, in the gathering that elected them."""
    for s in tp.d.sentences:
        if not of_type(s, PersonMention) and not s.is_sign(len(s.norm) - 1, ":"):
            continue
        chosen = [*_governed(tp, s), *_subjects(s), *_in_lines(tp, s), *_they_are(tp, s)]
        event = electing(tp, s) if chosen else None
        for where, person in chosen if event is not None and event.status == "held" else ():
            who = tp.d.person(person)
            if event is not None and not any((e, n) == (event.id, who) for e, n, _ in tp.found):
                tp.add(where, event, who, "elected")


def _governed(tp: Participations, s: Sentence) -> Iterator[tuple[Sentence, PersonMention]]:
    """ "انتخاب X وY", "انتخاب قيادات محلية: X وY", "فاز بعضوية المجلس كل من X وY"."""
    for k in saying(s, _MAKING):
        if _is_denied(s, k) or (first_of(s, SEEKING) or len(s.norm)) < k:
            continue
        start = _opening(tp, s, k)
        if start is None:
            continue
        at = start
        for person in listed(tp, s, start, many=True)[0]:
            if any(says(s, x, _OTHERS) for x in range(at + 1, person.i)):
                break
            at = person.j - 1
            if not _is_succeeded(s, person):
                yield s, person


def _opening(tp: Participations, s: Sentence, k: int) -> int | None:
    """The token after which the names begin: the verb, what is elected, or "each of"; ``None`` if no name follows so."""
    after = [m for m in s.mentions if m.i > k]
    if says(s, k, _APPROVING):
        return _approved(tp, s, k)
    each = next((x for x in range(k + 1, len(s.norm)) if s.norm[x] in _EACH), None)
    if each is not None and not any(isinstance(m, PersonMention) and m.i < each for m in after):
        return each if not any(says(s, x, _GOVERNING) for x in range(k + 1, each)) else None
    if (says(s, k, _YIELDING) or says(s, k, _CHOOSING)) and (colon := _after_colon(s, k)) is not None:
        return colon
    won = s.norm[k].removeprefix("و").removeprefix("ف") in _WON_BY_VERB and _by_votes(s, after)
    if (says(s, k, _LISTING) and not won) or not after:
        return None
    first = after[0]
    if isinstance(first, PersonMention):
        return k if free_words(tp.d, s, list(range(k + 1, first.i))) <= _NEXT else None
    covering = next((m for m in s.mentions if m.i <= k < m.j and isinstance(m, EventMention)), None)
    if covering is not None and covering.j > k + 1:
        return covering.j - 1 if gap(s, covering, first, tp.d.vocabulary) in ("،", ":") else None
    plural = isinstance(first, RoleMention) and first.form.number == "plural"
    if not (plural or isinstance(first, BodyMention)) or len(after) < _NEXT or first.i > k + 1:
        return None
    listing = isinstance(after[1], PersonMention) and gap(s, first, after[1], tp.d.vocabulary) in (":", "،:", "w:")
    return first.j - 1 if listing else None


def _by_votes(s: Sentence, after: list[Mention]) -> bool:
    """Whether the office, or the votes, follow the winner: "فاز X ب30 صوتا", "ظفرت X برئاسة ..."."""
    at = after[0].j if after else len(s.norm)
    counted = any(s.tokens[x].word.kind == "number" for x in range(at, min(at + 2, len(s.norm))))
    return counted or (at < len(s.norm) and any(x.rest in _WON_OFFICES for x in s.tokens[at].word.splits))


def _approved(tp: Participations, s: Sentence, k: int) -> int | None:
    """ "صادق المؤتمر على X نائبة": the word before the name."""
    on = next((x for x in range(k + 1, min(k + _APPROVED_REACH, len(s.norm))) if s.norm[x] in _ON), None)
    first = next((m for m in s.mentions if on is not None and m.i > on), None)
    if on is None or not isinstance(first, PersonMention) or free_words(tp.d, s, list(range(on + 1, first.i))):
        return None
    return on


def _after_colon(s: Sentence, k: int) -> int | None:
    """ "أفرز المؤتمر باقي الأعضاء على الشكل التالي: X وY": the colon before a name, or "each of"."""
    people = [m.i for m in s.mentions if isinstance(m, PersonMention) and m.i > k]
    colon = next((x for x in range(k + 1, len(s.norm)) if s.is_sign(x, ":")), None)
    return colon if colon is not None and people and people[0] == colon + 1 else None


def _subjects(s: Sentence) -> Iterator[tuple[Sentence, PersonMention]]:
    """ "وكان X أعيد انتخابه ...": the one told before, of whom the verb speaks."""
    for k in saying(s, _CHOSEN_HIM):
        if s.norm[k] not in _CHOSEN_HIM or _is_denied(s, k):
            continue
        before = [m for m in s.mentions if m.j <= k]
        if (
            before
            and isinstance(before[-1], PersonMention)
            and all(
                s.norm[x] in _AGAIN or s.norm[x] in _WHO or s.tokens[x].word.kind == "punct"
                for x in range(before[-1].j, k)
            )
        ):
            yield s, before[-1]


_WHO: Final = words("الذي التي قد وقد")


def _in_lines(tp: Participations, s: Sentence) -> Iterator[tuple[Sentence, PersonMention]]:
    """ "حيث تم انتخاب:", "أسماء الفائزين:" and a name at the beginning of each line that follows."""
    if not s.is_sign(len(s.norm) - 1, ":") or len(s.norm) < _NEXT or not _opens_names(tp, s):
        return
    found: list[tuple[Sentence, PersonMention]] = []
    breaks = 0
    for line in tp.d.sentences[s.index + 1 :]:
        first = next((m for m in line.mentions if not isinstance(m, NumberMention)), None)
        if isinstance(first, PersonMention) and not free_words(tp.d, line, list(range(first.i))):
            found.append((line, first))
        elif line.mentions or breaks == _BREAKS:
            break
        else:
            breaks += 1
    if len(found) >= _FEWEST:
        yield from found


def _opens_names(tp: Participations, s: Sentence) -> bool:
    """Whether a sentence that ends in a colon tells of an election, or of whom the body just elected is made up."""
    they = any(s.norm[x] in _THEY for x in range(len(s.norm) - _NEXT, len(s.norm)))
    won = [k for k in saying(s, _APPROVED if they else _WON) if not _is_denied(s, k)]
    if won:
        return last_of(s, _OF_OTHERS, len(s.norm)) < won[-1]
    before = tp.d.sentences[max(0, s.index - _BACK) : s.index]
    said = any(not _is_denied(o, k) for o in before for k in saying(o, _WON))
    return said and tells(s, _MADE_UP) and not tells(s, _OF_OTHERS)


def _they_are(tp: Participations, s: Sentence) -> Iterator[tuple[Sentence, PersonMention]]:
    """ "انتخب المجلس المكتب، ويضم 35 عضوا ... وهم X وY", "أما الأعضاء الآخرون فهم: ...": who a body just elected is."""
    for k in saying(s, _THEY):
        before = tp.d.sentences[max(0, s.index - 1) : s.index + 1]
        elected = any(first_of(o, _CHOOSING, k if o is s else None) is not None for o in before)
        composed = any(first_of(o, COMPOSING, k if o is s else None) is not None for o in before)
        first = next((m for m in s.mentions if m.i > k), None)
        if elected and composed and isinstance(first, PersonMention) and first.i <= k + _NEXT:
            yield from ((s, p) for p in listed(tp, s, first.i - 1, many=True)[0])


def _is_denied(s: Sentence, k: int) -> bool:
    """Whether the election is denied or to come: "سيجري انتخاب", "قبل انتخاب", "لم ينتخب"."""
    before = s.norm[max(0, k - 2) : k]
    return any(w.removeprefix("و") in _NEGATED or w.removeprefix("و").startswith(_FUTURE) for w in before)


def _is_succeeded(s: Sentence, p: PersonMention) -> bool:
    """Whether the person is whom somebody else succeeds: "خلفا لX"."""
    return p.prefix.endswith("ل") or any(s.norm[x] in SUCCEEDING for x in range(max(0, p.i - 2), p.i))
