"""The world of a build, from its folder: the articles and their names resolved, without the lexicon or the articles.

``readings.jsonl`` has the articles, ``facts.jsonl`` their facts as the graph holds them, ``entities.jsonl`` what the
names denote, ``pairs.jsonl`` what was compared to find that out, ``report.json`` which articles are copies.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from graph_builder.errors import OutputError
from graph_builder.facts import restored
from graph_builder.memory.form import Kept, from_line
from graph_builder.model import Claim, Entity, Fact, Pair, Reading, World
from graph_builder.output import open_output

READINGS, FACTS, ENTITIES, PAIRS = "readings.jsonl", "facts.jsonl", "entities.jsonl", "pairs.jsonl"
REPORT = "report.json"
NEEDED = READINGS, FACTS, ENTITIES, PAIRS, REPORT
"""The files that tell of a world."""


def write_entities(world: World, path: Path) -> None:
    """Write the entities of a world, one a line, each with the names that articles use for it and why."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{entity_text(entity)}\n" for entity in world.entities)


def write_pairs(world: World, path: Path) -> None:
    """Write what resolution compared, one pair a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{pair_text(pair)}\n" for pair in world.pairs)


def load_world(out: str | Path) -> World:
    """Return the world of the build in ``out``, equal to that from which the build wrote its files.

    Raises:
        OutputError: the folder is not one that a build wrote, or not as it wrote it, or by an earlier version.
    """
    with open_output(out, "*.json*") as files:
        if missing := set(NEEDED) - files.keys():
            raise OutputError(f"{out} holds no {min(missing)}", "Build it again with this version.")
        return _world(*(files[name] for name in NEEDED))


def world_in(folder: Path) -> World:
    """Return the world of a build from its folder while that is still written, and has no manifest yet."""
    with ExitStack() as stack:
        return _world(*(stack.enter_context((folder / name).open("rb")) for name in NEEDED))


def load_readings(out: str | Path) -> list[Reading]:
    """Return the articles of the build in ``out`` with their facts as they were read, before anything was left out.

    Raises:
        OutputError: as for ``load_world``.
    """
    with open_output(out, READINGS) as files:
        if READINGS not in files:
            raise OutputError(f"{out} holds no {READINGS}", "Build it again with this version.")
        return [item.reading for item in map(from_line, files[READINGS]) if isinstance(item, Kept)]


def _world(readings: IO[bytes], facts: IO[bytes], entities: IO[bytes], pairs: IO[bytes], report: IO[bytes]) -> World:
    said: dict[str, list[Fact]] = {}
    for fact in map(restored, _lines(facts)):
        said.setdefault(fact.evidence.article, []).append(fact)
    kept = (item.reading.article for item in map(from_line, readings) if isinstance(item, Kept))
    articles = sorted(kept, key=lambda article: article.id)
    things = tuple(map(_recalled_entity, _lines(entities)))
    of = {claim: entity for entity in things for claim in entity.claims}
    known = tuple(Reading(article, tuple(said.get(article.id, ()))) for article in articles)
    groups = map(tuple, json.load(report)["copies"])
    copies = {article: group for group in groups for article in group}
    return World(known, things, dict(sorted(of.items())), tuple(map(_recalled_pair, _lines(pairs))), copies)


def _lines(file: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    return map(json.loads, file)


def entity_text(entity: Entity) -> str:
    """Return an entity as JSON; its claims, all of its kind, as pairs of article and name."""
    said = {**asdict(entity), "claims": [[claim.article, claim.name] for claim in entity.claims]}
    return json.dumps(said, ensure_ascii=False)


def _recalled_entity(said: dict[str, Any]) -> Entity:
    said = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
    said["claims"] = tuple(Claim(said["kind"], *claim) for claim in said["claims"])
    return Entity(**said)


def pair_text(pair: Pair) -> str:
    """Return a pair as JSON; its claims, of one kind, as pairs of article and name."""
    said = {"kind": pair.a.kind, "a": [pair.a.article, pair.a.name], "b": [pair.b.article, pair.b.name]}
    told = {**said, "score": pair.score, "outcome": pair.outcome, "reasons": list(pair.reasons)}
    return json.dumps(told, ensure_ascii=False)


def _recalled_pair(said: dict[str, Any]) -> Pair:
    a, b = (Claim(said["kind"], *said[end]) for end in "ab")
    return Pair(a, b, said["score"], said["outcome"], tuple(said["reasons"]))
