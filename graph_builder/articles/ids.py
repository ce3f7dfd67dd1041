"""Ids of articles: plain text of one line, and no two articles of a build with the same."""

from __future__ import annotations

import re

from graph_builder.articles.decode import clean
from graph_builder.model import Notice

LONGEST = 200
"""Code points. Anything longer is no id."""

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


def clean_id(value: object) -> str | None:
    """Return an id as one line without invisible characters; ``None`` if it is no text or whole number, or too long.

    >>> clean_id(" a  b "), clean_id(7), clean_id(""), clean_id(True)
    ('a b', '7', None, None)
    """
    if isinstance(value, bool) or not isinstance(value, str | int) or len(shown := clean(str(value))) > LONGEST:
        return None
    return " ".join(_CONTROLS.sub(" ", shown).split()) or None


class Ids:
    """The ids given so far."""

    def __init__(self) -> None:
        self._digests: dict[str, set[str]] = {}

    def give(self, wanted: str, digest: str, place: str) -> tuple[str | None, list[Notice]]:
        """Return the id of an article, and what its owner should know of it.

        Of two articles that want one id the later one gets its digest's beginning added, and a warning. An article
        whose bytes were met before under the same id gets none, and is passed over. ``place``: the file, or file and
        line.
        """
        known = self._digests.setdefault(wanted, set())
        if digest in known:
            remedy = "remove one of the two, or rename it to keep both"
            return None, [Notice(place, "skipped", f"the same as another article with the id {wanted}", remedy)]
        first = not known
        known.add(digest)
        if first:
            return wanted, []
        longer = (f"{wanted}-{digest[:length]}" for length in (8, 16, 64))
        given = next(candidate for candidate in longer if candidate not in self._digests)
        self._digests[given] = {digest}
        remedy = "rename the file, or give the record an id of its own"
        return given, [Notice(place, "warning", f"another article has the id {wanted}; this one is {given}", remedy)]
