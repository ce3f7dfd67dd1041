"""Folding of spelling variants: what a reader takes for the same word becomes the same string."""

from __future__ import annotations

import re

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad"
"""Vowel signs, tatweel, zero-width and bidi controls: no part of a word's identity (a regex class's inside)."""

_MARKS = re.compile(f"[{MARKS}]+")
_FOLD = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
        "ک": "ك", "ی": "ي", "ھ": "ه", "ہ": "ه",
        **{chr(0x0660 + d): str(d) for d in range(10)},
        **{chr(0x06F0 + d): str(d) for d in range(10)},
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Fold hamza seats, final ya, ta marbuta, diacritics, tatweel, bidi controls, digits and Latin case.

    >>> fold("الأمينة") == fold("الامينه")
    True
    """
    if not text.isascii():
        text = _MARKS.sub("", text).translate(_FOLD)
    return text.lower()
