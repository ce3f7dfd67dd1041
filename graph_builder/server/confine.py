"""What a worker may use and reach, held by the operating system: memory, time, no core dumps, no socket.

The guard refuses questions that call other servers; should one pass it, Linux on x86-64 and ARM refuses the worker a
socket.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import struct
import sys
from pathlib import Path

from graph_builder.server.settings import MEGABYTE

_SYSCALLS = {
    "x86_64": (0xC000003E, (41, 59, 322, 425)),
    "aarch64": (0xC00000B7, (198, 221, 281, 425)),
}
"""By machine: its number in audit records, and those of socket, execve, execveat, io_uring_setup."""
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
_NUMBER_AT, _MACHINE_AT = 0, 4


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def without_sockets() -> bool:
    """Let this process and its threads never open a socket or run a program; False where that cannot be had.

    To be called before the first thread: a filter holds for the thread that sets it and those it starts.
    """
    known = _SYSCALLS.get(platform.machine()) if sys.platform == "linux" else None
    if known is None:
        return False
    machine, refused = known
    steps = [(_LOAD, 0, 0, _MACHINE_AT), (_EQUAL, 0, len(refused) + 1, machine), (_LOAD, 0, 0, _NUMBER_AT)]
    steps += [(_EQUAL, len(refused) - index, 0, number) for index, number in enumerate(refused)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _FAIL | errno.EACCES)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.cast(code, ctypes.c_void_p))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def modest() -> None:
    """Let this process give way to the one that serves, and leave no core dump of what it read."""
    os.nice(5)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_memory(megabytes: int) -> None:
    """Let this process have so much more memory than it has now; asked for more, it ends (Linux only)."""
    if (now := memory()) is not None:
        _limit(resource.RLIMIT_DATA, now + megabytes * MEGABYTE)


def limit_time(seconds: float) -> None:
    """Let this process end if it works so much longer: a server that was killed cannot end its workers."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 2)


def _limit(what: int, value: int) -> None:
    """Set a limit, as far as the one that the operator may have set allows."""
    _, most = resource.getrlimit(what)
    resource.setrlimit(what, (value if most == resource.RLIM_INFINITY else min(value, most), most))


def memory() -> int | None:
    """Return how many bytes this process has for data; ``None`` where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * resource.getpagesize()
    except OSError:
        return None
