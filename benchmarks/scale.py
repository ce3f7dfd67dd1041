"""What one article costs the Spark engine, step by step: processor time, bytes, and what the driver has to hold.

    python -m benchmarks.scale [ARTICLES ...]

Without Spark: what its workers and its driver do, one after the other in this process, for each number of articles;
sorting stands for what Spark shuffles, uncompressed. Processor time of one core; other work hardly changes it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa

from benchmarks.support.articles import texts
from graph_builder.articles import Place
from graph_builder.articles.inputs import Source
from graph_builder.decisions import Decisions
from graph_builder.export.tables import COLUMNS
from graph_builder.graph.dataset import Known
from graph_builder.graph.description import Size
from graph_builder.graph.iris import Ids
from graph_builder.graph.tally import Tally
from graph_builder.memory.form import Kept, as_line
from graph_builder.model import Article, Claim, Reading
from graph_builder.resolution.bodies import Bodies
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.events import Events
from graph_builder.resolution.namesakes import People
from graph_builder.spark import comparing, groups, telling, things
from graph_builder.spark.comparing import Things
from graph_builder.spark.numbering import Numbering
from graph_builder.spark.parts import parts
from graph_builder.spark.reading import Reader
from graph_builder.spark.records import NAMED, Records
from graph_builder.spark.rest import Told, tallied, write_rest
from graph_builder.spark.telling import Teller
from graph_builder.writing import Sifting

COUNTS = (500, 1_000, 2_000)
ARTICLES, PAIRS = 200_000, 5_000_000
"""Of which it is measured what the driver does with them and holds."""
SHARED = (telling.SHARED, telling.JUDGED, things.THINGS)
"""What is told of things of which several graphs may tell."""
Result = TypeVar("Result")
Rows = list[tuple[Any, ...]]


def main() -> None:
    """Measure each number of articles, then the tying of pairs."""
    for articles in list(map(int, sys.argv[1:])) or COUNTS:
        print(f"\n{articles:,} articles")
        Measured(articles).run()
    hold(ARTICLES)
    tie(PAIRS)


class Measured:
    """So many articles."""

    def __init__(self, articles: int) -> None:
        self._articles = articles
        self._denoted: Rows = []
        self._entities: list[tuple[str, bytes]] = []

    def run(self) -> None:
        """Print what they cost."""
        files = {f"{n}.txt": text.encode() for n, text in enumerate(texts(self._articles))}
        sources = {name: Source(name, name, "text", name) for name in files}
        self.tell("text", sum(map(len, files.values())))
        read = self.timed("read and extract", lambda: list(Reader({}).whole(sources, files.items())))
        lines = {row[0].removesuffix(".txt"): row[7] or "" for row in read}
        bare = [(row[0].removesuffix(".txt"), row[6] or "") for row in read]
        heads = [(row[0], row[5]) for row in read]
        self.tell("line of a reading", sum(len(line.encode()) for line in lines.values()))
        self.tell("of it for resolution", sum(len(line.encode()) for _, line in bare))
        self.tell("of it for the driver", sum(len(line.encode()) for _, line in heads))
        del read
        before = resident()
        numbering = self.timed("number", lambda: Numbering.of(heads, ()))
        self.tell("memory of the driver", resident() - before)
        self.tell("ids that go back", size(numbering.ids))
        self.resolve(bare)
        self.told(lines)

    def resolve(self, bare: Sequence[tuple[str, str]]) -> None:
        """Print what it costs to find out who is whom."""
        work = Records(Sifting(Decisions(), 0.0, 0.0), copies=True)
        first = self.timed("records", lambda: list(work.first(bare)))
        named = sorted((what, name, record) for what, name, record in first if what in NAMED)
        found = self.timed("of one name: groups", lambda: list(groups.named(named)))
        parties = {row[1]: row[2] for row in found if row[0] == "party"}
        self.keep(found)
        known = self.settle(People(parties), [row[1:] for row in first if row[0] == "person"])
        units = self.timed("records of bodies", lambda: list(work.bodies(_with(bare, known))))
        known |= self.settle(Bodies(), [row[1:] for row in units])
        tales = self.timed("records of events", lambda: list(work.events(_with(bare, known))))
        self.settle(Events(), [row[1:] for row in tales])

    def settle(self, kind: Things, records: Rows) -> dict[Claim, str]:
        """Print what it costs to settle one kind; return what its claims denote."""
        name, decided = kind.kind, Decided(kind.kind, ())
        self.tell(f"{name}: records", size(records))
        told = self.timed(f"{name}: tellings", lambda: list(comparing.tellings(kind, decided, sorted(records))))
        self.tell(f"{name}: tellings", size(told))
        keys = self.timed(f"{name}: keys", lambda: sorted(comparing.keys(kind, [row[:2] for row in told])))
        self.tell(f"{name}: keys", size(keys))
        ways = self.timed(f"{name}: blocks", lambda: sorted(comparing.related(kind, keys)))
        signs = {own: sign for own, _, sign in told}
        pairs = [(*pair, signs[pair[0]], signs[pair[1]]) for pair in comparing.pairs(ways)]
        self.tell(f"{name}: pairs", size(pairs))
        likely = self.timed(f"{name}: likely", lambda: [row[:3] for row in comparing.likely(kind, pairs) if row[3]])
        number = {own: n for n, own in enumerate(signs)}
        ends = [np.array([number[row[end]] for row in likely], np.int64) for end in (0, 1)]
        part = dict(zip(*(side.tolist() for side in parts(*ends)), strict=True))
        tied: Rows = sorted((part.get(number[own], number[own]), 1, own, record, "", "", "") for own, record, _ in told)
        tied += [(part[number[a]], 0, None, None, a, b, names) for a, b, names in likely]
        rows = [(row[0], *row[2:]) for row in sorted(tied, key=lambda row: row[:2])]
        settled = self.timed(f"{name}: settle", lambda: list(comparing.settle(kind, decided, rows)))
        largest = max(Counter(part.values()).values(), default=1)
        print(f"{name}: {len(pairs):,} pairs, {len(likely):,} of them likely, {largest} tellings in the largest part")
        left = sorted((own, record) for what, own, record in settled if what == comparing.LEFT)
        found = self.timed(f"{name}: groups", lambda: list(comparing.grouping(kind, left)))
        self.keep(found)
        claims = groups.claims((row[1], row[4]) for row in found)
        return {Claim(name, article, own): whole for article, _, own, whole in claims}

    def keep(self, found: Rows) -> None:
        """Keep what the claims of groups denote."""
        rows = list(groups.entities({}, [(row[3], row[4]) for row in found]))
        self._entities += [(row[0], row[4]) for row in rows]
        self._denoted += groups.denoted((row[4],) for row in rows)

    def told(self, lines: dict[str, str]) -> None:
        """Print what it costs to tell the articles."""
        names: dict[str, list[dict[str, Any]]] = {}
        for article, *said in self._denoted:
            names.setdefault(article, []).append(dict(zip(("kind", "name", "id", "called", "key"), said, strict=True)))
        self.tell("what names denote", size(self._denoted))
        teller = Teller("https://example.org/", Sifting(Decisions(), 0.0, 0.0))
        asked = [(line, own, names.get(own), None) for own, line in lines.items()]
        told = self.timed("tell", lambda: list(teller.rows(asked)))
        sizes: Counter[str] = Counter()
        for what, _, _, words in told:
            sizes["tables" if what in COLUMNS else what] += len(words.encode())
        for what, bytes_of in sizes.items():
            self.tell(what, bytes_of)
        graph = "\n".join(words for what, _, _, words in told if what == "graph")
        self.tell("graph, packed", len(gzip.compress(graph.encode(), 6)))
        del graph
        self.rest(told)

    def rest(self, told: Rows) -> None:
        """Print what it costs to tell what is no article's."""
        base = "https://example.org/"
        held = sorted((key, words) for what, key, _, words in told if what == telling.HELD)
        seats = self.timed("tell seats", lambda: list(things.of_seats(base, held)))
        facts = ((key, None, words) for what, key, _, words in told if what == telling.INTRODUCED)
        every = sorted([*((own, record, None) for own, record in self._entities), *facts], key=lambda row: row[0])
        found = self.timed("tell entities", lambda: list(things.of_entities(base, every)))
        self.tell("entities", sum(len(words.encode()) for what, _, _, words in found if what == things.ENTITIES))
        rows = [(row[3].partition(" ")[0], row[3]) for row in (*told, *found) if row[0] in SHARED]
        self.tell("lines that are shuffled", size(rows))
        self.timed("count", lambda: list(tallied(sorted(rows))))
        self.tell("noted for the driver", sum(len(row[3].encode()) for row in told if row[0] == telling.NOTED))
        sizes = [Size(*json.loads(row[3])) for row in told if row[0] == telling.NOTED]
        derived = [row[3] for row in seats if row[0] == things.DERIVED]
        articles = [(str(n), "") for n in range(self._articles)]
        sent = Told(articles, sizes, Tally(), 0, derived, Known(*[frozenset[str]()] * 3), lambda _: Tally())
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "rest")
            self.timed("join on the driver", lambda: write_rest(sent, Ids(base), Path(folder), path))
            self.tell("rest, packed", path.stat().st_size)

    def timed(self, name: str, work: Callable[[], Result]) -> Result:
        """Print the processor time of a step."""
        started = time.process_time()
        result = work()
        print(f"{name:<24}{1000 * (time.process_time() - started) / self._articles:>10.2f} ms an article")
        return result

    def tell(self, name: str, bytes_of: int) -> None:
        """Print a size."""
        print(f"{name:<24}{bytes_of / self._articles:>10,.0f} bytes an article")


