"""Words of articles made fit for a page: nothing in them reorders or hides what stands around them."""

from __future__ import annotations

import re

_ISOLATE, _END = "\u2068", "\u2069"
_DIRECTIONS = re.compile("[\u202a-\u202c\u2066-\u2069]")
_OVERRIDES = re.compile("[\u202d\u202e]")
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def shown(text: str) -> str:
    """Return ``text`` with overrides and controls made visible, without embeddings (the page isolates texts whole).

    >>> shown("a\u202eb\u2069c")
    'a⟨U+202E⟩bc'
    """
    text = _OVERRIDES.sub(lambda sign: f"⟨U+{ord(sign[0]):04X}⟩", _DIRECTIONS.sub("", text))
    return _UNSHOWABLE.sub("\ufffd", text)


def isolated(text: str) -> str:
    """Return a text with its direction kept to itself, for lines that mix languages."""
    return f"{_ISOLATE}{text}{_END}"
