"""Words of articles made fit for a page: nothing in them reorders or hides what stands around them."""

from __future__ import annotations

import re
import textwrap

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


def unisolated(text: str) -> str:
    """Return a text without the signs that keep directions to themselves.

    >>> unisolated(isolated("a"))
    'a'
    """
    return _DIRECTIONS.sub("", text)


def label(name: str, width: int = 18, lines: int = 3) -> str:
    """Return a name as a node's label: short lines, each isolated, so that a canvas orders it by its own letters."""
    wrapped = textwrap.wrap(shown(name), width, max_lines=lines, placeholder=" …") or [""]
    return "\n".join(map(isolated, wrapped))
