"""CSV files that ``neo4j-admin database import`` reads: one a kind of node, one a type of relationship.

The header says what a column is (Neo4j Operations Manual, "CSV header format"): ``:ID``, ``:LABEL``, ``:START_ID``,
``:END_ID``, ``:TYPE``, and properties with their types. UTF-8 without a byte order mark, an empty cell for what is not
stated. The network's ``label`` is the property ``name``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from itertools import groupby
from operator import itemgetter
from typing import Any

import networkx as nx

from graph_builder.graph.network import SEPARATOR

NODE = {
    "label": "name", "iri": "iri", "aliases": "aliases:string[]", "articles": "articles:int", "gender": "gender",
    "level": "level", "place": "place", "event": "event", "date": "date", "status": "status",
    "abbreviation": "abbreviation", "lexicon": "lexicon", "wikidata": "wikidata",
}  # fmt: skip
"""Attribute of a node -> its column."""
TIE = {
    "label": "name", "role": "role", "status": "status", "public": "public:boolean", "since": "since", "until": "until",
    "party": "party", "place": "place", "capacity": "capacity", "date": "date", "weight": "weight:int",
    "confidence": "confidence:double", "quote": "quote", "articles": "articles:string[]",
}  # fmt: skip
"""Attribute of an edge -> its column."""
COMMAND = "import.txt"


def neo4j(graph: nx.MultiDiGraph[str]) -> dict[str, bytes]:
    """Return the files for a network with places: name -> content; ``import.txt`` is the command that loads them."""
    nodes = sorted(_node(name, about) for name, about in graph.nodes(data=True))
    ties = sorted(_tie(*edge) for edge in graph.edges(keys=True, data=True))
    files = {
        f"nodes_{label.lower()}.csv": _table(["id:ID", *NODE.values(), ":LABEL"], (row for _, row in rows))
        for label, rows in groupby(nodes, key=itemgetter(0))
    }
    files |= {
        f"relationships_{relation.lower()}.csv": _table(
            [":START_ID", ":END_ID", *TIE.values(), ":TYPE"], (row for _, row in rows)
        )
        for relation, rows in groupby(ties, key=itemgetter(0))
    }
    return files | {COMMAND: (command(files) + "\n").encode("ascii")}


def command(files: Iterable[str]) -> str:
    """Return the command that loads files of these names, where they are, into a new database (Neo4j 5 and later)."""
    options = [f"--{name.partition('_')[0]}={name}" for name in files]
    parts = ["neo4j-admin database import full neo4j", f'--array-delimiter="{SEPARATOR}"', "--multiline-fields=true"]
    return " \\\n  ".join([*parts, *options])


def _node(name: str, about: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Return a node's label and its row."""
    label = about["kind"].capitalize()
    return label, [name, *(_cell(about.get(attribute)) for attribute in NODE), label]


def _tie(source: str, target: str, _: str, about: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Return a relationship's type and its row."""
    relation = about["relation"].upper()
    return relation, [source, target, *(_cell(about.get(attribute)) for attribute in TIE), relation]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _table(header: list[str], rows: Iterable[list[str]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")
