"""Two builds side by side: ``diff``."""

from __future__ import annotations

import click

from graph_builder.output import write_file


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--html", metavar="FILE", help="Write a page there: nothing fetched.")
@click.option("--json", "record_file", metavar="FILE", help="Write the differences there, for programs.")
def diff(old: str, new: str, html: str | None, record_file: str | None) -> None:
    """Tell which people, posts, bodies and events the folder NEW has and OLD has not, and which changed.

    Under each difference stand the articles and sentences that state it. Spelling variants of a name are one.

    \b
    Example:
      graph-builder diff out-2016 out-2017 --html changes.html
    """
    from graph_builder.comparison import compare  # noqa: PLC0415
    from graph_builder.comparison.page import page  # noqa: PLC0415
    from graph_builder.comparison.told import record, text  # noqa: PLC0415

    differences = compare(old, new)
    if html is not None:
        write_file(html, page(differences).encode())
    if record_file is not None:
        write_file(record_file, record(differences).encode())
    click.echo(text(differences), nl=False)
