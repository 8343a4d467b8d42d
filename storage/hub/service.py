# SPDX-License-Identifier: MIT
"""The hub's endpoints over HTTP: greet, enrol, sync, documents, health, metrics. What is answered: counter.py."""

import asyncio
import json
import logging
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from storage.errors import Trouble
from storage.hub import counter, page
from storage.hub.books import Books
from storage.hub.identity import Identity
from storage.hub.office import REASONS, Refusal
from storage.model import clock
from storage.sync import talk

_STATUS = {"unknown": 401, "signature": 401, "stale": 401, "revoked": 403, "too_much": 413, "fork": 409, "gap": 409}
_STATUS |= {"slow": 408, "busy": 503}
"""HTTP status of a refusal; 400 for the others."""
_REST, _WHOLE = 30.0, 900.0
"""Seconds that a body may rest between two of its pieces, and take as a whole: a document over the slowest of lines."""
_HELD = 256 * 1024 * 1024
"""Bytes of bodies that are held at once, of all requests together: half a dozen of the longest."""
log = logging.getLogger("arolwg.hub")


@dataclass
class Hub:
    """One service process: its books, its identity, and what it counted."""

    books: Books
    identity: Identity
    counted: Counter[str] = field(default_factory=Counter)
    began: float = field(default_factory=time.time)
    held: int = 0
    """Bytes of bodies that are here and not answered yet."""

    async def run(self, work: Callable[[], Any]) -> Any:
        """Do work on the books: on another thread where the database takes several, in turn where it does not."""
        return await run_in_threadpool(work) if self.books.is_shared else work()


def service(books: Books, identity: Identity) -> Starlette:
    """Return the hub as an ASGI application."""
    app = Starlette(
        routes=[
            Route("/health", _health),
            Route("/metrics", _metrics),
            Route("/hello", _hello),
            *(Route(path, _asked, methods=["POST"]) for path in counter.MOST),
            *page.ROUTES,
        ]
    )
    app.state.hub = Hub(books, identity)
    return app


async def _health(request: Request) -> Response:
    hub: Hub = request.app.state.hub

    def ask() -> None:
        with hub.books.open() as entries:
            entries.register.word("health")

    try:
        await hub.run(ask)
    except Trouble:
        return JSONResponse({"ok": False}, status_code=503)
    return JSONResponse({"ok": True, "protocol": talk.PROTOCOL})


async def _metrics(request: Request) -> Response:
    hub: Hub = request.app.state.hub

    def ask() -> Any:
        with hub.books.open() as entries:
            return entries.register.totals()

    try:
        held = await hub.run(ask)
    except Trouble:
        return PlainTextResponse("arolwg_hub_up 0\n", status_code=503)
    lines = ["arolwg_hub_up 1"]
    lines += [f"arolwg_hub_{name} {count}" for name, count in held.items()]
    lines += [f"arolwg_hub_requests_total{{{what}}} {count}" for what, count in sorted(hub.counted.items())]
    return PlainTextResponse("\n".join([*lines, f"arolwg_hub_up_seconds {time.time() - hub.began:.0f}", ""]))


async def _hello(request: Request) -> Response:
    hub: Hub = request.app.state.hub
    return JSONResponse(counter.greeting(hub.identity, time.time()))


async def _asked(request: Request) -> Response:
    path = request.url.path

    async def answer(hub: Hub) -> Response:
        async with _body(hub, request, counter.MOST[path]) as body:
            given = await hub.run(lambda: counter.answer(hub.books, hub.identity, path, body, time.time()))
        if given.body is None:
            return Response(status_code=404)
        hub.counted['what="changes_in"'] += given.changes_in
        hub.counted['what="changes_out"'] += given.changes_out
        return Response(given.body, media_type="application/octet-stream")

    return await _told(request, answer)


@asynccontextmanager
async def _body(hub: Hub, request: Request, most: int) -> AsyncIterator[bytes]:
    """Give the request's body; no more than `most` bytes of it are ever held, nor _HELD of all. Raise Refusal."""
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or int(said[:20]) > most:
        raise Refusal("too_much")
    parts: list[bytes] = []
    size = 0
    try:
        async for part in _arriving(request):
            size += len(part)
            hub.held += len(part)
            if size > most:
                raise Refusal("too_much")
            if hub.held > _HELD:
                raise Refusal("busy")
            parts.append(part)
        yield b"".join(parts)
    finally:
        hub.held -= size


async def _arriving(request: Request) -> AsyncIterator[bytes]:
    """Yield the pieces of a body as they come. Raise Refusal when they come too slowly."""
    pieces = request.stream()
    until = time.monotonic() + _WHOLE
    while True:
        try:
            async with asyncio.timeout(min(_REST, until - time.monotonic())):
                piece = await anext(pieces)
        except StopAsyncIteration:
            return
        except TimeoutError as late:
            raise Refusal("slow") from late
        yield piece


async def _told(request: Request, answer: Callable[[Hub], Any]) -> Response:
    """Answer, turn a refusal into its reason, and write one line of log: no content, no names."""
    hub: Hub = request.app.state.hub
    began, code = time.perf_counter(), "ok"
    try:
        response: Response = await answer(hub)
    except Refusal as refusal:
        code = refusal.code
        response = JSONResponse({"code": code, "reason": REASONS[code]}, status_code=_STATUS.get(code, 400))
    except Trouble:
        code = "database"
        response = JSONResponse(
            {"code": code, "reason": "The hub's disk or database refuses. Nothing was kept."}, status_code=503
        )
    except ClientDisconnect:
        code = "gone"
        response = Response(status_code=400)
    path = request.url.path
    hub.counted[f'path="{path}",code="{code}"'] += 1
    line = {"at": clock.stamp(), "path": path, "status": response.status_code, "code": code}
    log.info(json.dumps({**line, "ms": round((time.perf_counter() - began) * 1000, 1)}))
    return response


class _Lines(logging.Formatter):
    """One JSON object a line, also of what the libraries below us have to say."""

    def format(self, record: logging.LogRecord) -> str:
        if record.name == log.name:
            return record.getMessage()
        return json.dumps({"at": clock.stamp(), "level": record.levelname.lower(), "said": super().format(record)})


def log_to_stderr() -> None:
    """Write the log as one JSON object a line, for whatever the office collects logs with."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    logging.getLogger().addHandler(handler)
    log.setLevel(logging.INFO)
