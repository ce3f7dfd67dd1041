"""Lines as Turtle and TriG that a person can read, written as they go by: a block for each subject.

The layout is that of ``layout``, which takes any statements; here they are sorted lines of ours, and no more than one
block is in memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from graph_builder.graph.iris import DEFAULT_BASE, prefixes
from graph_builder.graph.lines import CLASS, About
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
KNOWN = 10_000
"""IRIs whose short forms are kept: all those of vocabularies among them, since they come all the time."""
_NEXT = f" ;\n{INDENT}"


class Blocks:
    """Writes statements of one dataset; ``used`` are the prefixes that it needed so far."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        """Write ids that live at ``base`` with prefixes."""
        self._spaces = _spaces(base)
        self._shortened = _shortening(base)
        self.used: set[str] = set()

    def head(self, used: Iterable[str] | None = None) -> str:
        """Return the declarations of prefixes, or of all."""
        return "".join(f"@prefix {prefix}: <{self._spaces[prefix]}> .\n" for prefix in sorted(used or self._spaces))

    def turtle(self, about: About) -> str:
        """Return the block of a subject, after an empty line."""
        block, last = f"\n{self._iri(about.subject)} ", ""
        for predicate, value in about.said:
            if predicate == last:
                block += f" , {self._value(value)}"
            else:
                block += f"{_NEXT if last else ''}{self._predicate(predicate)} {self._value(value)}"
            last = predicate
        return f"{block} .\n"

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
        short, prefix = self._shortened(iri)
        if prefix:
            self.used.add(prefix)
        return short


@cache
def _spaces(base: str) -> Mapping[str, str]:
    """Return prefix -> namespace."""
    return {**VOCABULARIES, **prefixes(base)}


@cache
def _shortening(base: str) -> Callable[[str], tuple[str, str]]:
    """Return what makes of an IRI, in its brackets, a name with a prefix, if it can be one, and tells the prefix."""
    by_space = {space: prefix for prefix, space in _spaces(base).items()}

    @lru_cache(KNOWN)
    def shortened(iri: str) -> tuple[str, str]:
        end = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = by_space.get(iri[1:end])
        if prefix is None or not _LOCAL.fullmatch(iri, end, len(iri) - 1):
            return iri, ""
        return f"{prefix}:{iri[end:-1]}", prefix

    return shortened
