"""Reading inputs: every file in turn becomes articles and notices; one that cannot be read stops none of the others."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from graph_builder.articles import archives, content
from graph_builder.articles.assemble import Stated, assemble
from graph_builder.articles.decode import decode
from graph_builder.articles.documents import document
from graph_builder.articles.ids import Ids, clean_id
from graph_builder.articles.inputs import Source, discover, notice
from graph_builder.articles.language import other_language
from graph_builder.articles.markup import is_markup
from graph_builder.articles.records import Columns, record
from graph_builder.articles.rows import READERS
from graph_builder.errors import InputError
from graph_builder.model import Article, Notice

Item = Article | Notice


class _Raw(NamedTuple):
    """A text that may be an article. ``place``: its file, or file and line or number."""

    file: str
    place: str
    text: str
    stated: Stated
    digest: str
    id: str


def read_articles(inputs: Sequence[str], columns: Columns | None = None) -> Iterator[Item]:
    """Yield the articles of files, folders and glob patterns, and notices of all that was not read or is doubtful.

    Files are ordered by name (path relative to its input, ``/`` between parts), whatever the order of the inputs, and
    read one at a time, when the iterator comes to them. An article's notices follow it. ``columns`` says what records
    call their fields, where they have names of their own (``{"text": "corps"}``).
    """
    sources, notices = discover(inputs)
    yield from notices
    ids = Ids()
    for source in sources:
        try:
            with content.opened(source.path) as file:
                size = Path(source.path).stat().st_size
                for raw in _raws(source, file, size, columns or {}):
                    yield from (raw,) if isinstance(raw, Notice) else _article(raw, ids)
        except InputError as error:
            yield notice(source.name, error)


def _raws(source: Source, file: io.BufferedReader, size: int, columns: Columns) -> Iterator[_Raw | Notice]:
    """Yield what a file holds. ``size``: bytes that it takes where it is kept."""
    if source.format in READERS:
        yield from _records(source, file, size, columns)
    elif source.format == "archive":
        yield from _members(source, file, columns)
    elif source.format == "web archive":
        yield from _pages(source, file)
    else:
        saved = content.whole(file)
        yield _page(source, source.name, source.stem, saved, source.format == "html")


def _members(source: Source, file: io.BufferedReader, columns: Columns) -> Iterator[_Raw | Notice]:
    with archives.zipped(file) as archive:
        for inner, info in archives.members(archive, source.name, source.path):
            try:
                with archives.member(archive, info) as packed:
                    yield from _raws(inner, packed, info.compress_size, columns)
            except InputError as error:
                yield notice(inner.name, error)


def _pages(source: Source, file: io.BufferedReader) -> Iterator[_Raw | Notice]:
    for page in archives.pages(file):
        place = f"{source.name}:{page.number}"
        try:
            if len(page.content) > content.LARGEST:
                raise content.too_large("a page of it")
            raw = _page(source, place, f"{source.stem}-{page.number}", page.content, page.html)
        except InputError as error:
            yield notice(place, error)
            continue
        yield raw._replace(stated=raw.stated._replace(url=raw.stated.url or page.url))


def _page(source: Source, place: str, stem: str, saved: bytes, html: bool) -> _Raw:
    """Return a text, a document or a page as its bytes were saved."""
    text, stated = document(saved) if source.format == "document" else decode(saved), Stated()
    if html or is_markup(text):
        # Imported only where a page is to be read: it takes longer than all else together.
        from graph_builder.articles.web import page  # noqa: PLC0415

        text, stated = page(text)
    digest = sha256(saved).hexdigest()
    return _Raw(source.name, place, text, stated, digest, clean_id(stem) or digest[:16])


def _records(source: Source, file: io.BufferedReader, size: int, columns: Columns) -> Iterator[_Raw | Notice]:
    for row in READERS[source.format](file, size, columns):
        place = f"{source.name}:{row.number}"
        if isinstance(row.fields, InputError):
            yield notice(place, row.fields)
            continue
        try:
            found = record(row.fields, columns)
        except InputError as error:
            yield notice(place, error)
            continue
        own = found.id or clean_id(f"{source.stem}-{row.number}") or f"record-{row.number}"
        yield _Raw(source.name, place, found.text, found.stated, row.digest, own)
        if found.unread_date:
            yield Notice(place, "warning", f"cannot read the date {found.unread_date[:40]!r}", "write it as 2017-06-12")


def _article(raw: _Raw, ids: Ids) -> Iterator[Item]:
    article, others = assemble(raw.text, id=raw.id, file=raw.file, digest=raw.digest, stated=raw.stated)
    kept = "\n".join(map(article.quote, (*filter(None, [article.title]), *article.paragraphs)))
    language = other_language(kept)
    if not kept:
        yield Notice(raw.place, "skipped", "no text of an article in it", "if it has one, save that text alone")
    elif language:
        yield Notice(raw.place, "skipped", f"not in Arabic: {language}", "leave it out, or give the Arabic article")
    else:
        yield from ids.told_apart(article, raw.place)
        if others:
            problem = f"the page states other dates than {article.published}, which is taken: {', '.join(others)}"
            yield Notice(raw.place, "warning", problem, "check it against the page")
