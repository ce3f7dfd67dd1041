"""Write a single file as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from graph_builder.output.errors import as_output_errors


def write_file(path: str | Path, data: bytes, mode: int = 0o666) -> None:
    """Let ``path`` be a file with these bytes, in place of what it was; an ``OutputError`` leaves it as it was.

    ``mode``: who may do what with it, as far as the process's mask allows.
    """
    target = Path(os.path.realpath(path))
    new = target.with_name(f".{target.name}.graph-builder-{os.getpid()}")
    with as_output_errors(path):
        try:
            with open(new, "wb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
                file.write(data)
                file.flush()
                os.fsync(file)
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
