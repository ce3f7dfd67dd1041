"""Forgetting somebody: ``forget``."""

from __future__ import annotations

import click

from graph_builder.cli.growing import FACTS, LEXICON
from graph_builder.lexicon import use


@click.command()
@click.argument("out")
@click.argument("person")
@click.option("--list", "list_file", metavar="FILE", help="The list of people to forget. [default: OUT.forgotten.json]")
@LEXICON
@FACTS
def forget(out: str, person: str, list_file: str | None, lexicon: str | None, facts: tuple[str, ...]) -> None:
    """Take a person out of the folder OUT, and out of all that is built later.

    PERSON is a name in any spelling, or an id where several bear it. The name is masked in what the facts of others
    quote. Keyed hashes of it, and of what tells it from namesakes, are put on a list beside OUT, which builds use: keep
    it, and keep it secret.

    \b
    Example:
      graph-builder forget out 'NAME'
    """
    if lexicon is not None:
        use(lexicon)
    from graph_builder.forgetting import forget as forget_person  # noqa: PLC0415

    gone = forget_person(person, out, facts, list_file=list_file)
    click.echo(f"forgotten: {', '.join(gone.spellings)}")
    click.echo(f"articles: {', '.join(gone.articles)}")
    for kind, number in sorted(gone.facts.items()):
        click.echo(f"{kind}: {number}")
    click.echo(f"list: {gone.list_file}")
    for name in gone.still:
        click.echo(f"warning: the name stands in {name} still; rename the file, or leave the address out", err=True)
