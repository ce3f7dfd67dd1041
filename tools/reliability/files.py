"""Files that are none, and names that are traps: each is made in a folder."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path

from tools.reliability.samples import TEXT

_ODD = b"\xff\xfe.txt"


def _write(name: str | bytes, folder: Path) -> None:
    path = os.path.join(os.fsencode(folder), os.fsencode(name))  # noqa: PTH118  # names that are no text
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(TEXT.replace("120", "121"))


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def _closed(path: Path) -> None:
    path.write_text(TEXT, "utf-8")
    path.chmod(0)


def _linked(path: Path, target: str | Path) -> None:
    path.symlink_to(target)


def _folders(folder: Path, depth: int) -> None:
    """Make folders in folders, an article in the last."""
    folder.mkdir()
    here = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d" * 50, dir_fd=here)
        below = os.open("d" * 50, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    with os.fdopen(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here), "w", encoding="utf-8") as file:
        file.write(TEXT)
    os.close(here)


NAMES: Mapping[str, str | bytes] = {
    "a newline": "a\nb.txt",
    "markup": "<script>alert(1)<∕script>.txt",
    "quotes and signs of the shell": "';`$(touch x)`\"&|.txt",
    "a bidi override": "\u202etxt.exe.txt",
    "bytes that are no UTF-8": _ODD,
    "255 bytes": "ن" * 125 + "a.txt",
    "a dash in front": "-rf.txt",
    "a formula": "=cmd|' ∕C calc'!A0.txt",
    "per cent and NUL": "%00%2e%2e.txt",
    "controls and colours": "\x1b[31mred\x07.txt",
    "colons and digits, as of a record": "a.txt:1.txt",
    "an ending in capitals": "A.TXT",
    "only an ending": "....txt",
}
SPECIAL: Mapping[str, tuple[str, Callable[[Path], None]]] = {
    "a FIFO": ("fifo.txt", os.mkfifo),
    "a socket": ("socket.txt", _socket),
    "a link to a device without end": ("zero.txt", lambda path: _linked(path, "/dev/zero")),
    "a link to a terminal": ("terminal.txt", lambda path: _linked(path, "/dev/tty")),
    "a link to nothing": ("dangling.txt", lambda path: _linked(path, "nowhere")),
    "a link to itself": ("itself.txt", lambda path: _linked(path, path.name)),
    "a link to the folder above": ("above", lambda path: _linked(path, "..")),
    "a folder named .txt": ("folder.txt", Path.mkdir),
    "folders 60 deep": ("deep", lambda path: _folders(path, 60)),
    "folders deeper than a path may be long": ("deeper", lambda path: _folders(path, 100)),
    "a file that may not be read": ("closed.txt", _closed),
    "a folder that may not be read": ("closed", lambda path: path.mkdir(0)),
}


def named(name: str | bytes) -> Callable[[Path], object]:
    """Return what makes an article of a name."""
    return lambda folder: _write(name, folder)
