"""Who owes what by when: "مع تحديد نهاية شهر يونيو كآخر أجل لعقد المؤتمرات", "دعا الفروع إلى عقد جموعها قبل متم ماي"."""

from __future__ import annotations

import calendar as months
from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import BodyMention, DateMention, RoleMention
from graph_builder.extraction.rules.triggers import saying, says, tells, trigger, words
from graph_builder.model import DeadlineFact

NAMES = ("deadline.last_date", "deadline.before")
EXAMPLES = (
    (
        "طالب الكاتب الأول كتاب الفروع بعقد الجموع العامة مع تحديد نهاية شهر ماي كآخر أجل لتجديد المكاتب المحلية.",
        ("تجديد المكاتب المحلية | XXXX-05-31",),
    ),
    (
        "دعا الأمين العام إلى عقد المؤتمرات مع تحديد متم شهر ماي أجلا أقصى لتجديد الفروع.",
        ("تجديد الفروع | XXXX-05-31",),
    ),
    ("حدد الحزب يوم 15 مارس 2021 كآخر أجل لإيداع الترشيحات.", ("إيداع الترشيحات | 2021-03-15",)),
    ("ودعا كتاب الفروع إلى أداء الاشتراكات السنوية قبل 30 أبريل 2021.", ("أداء الاشتراكات السنوية | 2021-04-30",)),
    ("والكتابة الإقليمية مطالبة بتجديد مكاتب الفروع قبل متم شهر ماي المقبل.", ("تجديد مكاتب الفروع | XXXX-05-31",)),
    ("قرر المجلس الوطني عقد المؤتمرات الإقليمية قبل نهاية مارس 2020.", ("عقد المؤتمرات الإقليمية | 2020-03-31",)),
    ("رابعا: دعوة كتابات الأقاليم إلى عقد مجالسها قبل نهاية فبراير 2015.", ("عقد مجالسها | 2015-02-28",)),
    ("1- تجديد مكاتب الفروع قبل متم يونيو 2015.", ("تجديد مكاتب الفروع | 2015-06-30",)),
)
NEAR_MISSES = (
    "انعقد اللقاء نهاية شهر ماي.",
    "كان آخر لقاء للحزب يوم 15 مارس 2021.",
    "بلغ الحضور أقصى حد يوم 15 مارس 2021.",
    "كان كريم العلمي كاتبا للفرع قبل نهاية سنة 2015.",
    "دعا كريم العلمي إلى اليقظة كما كان قبل 15 مارس 2021.",
    "قرر كريم العلمي الانسحاب من الحزب قبل انتخابات 8 شتنبر 2021.",
)
_LAST: Final = words("آخر كآخر أقصى أقصاه كأجل أجل أجلا موعدا كموعد")
_TERM: Final = words("أجل موعد أقصاه الآجال أقصى أخيرا أخير نهائيا نهائي")
_END: Final = words("نهاية متم أواخر")
_MONTH: Final = words("شهر")
_AT_MOST: Final = "اقصاه"
_OPENING: Final = _LAST | words(_AT_MOST)
_STOP: Final = words("مع وذلك كما")
_BEFORE: Final = words("قبل")
_OWING: Final = trigger("obliging")
"""Who is called upon follows, and "to" what ... """
_DECIDING: Final = trigger("deciding_to")
"""... or what is decided."""
_TO: Final = words("إلى على ب")
_DUTIES: Final = trigger("duties")
"""Verbal nouns of what bodies and members do: "عقد", "تجديد"."""
_NOT_DUE: Final = words("ذلك هذا كان كانت كما الذي التي الذين قد وقد أنه أنها")
CONFIDENCE: Final = 0.8
LONGEST: Final = 10
"""Words of what is due."""


def deadlines(d: Discourse) -> Iterator[DeadlineFact]:
    """Yield the deadlines of the article."""
    for s in d.sentences:
        for k in range(len(s.norm) - 1) if tells(s, _OPENING) else ():
            if (s.norm[k] in _LAST and s.norm[k + 1] in _TERM) or s.norm[k] == _AT_MOST:
                fact = _read(s, k)
                if fact is not None:
                    yield fact
        yield from filter(None, (_due_before(s, k) for k in saying(s, _BEFORE)))


