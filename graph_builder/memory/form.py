"""The lines of ``readings.jsonl``: an article as it was read, a copy of one, or a notice about a file.

Facts stand as they were read: before unsure ones are left out and names resolved. ``text`` holds what is quoted of
the article (or all of it), each stretch with its start; the evidence of a fact is a part of it.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, replace
from typing import Any

from graph_builder.articles import Place
from graph_builder.facts import as_json, restored
from graph_builder.memory.text import quoted, spread
from graph_builder.model import Article, Fact, Notice, Reading, Removed, Span


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as it was read."""

    place: Place
    wanted: str
    """The id that its file or record has for it."""
    reading: Reading
    notices: tuple[Notice, ...]
    """What was said of the text and the dates of its page."""
    said: tuple[Notice, ...]
    """What was said by those who read facts from it."""
    whole: bool = False
    """Whether all of the article's text is kept, not only what is quoted of it."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A place where the same article stands again."""

    place: Place
    wanted: str
    of: str
    """The id of the article."""
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Where an article stands that was read, the id that its file or record has for it, and that which it has."""

    place: Place
    wanted: str
    id: str


Line = Kept | Copy | Notice
_ARTICLE, _AFTER_PLACE = b'{"id": ', b', "notices": '
"""How the line of an article begins, and what follows the place: no string of JSON can hold it."""


def as_line(item: Line) -> str:
    """Return what is kept as a line of text."""
    match item:
        case Kept():
            told = {"said": list(map(astuple, item.said))}
            said = {"id": item.reading.article.id, **_where(item), **told, **_reading(item.reading, item.whole)}
        case Copy():
            said = {"copy_of": item.of, **_where(item)}
        case Notice():
            said = {"notice": astuple(item)}
    return json.dumps(said, ensure_ascii=False) + "\n"


def from_line(line: bytes) -> Line:
    """Return what ``as_line`` wrote; the article's text as far as it is quoted.

    Raises:
        ValueError, LookupError, TypeError: it is no line of ``as_line``.
    """
    said = json.loads(line)
    match said:
        case {"notice": [*parts]}:
            return Notice(*parts)
        case {"copy_of": str(name)}:
            return Copy(_place(said), said["wanted"], name, _notices(said["notices"]))
    return article_from_line(line)


def head_of_line(line: bytes) -> Copy | Head | Notice:
    """Return what stands where, by a line of ``as_line``; of what was read in an article nothing is looked at.

    Raises:
        ValueError, LookupError, TypeError: it is no such line.
    """
    head, mark, _ = line.partition(_AFTER_PLACE)
    if not mark or not head.startswith(_ARTICLE):
        return from_line(line)  # type: ignore[return-value]  # it is short
    said = json.loads(head + b"}")
    return Head(_place(said), said["wanted"], said["id"])


def article_from_line(line: bytes) -> Kept:
    """Return the article that ``as_line`` wrote.

    Raises:
        ValueError, LookupError, TypeError: it is no such line.
    """
    said = json.loads(line)
    told = _notices(said["notices"]), _notices(said["said"])
    return Kept(_place(said), said["wanted"], _recalled(said), *told, said.get("whole", False))


def at(kept: Kept, place: Place, wanted: str, name: str) -> Kept:
    """Return the article as if it had been read at another place, under another id; itself if that is how it is."""
    if (place, wanted, name) == (kept.place, kept.wanted, kept.reading.article.id):
        return kept
    article = replace(kept.reading.article, id=name, file=place.name)
    facts = (replace(fact, evidence=replace(fact.evidence, article=name)) for fact in kept.reading.facts)
    notices, said = (_moved(told, kept.place, place) for told in (kept.notices, kept.said))
    return Kept(place, wanted, Reading(article, tuple(facts)), notices, said, kept.whole)


def _moved(notices: Iterable[Notice], before: Place, after: Place) -> tuple[Notice, ...]:
    """Return what was said of an article that stands elsewhere now."""
    files = {before.name: after.name, before.shown: after.shown}
    return tuple(replace(notice, file=files.get(notice.file, notice.file)) for notice in notices)


def _where(item: Kept | Copy) -> dict[str, Any]:
    return {
        "wanted": item.wanted,
        **item.place._asdict(),
        "notices": [astuple(notice) for notice in item.notices],
    }


def _place(said: Mapping[str, Any]) -> Place:
    return Place(*(said[name] for name in Place._fields))


def _notices(said: Iterable[Any]) -> tuple[Notice, ...]:
    return tuple(Notice(*parts) for parts in said)


def _reading(reading: Reading, whole: bool) -> dict[str, Any]:
    article = reading.article
    spans = [Span(0, len(article.text))] if whole else quoted(reading)
    return {
        **({"whole": True} if whole else {}),
        "source": article.source,
        "published": article.published,
        "url": article.url,
        "length": len(article.text),
        "title": _ends(article.title) if article.title else None,
        "paragraphs": [_ends(span) for span in article.paragraphs],
        "removed": [[stretch.start, stretch.end, stretch.reason] for stretch in article.removed],
        "text": [[span.start, article.quote(span)] for span in spans],
        "sketch": b64encode(article.sketch).decode("ascii"),
        "facts": [_fact(fact) for fact in reading.facts],
    }


def _recalled(said: Mapping[str, Any]) -> Reading:
    article = Article(
        id=said["id"],
        text=spread(said["text"], said["length"]),
        file=_place(said).name,
        digest=said["digest"],
        title=Span(*said["title"]) if said["title"] else None,
        paragraphs=tuple(Span(*ends) for ends in said["paragraphs"]),
        removed=tuple(Removed(*stretch) for stretch in said["removed"]),
        source=said["source"],
        published=said["published"],
        url=said["url"],
        sketch=b64decode(said["sketch"]),
    )
    return Reading(article, tuple(_recalled_fact(article, fact) for fact in said["facts"]))


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _fact(fact: Fact) -> dict[str, Any]:
    """Return a fact without what is not stated, its evidence without what the article tells."""
    said = {name: value for name, value in as_json(fact).items() if value not in (None, ())}
    return {**said, "evidence": {name: said["evidence"][name] for name in ("start", "end", "rule", "confidence")}}


def _recalled_fact(article: Article, said: Mapping[str, Any]) -> Fact:
    span = Span(said["evidence"]["start"], said["evidence"]["end"])
    evidence = {"article": article.id, "quote": article.quote(span), **said["evidence"]}
    return restored({**said, "evidence": evidence})
