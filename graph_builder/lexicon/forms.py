"""What a user's data file may hold: what the package's file of the same name holds, and a few words more about fields.

The package's own data is the form: a list of words takes words, an entry the fields that entries there have, with
values of the sorts that they have there. Only what the data cannot tell stands here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final, NamedTuple, get_args

from graph_builder.arabic.normalise import fold
from graph_builder.lexicon.merging import key_of
from graph_builder.model import EventKind, Level, Status

Path = tuple[str | int, ...]
"""Where a value stands in a document: keys of tables, positions in lists."""
Steps = tuple[str, ...]
"""A path without the positions, the file's name before it."""

OPEN: Final = frozenset({
    ("calendar", "weekdays"), ("event_words", "heads", "but"), ("grammar_words", "place", "types"),
    ("not_names", "never"), ("numbers", "ordinals"), ("numbers", "thousands"), ("numbers", "values"),
})  # fmt: skip
"""Tables whose keys are words or headings, so that any may be added."""
CLOSED: Final[Mapping[Steps, str]] = {
    ("months",): "the calendars of all Arab countries are in the package already; leave this file out",
    ("names_excluded",): "is read only when the package's own lists are made; leave this file out",
    ("places_extra", "variants"): "is for places of the census; give the place's row in places.tsv, with its variants",
    ("places_extra", "ambiguous"): "is for places of the census; give the place's row in places.tsv, marked with 1",
    ("places_extra", "titles"): "is read only when the package's own lists are made; leave it out",
}
"""What cannot be added to, and what to do instead."""
REQUIRED: Final[Mapping[Steps, Collection[str]]] = {
    ("body_words", "adjectives"): ("ms",),
    ("body_words", "heads"): ("ms", "mp"),
    ("event_words", "heads"): ("ms", "kind"),
    ("other_organisations",): ("key", "ar", "kind"),
    ("parties",): ("key", "ar", "country"),
    ("parties", "parallel"): ("ar", "kind"),
    ("places_extra", "places"): ("code", "ar", "kind"),
    ("role_words", "adjectives"): ("ms",),
    ("role_words", "heads"): ("ms", "key"),
    ("roles",): ("key", "ar", "public"),
    ("rules",): ("name", "pattern", "examples", "near_misses"),
    ("rules", "examples"): ("text", "post"),
}
"""Fields that an entry must have, once it is merged with the package's entry of its key."""
_KEY: Final = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_CODE: Final = re.compile(r"[A-Za-z0-9]+([-._][A-Za-z0-9]+)*")
_WORD: Final = re.compile(r"\S+")
_KEYED: Final = (("other_organisations",), ("parties",), ("role_words", "heads"), ("roles",))
_HEADED: Final = (
    ("body_words", "adjectives"), ("body_words", "heads"), ("event_words", "heads"), ("role_words", "adjectives"),
    ("role_words", "heads"),
)  # fmt: skip
PATTERNS: Final[Mapping[Steps, tuple[re.Pattern[str], str]]] = {
    **dict.fromkeys(((*steps, "key") for steps in _KEYED), (_KEY, "small letters a to z, digits, - and _")),
    **dict.fromkeys(((*steps, "ms") for steps in _HEADED), (_WORD, "one word")),
    ("parties", "country"): (re.compile("[A-Z]{2}"), "two capital letters (ISO 3166-1)"),
    ("parties", "wikidata"): (re.compile("Q[1-9][0-9]*"), "like Q477273"),
    ("places_extra", "places", "code"): (_CODE, "letters, digits, dots and dashes"),
    ("rules", "name"): (_KEY, "small letters a to z, digits, - and _"),
}
_KINDS_OF_PLACES: Final = (
    "city", "province", "region", "commune", "arrondissement", "district", "country", "cercle",
)  # fmt: skip
CHOICES: Final[Mapping[Steps, Collection[str]]] = {
    ("body_words", "adjectives", "level"): get_args(Level),
    ("body_words", "heads", "level"): get_args(Level),
    ("event_words", "heads", "kind"): get_args(EventKind),
    ("grammar_words", "place", "types"): _KINDS_OF_PLACES,
    ("other_organisations", "kind"): ("union", "association", "institution", "employers"),
    ("parties", "kind"): ("party", "coalition"),
    ("parties", "parallel", "kind"): ("youth", "women", "students", "professions", "elected", "union", "other"),
    ("places_extra", "places", "kind"): _KINDS_OF_PLACES,
    ("role_words", "adjectives", "level"): get_args(Level),
    ("roles", "body"): (*get_args(Level), "section", "state"),
    ("rules", "status"): get_args(Status),
}
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "family_names.txt": ("name",),
    "family_names_extra.txt": ("name",),
    "given_names.tsv": ("name", "gender"),
    "given_names_extra.tsv": ("name", "gender"),
    "places.tsv": ("code", "kind", "ar", "fr", "parent", "iso", "variants", "ambiguous"),
}
"""The columns of tab separated files."""
CELLS: Final[Mapping[str, tuple[Collection[str], str]]] = {
    "gender": (("f", "m", "u"), "f, m or u (not known, or both)"),
    "kind": (_KINDS_OF_PLACES, "one of " + ", ".join(_KINDS_OF_PLACES)),
    "ambiguous": (("0", "1"), "0 or 1"),
}
RULES: Final[list[dict[str, Any]]] = [
    {"name": "", "pattern": "", "role": "", "status": "", "confidence": 0.5, "examples": [{"text": "", "post": ""}],
     "near_misses": [""]}
]  # fmt: skip
"""The form of rules.yml, which the package itself does not have."""


