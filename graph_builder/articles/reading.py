"""Reading inputs: every file in turn becomes articles and notices; one that cannot be read stops none of the others.

What may be an article is taken out of files here, in order; ``looking`` makes articles of that, in any process.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from graph_builder.articles import archives, content
from graph_builder.articles.ids import Ids, clean_id
from graph_builder.articles.inputs import Format, Source, discover, notice
from graph_builder.articles.looking import guarded, looked_into
from graph_builder.articles.places import Found, Known, Place, Raw, Saved
from graph_builder.articles.records import Columns, record
from graph_builder.articles.rows import READERS, Row
from graph_builder.errors import InputError
from graph_builder.model import Article, Notice

Item = Article | Notice


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
    """Yield the articles of files in the order of their places, and notices of what is none; else as ``raw``."""
    return _all_looked_into(raw(sources, columns, known))


def raw(
    sources: Iterable[Source], columns: Columns | None = None, known: Known = lambda _: False
) -> Iterator[Raw | Found | Notice]:
    """Yield what may be articles in files, in the order of their places, and notices of what cannot be.

    ``sources`` are ordered by name. Of an article that is ``known`` only the place is told, and the id it wants.
    """
    for _, group in groupby(sources, key=lambda source: source.name):
        alike = list(group)
        if len(alike) == 1:
            yield from _file(alike[0], columns or {}, known)
            continue
        items = [item for source in alike for item in _file(source, columns or {}, known)]
        yield from (item for item in items if isinstance(item, Notice))
        yield from sorted((item for item in items if not isinstance(item, Notice)), key=lambda item: item.place)


def _all_looked_into(items: Iterable[Raw | Found | Notice]) -> Iterator[Found | Notice]:
    for item in items:
        if isinstance(item, Raw):
            yield from looked_into(item)
        else:
            yield item


def _file(source: Source, columns: Columns, known: Known) -> Iterator[Raw | Found | Notice]:
    return guarded(source.name, _opened(source, columns, known))


def _opened(source: Source, columns: Columns, known: Known) -> Iterator[Raw | Found | Notice]:
    with content.opened(source.path) as file:
        size = Path(source.path).stat().st_size
        yield from _within(source, "", file, size, columns, known)


def found_in(source: Source, saved: bytes, columns: Columns | None = None) -> Iterator[Found | Notice]:
    """Yield what ``found`` does of a file whose bytes are at hand, as its storage keeps them."""
    try:
        with content.readable(io.BufferedReader(io.BytesIO(saved))) as file:
            yield from _all_looked_into(_within(source, "", file, len(saved), columns or {}, lambda _: False))
    except InputError as error:
        yield notice(source.name, error)


def found_row(source: Source, row: Row, columns: Columns) -> Iterator[Found | Notice]:
    """Yield what ``found`` does of a row of a file of records."""
    place = Place(source.name, "", row.number, row.digest)
    return _all_looked_into([_record(place, row, source.stem, columns, lambda _: False)])


def _within(
    source: Source, member: str, file: io.BufferedReader, size: int, columns: Columns, known: Known
) -> Iterator[Raw | Found | Notice]:
    """Yield what a file holds, or a ``member`` of an archive. ``size``: bytes that it takes where it is kept."""
    name = source.name.removesuffix(f"/{member}") if member else source.name
    if source.format in READERS:
        for row in READERS[source.format](file, size, columns):
            yield _record(Place(name, member, row.number, row.digest), row, source.stem, columns, known)
    elif source.format == "archive":
        yield from _members(source, file, size, columns, known)
    elif source.format == "web archive":
        yield from _pages(source, member, file, known)
    else:
        saved = content.whole(file)
        place = Place(name, member, 0, sha256(saved).hexdigest())
        yield _saved(place, source.stem, Saved(saved, source.format), known)


def _members(
    source: Source, file: io.BufferedReader, size: int, columns: Columns, known: Known
) -> Iterator[Raw | Found | Notice]:
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


def _pages(source: Source, member: str, file: io.BufferedReader, known: Known) -> Iterator[Raw | Found | Notice]:
    page = None
    for page in archives.pages(file):
        saved = f"{page.url}\n".encode() + page.content
        place = Place(source.name, member, page.number, sha256(saved).hexdigest())
        if len(page.content) > content.LARGEST:
            yield notice(place.shown, content.too_large("a page of it"))
            continue
        form: Format = "html" if page.html else "text"
        yield _saved(place, f"{source.stem}-{page.number}", Saved(page.content, form, page.url), known)
    if page is None:
        name = f"{source.name}/{member}" if member else source.name
        yield Notice(name, "skipped", "no page in it that a server sent well", "leave it out, or fetch the pages again")


def _saved(place: Place, stem: str, saved: Saved, known: Known) -> Raw | Found:
    name = clean_id(stem) or place.digest[:16]
    return Found(place, name, None) if known(place) else Raw(place, name, saved)


def _record(place: Place, row: Row, stem: str, columns: Columns, known: Known) -> Raw | Found | Notice:
    try:
        read = record(row.values(), columns)
    except InputError as error:
        return notice(place.shown, error)
    name = read.id or clean_id(f"{stem}-{row.number}") or f"record-{row.number}"
    return Found(place, name, None) if known(place) else Raw(place, name, read)
