"""The page of the network and the files that it loads: vis-network, our script, and a file a share of the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files as resources
from typing import Any

from graph_builder.visual import territory
from graph_builder.visual.data import foreign, share_data
from graph_builder.visual.facts import LINES, SECTIONS
from graph_builder.visual.layout import positions
from graph_builder.visual.network import KINDS, MOST, OPTIONS, SHAPES, library
from graph_builder.visual.packed import AT_ONCE, FIELDS, packed, places
from graph_builder.visual.shares import Share, parties_of, shares
from graph_builder.visual.site.known import LEVELS, Known
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.site.search import script_json
from graph_builder.visual.text import shown
from graph_builder.visual.words import LANGUAGES, words

MOST_OVERVIEW = 200
"""Nodes of the overview: parties and their levels, the largest parties first."""
_PARTS = ("share", "words", "search", "filters", "drawing", "address", "picture", "panel", "table", "main")
"""The parts of our script in the order in which they build on each other."""
_FOLDER = "assets/network"


def files(desk: Desk) -> Iterator[Page]:
    """Yield ``network.html`` and what it loads, the same bytes for the same world."""
    known = desk.known
    parties = parties_of(known)
    split = shares(known, parties)
    whole = f"{_FOLDER}/0.js" if len(split) == 1 else None
    title = words()[LANGUAGES[0]]["site.network"]
    yield desk.page("network.html.j2", "network.html", title, here="network", kinds=KINDS, lines=LINES, whole=whole)
    yield Page(f"{_FOLDER}/vis-network.js", library())
    yield Page(f"{_FOLDER}/network.js", _script())
    yield Page(f"{_FOLDER}/index.js", f"window.explorer = {script_json(_index(known, split))};\n")
    where: dict[str, list[int]] = {}
    for number, share in enumerate(split):
        for entity in share.entities:
            where.setdefault(known.file(entity), []).append(number)
        yield from _share(number, share_data(known, share, parties), known.ids.base)
    yield Page(f"{_FOLDER}/where.js", f"window.where = {script_json(where)};\n")


def _share(number: int, data: dict[str, Any], base: str) -> Iterator[Page]:
    """Yield the file of a share, and those of its facts and of their sentences."""
    rows = packed(data, number, base)
    yield Page(f"{_FOLDER}/{number}.js", f"window.share = {script_json(rows.share)};\n")
    for sign, parts in (("f", rows.facts), ("s", rows.sentences)):
        for place, part in enumerate(parts):
            yield Page(f"{_FOLDER}/{number}-{sign}{place}.js", f"window.part = {script_json(part)};\n")


def _index(known: Known, split: Sequence[Share]) -> dict[str, Any]:
    return {
        "base": known.ids.base,
        "kinds": KINDS,
        "lines": LINES,
        "fields": FIELDS,
        "levels": LEVELS,
        "shapes": SHAPES,
        "sections": SECTIONS,
        "options": OPTIONS,
        "size": AT_ONCE,
        "places": _places(known),
        "shares": [
            {"name": shown(share.party.name) if share.party else None, "count": len(share.entities)}
            | (foreign(share.party) if share.party else {})
            for share in split
        ],
        "all": len(known.entities),
        "most": MOST,
        "overview": _overview(known, split) if len(split) > 1 else None,
    }


def _places(known: Known) -> dict[str, dict[str, str]]:
    """Return the regions in which bodies stand, and their provinces: code -> names, and the region of a province."""
    found: dict[str, dict[str, str]] = {}
    for body in known.bodies.values():
        region, province = known.region(body), known.province(body)
        for code in filter(None, (region, province)):
            entry = territory.name(code)
            names = {language: str(entry[language]) for language in ("ar", "fr") if entry.get(language)}
            found[code] = names | ({"in": region} if region and code != region else {})
    return dict(sorted(found.items()))


def _overview(known: Known, split: Sequence[Share]) -> dict[str, Any]:
    """Return a share that draws parties with their levels alone, each of which leads into the share of its party."""
    rows: list[list[Any]] = []
    kinds: dict[str, str] = {}
    ties: list[tuple[str, str]] = []
    told: dict[str, Any]
    for number, share in enumerate(split):
        if share.party is None:
            continue
        found = Counter(known.bodies[entity.id].level for entity in share.entities if entity.kind == "body")
        if len(rows) + 1 + len(found) > MOST_OVERVIEW:
            break
        party = known.file(share.party)
        told = {"aliases": [*map(shown, share.party.aliases)], "share": number}
        told |= foreign(share.party)
        rows.append([KINDS.index("party"), party, shown(share.party.name), [], told])
        kinds[party] = "party"
        for level in LEVELS:
            if level in found:
                kinds[f"{number}-{level}"] = "body"
                ties.append((f"{number}-{level}", party))
                told = {"share": number, "level": level, "count": found[level]}
                rows.append([KINDS.index("body"), f"{number}-{level}", "", [], told])
    place = {node: number for number, node in enumerate(kinds)}
    return {
        "overview": True, "number": None, "party": None, "entities": rows,
        "edges": [[place[source], place[target], [], [], 100] for source, target in ties],
        "first": places(positions(kinds, ties), place),
        "fullest": None, "articles": 0, "loose": [], "count": 0, "words": [], "spans": [],
    }  # fmt: skip


def _asset(name: str) -> str:
    return resources("graph_builder.visual").joinpath("templates", name).read_text(encoding="utf-8")


def _script() -> str:
    """Return our script: its parts share the scope of one function, called with the share that is to be shown."""
    parts = "\n".join(_asset(f"explorer/{name}.js") for name in _PARTS)
    begin = _asset("explorer/begin.js")
    return f'(() => {{\n"use strict";\nfunction explore(data) {{\n{parts}}}\n{begin}}})();\n'
