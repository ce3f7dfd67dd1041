"""What a build did, in numbers and by article: the summary on the terminal and OUT/report.json."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from graph_builder.extraction.sums import Mismatch, mismatches
from graph_builder.model import Notice, PostFact, Reading, World


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of each a build met: articles, entities, facts that somebody holds a post, notices about inputs.

    ``texts``: of how many texts the articles are, where some copy others. ``left_out``: facts below the confidence
    asked for, and participations in such events.
    """

    articles: int
    texts: int
    people: int
    posts: int
    parties: int
    bodies: int
    events: int
    left_out: int
    warnings: int
    errors: int
    skipped: int


def summarise(world: World, notices: Iterable[Notice], left_out: int) -> Summary:
    """Count what was built, what was left out, and what the inputs gave cause to say."""
    entities = Counter(entity.kind for entity in world.entities)
    said = Counter(notice.kind for notice in notices)
    return Summary(
        articles=len(world.readings),
        texts=world.independent(reading.article.id for reading in world.readings),
        people=entities["person"],
        posts=sum(isinstance(fact, PostFact) for reading in world.readings for fact in reading.facts),
        parties=entities["party"],
        bodies=entities["body"],
        events=entities["event"],
        left_out=left_out,
        warnings=said["warning"],
        errors=said["error"],
        skipped=said["skipped"],
    )


def _mismatch(found: Mismatch) -> dict[str, object]:
    """Return figures that do not add up as the report tells them, with the sentences to look at."""
    return {
        "problem": found.problem,
        "what": found.whole.what,
        "of": found.whole.of,
        "whole": found.whole.value,
        "parts": [{"value": part.value, "of": part.of, "group": part.group} for part in found.parts],
        "sentences": [{"start": said.start, "quote": said.quote} for said in found.sentences],
    }


def of_article(reading: Reading, left_out: int) -> dict[str, object]:
    """Return what the report says of an article; ``left_out``: of how many facts it tells less."""
    return {
        "article": reading.article.id,
        "digest": reading.article.digest,
        "file": reading.article.file,
        "left_out": left_out,
        "mismatches": [_mismatch(found) for found in mismatches(reading.facts)],
        "removed": [asdict(removed) for removed in sorted(reading.article.removed)],
    }


def article_text(reading: Reading, left_out: int) -> str:
    """Return what the report says of an article, as it stands there."""
    return "  " + _text(of_article(reading, left_out)).replace("\n", "\n  ")


def of_all(
    summary: Summary,
    copies: Iterable[tuple[str, ...]],
    notices: Iterable[Notice],
    min_confidence: float,
    read_with: Mapping[str, object],
) -> dict[str, object]:
    """Return what the report says of the build; ``read_with``: what IRIs begin with, an added lexicon and the like."""
    return {
        **read_with,
        "copies": sorted(set(copies)),
        "counts": asdict(summary),
        "min_confidence": min_confidence,
        "notices": [asdict(notice) for notice in sorted(notices)],
    }


class Report:
    """The report while it is written, the same bytes every time; a context that closes it.

    ``{"articles": [{"article", "file", "digest", "left_out", "mismatches": [...], "removed": [{"start", "end",
    "reason"}]}], "copies": [[...]], "counts": {...}, "min_confidence", "notices": [{"file", "kind", "problem",
    "remedy"}]}``, articles and notices in order. ``copies`` are the ids of articles of one text. Offsets are code
    points; ``left_out`` counts facts below ``min_confidence``; ``mismatches`` are figures that do not add up:
    ``problem``, ``what``, ``of``, ``whole``, ``parts``, ``sentences``.
    """

    def __init__(self, path: Path) -> None:
        """Write into a file."""
        self._path = path
        self._articles = 0

    def __enter__(self) -> Report:
        self._file = self._path.open("w", encoding="utf-8", newline="\n")
        self._file.write('{\n "articles": [\n')  # the first of the keys
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, article: str) -> None:
        """Write what ``article_text`` returns; there has to be one article."""
        self._file.write(f",\n{article}" if self._articles else article)
        self._articles += 1

    def finish(
        self,
        summary: Summary,
        copies: Iterable[tuple[str, ...]],
        notices: Iterable[Notice],
        min_confidence: float,
        read_with: Mapping[str, object],
    ) -> None:
        """Write all else (``of_all``)."""
        self._file.write(f"\n ],{_text(of_all(summary, copies, notices, min_confidence, read_with))[1:]}\n")


def _text(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
