"""Writing what a build holds in other formats: ``export``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import click

from graph_builder.export.formats import Folder, Format
from graph_builder.lexicon import use
from graph_builder.output import write_file


@click.command()
@click.argument("out")
@click.option(
    "--format", "form", type=click.Choice([*get_args(Format), *get_args(Folder)]), required=True, help="What to write."
)
@click.option(
    "-o", "--output", "path", help="The file to write; for tables and neo4j the folder.  [default: standard output]"
)
@click.option(
    "--items", metavar="FILE", help="For quickstatements: CSV with columns id (or person_id) and wikidata (like Q42)."
)
@click.option("--lexicon", metavar="DIR", help="The folder of words that OUT was built with: what it knows of parties.")
def export(out: str, form: Format | Folder, path: str | None, items: str | None, lexicon: str | None) -> None:
    """Write the graph in the folder OUT in another format.

    \b
    turtle                the merged graph
    trig, nquads, jsonld  every statement with the article that makes it
    tables, xlsx          the tables: CSV files with their description (CSVW); one workbook
    graphml, gexf         the network, for igraph, Cytoscape, yEd; for Gephi
    neo4j                 CSV files for neo4j-admin, and the command that loads them
    popolo                people, organisations, memberships, posts, areas, events
    followthemoney        entities for Aleph and other tools of investigations
    quickstatements       for Wikidata: to be checked, then uploaded by hand

    \b
    Examples:
      graph-builder export out --format nquads > graph.nq
      graph-builder export out --format gexf -o network.gexf
      graph-builder export out --format neo4j -o neo4j
    """
    if items is not None and form != "quickstatements":
        raise click.UsageError("--items is of use only with --format quickstatements.")
    if lexicon is not None:
        use(lexicon)
    if form == "tables" or form == "neo4j":  # noqa: PLR1714  # so that types tell the two sorts apart
        _export_folder(out, form, path)
    else:
        _export_file(out, form, path, items)


def _export_folder(out: str, form: Folder, path: str | None) -> None:
    from graph_builder.convert import convert_to_folder  # noqa: PLC0415  # takes longer than answering a question
    from graph_builder.export.neo4j import COMMAND  # noqa: PLC0415

    if path is None:
        raise click.UsageError(f"The format {form} is several files: name a folder for them with -o.")
    convert_to_folder(out, form, path)
    if form == "neo4j":
        click.echo(f"Load them, in the folder {path}:\n\n{(Path(path) / COMMAND).read_text(encoding='ascii')}")


def _export_file(out: str, form: Format, path: str | None, items: str | None) -> None:
    from graph_builder.convert import convert  # noqa: PLC0415  # takes longer than answering a question
    from graph_builder.export.quickstatements import read_items  # noqa: PLC0415

    if form == "xlsx" and path is None and sys.stdout.isatty():
        raise click.UsageError("A workbook is no text for a terminal: name a file for it with -o.")
    content = convert(out, form, read_items(items) if items else None)
    if path is None:
        click.echo(content, nl=False)
    else:
        write_file(path, content)
    if form == "quickstatements":
        _say_what_to_check(content, known=items is not None)


def _say_what_to_check(content: bytes, *, known: bool) -> None:
    """Say that nothing must reach Wikidata that nobody has looked at."""
    lines = content.count(b"\n")
    counted = f"{lines} statement{'' if lines == 1 else 's'}"
    click.echo(f"{counted}. Check each against its article before you upload it to Wikidata.", err=True)
    if not known:
        click.echo("No item of a person is known: name a file of them with --items.", err=True)
