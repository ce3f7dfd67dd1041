"""A build in one's own Python: its graph for rdflib, for Oxigraph and for networkx, and its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store
from pyoxigraph import Literal as OxigraphLiteral
from rdflib import Dataset, Graph, Literal, URIRef

from graph_builder.graph.network import network
from graph_builder.memory.world import load_world
from graph_builder.query import store as stores
from graph_builder.query.guard import check
from graph_builder.query.questions import Answer, ask, question
from graph_builder.query.run import Form, answer

if TYPE_CHECKING:
    import networkx as nx


class Build:
    """What a build wrote into a folder, as ``graph_builder.load`` returns it."""

    folder: Path
    store: Store
    """The graph as a store of pyoxigraph: named graphs, and all of them as one in the default graph.

    It is the database that the build wrote, opened for reading, where that is there; else ``graph.trig`` in memory.
    """

    def __init__(self, out: str | Path) -> None:
        self.folder = Path(out)
        self.store = stores.load(out)

    def dataset(self) -> Dataset:
        """Return the graph as a new dataset of rdflib, one named graph an article; its default graph is their union.

        A million statements take three quarters of a minute and 1.6 GB; the store takes neither.
        """
        loaded = Dataset(default_union=True)
        for prefix, namespace in stores.namespaces(self.store).items():
            loaded.bind(prefix, namespace, override=True)
        loaded.addN(_quads(self.store, loaded))
        return loaded

    def network(self, *, places: bool = False) -> nx.MultiDiGraph[str]:
        """Return the graph as a network: one node a person, body, party, event or plan, one edge a distinct tie.

        Nodes have ``kind``, ``label``, ``aliases`` and more; edges ``relation``, ``label`` (the role), ``status``,
        ``since``, ``until``, ``weight`` (how many articles), ``articles``, ``quote``, ``confidence``. With ``places``,
        places are nodes, too.

        Raises:
            OutputError: the folder is not as a build wrote it.
        """
        return network(load_world(self.folder), stores.base_of(self.store), places=places)

    def query(self, sparql: str, form: Form = "csv") -> str:
        """Return the answer to a SPARQL query: ``csv``, ``json``, ``table``, or ``turtle`` for a graph.

        Raises:
            QueryError: the query is malformed or not allowed.
        """
        check(sparql)
        return answer(self.store, sparql, form)

    def ask(self, name: str, values: Mapping[str, str] | None = None, language: str = "ar") -> Answer:
        """Return the answer to a question that comes with the package: its rows, as words that know what they name.

        ``values``: parameter -> a name in any spelling, an id, a date ...; things are named in ``language`` where they
        have such a name.

        Raises:
            QueryError: there is no such question or parameter, or the graph has nothing, or several things, so called.
        """
        return ask(self.store, question(name), values, language)


def _quads(store: Store, dataset: Dataset) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal, Graph]]:
    """Yield the named graphs of a store in the terms of rdflib, words and numbers letter for letter."""
    iri = cache(URIRef)
    graph = cache(dataset.graph)

    def value(quad: Quad) -> URIRef | Literal:
        term = quad.object
        if isinstance(term, OxigraphLiteral):
            datatype = None if term.language else iri(term.datatype.value)
            plain = datatype is None or term.datatype.value.endswith("#string")
            return Literal(term.value, term.language, None if plain else datatype, normalize=False)
        return iri(_address(term))

    for quad in store:
        if quad.graph_name != DefaultGraph():
            context = graph(iri(_address(quad.graph_name)))
            yield iri(_address(quad.subject)), iri(quad.predicate.value), value(quad), context


def _address(node: object) -> str:
    """Return the IRI of a node; our graphs have no blank ones."""
    if not isinstance(node, NamedNode):
        raise TypeError(f"{node} is no IRI")
    return node.value
