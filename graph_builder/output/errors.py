"""What the system says about writing, as what the user can do about it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph_builder.errors import OutputError

_KEPT = "What was there before is as it was."


@contextmanager
def as_output_errors(out: str | Path) -> Iterator[None]:
    """Raise ``OutputError`` for every ``OSError`` of the block, which writes ``out``."""
    try:
        yield
    except OSError as error:
        where = Path(os.path.realpath(out)).parent
        if error.errno in (errno.ENOSPC, errno.EDQUOT) or os.strerror(errno.ENOSPC) in str(error):  # the database's
            raise OutputError(f"No space left on the disk for {out}", f"Free some. {_KEPT}") from error
        if error.errno in (errno.EMFILE, errno.ENFILE) or "file descriptors" in str(error):
            raise OutputError(f"Too few files may be open to write {out}", f"Say ulimit -n 1024. {_KEPT}") from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise OutputError(f"{where} cannot be written to", f"Choose another place with -o. {_KEPT}") from error
        if not where.is_dir():
            raise OutputError(f"There is no folder {where}", "Create it, or choose another with -o.") from error
        raise OutputError(f"{out} cannot be written ({error})", f"Choose another place with -o. {_KEPT}") from error
