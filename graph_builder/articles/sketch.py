"""A sketch of an article: a sample of its runs of words as numbers, by which its copies are known without its text.

Of all texts the same runs are taken, those of the smallest numbers, so that two sketches tell how much of one text
stands in the other. The headline, which copies change, is no part of it.
"""

from __future__ import annotations

import re
import sys
from array import array
from functools import lru_cache
from zlib import crc32

from graph_builder.arabic.normalise import MARKS, fold
from graph_builder.arabic.tokens import MOST_FORMS

RUN = 4
"""Words of a run."""
MOST = 192
"""Runs in a sketch; a text of no more is in it whole."""
_WORD = re.compile(rf"[\w{MARKS}]+")


def sketch(text: str) -> bytes:
    """Return the sketch of a text: the smallest numbers of its runs in their order, four bytes each.

    >>> sketch("عقد الفرع جمعا عاما") == sketch("عَقَدَ الفرع: جمعًا عاما!")
    True
    """
    words = list(map(_folded, _WORD.findall(text)))
    runs = zip(*(words[start:] for start in range(RUN)), strict=False)
    numbers = array("I", sorted({crc32(b" ".join(run)) for run in runs})[:MOST])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def numbers_of(sketched: bytes) -> array[int]:
    """Return the numbers of a sketch."""
    numbers = array("I", sketched)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


@lru_cache(maxsize=MOST_FORMS)
def _folded(word: str) -> bytes:
    return fold(word).encode("utf-8", "surrogatepass")
