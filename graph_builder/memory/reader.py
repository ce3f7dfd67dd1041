"""From what may be an article to what is kept of it: the work of any process, which knows no other articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph_builder.articles import Found, Raw, looked_into
from graph_builder.extractors import Rules, Source, read
from graph_builder.memory.form import Kept, article_from_line, as_line, at
from graph_builder.memory.text import slim, sparse
from graph_builder.model import Article, Fact, Notice

BATCH = 20
"""Articles that go to a process at a time,"""
LARGEST = 1_000_000
"""or so many bytes, whichever is less."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """An article that was read, as it is kept."""

    kept: Kept
    """Without the words of the article."""
    line: bytes

    def called(self, name: str) -> Fresh:
        """Return it under another id."""
        if name == self.kept.reading.article.id:
            return self
        place, wanted = self.kept.place, self.kept.wanted
        line = as_line(at(article_from_line(self.line), place, wanted, name)).encode()
        return Fresh(at(self.kept, place, wanted, name), line)


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article with what the rules read of it, of which others are to read, too."""

    found: Found
    article: Article
    facts: Sequence[Fact]

    def under(self, name: str) -> tuple[Article, list[Fact]]:
        """Return article and facts under an id."""
        facts = (replace(fact, evidence=replace(fact.evidence, article=name)) for fact in self.facts)
        return replace(self.article, id=name), list(facts)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles. It can be sent to another process."""

    rules: bool = True
    """Whether the rules read."""
    others: bool = False
    """Whether others read, too. They may remember what they were asked, so one process asks them."""
    whole: bool = False
    """Whether articles are kept whole, not only what is quoted of them."""
    hide: Callable[[Kept], Kept] | None = None
    """Leaves out of what was read whatever is not to be kept."""

    def read(self, items: Iterable[Raw | Found | Notice]) -> Iterator[Fresh | Extracted | Found | Notice]:
        """Yield what was found; what may be an article is looked into, and read by the rules."""
        for item in items:
            if isinstance(item, Raw):
                yield from map(self._read, looked_into(item))
            else:
                yield item

    def _read(self, item: Found | Notice) -> Fresh | Extracted | Notice:
        if isinstance(item, Notice):
            return item
        if item.article is None:
            raise ValueError("nothing is known before it is read")
        if self.others:
            facts, said = Rules().facts(item.article) if self.rules else ([], [])
            return Extracted(item._replace(notices=(*item.notices, *said)), item.article, facts)
        return self.kept(item, item.article, (Rules(),))

    def kept(self, item: Found, article: Article, sources: Sequence[Source]) -> Fresh:
        """Return what is kept of an article that sources read."""
        return self.hidden(kept_of(item, article, sources, whole=self.whole))

    def hidden(self, kept: Kept, line: bytes = b"") -> Fresh:
        """Return an article as it is to be kept; ``line``: its line, if it has one already."""
        shown = self.hide(kept) if self.hide else kept
        if not line or shown is not kept:
            line = as_line(shown).encode()
        return Fresh(replace(shown, reading=slim(shown.reading)), line)


def kept_of(item: Found, article: Article, sources: Sequence[Source], *, whole: bool) -> Kept:
    """Return what sources read of an article, as far as it is kept; ``whole``: with all of its text."""
    reading, said = read(article, sources)
    return Kept(item.place, item.wanted, reading if whole else sparse(reading), item.notices, tuple(said), whole)


def batches(items: Iterable[Raw | Found | Notice]) -> Iterator[list[Raw | Found | Notice]]:
    """Yield items in batches of which each is worth to be sent to a process, and few are in memory."""
    batch: list[Raw | Found | Notice] = []
    many = size = 0
    for item in items:
        batch.append(item)
        if isinstance(item, Raw):
            many, size = many + 1, size + item.size
        if many == BATCH or size > LARGEST:
            yield batch
            batch, many, size = [], 0, 0
    if batch:
        yield batch
