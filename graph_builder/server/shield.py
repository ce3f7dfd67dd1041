"""What every request meets first and every answer carries: who may call, what no answer goes without.

A page on another site may make a browser call a server on its user's own machine, by its address or by a name that it
lets mean this machine (DNS rebinding). Such calls are told by the Host and Origin headers and by what the browser says.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_builder.server.refusal import Refused
from graph_builder.server.replies import refusal
from graph_builder.server.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_PIECE = 65536
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class Shield:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._origins = settings.cors
        self._names = _names(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, if its caller may call; give its answer the headers, and a long one in pieces."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        app = self._app
        try:
            self._judge(Headers(scope=scope))
        except Refused as error:
            app = refusal(error)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._dress(MutableHeaders(scope=message))
            for piece in _pieces(message):
                await send(piece)

        await app(scope, receive, sending)

    def _judge(self, headers: Headers) -> None:
        """Raise ``Refused`` where the call comes from a page of another site, or under a name that is not ours."""
        host = headers.get("host", "")
        if self._names and _name(host) not in self._names:
            raise Refused(
                421,
                f"This server is not called {host or 'nothing'!r}",
                "Call it by its address, or name it with --name.",
            )
        origin = headers.get("origin")
        foreign = origin is not None and urlsplit(origin).netloc != host
        crossing = headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate"
        if (foreign or crossing) and not self._welcome(origin):
            raise Refused(
                403, "Pages of other sites may not ask here", "Let the operator allow their origin with --cors."
            )

    def _welcome(self, origin: str | None) -> bool:
        return "*" in self._origins or origin in self._origins

    def _dress(self, headers: MutableHeaders) -> None:
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        if self._origins:
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"


def _names(settings: Settings) -> frozenset[str]:
    """Return the names that the server answers to; none if it answers to any, as one does that others may reach."""
    if not settings.names and not _is_this_machine(settings.host):
        return frozenset()
    return frozenset(map(str.lower, (*_THIS_MACHINE, settings.host, *settings.names)))


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _name(host: str) -> str:
    """Return the name in a Host header, without its port.

    >>> _name("[::1]:8000"), _name("Localhost:80"), _name("[::1")
    ('::1', 'localhost', '')
    """
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _pieces(message: Message) -> Iterator[Message]:
    """Yield a message; a long body in pieces, each of which a client has time to take."""
    body: bytes = message.get("body", b"")
    if len(body) <= _PIECE:
        yield message
        return
    for start in range(0, len(body), _PIECE):
        more = message.get("more_body", False) or start + _PIECE < len(body)
        yield {**message, "body": body[start : start + _PIECE], "more_body": more}
