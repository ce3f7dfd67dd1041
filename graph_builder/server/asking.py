"""The endpoint: SPARQL over HTTP, and asking a worker for whoever needs an answer of it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from graph_builder.server.description import description
from graph_builder.server.formats import GRAPH_TYPES, TABLE_TYPES, Choice, choose
from graph_builder.server.jobs import not_acceptable
from graph_builder.server.protocol import Question, from_get, from_post
from graph_builder.server.refusal import Refused
from graph_builder.server.replies import data
from graph_builder.server.settings import Settings

VOID_PATH = "/.well-known/void"


async def by_get(request: Request) -> Response:
    """Answer a query; without one, describe the service."""
    question = from_get(request.scope["query_string"])
    return _description(request) if question is None else await _answer(request, question)


async def by_post(request: Request) -> Response:
    """Answer a query in a body."""
    content_type = request.headers.get("content-type", "")
    return await _answer(request, from_post(request.scope["query_string"], content_type, await _body(request)))


async def dataset(request: Request) -> Response:
    """Describe the dataset (VoID, DCAT)."""
    form = graph_form(request)
    _, body = await ask(request, {"do": "dataset", "form": form.form})
    return data(body, form.media)


def graph_form(request: Request, named: str = "") -> Choice:
    """Return the form of a graph that a client likes best, or that it named.

    Raises:
        Refused: it takes none of those there are.
    """
    form = choose(request.headers.get("accept", ""), GRAPH_TYPES, named)
    if form is None:
        raise not_acceptable("graphs")
    return form


async def ask(request: Request, head: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Return a worker's answer; a client that goes away meanwhile ends its question."""
    client = request.client.host if request.client else ""
    return await _unless_gone(request, request.app.state.pool.ask(client, head))


async def _answer(request: Request, question: Question) -> Response:
    accept = request.headers.get("accept", "")
    table = choose(accept, TABLE_TYPES, question.form)
    graph = choose(accept, GRAPH_TYPES, question.form)
    head, body = await ask(
        request,
        {
            "do": "answer",
            "sparql": question.sparql,
            "default": question.default_graphs,
            "named": question.named_graphs,
            "tables": table,
            "graphs": graph,
        },
    )
    return data(body, head["media"])


def _description(request: Request) -> Response:
    form = graph_form(request, request.query_params.get("format", ""))
    base = str(request.base_url)
    response = data(description(f"{base}sparql", base + VOID_PATH[1:], form.form), form.media)
    response.headers["Link"] = f'<{VOID_PATH}>; rel="describedby"'
    return response


async def _body(request: Request) -> bytes:
    """Return a request's body, which may be neither large nor slow."""
    settings: Settings = request.app.state.settings
    body = b""
    try:
        async with asyncio.timeout(settings.patience):
            async for part in request.stream():
                body += part
                if len(body) > settings.max_request:
                    problem = f"The request is larger than {settings.max_request:,} bytes"
                    raise Refused(413, problem, "Ask a shorter question.", {"Connection": "close"})
    except TimeoutError:
        raise Refused(408, "The request came too slowly", "Send it again.", {"Connection": "close"}) from None
    return body


async def _unless_gone(
    request: Request, work: Coroutine[Any, Any, tuple[dict[str, Any], bytes]]
) -> tuple[dict[str, Any], bytes]:
    task = asyncio.create_task(work)
    gone = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise Refused(499, "The client went away", "Ask again.")
        return task.result()
    finally:
        task.cancel()
        gone.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
