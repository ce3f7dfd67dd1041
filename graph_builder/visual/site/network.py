"""The page of the network and the files that it loads: vis-network, our script, and a file a share of the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files as resources
from typing import Any

from graph_builder.graph.reference import places
from graph_builder.visual.data import share_data
from graph_builder.visual.facts import SECTIONS
from graph_builder.visual.layout import positions
from graph_builder.visual.markup import environment
from graph_builder.visual.network import KINDS, MOST, OPTIONS, SHAPES, library
from graph_builder.visual.shares import Share, parties_of, shares
from graph_builder.visual.site.known import LEVELS, Known
from graph_builder.visual.site.pages import POLICY, Page
from graph_builder.visual.site.search import folding, script_json
from graph_builder.visual.text import label, shown
from graph_builder.visual.words import LANGUAGES, words

AT_ONCE = 500
"""Facts that are loaded together."""
MOST_OVERVIEW = 200
"""Nodes of the overview: parties and their levels, the largest parties first."""
_PARTS = ("words", "search", "filters", "drawing", "picture", "panel", "table", "main")
"""The parts of our script in the order in which they build on each other."""
_FOLDER = "assets/network"


def files(known: Known) -> Iterator[Page]:
    """Yield ``network.html`` and what it loads, the same bytes for the same world."""
    parties = parties_of(known)
    split = shares(known, parties)
    say = words()[LANGUAGES[0]]
    whole = f"{_FOLDER}/0.js" if len(split) == 1 else None
    template = environment().get_template("page.html.j2")
    yield Page("network.html", template.render(say=say, kinds=KINDS, levels=LEVELS, policy=POLICY, whole=whole))
    yield Page(f"{_FOLDER}/vis-network.js", library())
    yield Page(f"{_FOLDER}/network.css", _asset("style.css"))
    yield Page(f"{_FOLDER}/network.js", _script())
    yield Page(f"{_FOLDER}/index.js", f"window.explorer = {script_json(_index(known, split))};\n")
    where: dict[str, list[int]] = {}
    for number, share in enumerate(split):
        for entity in share.entities:
            where.setdefault(entity.id, []).append(number)
        yield from _share(number, share_data(known, share, parties), known.ids.base)
    yield Page(f"{_FOLDER}/where.js", f"window.where = {script_json(where)};\n")


def _share(number: int, data: dict[str, Any], base: str) -> Iterator[Page]:
    """Yield the file of a share, and those of its facts where they are many."""
    _slim(data, base)
    facts, quotes = data.pop("facts"), data.pop("quotes")
    chunks = [_chunk(facts[start : start + AT_ONCE], quotes) for start in range(0, len(facts), AT_ONCE)]
    data.update(count=len(facts), size=AT_ONCE, number=number, chunks=chunks if len(chunks) < 2 else [])
    yield Page(f"{_FOLDER}/{number}.js", f"window.share = {script_json(data)};\n")
    for place, chunk in enumerate(chunks if len(chunks) > 1 else ()):
        yield Page(f"{_FOLDER}/{number}-{place}.js", f"window.chunk = {script_json(chunk)};\n")


def _slim(data: dict[str, Any], base: str) -> None:
    """Leave out of entities, nodes and arrows what the script can tell itself: most of their bytes."""
    parties = [data["party"]] if data["party"] else []
    usual = {"aliases": [], "parties": parties, "facts": [], "levels": [], "regions": []}
    for entity in data["entities"]:
        place = f"{entity['kind']}/{entity['id']}"
        own = {**usual, "iri": base + place, "href": f"{place}.html"}
        for name in [name for name, value in own.items() if entity[name] == value]:
            del entity[name]
    data["nodes"] = [node["label"] for node in data["nodes"]]
    for edge in data["edges"]:
        del edge["arrows"], edge["id"]
        if edge["line"] == "current":
            del edge["line"]
        if edge["years"] == [(None, None)]:
            del edge["years"]


def _chunk(facts: Sequence[Mapping[str, Any]], quotes: Sequence[str]) -> dict[str, Any]:
    """Return some facts with the sentences that they cite."""
    cited = sorted({quote for fact in facts for _, quote, *_ in fact["evidence"]})
    place = {quote: number for number, quote in enumerate(cited)}
    return {
        "quotes": [quotes[quote] for quote in cited],
        "facts": [{**f, "evidence": [[a, place[q], *rest] for a, q, *rest in f["evidence"]]} for f in facts],
    }


def _index(known: Known, split: Sequence[Share]) -> dict[str, Any]:
    regions = sorted({region for body in known.bodies.values() if (region := known.region(body))})
    return {
        "base": known.ids.base,
        "shapes": SHAPES,
        "sections": SECTIONS,
        "options": OPTIONS,
        "fold": folding(),
        "regions": {code: {name: places()[code].get(name) for name in ("ar", "fr")} for code in regions},
        "shares": [
            {"name": shown(share.party.name) if share.party else None, "count": len(share.entities)} for share in split
        ],
        "all": len(known.entities),
        "most": MOST,
        "overview": _overview(known, split) if len(split) > 1 else None,
    }


def _overview(known: Known, split: Sequence[Share]) -> dict[str, Any]:
    """Return a share that draws parties with their levels alone, each of which leads into the share of its party."""
    entities: list[dict[str, Any]] = []
    for number, share in enumerate(split):
        if share.party is None:
            continue
        found = Counter(known.bodies[entity.id].level for entity in share.entities if entity.kind == "body")
        if len(entities) + 1 + len(found) > MOST_OVERVIEW:
            break
        name = share.party.name
        told = {"aliases": [*map(shown, share.party.aliases)], "name": shown(name), "label": label(name)}
        entities.append({"id": share.party.id, "kind": "party", "share": number, "count": len(share.entities), **told})
        entities += [
            {"id": f"{number}-{level}", "kind": "body", "share": number, "level": level, "count": found[level]}
            for level in LEVELS
            if level in found
        ]
    common = {"name": "", "label": ""}
    entities = [{**common, **each} for each in entities]
    parties = {each["share"]: each["id"] for each in entities if each["kind"] == "party"}
    ties = [(each["id"], parties[each["share"]]) for each in entities if each["kind"] == "body"]
    return {
        "overview": True,
        "party": None,
        "entities": entities,
        "nodes": [each["label"] for each in entities],
        "edges": [{"from": source, "to": target, "ties": [], "facts": [], "sure": 1} for source, target in ties],
        "first": positions({each["id"]: each["kind"] for each in entities}, ties),
        "fullest": None,
        "articles": [], "dates": {}, "loose": [], "count": 0, "chunks": [], "size": AT_ONCE, "number": None,
    }  # fmt: skip


def _asset(name: str) -> str:
    return resources("graph_builder.visual").joinpath("templates", name).read_text(encoding="utf-8")


def _script() -> str:
    """Return our script: its parts share the scope of one function, called with the share that is to be shown."""
    parts = "\n".join(_asset(f"explorer/{name}.js") for name in _PARTS)
    begin = _asset("explorer/begin.js")
    return f'(() => {{\n"use strict";\nfunction explore(data) {{\n{parts}}}\n{begin}}})();\n'
