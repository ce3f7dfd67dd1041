"""A built graph in another format, from the files of its folder."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pyoxigraph import RdfFormat, Store, parse

from graph_builder.export.jsonld import jsonld
from graph_builder.export.nquads import nquads
from graph_builder.output import open_output, replacing
from graph_builder.query.store import base_of

Format = Literal["turtle", "trig", "nquads", "jsonld"]


def convert(out: str | Path, form: Format) -> bytes:
    """Return the graph in ``out``: as Turtle the merged graph, in the other formats every statement with its source."""
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


def copy_tables(out: str | Path, folder: str | Path) -> None:
    """Write the tables in ``out`` to a folder of their own, as a whole or not at all, as ``replacing`` does."""
    with open_output(out, "tables/*.csv") as tables, replacing(folder) as new:
        for name, table in tables.items():
            (new / Path(name).name).write_bytes(table.read())
