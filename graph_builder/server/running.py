"""Serving until somebody ends it."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

import uvicorn

from graph_builder.errors import OutputError, ServerError
from graph_builder.output import read_manifest
from graph_builder.server.app import application
from graph_builder.server.connection import impatient
from graph_builder.server.pool import Pool
from graph_builder.server.settings import Settings

_HEADERS_AT_MOST = 65536
_ENDING = 1
"""Seconds that answers under way have when the server is to end."""


def serve(settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve a build until SIGINT or SIGTERM; ``ready`` is told the address once it answers there.

    Raises:
        OutputError: the folder is not one that a build wrote.
        ServerError: the address cannot be had.
    """
    read_manifest(settings.out)
    with _bound(settings) as listening:
        pool = Pool(settings)
        config = uvicorn.Config(
            application(settings, pool),
            http=impatient(settings.patience),
            ws="none",
            lifespan="on",
            log_level="warning",
            access_log=False,
            server_header=False,
            limit_concurrency=settings.connections,
            h11_max_incomplete_event_size=_HEADERS_AT_MOST,
            timeout_graceful_shutdown=_ENDING,
        )
        server = _Server(config, pool, lambda: ready(address(listening)))
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:  # uvicorn has ended in order and raises the signal again
            return
        if server.problem:
            raise server.problem


def address(listening: socket.socket) -> str:
    """Return where a socket listens, as an address to open."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


class _Server(uvicorn.Server):
    """Starts the workers first, and says when it is ready."""

    def __init__(self, config: uvicorn.Config, pool: Pool, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._pool = pool
        self._ready = ready
        self.problem: OutputError | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so; where the graph cannot be opened, end."""
        try:
            await self._pool.start()
        except OutputError as error:
            self.problem, self.should_exit = error, True
            return
        await super().startup(sockets)
        self._ready()


def _bound(settings: Settings) -> socket.socket:
    try:
        family = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((settings.host, settings.port), family=family)
    except socket.gaierror:
        raise ServerError(f"There is no address {settings.host}", "Give --host an address of this machine.") from None
    except OSError as error:
        where = f"{settings.host}:{settings.port}"
        if error.errno == errno.EADDRINUSE:
            remedy = "End what listens there, or choose another with --port (0: any that is free)."
            raise ServerError(f"Something else listens at {where}", remedy) from None
        raise ServerError(
            f"{where} cannot be listened at: {error.strerror}", "Choose another --host or --port."
        ) from None
