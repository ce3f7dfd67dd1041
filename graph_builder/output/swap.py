"""Put a finished folder in the place of another one: in one step where that can be, else in two that can be undone."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# The kernel or the file system does not know the exchange (NFS, some FUSE and overlay mounts).
_UNSUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EOPNOTSUPP)


def swap(new: Path, target: Path, old: Path) -> None:
    """Let ``target`` be what ``new`` is. What it was is then at ``new`` or at ``old``, or gone if it was empty.

    Where two renames are needed, there is a moment without ``target``; ``undo`` mends it if the process ends there.
    """
    if not target.exists() or not any(target.iterdir()):
        new.rename(target)
    elif not _exchange(new, target):
        target.rename(old)
        new.rename(target)


def undo(target: Path, old: Path) -> None:
    """Put ``old`` back if a swap ended between its two renames."""
    if old.exists() and not target.exists():
        old.rename(target)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two paths at once (Linux, renameat2); False where that cannot be done."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(second))
