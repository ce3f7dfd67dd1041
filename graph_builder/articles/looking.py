"""From what may be an article to the article, or to a notice why it is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from graph_builder.articles.assemble import Stated, assemble
from graph_builder.articles.decode import decode
from graph_builder.articles.documents import document
from graph_builder.articles.inputs import notice
from graph_builder.articles.language import other_language
from graph_builder.articles.markup import is_markup
from graph_builder.articles.places import Found, Place, Raw, Saved
from graph_builder.articles.records import Record
from graph_builder.errors import GraphBuilderError, InputError, fault_of_ours
from graph_builder.model import Notice

LONGEST = 2_000_000
"""Code points of an article. A book has some hundred thousand; reading a million takes up to a gigabyte of memory."""
Item = TypeVar("Item")


def looked_into(raw: Raw) -> Iterator[Found | Notice]:
    """Yield the article that something is, or what its owner should know."""
    return guarded(raw.place.shown, _record(raw, raw.held) if isinstance(raw.held, Record) else _saved(raw, raw.held))


def guarded(name: str, items: Iterable[Item | Notice]) -> Iterator[Item | Notice]:
    """Yield what is read of something; an error in it is a notice, and its end."""
    try:
        yield from items
    except InputError as error:
        yield notice(name, error)
    except (MemoryError, GraphBuilderError):
        raise
    except Exception as error:
        yield notice(name, fault_of_ours(error))


def _saved(raw: Raw, saved: Saved) -> Iterator[Found | Notice]:
    content, form, url = saved
    text, stated = document(content) if form == "document" else decode(content), Stated()
    if form == "html" or is_markup(text):
        # Imported only where a page is to be read: it takes longer than all else together.
        from graph_builder.articles.web import page  # noqa: PLC0415

        text, stated = page(text)
    yield _article(raw.place, raw.wanted, text, stated._replace(url=stated.url or url))


def _record(raw: Raw, record: Record) -> Iterator[Found | Notice]:
    item = _article(raw.place, raw.wanted, record.text, record.stated)
    if record.unread_date:
        problem = f"cannot read the date {record.unread_date[:40]!r}"
        unread = Notice(raw.place.shown, "warning", problem, "write it as 2017-06-12")
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
