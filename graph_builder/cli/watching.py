"""A build at work, as it is shown: a bar and a summary for people, a line of JSON for each thing for programs."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from graph_builder import __version__
from graph_builder.cli.notices import Notices
from graph_builder.model import Article, Notice

if TYPE_CHECKING:  # the report reads the lexicon, which a user's own words must reach first
    from graph_builder.report import Summary

EVERY = 1000
"""Articles between two lines of progress in the log."""
_LOG = "graph_builder.log"


class Log:
    """Lines of JSON on the standard error. Each has ``what``, ``at``, ``stage``, ``file`` and ``counts``."""

    def __init__(self, command: str) -> None:
        """Begin with a line that tells command and version."""
        self._began = time.monotonic()
        self.stage: str | None = None
        self.articles = 0
        self.notices = Notices()
        self.write("start", command=command, version=__version__)

    def write(self, what: str, file: str | None = None, **more: object) -> None:
        """Write a line; ``at``: seconds since the first one."""
        counted = {f"{kind}s" if kind != "skipped" else kind: self.notices.counts[kind] for kind in _KINDS}
        line: dict[str, object] = {"what": what, "at": round(time.monotonic() - self._began, 3), "stage": self.stage}
        line |= {"file": file, "counts": {"articles": self.articles, **counted}, **more}
        click.echo(json.dumps(line, ensure_ascii=False), err=True)


_KINDS = ("error", "skipped", "warning")


def _log() -> Log | None:
    context = click.get_current_context(silent=True)
    found: Log | None = context.meta.get(_LOG) if context else None
    return found


def is_logged() -> bool:
    """Whether what happens is to be told in JSON."""
    return _log() is not None


def _begin_log(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.meta[_LOG] = Log(str(context.info_name))


LOG_JSON = click.option(
    "--log-json", is_flag=True, is_eager=True, expose_value=False, callback=_begin_log,
    help="Tell what happens in JSON on the standard error, one object a line.",
)  # fmt: skip


class Watcher:
    """Shows a build at work: a bar on a terminal, nothing in a pipe; at the end, what is to be said about inputs.

    With ``--log-json`` all of it is lines of JSON, each as it happens.
    """

    def __init__(self, files: int) -> None:
        """Expect articles from that many files."""
        self._files = files
        self._file = ""
        self._articles = 0
        self._notices = Notices()
        self._log = _log()

    def __enter__(self) -> Watcher:
        self._bar = click.progressbar(
            range(self._files),
            label="Reading",
            item_show_func=lambda _: f"{self._articles:,} articles",
            file=sys.stderr,
            hidden=self._log is not None or not sys.stderr.isatty(),
        )
        self._bar.__enter__()
        return self

    def __call__(self, seen: Article | Notice | str) -> None:
        """Take note of an article, a notice, or the name of a stage that begins."""
        if isinstance(seen, Notice):
            self._notices.add(seen)
        if self._log:
            _logged(self._log, seen)
        match seen:
            case Article():
                self._articles += 1
                if self._file not in ("", seen.file):  # a file is done when another begins
                    self._bar.update(1)
                self._file = seen.file
                self._bar.render_progress()
            case str():
                self._bar.label = seen.capitalize()
                if seen != "reading":
                    self._bar.update(self._files - self._bar.pos)
                    self._bar.render_progress()

    @property
    def errors(self) -> bool:
        """Whether something could not be read."""
        return self._notices.counts["error"] > 0

    def __exit__(self, *_: object) -> None:
        self._bar.__exit__(None, None, None)
        if not self._log:
            for line in self._notices.lines():
                click.echo(line, err=True)


def _logged(log: Log, seen: Article | Notice | str) -> None:
    match seen:
        case Article():
            log.articles += 1
            if log.articles % EVERY == 0:
                log.write("progress", seen.file)
        case Notice():
            log.notices.add(seen)
            log.write("notice", seen.file, kind=seen.kind, problem=seen.problem, remedy=seen.remedy)
        case stage:
            log.stage = stage
            log.write("stage")


def show_summary(summary: Summary | None, seconds: float, more: Mapping[str, Any] | None = None) -> None:
    """Print the numbers of a build: aligned on a terminal, plain lines in a pipe; ``None``: nothing was to be done.

    ``more``: what the log shall tell beside them.
    """
    log = _log()
    if log:
        log.write("summary", summary=asdict(summary) if summary else None, **(more or {}))
    if summary is None:
        click.echo("Nothing is new or changed.")
        return
    rows = {name: f"{number:,}" for name, number in asdict(summary).items()} | {"time": f"{seconds:.1f} s"}
    for name, value in rows.items():
        if sys.stdout.isatty():
            click.echo(f"  {click.style(f'{name:<10}', dim=True)}{value:>10}")
        else:
            click.echo(f"{name}: {value}")


def show_failure(problem: str, remedy: str, exit_code: int) -> None:
    """Tell why nothing was done: two lines for people, one for programs."""
    log = _log()
    if log:
        log.write("error", problem=problem, remedy=remedy, exit_code=exit_code)
    else:
        click.echo(f"graph-builder: {problem}.\n{remedy}", err=True)