def _due_before(s: Sentence, k: int) -> DeadlineFact | None:
    """What somebody is called upon to do, or what was decided, before the date that follows token ``k``."""
    date = next((m for m in of_type(s, DateMention) if m.date and m.i > k), None)
    if date is None or any(s.norm[x] not in _END | _MONTH for x in range(k + 1, date.i)):
        return None
    start, by = _duty(s, k)
    if not start < k <= start + LONGEST or any(s.norm[x] in _NOT_DUE for x in range(start, k)):
        return None
    due = date.date or ""
    ends = len(due) == len("2020-03") and any(w in _END for w in s.norm[k + 1 : date.i])
    what = s.text(start, k).strip(" ،")
    who = next((m for m in s.mentions if by < m.i and m.j <= start and isinstance(m, (RoleMention, BodyMention))), None)
    return DeadlineFact(
        what[1:] if s.norm[start].startswith("ب") else what,
        s.text(who.i, who.j)[len(who.prefix) :] if who else None,
        _end_of(due) if ends else due,
        s.text(k, date.j),
        s.evidence("deadline.before", CONFIDENCE),
    )


def _duty(s: Sentence, k: int) -> tuple[int, int]:
    """Where what is due begins before token ``k``, and the word that tells the duty; ``k`` where none is told.

    After a word of obliging it follows "to" or stands with ب; after one of deciding, or the sign of an item, it begins at once.
    """
    by = next((x for x in range(k - 1, -1, -1) if says(s, x, _OWING) or says(s, x, _DECIDING)), None)
    if by is None:
        opened = next((x + 1 for x in range(min(2, k)) if s.is_sign(x, "-–:.)")), k)
        return (opened if opened < k and s.norm[opened] in _DUTIES else k), -1
    for x in range(by + 1, k):
        if s.norm[x] in _TO:
            return x + 1, by
        if s.norm[x][1:] in _DUTIES and s.norm[x].startswith("ب"):
            return x, by
        if says(s, by, _DECIDING) and s.norm[x] in _DUTIES:
            return x, by
    return k, by


def _read(s: Sentence, k: int) -> DeadlineFact | None:
    dates = [m for m in of_type(s, DateMention) if m.date]
    if not dates:
        return None
    date = min(dates, key=lambda m: abs(m.i - k))
    start = k + (2 if s.norm[k] != _AT_MOST else 1)
    what = _what(s, max(start, date.j if date.i > k else start))
    if not what:
        return None
    due = date.date or ""
    opened = date.i
    while opened > 0 and s.norm[opened - 1] in _END | _MONTH:
        opened -= 1
    if any(w in _END for w in s.norm[opened : date.i + 1]):
        due = _end_of(due)
    end = date.j
    if s.norm[end : end + 1] and s.norm[end] == "من" and end + 2 < len(s.norm):
        end += 3
    who = [r for r in of_type(s, RoleMention) if r.form.number == "plural" and r.i < k]
    return DeadlineFact(
        what,
        s.text(who[0].i, who[0].j) if who else None,
        due,
        s.text(opened, end),
        s.evidence("deadline.last_date", CONFIDENCE),
    )


def _what(s: Sentence, at: int) -> str:
    end = at
    while end < len(s.norm) and end - at < LONGEST and s.tokens[end].word.kind == "word" and s.norm[end] not in _STOP:
        end += 1
    text = s.text(at, end)
    return text[1:] if text.startswith("ل") and len(text) > 3 else text


def _end_of(date: str) -> str:
    """The last day of a month: ``XXXX-06`` is due ``XXXX-06-30``; of an unknown year's February, the 28th is sure."""
    if len(date) != 7:
        return date
    year, month = date.split("-")
    last = months.monthrange(int(year) if year.isdecimal() else 2023, int(month))[1]
    return f"{date}-{last:02d}"
