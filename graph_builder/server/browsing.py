"""What readers open: the page of questions, the page and the data of every IRI, the ontology, the build's own pages."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pyoxigraph import RdfFormat, parse, serialize
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Message, Receive, Scope, Send

from graph_builder.server.accept import best
from graph_builder.server.asking import ask, graph_form
from graph_builder.server.formats import ENDINGS, GRAPH_TYPES, GRAPHS, HTML, choose
from graph_builder.server.pages import Place, ontology_page, query_page, thing_page
from graph_builder.server.refusal import Refused
from graph_builder.server.replies import data
from graph_builder.server.settings import Settings
from graph_builder.server.words import language_of, ontology

_LOCAL = re.compile(r"[\w.~%!$&'()*+,;=:@-]+", re.ASCII)
_STATIC = Path(__file__).parent / "static"


def routes(settings: Settings) -> list[BaseRoute]:
    """Return the addresses that readers open."""
    return [
        Route("/", start),
        Route("/id/{kind}/{name}", identified),
        Route("/page/{kind}/{name}", page),
        Route("/data/{kind}/{name}", described),
        Route("/questions/{name}", question),
        Route("/ontology", terms),
        Mount("/static", StaticFiles(directory=_STATIC)),
        Mount("/site", _Site(directory=settings.out / "site", html=True, check_dir=False)),
    ]


async def start(request: Request) -> Response:
    """Lead to the build's own pages, or to the page of questions where there are none."""
    return RedirectResponse(_of_site(request) or "/sparql")


async def identified(request: Request) -> Response:
    """Lead from a thing to its page or to its data: a thing is neither (303, as the Web's architecture has it)."""
    kind, name = _path(request)
    media = best(request.headers.get("accept", ""), [*GRAPH_TYPES, HTML])
    if media is None:
        graph_form(request)
    endings = {form: ending for ending, form in ENDINGS.items()}
    ending = endings.get(GRAPH_TYPES.get(media or "", ""), "ttl")
    where = f"/page/{kind}/{name}" if media == HTML else f"/data/{kind}/{name}.{ending}"
    return RedirectResponse(where, 303, headers={"Vary": "Accept"})


async def page(request: Request) -> Response:
    """Show what the graph says of a thing."""
    kind, name = _path(request)
    thing, _ = await ask(request, {"do": "facts", "kind": kind, "name": name})
    path = f"{kind}/{name}"
    links = [
        f'</data/{path}.{ending}>; rel="alternate"; type="{GRAPHS[form].media_type}"'
        for ending, form in ENDINGS.items()
    ]
    about = f'<{thing["iri"]}>; rel="describes"'
    return html(
        thing_page(place(request), thing, path, _of_site(request, f"{path}.html")), {"Link": ", ".join([about, *links])}
    )


async def described(request: Request) -> Response:
    """Give what the graph says of a thing as RDF, in the form that the address ends with."""
    kind, name = _path(request)
    name, _, ending = name.rpartition(".")
    form = choose("", GRAPH_TYPES, ending) if ending in ENDINGS else None
    if form is None:
        raise Refused(404, "There is no such form of data", f"End the address with one of .{', .'.join(ENDINGS)}.")
    head, body = await ask(request, {"do": "describe", "kind": kind, "name": name, "form": form.form})
    response = data(body, form.media)
    response.headers["Link"] = (
        f'<{head["iri"]}>; rel="describes", </page/{kind}/{name}>; rel="alternate"; type="{HTML}"'
    )
    return response


async def question(request: Request) -> Response:
    """Give a question that comes with the program as SPARQL, about what the address says (``?person=...``)."""
    about = dict(request.query_params)
    head, _ = await ask(request, {"do": "question", "name": request.path_params["name"], "about": about})
    return data(head["sparql"].encode("utf-8"), "application/sparql-query")


async def terms(request: Request) -> Response:
    """Show the ontology, or give it as RDF."""
    named = request.query_params.get("format", "")
    if not named and best(request.headers.get("accept", ""), [*GRAPH_TYPES, HTML]) == HTML:
        return html(ontology_page(place(request)), {})
    form = graph_form(request, named)
    return data(_ontology(form.form), form.media)


def asking_page(request: Request) -> Response:
    """Return the page of questions."""
    return html(query_page(place(request)), {"Link": '</.well-known/void>; rel="describedby"'})


def place(request: Request) -> Place:
    """Return where a page stands."""
    hello = request.app.state.pool.hello
    return Place(language_of(request), hello["base"], hello["prefixes"], _of_site(request))


def html(text: str, headers: dict[str, str]) -> Response:
    """Return a page."""
    return HTMLResponse(text, headers={"Vary": "Accept, Accept-Language", "Cache-Control": "no-cache", **headers})


def _of_site(request: Request, page: str = "index.html") -> str:
    """Return the address of one of the build's own pages; nothing if it has not written it."""
    settings: Settings = request.app.state.settings
    return f"/site/{page}" if (settings.out / "site" / page).is_file() else ""


def _path(request: Request) -> tuple[str, str]:
    """Return kind and name as they stand in the IRI, percent-encoded."""
    _, _, kind, name = request.scope["raw_path"].decode("ascii").split("/")
    if not (_LOCAL.fullmatch(kind) and _LOCAL.fullmatch(name)):
        raise Refused(404, "No IRI of the graph ends like this", "Look for its name on the page of questions.")
    return kind, name


@cache
def _ontology(form: str) -> bytes:
    if form == "turtle":
        return ontology()
    return serialize((quad.triple for quad in parse(ontology(), RdfFormat.TURTLE)), format=GRAPHS[form]) or b""


class _Site(StaticFiles):
    """The pages that the build wrote: they bring a policy of their own, stricter than the server's."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, if the build wrote such pages at all."""
        if not Path(str(self.directory)).is_dir():
            raise Refused(404, "This build has no pages of its own", "Build it again with this version.")

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"content-security-policy", b"frame-ancestors 'none'"))
            await send(message)

        await super().__call__(scope, receive, sending)
