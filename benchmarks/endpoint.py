"""What runaway questions do to the endpoint: when each ends and how, what it costs others, how fast a worker is back.

    python -m benchmarks.endpoint [OUT] [--timeout 10] [--copies 250]

serves OUT (exports/ unless another build is named) by the real command, asks the four questions at once, and small ones
all the while from another client. With --copies the graph is so many times as large (250 copies of the sample articles'
are a million quads). Prints a table; figures are of the machine it runs on.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import quote

from benchmarks.support.copies import write_copies

RUNAWAYS: Mapping[str, str] = {
    "cross product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }",
    "unbounded path": "SELECT (COUNT(*) AS ?n) { ?a (<x:>|!<x:>|^<x:>|!^<x:>)* ?b . ?c (<x:>|!<x:>|^<x:>|!^<x:>)* ?d . "
    "?e (<x:>|!<x:>|^<x:>|!^<x:>)* ?f }",
    "exponential regex": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER("
    'REGEX(CONCAT(STR(?a), STR(?d), STR(?g), STR(?j)), "^(([a-z/:.0-9-])+.)+[A-Z](([a-z])+)+$")) }',
    "huge DISTINCT": "SELECT (COUNT(*) AS ?n) { "
    "SELECT DISTINCT ?a ?b ?c ?d ?e ?f ?g ?h ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } }",
}
SMALL = "ASK { ?person a foaf:Person }"


@contextmanager
def served(out: str, *options: str) -> Iterator[tuple[str, int]]:
    """Serve a build at a free port until the block ends."""
    command = [sys.executable, "-m", "graph_builder", "serve", out, "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 (our own command)
        said = process.stdout.readline() if process.stdout else ""
        found = re.search(r"http://(\S+):(\d+)/ ", said)
        if not found:
            sys.exit(1)
        try:
            yield found[1], int(found[2])
        finally:
            process.terminate()


def ask(at: tuple[str, int], sparql: str, caller: str = "127.0.0.1") -> tuple[int, float, str]:
    """Return status, seconds and first line of an answer."""
    started = time.perf_counter()
    connection = HTTPConnection(*at, timeout=600, source_address=(caller, 0))
    connection.request("GET", f"/sparql?query={quote(sparql)}", headers={"Accept": "application/sparql-results+json"})
    answer = connection.getresponse()
    text = answer.read().decode("utf-8")
    connection.close()
    return answer.status, time.perf_counter() - started, text.partition("\n")[0]


def main() -> None:
    """Read the command line, make copies if they are asked for, measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", nargs="?", default="exports")
    parser.add_argument("--timeout", type=float, default=10.0)
    parser.add_argument("--copies", type=int, default=1)
    given = parser.parse_args()
    if given.copies == 1:
        measure(given.out, given.timeout)
        return
    with tempfile.TemporaryDirectory() as folder:
        print(f"{write_copies(given.out, Path(folder, 'out'), given.copies):,} quads")
        measure(f"{folder}/out", given.timeout)


def measure(out: str, timeout: float) -> None:
    """Serve a build, ask the four questions, and print how they ended."""
    with served(out, "--timeout", str(timeout), "--workers", str(len(RUNAWAYS) + 1)) as at:
        calm = [ask(at, SMALL)[1] for _ in range(50)]
        done, meanwhile = threading.Event(), []

        def others() -> None:
            while not done.is_set():
                status, seconds, _ = ask(at, SMALL, "127.0.0.2")
                meanwhile.append((status, seconds))
                time.sleep(0.05)

        other = threading.Thread(target=others)
        other.start()
        with ThreadPoolExecutor(len(RUNAWAYS)) as clients:
            ended = dict(zip(RUNAWAYS, clients.map(lambda sparql: ask(at, sparql), RUNAWAYS.values()), strict=True))
        done.set()
        other.join()
        back = time.perf_counter()
        ask(at, SMALL)
        back = time.perf_counter() - back
    print(f"{'question':<20}{'status':>8}{'ended after':>14}   told")
    for name, (status, seconds, told) in ended.items():
        print(f"{name:<20}{status:>8}{seconds:>12.2f} s   {told}")
    typical, slowest = (1000 * of(s for _, s in meanwhile) for of in (median, max))
    served_well = sum(status == 200 for status, _ in meanwhile)
    print(
        f"\nother client: {served_well} of {len(meanwhile)} answered, median {typical:.1f} ms, slowest {slowest:.0f} ms"
    )
    print(f"the same before: median {1000 * median(calm):.1f} ms")
    print(f"first small question of the same client afterwards: {1000 * back:.0f} ms")


if __name__ == "__main__":
    main()
