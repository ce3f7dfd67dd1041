"""What a build did, in numbers and by article: the summary on the terminal and OUT/report.json."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from graph_builder.extraction.sums import Mismatch, mismatches
from graph_builder.model import Notice, PostFact, World


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of each a build met: articles, entities, facts that somebody holds a post, notices about inputs.

    ``left_out``: facts below the confidence asked for, and participations in such events.
    """

    articles: int
    people: int
    posts: int
    parties: int
    bodies: int
    events: int
    left_out: int
    warnings: int
    errors: int
    skipped: int


def summarise(world: World, notices: Iterable[Notice], left_out: Mapping[str, int]) -> Summary:
    """Count what was built, what was left out (by article), and what the inputs gave cause to say."""
    entities = Counter(entity.kind for entity in world.entities)
    said = Counter(notice.kind for notice in notices)
    return Summary(
        articles=len(world.readings),
        people=entities["person"],
        posts=sum(isinstance(fact, PostFact) for reading in world.readings for fact in reading.facts),
        parties=entities["party"],
        bodies=entities["body"],
        events=entities["event"],
        left_out=sum(left_out.values()),
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


def write_report(
    world: World,
    notices: Iterable[Notice],
    path: Path,
    min_confidence: float,
    left_out: Mapping[str, int],
    read_with: Mapping[str, object] | None = None,
) -> None:
    """Write the counts, what was removed from each article and why, and every notice; the same bytes every time.

    ``{"articles": [{"article", "file", "digest", "left_out", "mismatches": [...], "removed": [{"start", "end",
    "reason"}]}], "copies": [[...]], "counts": {...}, "min_confidence", "notices": [{"file", "kind", "problem",
    "remedy"}]}``, articles and notices in order. ``copies`` are the ids of articles of one text. Offsets are code
    points; ``left_out`` counts facts below ``min_confidence``; ``mismatches`` are figures that do not add up:
    ``problem``, ``what``, ``of``, ``whole``, ``parts``, ``sentences``. ``read_with`` (what IRIs begin with, an added
    lexicon, other extractors) is added to it.
    """
    notices = sorted(notices)
    readings = sorted(world.readings, key=lambda reading: reading.article.id)
    report: dict[str, object] = {
        **(read_with or {}),
        "articles": [
            {
                "article": reading.article.id,
                "digest": reading.article.digest,
                "file": reading.article.file,
                "left_out": left_out[reading.article.id],
                "mismatches": [_mismatch(found) for found in mismatches(reading.facts)],
                "removed": [asdict(removed) for removed in sorted(reading.article.removed)],
            }
            for reading in readings
        ],
        "copies": sorted(set(world.copies.values())),
        "counts": asdict(summarise(world, notices, left_out)),
        "min_confidence": min_confidence,
        "notices": [asdict(notice) for notice in notices],
    }
    text = json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
