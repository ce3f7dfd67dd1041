"""Reading inputs: every file in turn becomes articles and notices; one that cannot be read stops none of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from graph_builder.articles import content
from graph_builder.articles.assemble import Stated, assemble
from graph_builder.articles.decode import decode
from graph_builder.articles.ids import Ids, clean_id
from graph_builder.articles.inputs import Source, discover, notice
from graph_builder.articles.language import other_language
from graph_builder.articles.markup import is_markup
from graph_builder.articles.records import record
from graph_builder.errors import InputError
from graph_builder.model import Article, Notice

Item = Article | Notice


class _Raw(NamedTuple):
    """A text that may be an article. ``place``: its file, or file and line."""

    place: str
    text: str
    stated: Stated
    digest: str
    id: str


def read_articles(inputs: Sequence[str]) -> Iterator[Item]:
    """Yield the articles of files, folders and glob patterns, and notices of all that was not read or is doubtful.

    Files are ordered by name (path relative to its input, ``/`` between parts), whatever the order of the inputs, and
    read one at a time, when the iterator comes to them. An article's notices follow it.
    """
    sources, notices = discover(inputs)
    yield from notices
    ids = Ids()
    for source in sources:
        try:
            for raw in _records(source) if source.format == "records" else _page(source):
                yield from (raw,) if isinstance(raw, Notice) else _article(raw, source, ids)
        except InputError as error:
            yield notice(source.name, error)


def _page(source: Source) -> Iterator[_Raw]:
    unpacked = content.read(source.path)
    text, stated = decode(unpacked), Stated()
    if source.format == "html" or is_markup(text):
        # Imported only where a page is to be read: it takes longer than all else together.
        from graph_builder.articles.web import page  # noqa: PLC0415

        text, stated = page(text)
    digest = sha256(unpacked).hexdigest()
    yield _Raw(source.name, text, stated, digest, clean_id(source.stem) or digest[:16])


def _records(source: Source) -> Iterator[_Raw | Notice]:
    for number, line in content.lines(source.path):
        place = f"{source.name}:{number}"
        try:
            found = record(line)
        except InputError as error:
            yield notice(place, error)
            continue
        own = found.id or clean_id(f"{source.stem}-{number}") or f"record-{number}"
        yield _Raw(place, found.text, found.stated, sha256(line).hexdigest(), own)
        if found.unread_date:
            yield Notice(place, "warning", f"cannot read the date {found.unread_date[:40]!r}", "write it as 2017-06-12")


def _article(raw: _Raw, source: Source, ids: Ids) -> Iterator[Item]:
    article, others = assemble(raw.text, id=raw.id, file=source.name, digest=raw.digest, stated=raw.stated)
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
