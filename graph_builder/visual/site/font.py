"""The font of the pages: what they need of IBM Plex Sans Arabic, written into a style sheet.

The font comes with an installed package (SIL Open Font License 1.1). Its licence reserves the name Plex for the whole
font, so the part of it bears another.
"""

from __future__ import annotations

import base64
import io
from functools import cache
from importlib.resources import files

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

FAMILY = "Explorer"
_PACKAGE = "fontpkg_ibm_plex_sans_arabic"
_WEIGHTS = {400: "IBMPlexSansArabic-Regular.ttf", 600: "IBMPlexSansArabic-SemiBold.ttf"}
_ARABIC = [
    *range(0x060C, 0x0658),
    *range(0x0660, 0x066E),
    0x0671,
    0x067E,
    0x0686,
    0x06A4,
    0x06A9,
    0x06AF,
    0x06CC,
    0x0763,
]
"""Letters, vowel signs and digits of Arabic as Moroccans write it, and the letters of loanwords."""
_LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x152, 0x153, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026]
_FEATURES = [
    *("ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "liga", "calt", "rclt", "curs", "mark", "mkmk", "kern"),
    "tnum",
]
"""What joins and places letters unasked, and digits of one width, which the style sheet asks for."""
_NAMES, _RIGHTS = (1, 3, 4, 6), (0, 13, 14)
"""Records of the name table that hold the font's name, and those that hold whose it is."""
_WINDOWS = (3, 1, 0x409)
"""Platform, encoding and language of a record."""
_FACE = """@font-face {{
  font-family: "{family}"; font-weight: {weight}; font-display: swap;
  src: url(data:font/woff;base64,{data}) format("woff");
}}
"""


@cache
def style() -> str:
    """Return the style sheet that carries the font: about 100 KB, the same bytes for the same font and fonttools."""
    faces = (
        _FACE.format(family=FAMILY, weight=weight, data=base64.b64encode(_part(name)).decode("ascii"))
        for weight, name in _WEIGHTS.items()
    )
    return "".join(faces)


@cache
def licence() -> str:
    """Return the font's licence, which goes where the font goes."""
    return files(_PACKAGE).joinpath("LICENSE").read_text(encoding="utf-8")


def _part(name: str) -> bytes:
    """Return the glyphs that the pages need of one weight, as WOFF."""
    font = TTFont(io.BytesIO(files(_PACKAGE).joinpath("files", name).read_bytes()), recalcTimestamp=False)
    told = {number: font["name"].getDebugName(number) for number in _RIGHTS}
    del font["name"]  # searching the font for the names that it needs takes as long as all else
    options = Options(layout_features=_FEATURES, hinting=False, notdef_outline=True, drop_tables=["DSIG", "meta"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*_ARABIC, *_LATIN])
    subsetter.subset(font)
    font["name"] = newTable("name")
    font["name"].names = []
    for number, words in {**told, **dict.fromkeys(_NAMES, FAMILY)}.items():
        font["name"].setName(words, number, *_WINDOWS)
    font.flavor = "woff"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()
