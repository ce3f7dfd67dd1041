"""What a question may not do: change the graph, or reach files or the network."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Store

from graph_builder.errors import QueryError
from graph_builder.graph.iris import prefixes
from graph_builder.graph.terms import VOCABULARIES

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SERVICE = re.compile("service", re.IGNORECASE)
_FILE = re.compile(r"<\s*file:", re.IGNORECASE)
_FIRST_WORD = re.compile(r"(?:\s|#[^\n]*(?:\n|$)|(?:PREFIX\s+\S*\s*|BASE\s*)<[^>]*>)*(\w+)", re.IGNORECASE)
_PREFIXES = {**VOCABULARIES, **prefixes()}
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}


def check(sparql: str, graphs: Iterable[str] = ()) -> None:
    """Refuse a query that is an update, names a file, or calls another server.

    ``graphs`` are the graphs that a request names for the query beside it.

    Raises:
        QueryError: says what is refused.
    """
    text = _ESCAPE.sub(_character, sparql)
    if _SERVICE.search(text) and not (text == sparql and _is_only_a_word(sparql)):
        raise QueryError(
            "SERVICE would send the question to another server, which is not allowed",
            "Leave it out. Where the word stands in a text or a name alone, the query is wrong elsewhere: mend that.",
        )
    if _FILE.search(text) or any(graph.strip().lower().startswith("file:") for graph in graphs):
        raise QueryError("A file: address is not allowed in a query", "Questions are answered from the graph alone.")
    first = _FIRST_WORD.match(text)
    if first and first[1].upper() in _UPDATES:
        raise QueryError(
            f"{first[1].upper()} would change the graph, which is read only here",
            "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE; to change the graph, build it again from other articles.",
        )


def _is_only_a_word(sparql: str) -> bool:
    """Whether SERVICE stands in texts, names and comments alone: then the query is one with any other word, too.

    A checker that reads a query otherwise than the engine does can be tricked, so the engine's own parser is asked:
    as a keyword, SERVICE has no word that could stand in its place.
    """
    unused = "w" * (1 + max(map(len, re.findall("w+", sparql, re.IGNORECASE)), default=0))
    try:
        Store().query(_SERVICE.sub(unused, sparql), prefixes=_PREFIXES)
    except SyntaxError:
        return False
    return True


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number <= 0x10FFFF else ""
