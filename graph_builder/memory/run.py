"""One pass over all articles of a build: ids are given, what is not known is read, everything is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from graph_builder.articles import Found, numbered
from graph_builder.errors import OutputError
from graph_builder.extractors import Ready, Source, read
from graph_builder.extractors.jobs import shared_out
from graph_builder.memory.form import Copy, Kept, as_line, at
from graph_builder.memory.journal import Journal
from graph_builder.memory.stored import Stored
from graph_builder.memory.text import sparse
from graph_builder.model import Article, Notice, Reading


@dataclass
class Run:
    """What reads the articles of a build, and where the known ones are."""

    among: Sequence[Source]
    journal: Journal
    watch: Callable[[Article | Notice], None]
    """Is told of each article that is read, and of each notice that is new."""
    stored: Stored = field(default_factory=lambda: Stored(BytesIO()))
    """What the build has already."""
    hide: Callable[[Kept], Kept] | None = None
    """Leaves out of what was read whatever is not to be kept."""
    told: Collection[Notice] = ()
    """Notices that the user knows already."""
    jobs: int = 1
    whole: bool = False
    """Whether articles are kept whole, not only what is quoted of them."""
    notices: list[Notice] = field(default_factory=list)
    """All that was said."""
    lines: dict[str, int] = field(default_factory=dict)
    """Id of an article that was kept -> where its line begins."""

    def keep(self, items: Iterable[Found | Notice], path: Path) -> Iterator[Reading]:
        """Yield the readings of all that was found, in its order, and write them to a file.

        Each has the article's text as far as it is kept.
        """
        about_files: set[Notice] = set()
        with path.open("wb") as file:
            for kept, line in self._kept(self._found(items, about_files)):
                if isinstance(kept, Kept):
                    self.lines[kept.reading.article.id] = file.tell()
                    yield kept.reading
                file.write(line)
            file.writelines(as_line(notice).encode() for notice in sorted(about_files))
        for source in self.among:
            for notice in source.unused():
                self._note(notice)

    def _found(self, items: Iterable[Found | Notice], about_files: set[Notice]) -> Iterator[Found]:
        """Yield the articles, each with its id; set aside what is said of files."""

        def articles() -> Iterator[Found]:
            for item in items:
                if not isinstance(item, Notice):
                    yield item
                elif item not in about_files:
                    about_files.add(item)
                    self._note(item)

        for item in numbered(articles()):
            if isinstance(item, Notice):
                self._note(item)
            else:
                yield item

    def _kept(self, found: Iterable[Found]) -> Iterator[tuple[Kept | Copy, bytes]]:
        """Yield what is kept of each article, and its line."""
        ids: dict[tuple[str, str], str] = {}
        for item, sources in shared_out(found, self.among, self.jobs):
            if item.id is None:
                copy = self._copy(item, ids[item.wanted, item.place.digest])
                yield copy, as_line(copy).encode()
                continue
            ids[item.wanted, item.place.digest] = ids[item.id, item.place.digest] = item.id
            kept = self._read(item, item.article, sources) if item.article else self._recalled(item, item.id)
            line = as_line(kept).encode()
            if item.article:
                self.journal.write(line)
            for notice in (*kept.notices, *kept.said):
                self._note(notice)
            yield kept, line

    def _copy(self, item: Found, of: str) -> Copy:
        notices = item.notices
        if self.stored.has(item.place):
            kept = self.stored.recall(item.place)
            notices = at(kept, item.place, item.wanted, of).notices
        for notice in notices:
            self._note(notice)
        return Copy(item.place, item.wanted, of, notices)

    def _read(self, item: Found, article: Article, sources: Sequence[Source]) -> Kept:
        self.watch(article)
        return self._hidden(kept_of(item, article, sources, whole=self.whole))

    def _recalled(self, item: Found, name: str) -> Kept:
        """Return an article that was read before; let files of facts know that theirs are used.

        Raises:
            OutputError: its id changes, and facts of files go by ids.
        """
        known = self.stored if self.stored.has(item.place) else self.journal
        kept = known.recall(item.place)
        for source in self.among:
            if isinstance(source, Ready):
                if kept.reading.article.id != name:
                    problem = f"The id of {item.place.shown} would change to {name}, and facts of files go by ids"
                    raise OutputError(problem, "Build again from all articles.")
                source.facts(kept.reading.article)
        return self._hidden(at(kept, item.place, item.wanted, name))

    def _hidden(self, kept: Kept) -> Kept:
        return self.hide(kept) if self.hide else kept

    def _note(self, notice: Notice) -> None:
        if notice not in self.told:
            self.watch(notice)
        self.notices.append(notice)


def kept_of(item: Found, article: Article, sources: Sequence[Source], *, whole: bool) -> Kept:
    """Return what sources read of an article, as far as it is kept; ``whole``: with all of its text."""
    reading, said = read(article, sources)
    return Kept(item.place, item.wanted, reading if whole else sparse(reading), item.notices, tuple(said), whole)
