"""A graph on another server: asked by the SPARQL 1.1 Protocol, at the address that the user gives and nowhere else."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import IO, Self
from urllib.parse import unquote, urlsplit

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from graph_builder.errors import QueryError, ServerError
from graph_builder.graph.terms import DCTERMS, ORG, PO, RDF, VOCABULARIES, VOID
from graph_builder.query.names import NAMES, ROLE_NAMES
from graph_builder.query.store import DESCRIPTION, namespaces

PATIENCE = 600
"""Seconds that the server may take for one request."""
UPLOAD = "graph/upload"
"""The graph that is there while a build is being written (``export.upload``)."""
_TABLE = "application/sparql-results+json"
_GRAPH = "application/n-triples"
_TOLD = (PO.denotes, *NAMES, *ROLE_NAMES, ORG.unitOf, PO.affiliatedWith, ORG.subOrganizationOf, PO.party, PO.place)


class Server:
    """A connection to one server; requests follow each other on it."""

    def __init__(self, address: str) -> None:
        """``address`` may hold a name and a password: ``http://name:password@host/``."""
        parts = urlsplit(address)
        try:
            host, port = parts.hostname, parts.port
        except ValueError:
            host, port = None, None
        if parts.scheme not in ("http", "https") or not host:
            raise ServerError(f"{address!r} is no address of a server", "Give one like http://localhost:7878/query.")
        self.address = parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="").geturl()
        """Without name and password."""
        self._target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._connection = kind(host, port, timeout=PATIENCE)
        self._headers: dict[str, str] = {}
        if parts.username:
            secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            self._headers["Authorization"] = f"Basic {base64.b64encode(secret.encode()).decode()}"

    def request(
        self,
        method: str,
        parameters: str = "",
        body: bytes | IO[bytes] | None = None,
        headers: Mapping[str, str] | None = None,
        most: int | None = None,
    ) -> tuple[int, str, bytes]:
        """Send a request and return status, media type and body of the answer, or the first ``most`` bytes of it.

        Raises:
            ServerError: the server cannot be reached, or asks for a name and password.
        """
        join = "&" if "?" in self._target else "?"
        target = self._target + (join + parameters if parameters else "")
        try:
            self._connection.request(method, target, body, {**(headers or {}), **self._headers})
            answer = self._connection.getresponse()
            status, media, read = answer.status, answer.headers.get_content_type(), answer.read(most)
            if most is not None:
                self._connection.close()
        except (OSError, HTTPException) as error:
            self._connection.close()
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            remedy = "Check the address, and that the server runs."
            raise ServerError(f"{self.address} cannot be reached: {reason}", remedy) from None
        if status in (401, 403):
            remedy = "Give a name and a password that may: http://NAME:PASSWORD@host/..."
            raise ServerError(f"{self.address} refuses (status {status})", remedy)
        return status, media, read

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()


class Remote:
    """The graph of a build at an endpoint that speaks the SPARQL 1.1 Protocol."""

    def __init__(self, server: Server) -> None:
        """Find the build that the server holds.

        Raises:
            ServerError: there is no such server, no endpoint, no build, or one that is being written.
        """
        self._server = server
        self.prefixes = dict(VOCABULARIES)
        graphs = self._graphs()
        bases = [graph.removesuffix(DESCRIPTION) for graph in graphs if graph.endswith(DESCRIPTION)]
        if len(graphs) != len(bases) or len(bases) != 1:
            held = "several builds" if len(bases) > 1 else "no whole build"
            remedy = "Write one, or write it again: graph-builder upload OUT --store ADDRESS."
            raise ServerError(f"{self._server.address} holds {held} of graph-builder", remedy)
        self.names = self._names(bases[0])
        """The names of all things, as a store of their own."""
        self.prefixes = namespaces(self.names)

    def query(self, sparql: str) -> QuerySolutions | QueryBoolean | list[Triple]:
        """Return the answer to a query; prefixes are declared.

        Raises:
            QueryError: the server says that the query is wrong.
            ServerError: it does not answer.
        """
        prologue = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in self.prefixes.items())
        body = (prologue + sparql).encode("utf-8")
        headers = {"Content-Type": "application/sparql-query", "Accept": f"{_TABLE}, {_GRAPH};q=0.9"}
        status, media, found = self._server.request("POST", body=body, headers=headers)
        told = found.decode("utf-8", "replace").strip().partition("\n")[0][:300]
        if status == 400:
            raise QueryError(f"The query is not SPARQL: {self._mistake(sparql) or told}", "Mend it there.")
        if status != 200:
            remedy = "Give the address of its SPARQL queries, like http://localhost:7878/query."
            raise ServerError(f"{self._server.address} does not answer (status {status}: {told})", remedy)
        if media == _GRAPH:
            return [quad.triple for quad in parse(found, RdfFormat.N_TRIPLES)]
        with suppress(SyntaxError, ValueError):
            return parse_query_results(found, QueryResultsFormat.JSON)
        raise ServerError(f"{self._server.address} answers with {media}, not SPARQL", "Give its address for queries.")

    def _mistake(self, sparql: str) -> str:
        """Return what is wrong with a query, at the place where the user wrote it: the server counts prefixes, too."""
        try:
            Store().query(sparql, prefixes=self.prefixes)
        except SyntaxError as error:
            return str(error)
        return ""

    def _graphs(self) -> list[str]:
        """Return the graphs that describe a build, or tell that one is being written."""
        ends = f'STRENDS(STR(?g), "{DESCRIPTION}") || STRENDS(STR(?g), "{UPLOAD}")'
        found = self.query(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?d a {VOID.Dataset} }} FILTER({ends}) }}")
        return [str(solution["g"]).strip("<>") for solution in found] if isinstance(found, QuerySolutions) else []

    def _names(self, base: str) -> Store:
        store = Store()
        predicates = " ".join(map(str, dict.fromkeys((*_TOLD, DCTERMS.identifier))))
        for pattern in (f"VALUES ?p {{ {predicates} }} ?s ?p ?o", f"VALUES ?o {{ {ORG.Role} }} ?s ?p ?o"):
            found = self.query(f"CONSTRUCT {{ ?s ?p ?o }} {{ {pattern} }}")
            if isinstance(found, list):
                store.extend(Quad(triple.subject, triple.predicate, triple.object) for triple in found)
        described = NamedNode(base + DESCRIPTION)
        store.add(Quad(described, RDF.type, VOID.Dataset, described))
        return store
