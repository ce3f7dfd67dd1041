"""Bytes to text: UTF-8, UTF-16 with its mark, or Windows Arabic where the result reads as Arabic. No other guesses."""

from __future__ import annotations

import codecs
import re

from graph_builder.errors import InputError

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1b")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC_WORD = re.compile("[\u0621-\u064a\u064b-\u0652\u067e\u0686\u06af]+")
_ARTICLE = re.compile("(?:\u0648|\u0641)?[\u0628\u0643]?\u0627\u0644|(?:\u0648|\u0641)?\u0644\u0644")
SAMPLE = 20_000
"""Code points that are looked at to judge an encoding."""


def decode(content: bytes) -> str:
    """Return the text, newlines as they stand, without a byte order mark.

    Raises:
        InputError: the bytes are no text, or in an encoding that is neither UTF-8, UTF-16 nor Windows Arabic (cp1256).
    """
    return _utf16(content) if content[:2] in _UTF16 else _bytewise(content)


def _utf16(content: bytes) -> str:
    try:
        text = content[2:].decode(_UTF16[content[:2]])
    except UnicodeDecodeError as error:
        raise _unknown(error) from error
    if _is_binary(text[:SAMPLE].encode()):
        raise _binary()
    return text


def _bytewise(content: bytes) -> str:
    if _is_binary(content):
        raise _binary()
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        text = content.decode("cp1256")
        if not _reads_as_arabic(text[:SAMPLE]):
            raise _unknown(error) from error
        return text


def clean(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON may carry and no file can, by the replacement character."""
    return _SURROGATE.sub("\ufffd", text)


def _is_binary(content: bytes) -> bool:
    """Whether more than one byte in fifty is a control character; a stray one in a text is no harm."""
    sample = content[: 4 * SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) / 50


def _reads_as_arabic(text: str) -> bool:
    """Whether words are of Arabic letters only, and some begin with the article: in Arabic 15 to 35 in a hundred do."""
    found = [word for word in _WORD.findall(text) if not word.isascii()]
    arabic = [word for word in found if _ARABIC_WORD.fullmatch(word)]
    return len(arabic) >= max(3, 0.9 * len(found)) and sum(map(bool, map(_ARTICLE.match, arabic))) >= 0.05 * len(arabic)


def _binary() -> InputError:
    return InputError("no text but binary data", "save the article as plain text in UTF-8")


def _unknown(error: UnicodeDecodeError) -> InputError:
    return InputError(
        f"neither UTF-8, UTF-16 nor Windows Arabic text (first wrong byte at {error.start})", "save it as UTF-8"
    )
