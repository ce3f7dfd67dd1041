"""The application: which address is answered by what."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from graph_builder.server.accept import best
from graph_builder.server.asking import VOID_PATH, by_get, by_post, dataset
from graph_builder.server.browsing import asking_page, routes
from graph_builder.server.formats import GRAPH_TYPES, HTML, TABLE_TYPES
from graph_builder.server.pool import Pool
from graph_builder.server.refusal import Refused
from graph_builder.server.replies import on_error
from graph_builder.server.settings import Settings
from graph_builder.server.shield import Shield


def application(settings: Settings, pool: Pool) -> ASGIApp:
    """Return the application that serves a build by workers, which are to be started before it is asked."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await pool.close()

    cors = Middleware(CORSMiddleware, allow_origins=settings.cors, allow_methods=["GET", "POST"], allow_headers=["*"])
    endpoint = [Route(path, sparql, methods=["GET", "POST"]) for path in ("/sparql", "/sparql/")]
    app = Starlette(
        routes=[*endpoint, Route(VOID_PATH, dataset), *routes(settings)],
        middleware=[cors] if settings.cors else [],
        exception_handlers={Refused: on_error, Exception: on_error},
        lifespan=lifespan,
    )
    app.state.settings, app.state.pool = settings, pool
    return Shield(app, settings)


async def sparql(request: Request) -> Response:
    """Speak SPARQL with programs, and show readers the page that does so for them."""
    if request.method == "POST":
        return await by_post(request)
    offered = [*TABLE_TYPES, *GRAPH_TYPES, HTML]
    if "format" not in request.query_params and best(request.headers.get("accept", ""), offered) == HTML:
        return asking_page(request)
    return await by_get(request)
