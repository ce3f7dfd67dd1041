"""A built folder that grows and is mended: ``add``, ``remove``."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from graph_builder.cli.building import DECISIONS, SUPPRESS
from graph_builder.cli.profiling import JOBS, PROFILE
from graph_builder.cli.watching import LOG_JSON, Watcher, show_summary
from graph_builder.lexicon import use

if TYPE_CHECKING:
    from graph_builder.increments import Change

LEXICON = click.option("--lexicon", metavar="DIR", help="The folder of words that OUT was built with, if it was.")
FACTS = click.option(
    "--facts", metavar="FILE", multiple=True, help="A file of facts that OUT was built with; may be repeated."
)


@click.command()
@click.argument("out")
@click.argument("inputs", metavar="NEW...", nargs=-1, required=True)
@click.option(
    "--keep-both", is_flag=True,
    help="A file whose name is known and whose content is not stands beside the known one instead of replacing it.",
)  # fmt: skip
@LEXICON
@FACTS
@DECISIONS
@SUPPRESS
@JOBS
@LOG_JSON
@PROFILE
def add(
    out: str,
    inputs: tuple[str, ...],
    keep_both: bool,
    lexicon: str | None,
    facts: tuple[str, ...],
    decided: str | None,
    suppress: str | None,
    jobs: int,
) -> None:
    """Add articles to the folder OUT: it becomes what a build of the old and the new ones together writes.

    Only files are read whose content OUT does not know; one that has changed replaces what it was. OUT is built with
    the options that it was built with before; words and facts of your own are to be named again.

    \b
    Examples:
      graph-builder add out news/2017-06-12
      graph-builder add out articles             only what is new or changed in the folder
    """
    if lexicon is not None:
        use(lexicon)
    from graph_builder.articles.inputs import discover  # noqa: PLC0415
    from graph_builder.decisions import decisions_on  # noqa: PLC0415
    from graph_builder.increments import add as add_articles  # noqa: PLC0415

    started = time.monotonic()
    with Watcher(len(discover(inputs)[0])) as watcher:
        change = add_articles(
            inputs, out, facts, keep_both=keep_both, jobs=jobs, watch=watcher, decisions=decisions_on(out, decided),
            suppress=suppress,
        )  # fmt: skip
    _show(change, started)
    if watcher.errors:
        click.get_current_context().exit(1)


@click.command()
@click.argument("out")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@LEXICON
@FACTS
@DECISIONS
@SUPPRESS
@LOG_JSON
def remove(
    out: str,
    articles: tuple[str, ...],
    lexicon: str | None,
    facts: tuple[str, ...],
    decided: str | None,
    suppress: str | None,
) -> None:
    """Take articles out of the folder OUT, with all that only they state.

    ARTICLE is the id of an article, or its file as tables/articles.csv names it.

    \b
    Example:
      graph-builder remove out 2017-06-12-taza
    """
    if lexicon is not None:
        use(lexicon)
    from graph_builder.decisions import decisions_on  # noqa: PLC0415
    from graph_builder.increments import remove as remove_articles  # noqa: PLC0415

    started = time.monotonic()
    with Watcher(0) as watcher:
        change = remove_articles(
            articles, out, facts, watch=watcher, decisions=decisions_on(out, decided), suppress=suppress
        )
    _show(change, started)


def _show(change: Change, started: float) -> None:
    """Say what became of the folder."""
    if change.summary is not None:
        click.echo(f"{change.read:,} read, {change.known:,} known, {len(change.gone):,} gone")
        for name in change.gone:
            click.echo(f"gone: {name}")
    told = {"read": change.read, "known": change.known, "gone": change.gone}
    show_summary(change.summary, time.monotonic() - started, told)
