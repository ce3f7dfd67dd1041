"""What articles tell and cannot all be right: ``check``."""

from __future__ import annotations

from typing import Literal

import click

FOUND = 5
"""The exit code where there is something to look at."""


@click.command()
@click.argument("out")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(out: str, form: Literal["text", "json"]) -> None:
    """List what the articles in the folder OUT tell and cannot all be right, with the sentences.

    Two people in a post for one, a person in two parties at one time, dates of one event that exclude each other,
    figures that do not add up, a name in several spellings. Nothing is resolved silently: OUT holds them all. The exit
    code is 5 if there are any.

    \b
    Example:
      graph-builder check out --format json > contradictions.json
    """
    from graph_builder.contradictions import record, text  # noqa: PLC0415

    found, listed = (text if form == "text" else record)(out)
    click.echo(listed, nl=False)
    if found:
        click.get_current_context().exit(FOUND)
