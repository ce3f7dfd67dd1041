"""Decisions on a compact table, on the driver: ids of articles, and what their names denote. No text is in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph_builder.articles import Found, numbered
from graph_builder.errors import InputError
from graph_builder.memory.form import Kept, at, from_line
from graph_builder.model import Notice, Reading, World
from graph_builder.pipeline import Met
from graph_builder.resolution import resolve
from graph_builder.resolution.copies import copies as copies_among
from graph_builder.writing import Decided, Denoted, decided

Key = tuple[str, str, int]
"""The path of a file, and member and number in it: where one article stands."""
SCHEMA = "path string, member string, number int, id string, decided string"
"""Of what was decided of an article: its id, and a ``Decided``."""


@dataclass
class Table:
    """The readings of all articles, without their words."""

    notices: list[Notice] = field(default_factory=list)
    """All that was said of inputs."""
    keys: dict[str, Key] = field(default_factory=dict)
    """Where each article stands, by its id."""
    read: list[Reading] = field(default_factory=list)
    """As they were read."""

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str]], about_files: Iterable[Notice]) -> Table:
        """Take in readings, each the path of its file and its bare line, in any order; give the articles their ids."""
        kept: list[tuple[Kept, str]] = []
        said = set(about_files)
        for path, line in rows:
            match from_line(line.encode()):
                case Kept() as item:
                    kept.append((item, path))
                case Notice() as notice:
                    said.add(notice)
        table = cls(sorted(said))
        kept.sort(key=lambda item: (item[0].place, item[1]))
        table._number(kept)
        return table

    def _number(self, kept: list[tuple[Kept, str]]) -> None:
        found = (Found(item.place, item.wanted, None, item.notices) for item, _ in kept)
        waiting = iter(kept)
        for given in numbered(found):
            if isinstance(given, Notice):
                self.notices.append(given)
                continue
            item, path = next(waiting)
            self.notices += item.notices
            if given.id is not None:
                self.notices += item.said
                self.keys[given.id] = path, item.place.member, item.place.number
                self.read.append(at(item, item.place, item.wanted, given.id).reading)

    def world(self, met: Met, *, copies: bool) -> World:
        """Return the world of what is left after sifting; ``copies``: as ``Options.copies``.

        Raises:
            InputError: there is no article.
        """
        if not self.read:
            raise InputError("There is no article to build from", "Name files, folders or globs with Arabic articles.")
        known = list(map(met.sifted, self.read))
        world = resolve(known, met.sifting.decisions.judgements(known))
        return replace(world, copies=copies_among(r.article for r in world.readings)) if copies else world

    def decided(self, world: World) -> Iterator[tuple[str, str, int, str, str]]:
        """Yield what was decided, as ``SCHEMA``."""
        for article, known in decided(world):
            yield *self.keys[article], article, json.dumps(known, ensure_ascii=False)


def restored(line: str) -> Decided:
    """Return what was decided of an article."""
    names, copies = json.loads(line)
    return Decided([Denoted(*own) for own in names], copies)
