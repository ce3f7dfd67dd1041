"""Building: ``build``, its progress and its summary."""

from __future__ import annotations

import shlex
import time
from collections.abc import Iterable
from pathlib import Path

import click

from graph_builder.cli.clustering import ENGINE, MASTER, build_on_spark
from graph_builder.cli.profiling import JOBS, PROFILE
from graph_builder.cli.watching import LOG_JSON, Watcher, show_summary
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.lexicon import use

BELOW = 0.8
"""The confidence below which facts are asked about, unless another is named."""
DECISIONS = click.option(
    "--decisions", "decided", metavar="FILE",
    help="What people decided with review.  [default: decisions.jsonl beside OUT, if it is there]",
)  # fmt: skip
SUPPRESS = click.option(
    "--suppress", metavar="FILE", help="The list of people to forget.  [default: OUT.forgotten.json, if it is there]"
)


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("-o", "--output", "out", metavar="OUT", required=True, help="The folder to write, or to write anew.")
@click.option("--base", default=DEFAULT_BASE, show_default=True, help="What the IRIs of the graph begin with.")
@click.option(
    "--min-confidence",
    metavar="X",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="Leave out facts less sure than X (0 to 1), and whatever no other fact speaks of.",
)
@click.option("--lexicon", metavar="DIR", help="A folder of your own parties, roles, places, names, words and rules.")
@click.option(
    "--extractor",
    "extractors",
    metavar="NAME",
    multiple=True,
    help="Who reads the articles: rules (this program) or an installed extractor; may be repeated.  [default: rules]",
)
@click.option(
    "--facts", metavar="FILE", multiple=True,
    help="Facts read elsewhere, as in facts.jsonl; may be repeated. Then rules read only if --extractor names them.",
)  # fmt: skip
@click.option(
    "--column", "columns", metavar="FIELD=NAME", multiple=True, callback=lambda _, __, given: named_columns(given),
    help="What your records call their id, text, title, source, published or url; may be repeated.",
)  # fmt: skip
@DECISIONS
@click.option(
    "--require-review", is_flag=True,
    help="Hold back facts less sure than --below that nobody has accepted; report.json counts them.",
)  # fmt: skip
@click.option(
    "--below", metavar="X", type=click.FloatRange(0, 1), default=BELOW, show_default=True,
    help="What --require-review wants accepted.",
)  # fmt: skip
@SUPPRESS
@JOBS
@click.option("--with-text", is_flag=True, help="Keep and show articles whole, not only the sentences with facts.")
@click.option("--no-copies", is_flag=True, help="Take articles for independent even where one copies another.")
@click.option(
    "--pages/--no-pages", default=None,
    help="Write pages, or leave that to `visualise OUT`.  [default: pages, but of very many facts]",
)  # fmt: skip
@ENGINE
@MASTER
@LOG_JSON
@PROFILE
def build(
    inputs: tuple[str, ...],
    out: str,
    base: str,
    lexicon: str | None,
    extractors: tuple[str, ...],
    facts: tuple[str, ...],
    min_confidence: float,
    columns: dict[str, str],
    decided: str | None,
    require_review: bool,
    below: float,
    suppress: str | None,
    jobs: int,
    with_text: bool,
    no_copies: bool,
    pages: bool | None,
    engine: str,
    master: str | None,
) -> None:
    """Build the folder OUT from articles: files, folders and globs.

    Read are .txt, .html, .docx, records in .jsonl, .csv and .parquet, .warc, .zip, and gzip of these.

    OUT holds index.html (open it in a browser) and site/, graph.ttl, graph.trig (with the source of every statement),
    tables/, facts.jsonl and report.json (what was left out of each article, and why). It is replaced as a whole or not
    at all.

    \b
    Examples:
      graph-builder build articles -o out
      graph-builder build 'news/2017-*.html' more.jsonl.gz -o out
      graph-builder build articles --lexicon jordan --extractor rules --extractor my-model -o out
    """
    if lexicon is not None:
        use(lexicon)
    # Imported only here: they take longer than answering a question from a graph does, and compile the lexicon.
    from graph_builder.articles.inputs import discover  # noqa: PLC0415
    from graph_builder.decisions import decisions_on  # noqa: PLC0415
    from graph_builder.erasure import list_for  # noqa: PLC0415
    from graph_builder.extractors import sources  # noqa: PLC0415
    from graph_builder.pipeline import Options  # noqa: PLC0415
    from graph_builder.pipeline import build as build_graph  # noqa: PLC0415

    among = sources(extractors, facts)
    decisions = decisions_on(out, decided)
    if engine == "spark":
        held, forgotten = below if require_review else 0.0, list_for(out, suppress)
        how = base, among, min_confidence, jobs, columns, decisions, held, forgotten
        build_on_spark(inputs, out, Options(*how, with_text=with_text, copies=not no_copies), master)
        return
    started = time.monotonic()
    with Watcher(len(discover(inputs)[0])) as watcher:
        summary = build_graph(
            inputs, out, base, watcher, among, min_confidence=min_confidence, jobs=jobs, columns=columns,
            decisions=decisions, held=below if require_review else 0.0, with_text=with_text,
            forgotten=list_for(out, suppress), copies=not no_copies, pages=pages,
        )  # fmt: skip
    show_summary(summary, time.monotonic() - started)
    if decisions:
        click.echo(f"decisions: {len(decisions.holding):,}")
    folder = shlex.quote(out)
    pages_are_there = Path(out, "index.html").exists()
    shown = f"open {folder}/index.html in a browser" if pages_are_there else f"graph-builder visualise {folder}"
    click.echo(
        f"\nNext:\n  {shown}\n"
        f"  graph-builder explain {folder} NAME      every fact about a person or body, with its sentence\n"
        f"  graph-builder query {folder} 'SPARQL'    any question"
    )
    if watcher.errors:
        click.get_current_context().exit(1)


def named_columns(given: Iterable[str]) -> dict[str, str]:
    """Return ``FIELD=NAME`` options as field -> name; refuse fields that records do not have."""
    from graph_builder.articles.records import NAMES  # noqa: PLC0415  # only where columns are named

    columns = {}
    for option in given:
        field, sign, name = option.partition("=")
        if field not in NAMES or not sign or not name:
            raise click.BadParameter(f"{option!r} is not FIELD=NAME with FIELD one of {', '.join(NAMES)}")
        columns[field] = name
    return columns
