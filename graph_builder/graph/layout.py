"""Turtle and TriG that a person can read and that is the same whenever the statements are.

Oxigraph writes; this puts the prefixes that occur first, sorted, and an empty line before each subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from graph_builder.graph.iris import DEFAULT_BASE, prefixes
from graph_builder.graph.terms import VOCABULARIES

_USED = re.compile(r"(?:^|[\s^])([a-z][a-z-]*):", re.MULTILINE)
_SUBJECT = {
    RdfFormat.TURTLE: re.compile(r"^(?=[^\t])", re.MULTILINE),
    RdfFormat.TRIG: re.compile(r"^(?=\t?[^\t}])", re.MULTILINE),
}
"""Where a subject (or a graph) begins: predicates are indented by one tab more."""


def readable(statements: Iterable[Triple] | Iterable[Quad], syntax: RdfFormat, base: str = DEFAULT_BASE) -> bytes:
    """Return sorted triples (``RdfFormat.TURTLE``) or quads (``RdfFormat.TRIG``) in the readable layout.

    ``base`` is where the ids live that get prefixes.
    """
    namespaces = {**VOCABULARIES, **prefixes(base)}
    written = serialize(statements, format=syntax, prefixes=namespaces) or b""
    body = re.sub(r"\A(?:@prefix .*\n)*", "", written.decode("utf-8"))
    body = _SUBJECT[syntax].sub("\n", body).replace("\t", "    ")
    used = sorted(set(_USED.findall(body)) & namespaces.keys())
    return ("".join(f"@prefix {prefix}: <{namespaces[prefix]}> .\n" for prefix in used) + body).encode("utf-8")
