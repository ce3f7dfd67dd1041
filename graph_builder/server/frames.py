"""How the server and a worker talk: a head as JSON and a body of bytes, each after its length."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

LENGTHS = struct.Struct(">II")
"""Of head and body; they come first."""

Head = dict[str, Any]


def frame(head: Head, body: bytes = b"") -> bytes:
    """Return a message as it is sent."""
    written = json.dumps(head, ensure_ascii=False).encode("utf-8")
    return LENGTHS.pack(len(written), len(body)) + written + body


def read(file: BinaryIO) -> tuple[Head, bytes] | None:
    """Return the next message of a file; ``None`` at its end."""
    lengths = file.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head, body = LENGTHS.unpack(lengths)
    return json.loads(file.read(head)), file.read(body)
