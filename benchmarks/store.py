"""The store beside bare pyoxigraph: a million quads loaded and asked, side by side.

Bare is what anybody would write: ``Store.bulk_load`` of the file, ``Store.query`` over the union of the named graphs.
Ours holds each statement twice, in its graph and in the default graph, so that counts are right. Loading shows the
clock and, in brackets, the processor's time (of all threads); questions the processor's, medians of seven: it is the
same on a busy machine.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, Store, parse, serialize

from benchmarks.support.million import statements
from graph_builder.output import DATABASE, replacing
from graph_builder.query.run import answer
from graph_builder.query.store import load, load_trig, namespaces, write_store

COPIES = 300
QUESTIONS = {
    "officers of a body, dates": """SELECT ?person ?role ?since { ?m org:organization ?body ; org:member ?person ;
        po:roleName ?role . ?body po:level level:local . OPTIONAL { ?m schema:startDate ?since } }""",
    "path up": "SELECT ?place ?above { ?place schema:containedInPlace+ ?above }",
    "count by party": """SELECT ?party (COUNT(DISTINCT ?person) AS ?n) { ?m po:party ?party ; org:member ?person }
        GROUP BY ?party""",
    "which article says it": """SELECT ?article ?quote { GRAPH ?g { ?m org:member <PERSON> ; po:quote ?quote }
        ?g dcterms:source/dcterms:identifier ?article }""",
    "people in two parties": """SELECT DISTINCT ?person { ?a org:member ?person ; po:party ?one .
        ?b org:member ?person ; po:party ?other FILTER(?one != ?other) }""",
    "all about a person": "SELECT ?p ?o { <PERSON> ?p ?o }",
    "events by region": """SELECT ?region (COUNT(DISTINCT ?event) AS ?n) { ?event schema:location ?place .
        ?place schema:containedInPlace* ?region . ?region po:areaKind "region" } GROUP BY ?region""",
    "unsure claims": """SELECT ?claim ?rule ?quote { ?claim po:confidence ?c ; po:rule ?rule ; po:quote ?quote
        FILTER(?c < 0.75) }""",
}
"""Eight kinds: look-up, join with an optional part, path up, path with a count, count, by graph, self-join, filter."""


def main() -> None:
    """Print what loading and each kind of question takes in both."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        with (work / "million.nq").open("w", encoding="utf-8") as file:
            file.writelines(statements(COPIES))
        bare = loading(work)
        out = work / "out"
        ours = load(out)
        person = next(iter(rows(bare, "SELECT ?p { ?p a foaf:Person } ORDER BY ?p LIMIT 1"))).strip("<>")
        print(f"\n{'question':<28}{'bare, ms':>10}{'ours, ms':>10}{'ratio':>8}{'rows':>10}")
        for name, sparql in QUESTIONS.items():
            asking(name, sparql.replace("PERSON", person), bare, ours)


def loading(work: Path) -> Store:
    """Load the file into a database as bare pyoxigraph does and as a build does; return the bare one."""
    source = work / "million.nq"
    bare = Store(str(work / "bare"))
    spent = timed(lambda: bare.bulk_load(path=str(source), format=RdfFormat.N_QUADS))
    print(f"{len(bare):,} quads\nloaded as a database: bare {spent}", end="", flush=True)
    with replacing(work / "out") as new:
        write(source, new)
    size = sum(path.stat().st_size for path in (work / "out" / DATABASE).rglob("*"))
    print(f"opened from {size / 1e6:.0f} MB: {timed(lambda: load(work / 'out'))}", flush=True)
    with (work / "out" / "graph.trig").open("rb") as file:
        print(f"into memory from TriG: {timed(lambda: load_trig(file))}", flush=True)
    return bare


def write(source: Path, folder: Path) -> None:
    """Write the files of a graph that a build's answers come from."""
    graph = list(dict.fromkeys(parse(path=str(source), format=RdfFormat.N_QUADS)))
    with (folder / "graph.trig").open("wb") as file:
        serialize(graph, output=file, format=RdfFormat.TRIG)
    print(f", ours {timed(lambda: write_store(graph, folder))}", flush=True)


def asking(name: str, sparql: str, bare: Store, ours: Store) -> None:
    """Print how long both take to answer, CSV written."""
    alone = statistics.median(timed(lambda: plain(bare, sparql)).processor for _ in range(7))
    both = statistics.median(timed(lambda: answer(ours, sparql, "csv")).processor for _ in range(7))
    found = answer(ours, sparql, "csv").count("\n") - 1
    print(f"{name:<28}{alone * 1000:>10.2f}{both * 1000:>10.2f}{both / alone:>8.2f}{found:>10,}", flush=True)


def plain(store: Store, sparql: str) -> bytes | None:
    """Return an answer of bare pyoxigraph as CSV."""
    found = store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
    return found.serialize(format=QueryResultsFormat.CSV) if isinstance(found, QuerySolutions) else None


def rows(store: Store, sparql: str) -> list[str]:
    """Return the rows of an answer of bare pyoxigraph."""
    return (plain(store, sparql) or b"").decode("utf-8").splitlines()[1:]


class Spent(NamedTuple):
    """How long something took, in seconds."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.1f} s ({self.processor:.1f})"


def timed(work: Callable[[], object]) -> Spent:
    """Return how long some work takes."""
    gc.collect()
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - clock, time.process_time() - processor)


PREFIXES = namespaces(Store())

if __name__ == "__main__":
    main()
