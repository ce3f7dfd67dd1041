"""Folding of spelling variants: what a reader takes for the same word becomes the same string."""

from __future__ import annotations

import re
from typing import Final

MARKS: Final = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad"
"""Vowel signs, tatweel, zero-width and bidi controls: no part of a word's identity (a regex class's inside)."""

_MARKS: Final = re.compile(f"[{MARKS}]")
_ANYWHERE: Final = "".join(map(chr, (0xAD, *range(0x600, 0x700), *range(0x2000, 0x2070), 0xFEFF)))
"""All characters of the blocks that have marks."""
_TATWEEL: Final = "\u0640"
SILENT: Final = "".join(_MARKS.findall(_ANYWHERE)).replace(_TATWEEL, "")
"""The marks, but for tatweel: what is made of them alone is no word."""
_LETTERS: Final = "".join(map(chr, (0x20, *range(0x620, 0x700))))
"""Told as they are if nothing else is told of them: what a table does not know costs it twice the time."""
_FOLD: Final = str.maketrans(
    {
        **{letter: letter for letter in _LETTERS},
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
        "ک": "ك", "ی": "ي", "ھ": "ه", "ہ": "ه",
        "—": "–", "―": "–", "‒": "–",
        **{chr(0x0660 + d): str(d) for d in range(10)},
        **{chr(0x06F0 + d): str(d) for d in range(10)},
        **dict.fromkeys(_MARKS.findall(_ANYWHERE), ""),
    }
)  # fmt: skip

_DEMO: Final = "ديموقراط"
_DEMO_PLAIN: Final = "ديمقراط"
"""Both spellings of "democrat" are as good."""


def unmarked(text: str) -> str:
    """Drop vowel signs, tatweel, zero-width and bidi controls; the letters stay as they are.

    >>> unmarked("كاتبًا")
    'كاتبا'
    """
    return text if text.isalpha() and _TATWEEL not in text else _MARKS.sub("", text)


def fold(text: str) -> str:
    """Fold hamza seats, final ya, ta marbuta, diacritics, tatweel, bidi controls, digits, Latin case, "ديموقراطي".

    >>> fold("الأمينة") == fold("الامينه")
    True
    >>> fold("الديموقراطية") == fold("الديمقراطية")
    True
    """
    if not text.isascii():
        text = text.translate(_FOLD)
        if _DEMO in text:
            text = text.replace(_DEMO, _DEMO_PLAIN)
    return text.lower()
