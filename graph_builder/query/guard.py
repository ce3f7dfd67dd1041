"""What a question may not do: change the graph, or reach files or the network."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph_builder.errors import QueryError

_VARIABLE = re.compile(r"[?$]\w+")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SERVICE = re.compile("service", re.IGNORECASE)
_FILE = re.compile(r"<\s*file:", re.IGNORECASE)
_FIRST_WORD = re.compile(r"(?:\s|#[^\n]*(?:\n|$)|(?:PREFIX\s+\S*\s*|BASE\s*)<[^>]*>)*(\w+)", re.IGNORECASE)
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}


def check(sparql: str, graphs: Iterable[str] = ()) -> None:
    """Refuse a query that is an update, names a file, or has the word SERVICE anywhere but in a variable.

    Telling that word in a text or comment from the keyword would need Oxigraph's own parser, which is not to be had;
    a checker that reads a query otherwise than the engine can be tricked, so this one does not try. ``graphs`` are the
    graphs that a request names for the query beside it.

    Raises:
        QueryError: says what is refused.
    """
    text = _ESCAPE.sub(_character, sparql)
    if _SERVICE.search(_VARIABLE.sub("", text)):
        raise QueryError(
            "SERVICE would send the question to another server, which is not allowed",
            "Leave it out; to look for the word itself, write a part of it, as in REGEX(?text, 'servic[e]').",
        )
    if _FILE.search(text) or any(graph.strip().lower().startswith("file:") for graph in graphs):
        raise QueryError("A file: address is not allowed in a query", "Questions are answered from the graph alone.")
    first = _FIRST_WORD.match(text)
    if first and first[1].upper() in _UPDATES:
        raise QueryError(
            f"{first[1].upper()} would change the graph, which is read only here",
            "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE; to change the graph, build it again from other articles.",
        )


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number <= 0x10FFFF else ""
