"""Writing what a build holds in other formats: ``export``."""

from __future__ import annotations

from typing import Literal, get_args

import click

from graph_builder.convert import Format, convert, copy_tables
from graph_builder.output import write_file


@click.command()
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
