"""A built graph in another format, from the files of its folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import networkx as nx
from pyoxigraph import RdfFormat, Store, parse

from graph_builder.analysis import measured
from graph_builder.export.followthemoney import followthemoney
from graph_builder.export.formats import Folder, Format, Rdf
from graph_builder.export.gexf import gexf
from graph_builder.export.graphml import graphml
from graph_builder.export.jsonld import jsonld
from graph_builder.export.neo4j import neo4j
from graph_builder.export.nquads import nquads
from graph_builder.export.popolo import popolo
from graph_builder.export.quickstatements import quickstatements
from graph_builder.export.xlsx import xlsx
from graph_builder.graph.network import network
from graph_builder.memory import load_world
from graph_builder.model import World
from graph_builder.output import open_output, replacing
from graph_builder.query.store import base_of, load
from graph_builder.visual.layout import positions


def convert(out: str | Path, form: Format, items: Mapping[str, str] | None = None) -> bytes:
    """Return the graph in ``out`` in a format of one file.

    Turtle is the merged graph; the other formats of RDF hold every statement with its source. ``items`` are of use only
    to QuickStatements: node of a person or body -> its item in Wikidata.
    """
    if form in ("turtle", "trig", "nquads", "jsonld"):
        return _rdf(out, form)
    world = load_world(out)
    if form == "quickstatements":
        return quickstatements(world, items or {})
    return OF_WORLD[form](world, base_of(load(out)))


def convert_to_folder(out: str | Path, form: Folder, folder: str | Path) -> None:
    """Write a format of several files to a folder of their own, as a whole or not at all, as ``replacing`` does."""
    if form == "tables":
        with open_output(out, "tables/*") as tables:
            files = {Path(name).name: table.read() for name, table in tables.items()}
    else:
        files = neo4j(network(load_world(out), base_of(load(out)), places=True))
    with replacing(folder) as new:
        for name, content in files.items():
            (new / name).write_bytes(content)


def measured_network(out: str | Path) -> nx.MultiDiGraph[str]:
    """Return the network of the graph in ``out``, its nodes with their measures."""
    return measured(network(load_world(out), base_of(load(out))))


def _rdf(out: str | Path, form: Rdf) -> bytes:
    name = "graph.ttl" if form == "turtle" else "graph.trig"
    with open_output(out, name) as files:
        if form in ("turtle", "trig"):
            return files[name].read()
        quads = list(parse(files[name], RdfFormat.TRIG))
    if form == "nquads":
        return nquads(quads)
    store = Store()
    store.extend(quads)
    return jsonld(quads, base_of(store))


def _gexf(world: World, base: str) -> bytes:
    """Return the network for Gephi, each node where the page would draw it."""
    graph = measured(network(world, base))
    kinds = {node: str(about["kind"]) for node, about in graph.nodes(data=True)}
    return gexf(graph, positions(kinds, graph.edges()))


OF_WORLD: Mapping[str, Callable[[World, str], bytes]] = {
    "graphml": lambda world, base: graphml(measured(network(world, base))),
    "gexf": _gexf,
    "xlsx": lambda world, _: xlsx(world),
    "popolo": popolo,
    "followthemoney": followthemoney,
}
"""The formats that are written from the world and the base of its IRIs."""
