"""Every figure of docs/performance.md, measured in one run: a table written into the page, and a plot beside it.

``--short`` takes a fifth of the articles and leaves the page as it is. What is drawn is articles a second, on a
logarithmic scale. The best of several rounds counts, for other work on the machine only slows.
"""

from __future__ import annotations

import json
import platform
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import matplotlib as mpl
import trafilatura
from pyoxigraph import RdfFormat, Store, parse, serialize
from rdflib import Dataset

from benchmarks import extraction
from benchmarks.support.articles import LENGTH, texts
from benchmarks.support.million import statements
from graph_builder.articles import raw, read_articles
from graph_builder.articles.inputs import discover
from graph_builder.memory.reader import Reader, batches
from graph_builder.output import replacing
from graph_builder.query.store import load, write_store
from graph_builder.workers import Workers, cores

DOCS = Path(__file__).parents[1] / "docs"
PAGE, PLOT = DOCS / "performance.md", DOCS / "performance.svg"
MEASURED = re.compile(r"(?<=<!-- measured -->\n).*(?=<!-- end -->)", re.DOTALL)
ROUNDS, PAGES, IN_FILE, COPIES = 5, 100, 2_000, 30
_AROUND = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:title" content="{title}"><script>var a = 1;</script></head><body><nav><ul>{menu}</ul></nav>
<article><h1>{title}</h1>{body}</article><aside><ul>{menu}</ul></aside><footer>{menu}</footer></body></html>"""
_MENU = "".join(f'<li><a href="/{n}">باب رقم {n}</a></li>' for n in range(60))


def main() -> None:
    """Measure all, print it, and write the page and the plot."""
    short = 5 if "--short" in sys.argv else 1
    speeds = extraction.measured(extraction.ROUNDS, extraction.ARTICLES // short)
    seconds = processes(IN_FILE // short)
    tables = (
        _speeds(speeds),
        aims(speeds, seconds),
        pages(PAGES // short),
        graph(COPIES // short),
        _processes(IN_FILE // short, seconds),
    )
    measured = f"Measured on {cores()} cores, {platform.python_implementation()} {platform.python_version()}.\n\n"
    measured += "\n".join("".join(f"{line}\n" for line in table) for table in tables)
    print(measured)
    if short == 1:
        PAGE.write_text(MEASURED.sub(lambda _: measured, PAGE.read_text("utf-8")), "utf-8")
        draw(speeds)


def _speeds(speeds: dict[str, float]) -> Iterator[str]:
    base, fastest = speeds[extraction.FAITHFUL], max(v for k, v in speeds.items() if k.startswith("spaCy"))
    yield f"| articles of {LENGTH:,} characters, one core | articles/s | to spaCy, ten roles, clitics | to its best |"
    yield "|---|---:|---:|---:|"
    for name, rate in speeds.items():
        yield f"| {name} | {rate:,.0f} | {rate / base:.2f} | {rate / fastest:.2f} |"


def aims(speeds: dict[str, float], seconds: dict[int, float]) -> Iterator[str]:
    """Say of each aim how far it is reached. ``seconds``: of the clock, by the number of processes."""
    compiled = speeds.get(extraction.COMPILED, 0.0)
    to_matcher = compiled / speeds[extraction.FAITHFUL]
    rows = (
        ("compiled extraction, to spaCy, ten roles, clitics", 3, to_matcher),
        ("the same, better", 4, to_matcher),
        ("compiled extraction, to ahocorasick-rs", 0.1, compiled / speeds[extraction.AUTOMATON]),
        ("articles of two processes, to those of one", 1.8, seconds[1] / seconds[max(seconds)]),
    )
    yield "| aimed at | at least | measured | reached |"
    yield "|---|---:|---:|---|"
    for what, least, found in rows:
        yield f"| {what} | {least} | {found:.2f} | {'yes' if found >= least else 'no'} |"


def pages(count: int) -> Iterator[str]:
    """Measure pages read: by trafilatura alone, and by our reader, which also finds title, date and furniture."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts(count)):
            title, *paragraphs = text.split("\n")
            body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
            page = _AROUND.format(title=title, menu=_MENU, body=body)
            Path(folder, f"{number:04}.html").write_text(page, "utf-8")
        files = sorted(Path(folder).iterdir())
        alone = best(lambda: [trafilatura.extract(f.read_text("utf-8"), include_comments=False) for f in files])
        ours = best(lambda: list(read_articles([folder])))
    yield "| HTML pages, one core | pages/s |"
    yield "|---|---:|"
    yield f"| trafilatura alone | {count / alone:,.0f} |"
    yield f"| our reader: text, title, date, repeats, furniture | {count / ours:,.0f} |"


