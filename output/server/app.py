"""The application: its addresses, and what each of them answers."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    Response,
)
from starlette.routing import Route

from graph.errors import QueryError
from output.answers import write_answer
from output.engine import Engine, Limits
from output.engine.guard import is_ordered
from output.server.access import Access
from output.server.graphs import write_triples
from output.server.pages import Pages
from output.server.protocol import GRAPHS, ROWS, THINGS, choose, read_query
from output.server.things import Things
from output.vocabulary_page import make_vocabulary_page

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from graph.loading import Held

_LIMITS = Limits(seconds=30, memory=1000, rows=100_000)
_LARGEST = 1_000_000  # bytes of a question


@dataclass(frozen=True, slots=True)
class Site:
    """What is served: a graph, its view where there is one, and what a query may take.

    ``token`` must be known by whoever asks; without one only this machine is answered. ``at_once``
    queries run together; another is told to come later.
    """

    held: Held
    title: str = "Vouchgraph"
    view: Path | None = None
    token: str = ""
    limits: Limits = _LIMITS
    at_once: int = 4


def make_app(site: Site) -> Starlette:
    """Make the application, for uvicorn or any other server of ASGI."""
    server = _Server(site)
    routes = [
        Route("/", server.home),
        Route("/style.css", server.style),
        Route("/view", server.view),
        Route("/query", server.editor),
        Route("/sparql", server.sparql, methods=["GET", "POST"]),
        Route("/graph", server.graph),
        Route("/thing", server.thing),
        Route("/vocabulary", server.vocabulary),
    ]
    guard = Middleware(BaseHTTPMiddleware, dispatch=Access(site.token))
    return Starlette(routes=routes, middleware=[guard])


class _Server:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._engine = Engine(lambda: site.held)
        self._things = Things(site.held)
        self._pages = Pages(site, self._things)
        self._turn = threading.BoundedSemaphore(site.at_once)

    def home(self, _: Request) -> Response:
        return HTMLResponse(self._pages.home())

    def style(self, _: Request) -> Response:
        return Response(self._pages.style(), media_type="text/css")

    def vocabulary(self, _: Request) -> Response:
        return HTMLResponse(make_vocabulary_page())

    def view(self, _: Request) -> Response:
        if self._site.view is None:
            return self._missing("there is no view of this graph; `vouchgraph view` makes one")
        # the page brings a policy of its own, which names its scripts by their hashes
        return FileResponse(
            self._site.view,
            media_type="text/html",
            headers={"Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'"},
        )

    def editor(self, request: Request) -> Response:
        return HTMLResponse(self._pages.editor(request.query_params, self._engine))

    async def sparql(self, request: Request) -> Response:
        body = await request.body()
        if len(body) > _LARGEST:
            return PlainTextResponse("the query is too long\n", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        kind = request.headers.get("Content-Type", "") if request.method == "POST" else ""
        given = {name: request.query_params.getlist(name) for name in request.query_params}
        accept = request.headers.get("Accept", "")
        return await run_in_threadpool(partial(self._sparql, given, kind, body, accept))

    def _sparql(self, given: dict[str, list[str]], kind: str, body: bytes, accept: str) -> Response:
        if not self._turn.acquire(timeout=self._site.limits.seconds):
            return PlainTextResponse("too many queries run\n", HTTPStatus.SERVICE_UNAVAILABLE)
        try:
            sparql, _ = read_query(given, kind, body)
            return self._answer(sparql, accept)
        except QueryError as error:
            return PlainTextResponse(f"{error}\n", HTTPStatus.BAD_REQUEST)
        finally:
            self._turn.release()

    def _answer(self, sparql: str, accept: str) -> Response:
        answer = self._engine.ask(sparql, limits=self._site.limits)
        try:
            offered = GRAPHS if answer.form == "CONSTRUCT" else ROWS
            kind = choose(accept, offered)
            if kind is None:
                told = f"none of the types asked for; one of: {', '.join(offered)}\n"
                return PlainTextResponse(told, HTTPStatus.NOT_ACCEPTABLE)
            prefixes, name = self._site.held.prefixes, offered[kind]
            if offered is GRAPHS:
                return Response(write_triples(answer.lines(), name, prefixes), media_type=kind)
            parts: list[bytes] = []
            write_answer(
                answer, parts.append, name=name, prefixes=prefixes, ordered=is_ordered(sparql)
            )
            return Response(b"".join(parts), media_type=kind)
        finally:
            answer.close()

    def graph(self, request: Request) -> Response:
        name = request.query_params.get("iri", "")
        if not self._things.is_known(name):
            return self._missing(f"the graph says nothing of {name!r}")
        return JSONResponse(self._things.neighbours(name))

    def thing(self, request: Request) -> Response:
        name = request.query_params.get("iri", "")
        if not self._things.is_known(name):
            return self._missing(f"the graph says nothing of {name!r}")
        wanted = request.query_params.get("format") or request.headers.get("Accept", "")
        kind = choose(wanted, THINGS)
        if kind is None:
            told = f"none of the types asked for; one of: {', '.join(THINGS)}\n"
            return PlainTextResponse(told, HTTPStatus.NOT_ACCEPTABLE)
        if kind == "text/html":
            return HTMLResponse(self._pages.thing(name))
        lines = (f"{triple} ." for triple in self._things.described(name))
        content = write_triples(lines, THINGS[kind], self._site.held.prefixes)
        return Response(content, media_type=kind)

    def _missing(self, why: str) -> Response:
        return HTMLResponse(self._pages.missing(why), HTTPStatus.NOT_FOUND)
