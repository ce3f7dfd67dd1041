"""The forms of a noun or adjective: gender, number, case, and the pronouns glued to it, on folded spellings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from graph_builder.arabic.normalise import fold

NONE: Final = "-"
"""Stands for a form that the word does not have, or that means something else (مقررات are decisions)."""
Number = Literal["singular", "dual", "plural"]


@dataclass(frozen=True, slots=True)
class Form:
    """What a form tells. ``case`` is ``accusative`` for the indefinite ending -ا, also a dual's in construct.

    ``construct`` marks the plural and dual endings that another noun must follow; neither takes the article.
    """

    gender: Literal["m", "f"]
    number: Number
    case: Literal["", "accusative", "construct"]
    pronoun: bool
    """Ends in a possessive pronoun: نائبها. A final ه may be ta marbuta: see ``is_possessive``."""


_PRONOUNS: Final = ("ه", "ها", "هم", "هن", "هما", "نا")


def is_possessive(surface: str) -> bool:
    """Whether a spelling ends in a possessive pronoun rather than in ta marbuta.

    >>> is_possessive("نائبه"), is_possessive("نائبة"), is_possessive("لجنتها")
    (True, False, True)
    """
    return surface.endswith(_PRONOUNS)


def noun_forms(
    ms: str, fs: str | None = None, mp: str | None = None, fp: str | None = None
) -> Iterator[tuple[str, Form]]:
    """Yield every folded form of a noun given by its masculine singular and what is irregular of the rest.

    >>> dict(noun_forms("كاتب", mp="كتاب"))["كاتبا"].case
    'accusative'
    """
    base = fold(ms)
    stem = base[:-1] if base.endswith("ه") else base
    feminine = fold(fs) if fs else base if base.endswith("ه") else base + "ه"
    own_gender: Literal["m", "f"] = "f" if base.endswith("ه") else "m"
    yield base, Form(own_gender, "singular", "", False)
    if own_gender == "m":
        yield base + "ا", Form("m", "singular", "accusative", False)
        yield base + "ان", Form("m", "dual", "", False)
        number: Number = "plural" if mp is None else "dual"
        yield base + "ين", Form("m", number, "", False)
        yield base + "ي", Form("m", number, "construct", False)
        yield from ((base + end, Form("m", "dual", "", True)) for end in ("اه", "اها", "يه", "يها"))
        if mp is None:
            yield base + "ون", Form("m", "plural", "", False)
            yield base + "و", Form("m", "plural", "construct", False)
        if fs != NONE:
            yield feminine, Form("f", "singular", "", False)
    yield from ((stem + end, Form("f", "dual", "", False)) for end in ("تان", "تين"))
    yield from ((stem + end, Form("f", "dual", "construct", False)) for end in ("تا", "تي"))
    yield from (
        (base + end, Form("m", "singular", "", True)) for end in ("ه", "ها", "هم", "هن", "نا") if own_gender == "m"
    )
    yield from ((stem + end, Form("f", "singular", "", True)) for end in ("ته", "تها", "تهم", "تهن", "تنا"))
    plural = fold(mp) if mp else None
    if plural:
        yield plural, Form("m", "plural", "", False)
        if not plural.endswith(("اء", "ات", "ه")):
            yield plural + "ا", Form("m", "plural", "accusative", False)
        root = plural[:-1] if plural.endswith("اء") else plural
        ends = ("وه", "يه", "وها", "يها", "وهم", "يهم") if plural.endswith("اء") else ("ه", "ها", "هم")
        yield from ((root + end, Form("m", "plural", "", True)) for end in ends)
    if fp != NONE:
        yield fold(fp) if fp else stem + "ات", Form("f", "plural", "", False)


def adjective_forms(ms: str, fs: str | None = None, defective: bool = False) -> Iterator[str]:
    """Yield every folded form of an adjective: gender, number, case. ``defective``: it drops its final ya (ثان)."""
    base = fold(ms)
    feminine = fold(fs) if fs else base + "ه"
    yield from (base, base + "ا", feminine, base + "ين", base + "ون", base + "ان", base + "ات", feminine[:-1] + "تين")
    yield feminine[:-1] + "تان"
    if defective:
        yield base[:-1]


def verb_forms(past: str, present: str) -> Iterator[str]:
    """Yield the folded forms of a verb in the third person, with a pronoun of its object or without.

    >>> {"حضرته", "سيحضره", "تحضر", "يحضرون"} <= set(verb_forms("حضر", "يحضر"))
    True
    """
    base, now = fold(past), fold(present)[1:]
    stem = base.removesuffix("ي")
    yield base
    yield from (stem + person + it for person in ("", "ت", "و") for it in ("ه", "ها"))
    yield from (stem + person for person in ("ت", "وا", "ن"))
    for person in ("ي", "ت"):
        for end in ("", "ه", "ها", "ون", "وا", "ن"):
            yield from (person + now + end, "س" + person + now + end)
