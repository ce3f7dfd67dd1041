"""Does a graph keep to its shapes? pySHACL over a plain rdflib graph in memory; needs the extra ``test``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize
from pyshacl import validate as run_shacl
from rdflib import SH, Graph
from rdflib.term import Node


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that a shape found: ``Violation``, a mistake, or ``Warning``, a contradiction between articles."""

    severity: str
    message: str
    node: str
    value: str
    """The value that is wrong, where there is one."""


def findings(quads: Iterable[Quad], ontology: Path) -> list[Finding]:
    """Return what the shapes find in the union of a dataset's graphs, sorted; nothing where all is well.

    ``ontology`` is the folder with party.ttl and shapes.ttl.
    """
    triples = {quad.triple for quad in quads}
    data = Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format="nt")
    data.parse(ontology / "party.ttl")
    _, report, _ = run_shacl(data, shacl_graph=Graph().parse(ontology / "shapes.ttl"))
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL answered with {report!r}")
    return sorted({_finding(report, result) for result in report.objects(None, SH.result)})


def _finding(report: Graph, result: Node) -> Finding:
    severity, message, node, value = (
        report.value(result, predicate) for predicate in (SH.resultSeverity, SH.resultMessage, SH.focusNode, SH.value)
    )
    return Finding(str(severity).rsplit("#", 1)[-1], str(message), str(node), "" if value is None else str(value))