def tie(pairs: int) -> None:
    """Print what it costs to say which of so many pairs are one part."""
    draw = np.random.default_rng(1)
    ones = draw.integers(0, 2**62, pairs)
    others = ones[draw.permutation(pairs)] + draw.integers(0, 2, pairs)
    before, started = peak(), time.process_time()
    parts(ones, others)
    seconds = time.process_time() - started
    print(f"\n{pairs:,} pairs tied in {seconds:.1f} s, {(peak() - before) / pairs:.0f} bytes a pair at the most")


def hold(articles: int) -> None:
    """Print what the driver holds of so many articles: their places and ids, digests, and the sizes of their graphs."""
    before, started = peak(), time.process_time()
    numbering = Numbering.of(map(_head, range(articles)), ())
    columns = [pa.array(column) for column in zip(*numbering.ids, strict=True)]
    node = "<https://w3id.org/party-structure/id/{}/{:016x}>"
    sizes = [Size(node.format("claims", n), n, node.format("article", n)) for n in range(articles)]
    seconds, held = time.process_time() - started, peak() - before
    print(
        f"\n{len(columns[0]):,} articles numbered in {seconds:.1f} s, {held / len(sizes):,.0f} bytes each at the most"
    )


def _head(number: int) -> tuple[str, str]:
    """Return where an article stands, and its head (``reading``)."""
    name, digest = f"2017/{number}.txt", hashlib.sha256(str(number).encode()).hexdigest()
    article = Article(str(number), "", name, digest, None, ())
    kept = Kept(Place(name, "", 0, digest), str(number), Reading(article, ()), (), ())
    return f"hdfs://node/news/{name}", as_line(kept)


def _with(bare: Iterable[tuple[str, str]], known: dict[Claim, str]) -> Rows:
    """Return articles with what is known of their names."""
    names: dict[str, list[dict[str, str]]] = {}
    for claim, whole in known.items():
        names.setdefault(claim.article, []).append({"kind": claim.kind, "name": claim.name, "whole": whole})
    return [(own, line, names.get(own)) for own, line in bare]


def size(rows: Iterable[Sequence[Any]]) -> int:
    """Return about how many bytes rows are."""
    cells = (cell for row in rows for cell in row)
    return sum(len(cell.encode() if isinstance(cell, str) else cell) for cell in cells if isinstance(cell, str | bytes))


def resident() -> int:
    """Return the bytes of memory that this process has now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def peak() -> int:
    """Return the most bytes of memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
