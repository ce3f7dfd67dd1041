"""The command line: parse, call one function, print."""

from __future__ import annotations

import shlex
import sys
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal, get_args

import click

from graph_builder import __version__
from graph_builder.convert import Format, convert, copy_tables
from graph_builder.errors import GraphBuilderError
from graph_builder.facts import schema_text
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.lexicon import use
from graph_builder.model import Article, Notice
from graph_builder.output import write_file
from graph_builder.query.explain import explain as explain_name
from graph_builder.query.explain import text as as_text
from graph_builder.query.run import Form
from graph_builder.query.run import query as ask

if TYPE_CHECKING:  # the report reads the lexicon, which a user's own words must reach first
    from graph_builder.report import Summary

EXIT_CODES = """\b
Exit codes:
  0    done
  1    some inputs could not be read, the rest was built; or there was none; or gold could not be read
  2    the command was not understood, or a lexicon, extractor or facts file that it names cannot be used
  3    OUT could not be written or read; what was there is as it was
  4    the query is wrong or not allowed, or names nothing in the graph
  130  interrupted; what was there is as it was
"""
MOST_WARNINGS = 10


class Commands(click.Group):
    """Commands whose errors are a message and an exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; say what went wrong and what to do about it."""
        try:
            return super().invoke(ctx)
        except GraphBuilderError as error:
            click.echo(f"graph-builder: {error.problem}.\n{error.remedy}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("graph-builder: interrupted; what was there before is as it was.", err=True)
            ctx.exit(130)


@click.group(cls=Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="graph-builder")
def main() -> None:
    """Read Arabic news about how parties are organised into one graph whose every fact shows its sentence."""


@main.command()
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
def build(
    inputs: tuple[str, ...],
    out: str,
    base: str,
    lexicon: str | None,
    extractors: tuple[str, ...],
    facts: tuple[str, ...],
    min_confidence: float,
) -> None:
    """Build the folder OUT from articles: files, folders and globs of .txt, .html, .jsonl, or gzip of these.

    OUT holds index.html (open it in a browser), graph.ttl, graph.trig (with the source of every statement), tables/,
    facts.jsonl and report.json (what was left out of each article, and why). It is replaced as a whole or not at all.

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
    from graph_builder.extractors import sources  # noqa: PLC0415
    from graph_builder.pipeline import build as build_graph  # noqa: PLC0415

    among = sources(extractors, facts)
    started = time.monotonic()
    with Watcher(len(discover(inputs)[0])) as watcher:
        summary = build_graph(inputs, out, base, watcher, among, min_confidence=min_confidence)
    show_summary(summary, time.monotonic() - started)
    folder = shlex.quote(out)
    click.echo(
        f"\nNext:\n  open {folder}/index.html in a browser\n"
        f"  graph-builder explain {folder} NAME      every fact about a person or body, with its sentence\n"
        f"  graph-builder query {folder} 'SPARQL'    any question"
    )
    if summary.errors:
        click.get_current_context().exit(1)


@main.command()
@click.argument("out")
@click.argument("sparql")
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Form)),
    default="table",
    show_default=True,
    help="table: to look at, long cells cut; csv, json: whole, of SELECT and ASK; turtle: of CONSTRUCT, DESCRIBE.",
)
def query(out: str, sparql: str, form: Form) -> None:
    """Ask the graph in the folder OUT a question in SPARQL; - reads the question from the standard input.

    The prefixes of the ontology and of the vocabularies it reuses are declared already. The default graph holds every
    statement; GRAPH ?article { ... } tells which article claims it. Nothing can be changed, nothing is fetched.

    \b
    Example:
      graph-builder query out 'SELECT ?name { ?person a foaf:Person ; skos:prefLabel ?name }' --format csv
    """
    question = click.open_file("-", encoding="utf-8").read() if sparql == "-" else sparql
    click.echo(ask(out, question, form), nl=False)


@main.command()
@click.argument("out")
@click.option(
    "--format", "form", type=click.Choice([*get_args(Format), "tables"]), required=True, help="What to write."
)
@click.option("-o", "--output", "path", help="The file to write; for tables the folder. [default: standard output]")
def export(out: str, form: Format | Literal["tables"], path: str | None) -> None:
    """Write the graph in the folder OUT in another format.

    turtle is the merged graph; trig, nquads and jsonld hold every statement with the article that makes it; tables are
    the CSV files.

    \b
    Examples:
      graph-builder export out --format nquads > graph.nq
      graph-builder export out --format tables -o tables
    """
    if form == "tables":
        if path is None:
            raise click.UsageError("Tables are several files: name a folder for them with -o.")
        copy_tables(out, path)
    elif path is None:
        click.echo(convert(out, form), nl=False)
    else:
        write_file(path, convert(out, form))


@main.command()
@click.argument("out")
@click.argument("name")
def explain(out: str, name: str) -> None:
    """Tell every fact about a person, a body or another thing in the graph of OUT, with the sentence that states it.

    NAME may be spelt with or without hamza, article, spaces; where it denotes several things, they are listed with ids.

    \b
    Example:
      graph-builder explain out 'NAME'
    """
    click.echo(as_text(explain_name(out, name)), nl=False)


@main.command()
@click.argument("out")
@click.argument("gold")
@click.option("--misses", is_flag=True, help="List every miss and every error, with its sentence.")
@click.option("--html", metavar="FILE", help="Write a report there: one page, nothing fetched.")
@click.option("--json", "record_file", metavar="FILE", help="Write all of it there, for programs.")
def evaluate(out: str, gold: str, misses: bool, html: str | None, record_file: str | None) -> None:
    """Compare the folder OUT with the facts that articles really state: the folder GOLD, one JSON file an article.

    Says precision, recall and F1 by table, how often each rule is right, and whether the confidence of facts holds.
    Only articles that have a gold file count.

    \b
    Example:
      graph-builder evaluate out gold --html report.html
    """
    from graph_builder.evaluation import evaluate as judge  # noqa: PLC0415
    from graph_builder.evaluation.page import page  # noqa: PLC0415
    from graph_builder.evaluation.record import record  # noqa: PLC0415
    from graph_builder.evaluation.text import text  # noqa: PLC0415

    evaluation = judge(out, gold)
    if html is not None:
        write_file(html, page(evaluation).encode())
    if record_file is not None:
        write_file(record_file, record(evaluation).encode())
    click.echo(text(evaluation, terminal=sys.stdout.isatty(), faults=misses), nl=False)
    if evaluation.absent:
        names = ", ".join(evaluation.absent)
        click.echo(f"warning: not in {out}, so all of their facts are missed: {names}", err=True)


@main.command()
def schema() -> None:
    """Print the JSON Schema of facts: of facts.jsonl, of what extractors supply and of --facts.

    \b
    Example:
      graph-builder schema > facts.schema.json
    """
    click.echo(schema_text(), nl=False)


class Watcher:
    """Shows a build at work: a bar on a terminal, nothing in a pipe; at the end, what is to be said about inputs."""

    def __init__(self, files: int) -> None:
        """Expect articles from that many files."""
        self._files = files
        self._file = ""
        self._articles = 0
        self._notices: list[Notice] = []

    def __enter__(self) -> Watcher:
        self._bar = click.progressbar(
            range(self._files),
            label="Reading",
            item_show_func=lambda _: f"{self._articles:,} articles",
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        )
        self._bar.__enter__()
        return self

    def __call__(self, seen: Article | Notice | str) -> None:
        """Take note of an article, a notice, or a step's name."""
        match seen:
            case Article():
                self._articles += 1
                if self._file not in ("", seen.file):  # a file is done when another begins
                    self._bar.update(1)
                self._file = seen.file
                self._bar.render_progress()
            case Notice():
                self._notices.append(seen)
            case step:
                self._bar.label = step.capitalize()
                self._bar.update(self._files - self._bar.pos)

    def __exit__(self, *_: object) -> None:
        self._bar.__exit__(None, None, None)
        warnings = [notice for notice in self._notices if notice.kind == "warning"]
        for notice in self._notices:
            if notice.kind != "warning" or notice in warnings[:MOST_WARNINGS]:
                click.echo(f"{notice.kind}: {notice.file}: {notice.problem}; {notice.remedy}", err=True)
        if len(warnings) > MOST_WARNINGS:
            more = len(warnings) - MOST_WARNINGS
            click.echo(f"... and {more} more warnings; the report.json of a build lists all", err=True)


def show_summary(summary: Summary, seconds: float) -> None:
    """Print the numbers of a build: aligned on a terminal, plain lines in a pipe."""
    rows = {name: f"{number:,}" for name, number in asdict(summary).items()} | {"time": f"{seconds:.1f} s"}
    for name, value in rows.items():
        if sys.stdout.isatty():
            click.echo(f"  {click.style(f'{name:<10}', dim=True)}{value:>10}")
        else:
            click.echo(f"{name}: {value}")
