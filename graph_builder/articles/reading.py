"""Reading inputs: every file in turn becomes articles and notices; one that cannot be read stops none of the others."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from graph_builder.articles import archives, content
from graph_builder.articles.assemble import Stated, assemble
from graph_builder.articles.decode import decode
from graph_builder.articles.documents import document
from graph_builder.articles.ids import Ids, clean_id
from graph_builder.articles.inputs import Format, Source, discover, notice
from graph_builder.articles.language import other_language
from graph_builder.articles.markup import is_markup
from graph_builder.articles.records import Columns, record
from graph_builder.articles.rows import READERS, Row
from graph_builder.errors import GraphBuilderError, InputError
from graph_builder.model import Article, Notice

Item = Article | Notice


LONGEST = 2_000_000
"""Code points of an article. A book has some hundred thousand; reading a million takes up to a gigabyte of memory."""


class Place(NamedTuple):
    """Where an article was found. Articles are read in the order of their places."""

    file: str
    """Name of the file: its path relative to its input."""
    member: str
    """Name of the file within that one, if it is an archive."""
    number: int
    """Of the record or page in it, from 1; 0 where it is one article."""
    digest: str
    """As ``Article.digest``."""

    @property
    def name(self) -> str:
        """As ``Article.file``."""
        return f"{self.file}/{self.member}" if self.member else self.file

    @property
    def shown(self) -> str:
        """The file, or file and number."""
        return f"{self.name}:{self.number}" if self.number else self.name


class Found(NamedTuple):
    """An article that was found, and what is to be said of how it was read."""

    place: Place
    wanted: str
    """The id that its file or record has for it."""
    article: Article | None
    """``None``: it is known, or the same as another, and was not read."""
    notices: tuple[Notice, ...] = ()
    id: str | None = None
    """What ``numbered`` gave it; ``None``: it is the same as another article."""


Known = Callable[[Place], bool]
"""Whether an article was read before and is only to be named."""


def read_articles(inputs: Sequence[str], columns: Columns | None = None) -> Iterator[Item]:
    """Yield the articles of files, folders and glob patterns, and notices of all that was not read or is doubtful.

    Files are ordered by name (path relative to its input, ``/`` between parts), whatever the order of the inputs, and
    read one at a time, when the iterator comes to them. An article's notices follow it. ``columns`` says what records
    call their fields, where they have names of their own (``{"text": "corps"}``).
    """
    sources, notices = discover(inputs)
    yield from notices
    for item in numbered(found(sources, columns)):
        if isinstance(item, Notice):
            yield item
        else:
            yield from filter(None, [item.article])
            yield from item.notices


def numbered(items: Iterable[Found | Notice]) -> Iterator[Found | Notice]:
    """Give each article an id of its own, in the order in which they come; yield what is to be said of that, too."""
    ids = Ids()
    for item in items:
        if isinstance(item, Notice):
            yield item
            continue
        given, said = ids.give(item.wanted, item.place.digest, item.place.shown)
        article = replace(item.article, id=given) if item.article and given else None
        yield item._replace(article=article, id=given)
        yield from said


def found(
    sources: Iterable[Source], columns: Columns | None = None, known: Known = lambda _: False
) -> Iterator[Found | Notice]:
    """Yield the articles of files in the order of their places, and notices of what is none.

    ``sources`` are ordered by name. Of an article that is ``known`` only the place is told, and the id it wants.
    """
    for _, group in groupby(sources, key=lambda source: source.name):
        alike = list(group)
        if len(alike) == 1:
            yield from _file(alike[0], columns or {}, known)
            continue
        items = [item for source in alike for item in _file(source, columns or {}, known)]
        yield from (item for item in items if isinstance(item, Notice))
        yield from sorted((item for item in items if isinstance(item, Found)), key=lambda item: item.place)


def _file(source: Source, columns: Columns, known: Known) -> Iterator[Found | Notice]:
    try:
        with content.opened(source.path) as file:
            size = Path(source.path).stat().st_size
            yield from _within(source, "", file, size, columns, known)
    except InputError as error:
        yield notice(source.name, error)
    except (MemoryError, GraphBuilderError):
        raise
    except Exception as error:  # a fault of ours, or of a library: one file must not stop a night's work
        problem = f"cannot be read, by a fault of this program ({type(error).__name__})"
        yield notice(source.name, InputError(problem, "report it with the file; leave the file out until then"))


def found_in(source: Source, saved: bytes, columns: Columns | None = None) -> Iterator[Found | Notice]:
    """Yield what ``found`` does of a file whose bytes are at hand, as its storage keeps them."""
    try:
        with content.readable(io.BufferedReader(io.BytesIO(saved))) as file:
            yield from _within(source, "", file, len(saved), columns or {}, lambda _: False)
    except InputError as error:
        yield notice(source.name, error)


def found_row(source: Source, row: Row, columns: Columns) -> Iterator[Found | Notice]:
    """Yield what ``found`` does of a row of a file of records."""
    yield from _record(Place(source.name, "", row.number, row.digest), row, source.stem, columns, lambda _: False)


def _within(
    source: Source, member: str, file: io.BufferedReader, size: int, columns: Columns, known: Known
) -> Iterator[Found | Notice]:
    """Yield what a file holds, or a ``member`` of an archive. ``size``: bytes that it takes where it is kept."""
    name = source.name.removesuffix(f"/{member}") if member else source.name
    if source.format in READERS:
        for row in READERS[source.format](file, size, columns):
            yield from _record(Place(name, member, row.number, row.digest), row, source.stem, columns, known)
    elif source.format == "archive":
        yield from _members(source, file, size, columns, known)
    elif source.format == "web archive":
        yield from _pages(source, member, file, known)
    else:
        saved = content.whole(file)
        place = Place(name, member, 0, sha256(saved).hexdigest())
        yield _page(place, source.stem, saved, source.format, known)


def _members(
    source: Source, file: io.BufferedReader, size: int, columns: Columns, known: Known
) -> Iterator[Found | Notice]:
    with archives.zipped(file) as archive:
        for found_in_it in archives.members(archive, source.name, source.path, size):
            if isinstance(found_in_it, Notice):
                yield found_in_it
                continue
            inner, info = found_in_it
            member = inner.name.removeprefix(f"{source.name}/")
            try:
                with archives.member(archive, info) as packed:
                    yield from _within(inner, member, packed, info.compress_size, columns, known)
            except InputError as error:
                yield notice(inner.name, error)


def _pages(source: Source, member: str, file: io.BufferedReader, known: Known) -> Iterator[Found | Notice]:
    page = None
    for page in archives.pages(file):
        saved = f"{page.url}\n".encode() + page.content
        place = Place(source.name, member, page.number, sha256(saved).hexdigest())
        if len(page.content) > content.LARGEST:
            yield notice(place.shown, content.too_large("a page of it"))
            continue
        form: Format = "html" if page.html else "text"
        try:
            yield _page(place, f"{source.stem}-{page.number}", page.content, form, known, page.url)
        except InputError as error:
            yield notice(place.shown, error)
    if page is None:
        name = f"{source.name}/{member}" if member else source.name
        yield Notice(name, "skipped", "no page in it that a server sent well", "leave it out, or fetch the pages again")


def _page(place: Place, stem: str, saved: bytes, form: Format, known: Known, url: str | None = None) -> Found | Notice:
    """Return a text, a document or a page as its bytes were saved; ``url``: where, if the page does not say."""
    name = clean_id(stem) or place.digest[:16]
    if known(place):
        return Found(place, name, None)
    text, stated = document(saved) if form == "document" else decode(saved), Stated()
    if form == "html" or is_markup(text):
        # Imported only where a page is to be read: it takes longer than all else together.
        from graph_builder.articles.web import page  # noqa: PLC0415

        text, stated = page(text)
    return _article(place, name, text, stated._replace(url=stated.url or url))


def _record(place: Place, row: Row, stem: str, columns: Columns, known: Known) -> Iterator[Found | Notice]:
    try:
        read = record(row.values(), columns)
    except InputError as error:
        yield notice(place.shown, error)
        return
    name = read.id or clean_id(f"{stem}-{row.number}") or f"record-{row.number}"
    if known(place):
        yield Found(place, name, None)
        return
    item = _article(place, name, read.text, read.stated)
    if read.unread_date:
        problem = f"cannot read the date {read.unread_date[:40]!r}"
        unread = Notice(place.shown, "warning", problem, "write it as 2017-06-12")
        if isinstance(item, Found):
            item = item._replace(notices=(*item.notices, unread))
        else:
            yield unread
    yield item


def _article(place: Place, name: str, text: str, stated: Stated) -> Found | Notice:
    if len(text) + len(stated.title or "") > LONGEST:
        return notice(place.shown, InputError(f"its text has more than {LONGEST:,} characters", "split it"))
    article, others = assemble(text, id=name, file=place.name, digest=place.digest, stated=stated)
    kept = "\n".join(map(article.quote, (*filter(None, [article.title]), *article.paragraphs)))
    language = other_language(kept)
    if not kept:
        return Notice(place.shown, "skipped", "no text of an article in it", "if it has one, save that text alone")
    if language:
        remedy = "leave it out, or give the Arabic article"
        return Notice(place.shown, "skipped", f"not in Arabic: {language}", remedy)
    problem = f"the page states other dates than {article.published}, which is taken: {', '.join(others)}"
    said = (Notice(place.shown, "warning", problem, "check it against the page"),) if others else ()
    return Found(place, name, article, said)
