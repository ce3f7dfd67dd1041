"""Who owes what by when: "مع تحديد نهاية شهر يونيو كآخر أجل لعقد المؤتمرات الجهوية"."""

from __future__ import annotations

import calendar as months
from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import DateMention, RoleMention, Sentence, of_type
from graph_builder.extraction.rules.triggers import tells, words
from graph_builder.model import DeadlineFact

NAMES = ("deadline.last_date",)
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
)
NEAR_MISSES = (
    "انعقد اللقاء نهاية شهر ماي.",
    "كان آخر لقاء للحزب يوم 15 مارس 2021.",
    "بلغ الحضور أقصى حد يوم 15 مارس 2021.",
)
_LAST: Final = words("آخر كآخر أقصى أقصاه كأجل أجل أجلا موعدا كموعد")
_TERM: Final = words("أجل موعد أقصاه الآجال أقصى أخيرا أخير نهائيا نهائي")
_END: Final = words("نهاية متم أواخر")
_MONTH: Final = words("شهر")
_AT_MOST: Final = "اقصاه"
_OPENING: Final = _LAST | words(_AT_MOST)
_STOP: Final = words("مع وذلك كما")
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
