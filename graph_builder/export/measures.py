"""The measures of the network as tables: of things, of pairs of people who met, and of the parts that hang together."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from typing import Any, get_args

import networkx as nx
from pyoxigraph import Literal as Words

from graph_builder.analysis import attendance
from graph_builder.export.formats import MeasureForm, MeasureTable
from graph_builder.export.tables import cell
from graph_builder.graph.network import KINDS
from graph_builder.query.grid import grid

Row = dict[str, str | int | float | bool | None]
THINGS = (
    "id", "kind", "label", "degree", "betweenness", "pagerank", "component", "cut", "levels", "bridges", "events",
    "met", "members",
)  # fmt: skip


def things(graph: nx.MultiDiGraph[str]) -> Iterator[Row]:
    """Yield a row for each node with its measures, the highest betweenness first."""
    found: list[Row] = [
        {"id": node, **{name: about.get(name) for name in THINGS[1:]}} for node, about in graph.nodes(data=True)
    ]
    yield from sorted(found, key=lambda row: (-float(row["betweenness"] or 0), -int(row["degree"] or 0), row["id"]))


def meetings(graph: nx.MultiDiGraph[str]) -> Iterator[Row]:
    """Yield a row for each two people who took part in one event, those who shared most first."""
    labels = {node: about["label"] for node, about in graph.nodes(data=True)}
    pairs = ((*sorted((one, other)), tie["weight"]) for one, other, tie in attendance(graph).edges(data=True))
    for one, other, events in sorted(pairs, key=lambda pair: (-pair[2], pair[:2])):
        yield {"id": one, "label": labels[one], "other_id": other, "other": labels[other], "events": events}


def parts(graph: nx.MultiDiGraph[str]) -> Iterator[Row]:
    """Yield a row for each part that hangs together, the largest first, with the thing in it that has most ties."""
    within: dict[int, list[tuple[str, dict[str, Any]]]] = {}
    for node, about in graph.nodes(data=True):
        within.setdefault(about["component"], []).append((node, about))
    for number, nodes in sorted(within.items()):
        kinds = Counter(about["kind"] for _, about in nodes)
        node, about = min(nodes, key=lambda each: (-each[1]["degree"], each[0]))
        yield {
            "component": number, "size": len(nodes), **{kind: kinds[kind] for kind in KINDS}, "id": node,
            "label": about["label"],
        }  # fmt: skip


TABLES: Mapping[MeasureTable, tuple[Callable[[nx.MultiDiGraph[str]], Iterator[Row]], tuple[str, ...]]] = {
    "things": (things, THINGS),
    "meetings": (meetings, ("id", "label", "other_id", "other", "events")),
    "parts": (parts, ("component", "size", *KINDS, "id", "label")),
}
"""Table -> its rows, given a network with its measures, and its columns."""


def measures(
    graph: nx.MultiDiGraph[str], table: MeasureTable, form: MeasureForm, top: int | None = None, kind: str | None = None
) -> str:
    """Return a table of a network with its measures; ``top``: its first rows only; ``kind``: of things, only these.

    As CSV a cell that a spreadsheet could take for a formula gets an apostrophe, as in the tables; JSON holds every
    table, and what they rest on.
    """
    if form == "json":
        whole = {"summary": summary(graph), **{name: _rows(graph, name, top, kind) for name in get_args(MeasureTable)}}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    columns = TABLES[table][1]
    rows = _rows(graph, table, top, kind)
    if form == "csv":
        text = StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(columns)
        writer.writerows([cell(row[name]) for name in columns] for row in rows)
        return text.getvalue()
    about = summary(graph)
    told = (
        f"{about['nodes']} things, {about['ties']} ties, {about['parts']} parts; betweenness {about['betweenness']}\n"
    )
    return told + grid(columns, [[Words(cell(row[name]).removeprefix("'")) for name in columns] for row in rows], {})


def summary(graph: nx.MultiDiGraph[str]) -> Row:
    """Return how large a network with its measures is, and how its betweenness was reckoned."""
    return {
        "nodes": len(graph),
        "ties": graph.number_of_edges(),
        "parts": len({part for _, part in graph.nodes(data="component")}),
        "betweenness": graph.graph["betweenness"],
    }


def _rows(graph: nx.MultiDiGraph[str], table: MeasureTable, top: int | None, kind: str | None) -> list[Row]:
    return [row for row in TABLES[table][0](graph) if kind in (None, row.get("kind", kind))][:top]
