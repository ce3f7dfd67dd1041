"""What the files of a build hold of one article, from its line in ``readings.jsonl`` and what its names denote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from graph_builder.export.facts import fact_lines
from graph_builder.export.graph import Text, text
from graph_builder.export.tables import OF_ARTICLES, rows_text
from graph_builder.graph.article import Noted, part
from graph_builder.graph.iris import Ids
from graph_builder.memory import READINGS
from graph_builder.memory.form import article_from_line
from graph_builder.model import Claim, Entity, EntityKind, Reading, World
from graph_builder.report import article_text
from graph_builder.resolution.homonyms import tell_apart
from graph_builder.resolution.setting import setting
from graph_builder.writing.sifting import Sifting


class Denoted(NamedTuple):
    """What one name of an article denotes: of the entity, what the article's part of the files needs."""

    kind: EntityKind
    name: str
    id: str
    called: str
    key: str | None


class Decided(NamedTuple):
    """What was decided of an article among all others."""

    names: Sequence[Denoted]
    copies: Sequence[str] = ()
    """The ids of all articles of its text, if there are several."""


class Asked(NamedTuple):
    """An article that is to be written."""

    line: int
    """Where its line begins in ``readings.jsonl``."""
    decided: Decided


@dataclass(frozen=True, slots=True)
class Told:
    """What the files hold of an article."""

    noted: Noted
    graph: Text
    tables: Mapping[str, str]
    """Table -> its rows."""
    facts: str
    """The lines of ``facts.jsonl``."""
    report: str


@dataclass(frozen=True, slots=True)
class Teller:
    """Writes articles out. It can be sent to another process."""

    folder: Path
    """That with ``readings.jsonl``."""
    base: str
    sifting: Sifting

    def tell(self, articles: Iterable[Asked]) -> Iterator[Told]:
        """Yield what the files hold of some articles."""
        with (self.folder / READINGS).open("rb") as file:
            for asked in articles:
                file.seek(asked.line)
                yield self._tell(file.readline(), asked.decided)

    def _tell(self, line: bytes, decided: Decided) -> Told:
        world, left_out = alone(article_from_line(line).reading, decided, self.sifting)
        (reading,), ids = world.readings, Ids(self.base)
        own = part(world, reading, world.of, ids)
        return Told(
            noted=own.noted,
            graph=text(own, ids),
            tables={table: rows for table in OF_ARTICLES if (rows := rows_text(world, table))},
            facts="".join(f"{line}\n" for line in fact_lines(world)),
            report=article_text(reading, left_out),
        )


def alone(read: Reading, decided: Decided, sifting: Sifting) -> tuple[World, int]:
    """Return the world of one article, as far as the article's part of the files needs it; how many facts it lacks."""
    sure = sifting.sure(read)
    reading = tell_apart(setting(sifting.known(sure))).reading
    article = reading.article.id
    of = {Claim(n.kind, article, n.name): Entity(n.id, n.kind, n.called, (), (), (), n.key) for n in decided.names}
    copies = {article: tuple(decided.copies)} if decided.copies else {}
    return World((reading,), (), of, copies=copies), len(read.facts) - len(sure.facts)
