"""Deciding what a build doubts: ``review``."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph_builder.cli.building import BELOW
from graph_builder.cli.watching import Watcher, show_summary
from graph_builder.lexicon import use

if TYPE_CHECKING:
    from graph_builder.review import Session


@click.command()
@click.argument("out")
@click.option(
    "--decisions", "path", metavar="FILE",
    help="Where decisions are kept; lines are added.  [default: decisions.jsonl beside OUT]",
)  # fmt: skip
@click.option(
    "--below", metavar="X", type=click.FloatRange(0, 1), default=BELOW, show_default=True,
    help="Ask about facts less sure than X; 0 asks about none.",
)  # fmt: skip
@click.option("--again", is_flag=True, help="Ask again what was answered with unsure.")
@click.option("--apply", "applied", is_flag=True, help="Then write OUT anew from what it keeps; no article is read.")
@click.option("--lexicon", metavar="DIR", help="The folder of words that OUT was built with, if it was.")
@click.option(
    "--facts", metavar="FILE", multiple=True, help="A file of facts that OUT was built with; may be repeated."
)
def review(
    out: str,
    path: str | None,
    below: float,
    again: bool,
    applied: bool,
    lexicon: str | None,
    facts: tuple[str, ...],
) -> None:
    """Decide, one key a question, what the build in OUT doubts: two names that may be one, facts that may be wrong.

    Each question shows the sentences. Decisions are added to a file, which every later build, add and remove reads;
    OUT stays as it is without --apply. Where the standard input is no terminal, keys are read from it.

    \b
    Examples:
      graph-builder review out --apply
      graph-builder review out --decisions ours.jsonl --below 0
      graph-builder build articles -o out --decisions ours.jsonl
    """
    if lexicon is not None:
        use(lexicon)
    from graph_builder.decisions import Decisions, read_decisions  # noqa: PLC0415
    from graph_builder.decisions.file import add_decisions, beside  # noqa: PLC0415
    from graph_builder.increments import renew  # noqa: PLC0415
    from graph_builder.memory import load_readings, load_world  # noqa: PLC0415
    from graph_builder.review import Session, questions  # noqa: PLC0415

    file = Path(path) if path is not None else beside(out)
    decided = read_decisions(file) if file.exists() else Decisions()
    asked = questions(load_world(out), load_readings(out), decided, below, again=again)
    session = Session(asked, decided.written, lambda record: add_decisions(file, [record]))
    _ask(session, _keys())
    click.echo(f"{session.answered} of {len(asked)} answered; decisions are in {file}.")
    if applied:
        started = time.monotonic()
        with Watcher(0) as watcher:
            change = renew(out, facts, watch=watcher, decisions=read_decisions(file) if file.exists() else decided)
        if change.summary:
            show_summary(change.summary, time.monotonic() - started)
    elif session.answered:
        click.echo("--apply, or the next build, applies them.")


def _ask(session: Session, key: Callable[[], str]) -> None:
    """Show questions and take answers until there is none left, or the person quits."""
    from graph_builder.review.layout import shown  # noqa: PLC0415

    width = shutil.get_terminal_size((100, 24)).columns
    while session.current is not None or session.answered:
        if session.current is not None:
            click.echo(shown(session.current, session.progress, width))
        else:
            click.echo("That was the last one.   z undo   q quit")
        pressed = key()
        while not _act(session, pressed):
            pressed = key()
        if pressed in ("q", ""):
            return


def _act(session: Session, pressed: str) -> bool:
    """Do what a key says; whether the question is dealt with."""
    match pressed:
        case "q" | "":
            return True
        case "z":
            if not session.undo():
                click.echo("Nothing to undo in this session.")
                return False
            return True
        case "y" | "n" | "u" if session.current is not None:
            session.answer(pressed)
            return True
        case "c" if session.current is not None:
            return _correct(session)
    return False


def _correct(session: Session) -> bool:
    """Ask for changes of a fact, a line each; whether it was corrected."""
    from graph_builder.facts import FactError  # noqa: PLC0415

    click.echo("Corrections, one a line: field=value; field= for not stated; an empty line ends.")
    changes: dict[str, Any] = {}
    if not sys.stdin.isatty():
        sys.stdin.readline()  # the rest of the line with the key
    while line := sys.stdin.readline().strip():
        name, _, value = line.partition("=")
        changes[name.strip()] = _value(value.strip())
    try:
        session.correct(changes)
    except FactError as error:
        click.echo(f"Not corrected: {error}.")
        return False
    return True


def _value(text: str) -> object:
    """Return a value as it is typed: nothing, yes or no, a number, or text."""
    known: dict[str, object] = {"": None, "true": True, "false": False}
    return known[text] if text in known else int(text) if text.isascii() and text.isdigit() else text


def _keys() -> Callable[[], str]:
    """Return what waits for a key: of the terminal, or of a pipe; the end of a pipe is an empty one."""
    if sys.stdin.isatty():
        return lambda: click.getchar().lower()

    def piped() -> str:
        while (sign := sys.stdin.read(1)).isspace():
            pass
        return sign.lower()

    return piped
