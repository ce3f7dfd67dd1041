"""``decisions.jsonl``: one decision a line, in any order; lines are only added, so that git can merge two files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from graph_builder.decisions.records import Record, as_line, from_line
from graph_builder.decisions.replay import Decisions
from graph_builder.errors import ConfigurationError
from graph_builder.output.errors import as_output_errors

NAME = "decisions.jsonl"


def beside(out: str | Path) -> Path:
    """Return where the decisions on a build are kept if nothing else is said: next to its folder."""
    return Path(os.path.realpath(out)).with_name(NAME)


def read_decisions(path: str | Path) -> Decisions:
    """Return the decisions of a file.

    Raises:
        ConfigurationError: the file cannot be read, or a line is no decision.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}", "Name a file of decisions, one a line.") from error
    return Decisions(_record(path, n, line) for n, line in enumerate(lines, 1) if line.strip())


def _record(path: str | Path, number: int, line: str) -> Record:
    try:
        return from_line(json.loads(line))
    except ValueError as error:
        raise ConfigurationError(
            f"{path}:{number} is no decision: {error}", "Mend or remove the line; docs/how-to/review.md shows the form."
        ) from error


def decisions_on(out: str | Path, path: str | Path | None = None) -> Decisions:
    """Return the decisions of a file; where none is named, of the one beside ``out``, if it is there.

    Raises:
        ConfigurationError: as for ``read_decisions``.
    """
    if path is None and not beside(out).exists():
        return Decisions()
    return read_decisions(beside(out) if path is None else path)


def add_decisions(path: str | Path, records: Iterable[Record]) -> None:
    """Add decisions at the end of a file, which may not be there yet; they are on the disk when this returns.

    Raises:
        OutputError: the file cannot be written.
    """
    with as_output_errors(path), Path(path).open("ab+") as file:
        ended = file.seek(0, os.SEEK_END) == 0
        if not ended:
            file.seek(-1, os.SEEK_END)
            ended = file.read(1) == b"\n"
        text = "".join(json.dumps(as_line(record), ensure_ascii=False) + "\n" for record in records)
        file.write((("" if ended else "\n") + text).encode())
        file.flush()
        os.fsync(file)
