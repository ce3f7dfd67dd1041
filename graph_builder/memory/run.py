"""One pass over all articles of a build: what is not known is read, ids are given, everything is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from graph_builder.articles import Found, Raw
from graph_builder.articles.ids import Ids
from graph_builder.errors import OutputError
from graph_builder.extractors import Ready, Rules, Source, Told
from graph_builder.memory.form import Copy, Kept, as_line
from graph_builder.memory.journal import Journal
from graph_builder.memory.reader import Extracted, Fresh, Reader, batches
from graph_builder.memory.stored import Stored
from graph_builder.model import Article, Notice, Reading
from graph_builder.workers import Workers


@dataclass
class Run:
    """What reads the articles of a build, and where the known ones are."""

    among: Sequence[Source]
    journal: Journal
    watch: Callable[[Article | Notice], None]
    """Is told of each article that is read, without its words, and of each notice that is new."""
    stored: Stored = field(default_factory=lambda: Stored(BytesIO()))
    """What the build has already."""
    hide: Callable[[Kept], Kept] | None = None
    """Leaves out of what was read whatever is not to be kept."""
    told: Collection[Notice] = ()
    """Notices that the user knows already."""
    workers: Workers = field(default_factory=Workers)
    whole: bool = False
    """Whether articles are kept whole, not only what is quoted of them."""
    notices: list[Notice] = field(default_factory=list)
    """All that was said."""
    lines: dict[str, int] = field(default_factory=dict)
    """Id of an article that was kept -> where its line begins."""
    read: int = 0
    """Articles that the build did not have."""

    def keep(self, items: Iterable[Raw | Found | Notice], path: Path) -> Iterator[Reading]:
        """Yield the readings of all that was found, without words, in its order, and write them to a file."""
        about_files: set[Notice] = set()
        with path.open("wb") as file:
            for kept in self._kept(self._read(items, about_files)):
                if isinstance(kept, Fresh):
                    reading = kept.kept.reading
                    self.lines[reading.article.id] = file.tell()
                    yield reading
                    file.write(kept.line)
                else:
                    file.write(as_line(kept).encode())
            file.writelines(as_line(notice).encode() for notice in sorted(about_files))
        for source in self.among:
            self._note(*source.unused())

    def _read(
        self, items: Iterable[Raw | Found | Notice], about_files: set[Notice]
    ) -> Iterator[Fresh | Extracted | Found]:
        """Yield the articles, read if they were not known; set aside what is said of files."""
        for item in self.workers.in_order(self._reader.read, batches(items)):
            if not isinstance(item, Notice):
                yield item
            elif item not in about_files:
                about_files.add(item)
                self._note(item)

    @property
    def _reader(self) -> Reader:
        rules = [isinstance(source, Rules) for source in self.among]
        return Reader(any(rules), not all(rules), self.whole, self.hide)

    def _kept(self, found: Iterable[Fresh | Extracted | Found]) -> Iterator[Fresh | Copy]:
        """Yield what is kept of each article, under an id of its own."""
        ids = Ids()
        of: dict[tuple[str, str], str] = {}
        for item in found:
            own = _found(item)
            given, said = ids.give(own.wanted, own.place.digest, own.place.shown)
            kept: Fresh | Copy
            if given is None:
                kept = self._copy(own, of[own.wanted, own.place.digest])
            else:
                of[own.wanted, own.place.digest] = of[given, own.place.digest] = given
                kept = self._recalled(item, given) if isinstance(item, Found) else self._fresh(item, given)
            self.read += not self.stored.has(own.place)
            self._note(*said)
            yield kept

    def _fresh(self, item: Fresh | Extracted, name: str) -> Fresh:
        """Return an article that was read, under its id; those who are asked here read it now."""
        kept = item.called(name) if isinstance(item, Fresh) else self._asked(item, name)
        self.watch(kept.kept.reading.article)
        self.journal.write(kept.line)
        self._note(*kept.kept.notices, *kept.kept.said)
        return kept

    def _asked(self, item: Extracted, name: str) -> Fresh:
        article, facts = item.under(name)
        sources = [Told(facts) if isinstance(source, Rules) else source for source in self.among]
        return self._reader.kept(item.found, article, sources)

    def _copy(self, item: Found, of: str) -> Copy:
        notices = item.notices
        if self.stored.has(item.place):
            notices = self.stored.recall(item.place, item.wanted, of)[0].notices
        self._note(*notices)
        return Copy(item.place, item.wanted, of, notices)

    def _recalled(self, item: Found, name: str) -> Fresh:
        """Return an article that was read before; let files of facts know that theirs are used.

        Raises:
            OutputError: its id changes, and facts of files go by ids.
        """
        known = self.stored if self.stored.has(item.place) else self.journal
        kept, line = known.recall(item.place, item.wanted, name)
        for source in self.among:
            if isinstance(source, Ready):
                if known.id(item.place) != name:
                    problem = f"The id of {item.place.shown} would change to {name}, and facts of files go by ids"
                    raise OutputError(problem, "Build again from all articles.")
                source.facts(kept.reading.article)
        fresh = self._reader.hidden(kept, line)
        self._note(*fresh.kept.notices, *fresh.kept.said)
        return fresh

    def _note(self, *notices: Notice) -> None:
        for notice in notices:
            if notice not in self.told:
                self.watch(notice)
            self.notices.append(notice)


def _found(item: Fresh | Extracted | Found) -> Found:
    match item:
        case Fresh(kept):
            return Found(kept.place, kept.wanted, None, kept.notices)
        case Extracted(found):
            return found
    return item