class Misfit(NamedTuple):
    """What is wrong where."""

    path: Path
    problem: str


def misfits(file: str, value: Any, examples: Sequence[Any]) -> Iterator[Misfit]:
    """Yield what in a document does not fit what the package's documents of this name hold."""
    yield from _misfits((file,), (), value, examples)


def _misfits(steps: Steps, path: Path, value: Any, examples: Sequence[Any]) -> Iterator[Misfit]:
    kinds = sorted({_kind(example) for example in examples})
    if steps in CLOSED:
        yield Misfit(path, CLOSED[steps])
    elif _kind(value) not in kinds:
        yield Misfit(path, f"has to be {' or '.join(kinds)}, not {_kind(value)}")
    elif isinstance(value, Mapping):
        yield from _table_misfits(steps, path, value, [e for e in examples if isinstance(e, Mapping)])
    elif isinstance(value, list):
        items = _sorts(item for example in examples if isinstance(example, list) for item in example)
        for n, item in enumerate(value):
            yield from _misfits(steps, (*path, n), item, items)
        yield from _repeated(path, value)
    elif isinstance(value, str):
        yield from _text_misfits(steps, path, value)


def _table_misfits(
    steps: Steps, path: Path, value: Mapping[Any, Any], examples: Sequence[Mapping[str, Any]]
) -> Iterator[Misfit]:
    known: dict[str, list[Any]] = {}
    for example in examples:
        for name, inner in example.items():
            known.setdefault(name, []).append(inner)
    if steps in OPEN:
        anything = _sorts(inner for found in known.values() for inner in found)
        known = dict.fromkeys(value, anything)
        yield from (
            Misfit((*path, name), "a key has to be a text") for name in value if not isinstance(name, str) or not name
        )
    for name, inner in value.items():
        if name in known:
            yield from _misfits(steps if steps in OPEN else (*steps, name), (*path, name), inner, known[name])
        else:
            near = get_close_matches(str(name), known, 1)
            meant = f"is it {near[0]}?" if near else "known are " + ", ".join(sorted(known))
            yield Misfit((*path, name), f"there is nothing called {name} here; {meant}")


def _sorts(values: Iterable[Any]) -> list[Any]:
    """Return the values that tell what sorts there are: every table and list, and one of each sort of the others."""
    found = list(values)
    plain = {_kind(value): value for value in found if not isinstance(value, Mapping | list)}
    return [*plain.values(), *(value for value in found if isinstance(value, Mapping | list))]


def _text_misfits(steps: Steps, path: Path, value: str) -> Iterator[Misfit]:
    pattern, wanted = PATTERNS.get(steps, (None, ""))
    choices = CHOICES.get(steps)
    if not fold(value).strip():
        yield Misfit(path, "is empty")
    elif pattern and not pattern.fullmatch(value):
        yield Misfit(path, f"{value!r} has to be {wanted}")
    elif choices and value not in choices:
        yield Misfit(path, f"{value!r} has to be one of {', '.join(choices)}")


def _repeated(path: Path, entries: Sequence[Any]) -> Iterator[Misfit]:
    """Yield entries whose key another one has: nobody knows which is meant."""
    seen: set[tuple[str, str]] = set()
    for n, entry in enumerate(entries):
        key = key_of(entry)
        if key and key in seen:
            yield Misfit((*path, n), f"{key[1]} stands here twice: make it one entry")
        elif key:
            seen.add(key)


def missing(file: str, value: Any, added: Any) -> Iterator[Misfit]:
    """Yield the fields that a user's entries still miss once they are merged.

    Args:
        value: the package's document with the user's.
        added: the user's document, to which the paths lead.
    """
    yield from _missing((file,), (), value, added)


def _missing(steps: Steps, path: Path, value: Any, added: Any) -> Iterator[Misfit]:
    if isinstance(added, Mapping):
        lacking = [field for field in REQUIRED.get(steps, ()) if value.get(field) is None]
        if lacking:
            yield Misfit(path, f"the entry misses {', '.join(lacking)}")
        for name, inner in added.items():
            yield from _missing((*steps, name), (*path, name), value[name], inner)
    elif isinstance(added, list) and steps in REQUIRED:
        by_key = {key_of(entry): entry for entry in value}
        for n, entry in enumerate(added):
            yield from _missing(steps, (*path, n), by_key.get(key_of(entry), entry), entry)


def _kind(value: Any) -> str:
    match value:
        case None:
            return "nothing (null)"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text (in quotes if it could be read as something else)"
        case list():
            return "a list"
        case _:
            return "a table"
