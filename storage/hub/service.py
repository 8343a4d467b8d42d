# SPDX-License-Identifier: MIT
"""The hub's endpoints over HTTP: greet, enrol, sync, documents, health, metrics. What is answered: counter.py."""

import json
import logging
import sys
import time
from collections import Counter
from collections.abc import Callable
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
"""HTTP status of a refusal; 400 for the others."""
log = logging.getLogger("arolwg.hub")


@dataclass
class Hub:
    """One service process: its books, its identity, and what it counted."""

    books: Books
    identity: Identity
    counted: Counter[str] = field(default_factory=Counter)
    began: float = field(default_factory=time.time)

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
        body = await _body(request, counter.MOST[path])
        given = await hub.run(lambda: counter.answer(hub.books, hub.identity, path, body, time.time()))
        if given.body is None:
            return Response(status_code=404)
        hub.counted['what="changes_in"'] += given.changes_in
        hub.counted['what="changes_out"'] += given.changes_out
        return Response(given.body, media_type="application/octet-stream")

    return await _told(request, answer)


async def _body(request: Request, most: int) -> bytes:
    """Return the request's body; no more than `most` bytes of it are ever held. Raise Refusal."""
    said = request.headers.get("content-length", "0")
    if not said.isdigit() or int(said[:20]) > most:
        raise Refusal("too_much")
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise Refusal("too_much")
        parts.append(part)
    return b"".join(parts)


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


def log_to_stderr() -> None:
    """Write the log as one JSON object a line, for whatever the office collects logs with."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
