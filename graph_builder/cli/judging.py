"""Judging a build, and the form of facts: ``evaluate``, ``schema``."""

from __future__ import annotations

import sys

import click

from graph_builder.facts import schema_text
from graph_builder.output import write_file


@click.command()
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


@click.command()
def schema() -> None:
    """Print the JSON Schema of facts: of facts.jsonl, of what extractors supply and of --facts.

    \b
    Example:
      graph-builder schema > facts.schema.json
    """
    click.echo(schema_text(), nl=False)
