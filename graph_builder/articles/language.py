"""Whether a text is in Arabic, by its letters."""

from __future__ import annotations

import re

ARABIC_SHARE = 0.3
"""Of all letters. Arabic news with Latin names has over 0.9, foreign news that quotes Arabic under 0.1."""
FOREIGN_SHARE = 0.01
"""Of all Arabic letters, those that Persian, Urdu and Kurdish have and Arabic has not. In them over 0.02."""
SAMPLE = 2_000
"""Code points that are looked at."""

_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC_BLOCKS = (0x06, 0x07, 0xFB, 0xFC, 0xFD, 0xFE)
"""First bytes in UTF-16 of the blocks that hold Arabic letters and their presentation forms."""
# Letters of Moroccan names (gaf, kaf with three dots) are no sign of another language: they are left out.
_FOREIGN = "\u0679\u0688\u0691\u06ba\u06be\u06c6\u06ce\u06d2\u06d5\u0695\u06b5\u067e\u0686\u0698"


def other_language(text: str) -> str | None:
    """Say what a text is if it is not Arabic; ``None`` if it is.

    >>> other_language("Le congr\u00e8s du parti")
    '0 % of its letters are Arabic'
    """
    sample = text[:SAMPLE]
    letters = sum(map(len, _LETTERS.findall(sample)))
    if not letters:
        return "no letters"
    blocks = sample.encode("utf-16-be", "surrogatepass")[::2]
    arabic = sum(map(blocks.count, _ARABIC_BLOCKS))
    if arabic < ARABIC_SHARE * letters:
        return f"{100 * arabic // letters} % of its letters are Arabic"
    if sum(map(sample.count, _FOREIGN)) > FOREIGN_SHARE * arabic:
        return "another language in Arabic letters"
    return None
