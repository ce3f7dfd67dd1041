"""Lines as Turtle and TriG that a person can read, written as they go by: a block for each subject.

The layout is that of ``layout``, which takes any statements; here they are sorted lines of ours, and no more than one
block is in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from graph_builder.graph.iris import DEFAULT_BASE, prefixes
from graph_builder.graph.lines import CLASS, parted
from graph_builder.graph.terms import VOCABULARIES, XSD

_LOCAL = re.compile(r"(?:\w[\w-]*)?", re.ASCII)
"""Names that need no escape after a prefix, in any version of Turtle."""
_BARE: Mapping[str, re.Pattern[str]] = {
    str(XSD.boolean): re.compile("true|false"),
    str(XSD.integer): re.compile("[+-]?[0-9]+"),
    str(XSD.decimal): re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}
"""Datatype -> the values of it that stand without quotes."""
INDENT = "    "


class Blocks:
    """Writes statements of one dataset; ``used`` are the prefixes that it needed so far."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        """Write ids that live at ``base`` with prefixes."""
        self._spaces = {**VOCABULARIES, **prefixes(base)}
        self._prefixes = {space: prefix for prefix, space in self._spaces.items()}
        self.used: set[str] = set()

    def head(self, used: Iterable[str]) -> str:
        """Return the declarations of prefixes."""
        return "".join(f"@prefix {prefix}: <{self._spaces[prefix]}> .\n" for prefix in sorted(used))

    def turtle(self, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield each subject, in its brackets, with its block, after an empty line."""
        for subject, group in groupby(parted(lines), key=itemgetter(0)):
            said: dict[str, list[str]] = {}
            for _, predicate, value in group:
                said.setdefault(predicate, []).append(self._value(value))
            about = (f"{self._predicate(name)} {' , '.join(values)}" for name, values in said.items())
            yield subject, f"\n{self._iri(subject)} {f' ;{chr(10)}{INDENT}'.join(about)} .\n"

    def trig(self, graph: str, blocks: Iterable[str]) -> Iterator[str]:
        """Yield a graph of some blocks of ``turtle``, after an empty line."""
        yield f"\n{self._iri(graph)} {{\n"
        for block in blocks:
            yield "\n" + block[1:-1].replace("\n", f"\n{INDENT}").join((INDENT, "\n"))
        yield "}\n"

    def _predicate(self, name: str) -> str:
        return "a" if name == CLASS else self._iri(name)

    def _value(self, value: str) -> str:
        if value.startswith("<"):
            return self._iri(value)
        if not value.endswith(">"):
            return value
        words, _, datatype = value.rpartition("^^")
        bare = _BARE.get(datatype)
        return words[1:-1] if bare and bare.fullmatch(words[1:-1]) else f"{words}^^{self._iri(datatype)}"

    def _iri(self, iri: str) -> str:
        end = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefixes.get(iri[1:end])
        if prefix is None or not _LOCAL.fullmatch(iri, end, len(iri) - 1):
            return iri
        self.used.add(prefix)
        return f"{prefix}:{iri[end:-1]}"
