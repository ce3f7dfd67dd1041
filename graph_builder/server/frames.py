"""How the server and a worker talk: a head as JSON and a body of bytes, each after its length."""

from __future__ import annotations

import asyncio
import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct(">II")

Head = dict[str, Any]


def frame(head: Head, body: bytes = b"") -> bytes:
    """Return a message as it is sent."""
    written = json.dumps(head, ensure_ascii=False).encode("utf-8")
    return _LENGTHS.pack(len(written), len(body)) + written + body


async def receive(stream: asyncio.StreamReader) -> tuple[Head, bytes]:
    """Return the next message of a stream; ``asyncio.IncompleteReadError`` if it ends before."""
    head, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    return json.loads(await stream.readexactly(head)), await stream.readexactly(body)


def read(file: BinaryIO) -> tuple[Head, bytes] | None:
    """Return the next message of a file; ``None`` at its end."""
    lengths = file.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    return json.loads(file.read(head)), file.read(body)
