"""``readings.jsonl``: each article as it was read, one a line, before names are resolved and unsure facts left out.

``text`` holds what is quoted of the article, each stretch with its start; the evidence of a fact is a part of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph_builder.facts import as_json, restored
from graph_builder.memory.text import quoted, sparse, spread
from graph_builder.model import Article, Fact, Reading, Removed, Span


def keeping(readings: Iterable[Reading], path: Path) -> Iterator[Reading]:
    """Write readings to a file, and yield each with the article's text as far as it is quoted."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for reading in readings:
            file.write(json.dumps(kept(reading), ensure_ascii=False) + "\n")
            yield sparse(reading)


def kept(reading: Reading) -> dict[str, Any]:
    """Return a reading as a JSON object."""
    article = reading.article
    return {
        "id": article.id,
        "file": article.file,
        "digest": article.digest,
        "source": article.source,
        "published": article.published,
        "url": article.url,
        "length": len(article.text),
        "title": _ends(article.title) if article.title else None,
        "paragraphs": [_ends(span) for span in article.paragraphs],
        "removed": [[stretch.start, stretch.end, stretch.reason] for stretch in article.removed],
        "text": [[span.start, article.quote(span)] for span in quoted(reading)],
        "facts": [_fact(fact) for fact in reading.facts],
    }


def recalled(said: dict[str, Any]) -> Reading:
    """Return the reading that ``kept`` wrote, its article's text as far as it is quoted."""
    article = Article(
        id=said["id"],
        text=spread(said["text"], said["length"]),
        file=said["file"],
        digest=said["digest"],
        title=Span(*said["title"]) if said["title"] else None,
        paragraphs=tuple(Span(*ends) for ends in said["paragraphs"]),
        removed=tuple(Removed(*stretch) for stretch in said["removed"]),
        source=said["source"],
        published=said["published"],
        url=said["url"],
    )
    return Reading(article, tuple(_recalled_fact(article, fact) for fact in said["facts"]))


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _fact(fact: Fact) -> dict[str, Any]:
    """Return a fact without what is not stated, its evidence without what the article tells."""
    said = {name: value for name, value in as_json(fact).items() if value not in (None, ())}
    return {**said, "evidence": {name: said["evidence"][name] for name in ("start", "end", "rule", "confidence")}}


def _recalled_fact(article: Article, said: dict[str, Any]) -> Fact:
    span = Span(said["evidence"]["start"], said["evidence"]["end"])
    evidence = {"article": article.id, "quote": article.quote(span), **said["evidence"]}
    return restored({**said, "evidence": evidence})