def graph(copies: int) -> Iterator[str]:
    """Measure the graph loaded and written: by rdflib, by pyoxigraph alone, and as a build does."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, out = folder / "graph.nq", folder / "out"
        with source.open("w", encoding="utf-8") as file:
            file.writelines(statements(copies))
        dataset, store = Dataset(), Store()
        quads = list(dict.fromkeys(parse(path=str(source), format=RdfFormat.N_QUADS)))
        rows = {
            "rdflib": (
                once(lambda: dataset.parse(source, format="nquads")),
                once(lambda: dataset.serialize(folder / "rdflib.trig", format="trig")),
            ),
            "pyoxigraph, in memory": (
                once(lambda: store.load(path=str(source), format=RdfFormat.N_QUADS)),
                once(lambda: store.dump(str(folder / "store.trig"), format=RdfFormat.TRIG)),
            ),
        }
        with replacing(out) as new:
            written = once(lambda: serialize(quads, str(new / "graph.trig"), format=RdfFormat.TRIG))
            written += once(lambda: write_store(quads, new))
        rows["a build: TriG and a database, opened again"] = once(lambda: load(out)), written
    yield f"| {len(quads):,} quads, seconds of processor time | load | write |"
    yield "|---|---:|---:|"
    for who, (loaded, wrote) in rows.items():
        yield f"| {who} | {loaded:.2f} | {wrote:.2f} |"


def processes(count: int) -> dict[int, float]:
    """Return the seconds of the clock that reading and extracting one file takes, by the number of processes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "articles.jsonl")
        with file.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts(count)))
        return {jobs: min(_all_read(file, jobs) for _ in range(2)) for jobs in (1, cores())}


def _processes(count: int, seconds: dict[int, float]) -> Iterator[str]:
    yield f"| {count:,} articles from one file, read and extracted | articles/s of the clock | times one |"
    yield "|---|---:|---:|"
    for jobs, spent in seconds.items():
        yield f"| {jobs} process{'es' * (jobs > 1)} | {count / spent:,.0f} | {seconds[1] / spent:.2f} |"


def _all_read(file: Path, jobs: int) -> float:
    started = time.perf_counter()
    with Workers(jobs) as workers:
        for _ in workers.in_order(Reader().read, batches(raw(discover([str(file)])[0]))):
            pass
    return time.perf_counter() - started


def best(work: Callable[[], object]) -> float:
    """Return the processor time that some work takes at best."""
    return min(once(work) for _ in range(ROUNDS))


def once(work: Callable[[], object]) -> float:
    """Return the processor time that some work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def draw(speeds: dict[str, float]) -> None:
    """Draw how many articles a second each reader reads."""
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "performance"
    from matplotlib import pyplot as plt  # noqa: PLC0415 (after the choice of what draws)

    figure, axes = plt.subplots(figsize=(8, 3.2), layout="constrained")
    ours = ["#0b6e4f" if name.startswith("extraction") else "#9aa5b1" for name in speeds]
    bars = axes.barh(list(speeds), list(speeds.values()), color=ours)
    axes.bar_label(bars, [f"{rate:,.0f}" for rate in speeds.values()], padding=4)
    axes.set(xscale="log", xlim=(10, max(speeds.values()) * 3), xlabel="articles a second, one core (logarithmic)")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(PLOT, metadata={"Date": None})


if __name__ == "__main__":
    main()
