"""Answers that several rooms give: refusals as plain text, data with what caches need to know."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from graph_builder.server.formats import content_type
from graph_builder.server.refusal import Refused


def refusal(error: Refused) -> Response:
    """Return what is wrong and what to do about it, as two lines of text."""
    text = f"{error.problem}.\n{error.remedy}\n"
    return PlainTextResponse(text, error.status, headers={**error.headers, "Cache-Control": "no-store"})


async def on_error(request: Request, error: Exception) -> Response:
    """Answer a request that was refused, or at which the server failed: then its log has the reason, not the client."""
    del request
    failed = Refused(500, "The server failed", "The operator finds the reason in the server's log.")
    return refusal(error if isinstance(error, Refused) else failed)


def data(body: bytes, media: str, vary: str = "Accept") -> Response:
    """Return an answer in the form that was chosen; a build may change, so nothing is kept without asking."""
    return Response(body, headers={"Content-Type": content_type(media), "Vary": vary, "Cache-Control": "no-cache"})
