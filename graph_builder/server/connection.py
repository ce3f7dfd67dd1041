"""HTTP connections that are cut where a client takes too long to say what it wants or to take its answer."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol


def impatient(seconds: float) -> type[H11Protocol]:
    """Return uvicorn's protocol, which waits so long for a request's headers, and for room for more of an answer."""
    return type("Impatient", (_Impatient,), {"seconds": seconds})


class _Impatient(H11Protocol):
    seconds: float

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._until: dict[str, asyncio.TimerHandle] = {}

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait_for("headers")

    def data_received(self, data: bytes) -> None:
        begun = self.cycle
        super().data_received(data)
        if self.cycle is not begun:
            self._have("headers")
        elif self.conn.our_state is h11.IDLE:
            self._wait_for("headers")

    def pause_writing(self) -> None:
        super().pause_writing()
        self._wait_for("room")

    def resume_writing(self) -> None:
        super().resume_writing()
        self._have("room")

    def connection_lost(self, exc: Exception | None) -> None:
        self._have("headers")
        self._have("room")
        super().connection_lost(exc)

    def _wait_for(self, what: str) -> None:
        if what not in self._until:
            self._until[what] = self.loop.call_later(self.seconds, self.transport.abort)

    def _have(self, what: str) -> None:
        if what in self._until:
            self._until.pop(what).cancel()
