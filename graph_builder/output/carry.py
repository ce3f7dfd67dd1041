"""What a build wrote, taken over by a new folder that rewrites only a part of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

from graph_builder.output.manifest import TIMES, read_manifest, unlisted


def carry_over(out: Path, folder: Path, but: Collection[str]) -> None:
    """Put every file of the build in ``out`` into the empty ``folder``, except the files and folders named in ``but``.

    Files are linked where that can be, else copied: neither folder's files are ever changed in place.
    """
    for name in _files(out):
        if name not in but and name.partition("/")[0] not in but:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(out / name, target)
            except OSError:  # another file system below, or one without links
                shutil.copyfile(out / name, target)


def _files(out: Path) -> Iterator[str]:
    yield from read_manifest(out)
    yield from (TIMES,) if (out / TIMES).is_file() else ()
    for part in unlisted(out):
        for parent, _, names in os.walk(out / part):
            yield from (Path(parent, name).relative_to(out).as_posix() for name in names)
