"""How a build is served."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``serve`` was asked for, and the limits that nobody needs to set."""

    out: Path
    host: str = "127.0.0.1"
    port: int = 8000
    timeout: float = 10.0
    """Seconds that a question may take in its worker; for one it may wait ``patience`` longer."""
    max_rows: int = 100_000
    """Rows of a table, statements of a graph: an answer with more is refused, never cut."""
    memory: int = 1024
    """Megabytes that a worker may use beyond what it has when the graph is open."""
    workers: int = 4
    cors: tuple[str, ...] = ()
    """Origins whose pages may read answers; ``*`` is all."""
    names: tuple[str, ...] = ()
    """Names by which the server may be called, beside those of this machine."""
    max_bytes: int = 64 * MEGABYTE
    """Of an answer."""
    max_request: int = MEGABYTE
    """Bytes of a request's body."""
    waiting: int = 32
    """Questions that may wait for a worker, half of them of one client; more are told to come again."""
    connections: int = 200
    patience: float = 15.0
    """Seconds in which a client must send its headers, its body, and take each 64 KB of an answer."""
