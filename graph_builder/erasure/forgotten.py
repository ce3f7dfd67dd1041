"""The list of people who are to be forgotten: keyed hashes of their names and of what tells them from namesakes.

The list is JSON: ``{"format": 1, "key": "<hex>", "people": [{"names": [...], "openings": [...], "parties": [...],
"places": [...], "claims": [...]}]}``. Each hash is HMAC-SHA-256 under the key, which is drawn once, when the list is
made. Whoever has the list can test a name against it, so it is to be kept as a secret: it is written readable by its
owner alone.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from graph_builder.errors import ConfigurationError
from graph_builder.resolution import spelling

Sort = Literal["name", "opening", "party", "place", "claim"]
FORMAT = 1
OPENING = 2
"""Letters of a name's first word by which the places are found where the whole name is worth comparing."""
FULL = 2
"""Parts that a name has to have to mean somebody wherever it stands."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is to be forgotten, as hashes."""

    names: frozenset[str]
    """Of each full spelling, folded."""
    openings: frozenset[str]
    """Of how each begins."""
    parties: frozenset[str]
    places: frozenset[str]
    claims: frozenset[str]
    """Of each article's digest and the name that it uses: they are this person, whatever else they tell."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Everybody on a list."""

    key: bytes
    people: tuple[Person, ...] = ()

    def hash(self, sort: Sort, text: str) -> str:
        """Return what stands for a text in the list."""
        return _hash(self.key, sort, text)

    @property
    def digest(self) -> str:
        """What tells this list from others."""
        return hashlib.sha256(written(self)).hexdigest()


@lru_cache(maxsize=100_000)
def _hash(key: bytes, sort: Sort, text: str) -> str:
    return hmac.new(key, f"{sort}\0{text}".encode(), hashlib.sha256).hexdigest()


def folded(name: str) -> str:
    """Return what the spellings of a person's name have in common."""
    return "".join(spelling.person(name))


def is_full(name: str) -> bool:
    """Whether a name has enough parts to mean somebody wherever it stands."""
    return len(spelling.person(name)) >= FULL


def new_list() -> Forgotten:
    """Return a list of nobody with a key of its own. Nothing else in the program is left to chance."""
    return Forgotten(secrets.token_bytes(32))


def with_person(
    known: Forgotten,
    names: Iterable[str],
    parties: Iterable[str],
    places: Iterable[str],
    claims: Iterable[tuple[str, str]],
) -> Forgotten:
    """Return the list with one more person.

    Args:
        known: the list.
        names: every spelling; those of one part alone are only forgotten where ``claims`` say that they are meant.
        parties: what stands for the person's parties (``spelling.party``), as far as articles tell.
        places: what stands for the places (``spelling.place``).
        claims: digest of an article, and the name that it uses for the person.
    """
    full = [folded(name) for name in names if is_full(name)]
    person = Person(
        names=frozenset(known.hash("name", name) for name in full),
        openings=frozenset(known.hash("opening", name[:OPENING]) for name in full),
        parties=frozenset(known.hash("party", party) for party in parties),
        places=frozenset(known.hash("place", place) for place in places),
        claims=frozenset(known.hash("claim", f"{digest}\0{name}") for digest, name in claims),
    )
    return Forgotten(known.key, tuple(sorted({*known.people, person}, key=lambda one: sorted(one.names))))


def written(known: Forgotten) -> bytes:
    """Return the list as the file that holds it."""
    people = [{name: sorted(hashes) for name, hashes in asdict(person).items()} for person in known.people]
    document = {"format": FORMAT, "key": known.key.hex(), "people": people}
    return (json.dumps(document, indent=1, sort_keys=True) + "\n").encode()


def read_list(path: str | Path) -> Forgotten:
    """Return the list in a file.

    Raises:
        ConfigurationError: it cannot be read, or is no such list.
    """
    try:
        document = json.loads(Path(path).read_bytes())
        if document["format"] == FORMAT:
            people = tuple(map(_person, document["people"]))
            return Forgotten(bytes.fromhex(document["key"]), people)
    except OSError as error:
        raise ConfigurationError(
            f"The list {path} cannot be read: {error.strerror}", "Name the list that `graph-builder forget` wrote."
        ) from error
    except (ValueError, LookupError, TypeError, AttributeError):
        pass
    raise ConfigurationError(f"{path} is no list of graph-builder", "Name the list that `graph-builder forget` wrote.")


def list_beside(out: str | Path) -> Path:
    """Return where the list of a folder is, unless another is named: beside it, since the folder is replaced."""
    target = Path(os.path.realpath(out))
    return target.with_name(f"{target.name}.forgotten.json")


def list_for(out: str | Path, path: str | None = None) -> Forgotten | None:
    """Return the list that is named, else the one beside a folder, if there is one.

    Raises:
        ConfigurationError: it cannot be read, or is no such list.
    """
    if path is not None:
        return read_list(path)
    beside = list_beside(out)
    return read_list(beside) if beside.exists() else None


def _person(said: Mapping[str, Any]) -> Person:
    return Person(**{each.name: frozenset(map(str, said[each.name])) for each in fields(Person)})
