# SPDX-License-Identifier: MIT
"""The hub's endpoints over HTTP: greet, enrol, sync, documents, health, metrics. Decisions: office.py."""

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
from storage.hub import office, page
from storage.hub.books import Books
from storage.hub.identity import Identity
from storage.hub.office import REASONS, Refusal
from storage.model import clock
from storage.sync import talk
from storage.sync.wire import Malformed

_STATUS = {"unknown": 401, "signature": 401, "stale": 401, "revoked": 403, "too_much": 413, "fork": 409, "gap": 409}
"""HTTP status of a refusal; 400 for the others."""
_MOST_CARD = 10_000
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
            Route("/enrol", _enrol, methods=["POST"]),
            Route("/succeed", _succeed, methods=["POST"]),
            Route("/sync", _sync, methods=["POST"]),
            Route("/keep", _keep, methods=["POST"]),
            Route("/fetch", _fetch, methods=["POST"]),
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

    held = await hub.run(ask)
    lines = [f"arolwg_hub_{name} {count}" for name, count in held.items()]
    lines += [f"arolwg_hub_requests_total{{{what}}} {count}" for what, count in sorted(hub.counted.items())]
    return PlainTextResponse("\n".join([*lines, f"arolwg_hub_up_seconds {time.time() - hub.began:.0f}", ""]))


async def _hello(request: Request) -> Response:
    hub: Hub = request.app.state.hub
    token = hub.identity.token(time.time())
    return JSONResponse({"protocol": talk.PROTOCOL, "hub": hub.identity.verify_key, "token": token})


async def _enrol(request: Request) -> Response:
    async def answer(hub: Hub) -> Response:
        plain = _plain(await _body(request, _MOST_CARD))
        card, secret = plain.get("card", {}), str(plain.get("secret", ""))

        def work() -> None:
            with hub.books.open() as entries:
                office.enrol(entries, card, secret, (clock.stamp(), int(time.time())))

        await hub.run(work)
        return JSONResponse({"hub": hub.identity.verify_key})

    return await _told(request, answer)


async def _succeed(request: Request) -> Response:
    async def answer(hub: Hub) -> Response:
        plain = _plain(await _body(request, _MOST_CARD))
        card, old, vouch = plain.get("card", {}), str(plain.get("predecessor", "")), str(plain.get("vouch", ""))

        def work() -> None:
            with hub.books.open() as entries:
                office.succeed(entries, card, old, vouch, clock.stamp())

        await hub.run(work)
        return JSONResponse({"hub": hub.identity.verify_key})

    return await _told(request, answer)


async def _sync(request: Request) -> Response:
    async def answer(hub: Hub) -> Response:
        asked, said, signature = _read("/sync", await _body(request, talk.MOST_SYNC))

        def work() -> talk.Reply:
            at = clock.stamp()
            with hub.books.open() as entries:
                device = _known(hub, entries, asked, (said, signature), at)
                return office.exchange(entries, hub.identity, device, asked, at)

        reply = await hub.run(work)
        hub.counted['what="changes_in"'] += len(asked.sealed)
        hub.counted['what="changes_out"'] += len(reply.sealed)
        return Response(talk.reply_bytes(reply), media_type="application/octet-stream")

    return await _told(request, answer)


async def _keep(request: Request) -> Response:
    async def answer(hub: Hub) -> Response:
        asked, said, signature = _read("/keep", await _body(request, talk.MOST_DOCUMENT))

        def work() -> None:
            at = clock.stamp()
            with hub.books.open() as entries:
                device = _known(hub, entries, asked, (said, signature), at)
                office.keep_document(entries, device, asked.stream, asked.name, asked.file)

        await hub.run(work)
        return JSONResponse({"kept": asked.name})

    return await _told(request, answer)


async def _fetch(request: Request) -> Response:
    async def answer(hub: Hub) -> Response:
        asked, said, signature = _read("/fetch", await _body(request, _MOST_CARD))

        def work() -> bytes | None:
            at = clock.stamp()
            with hub.books.open() as entries:
                device = _known(hub, entries, asked, (said, signature), at)
                return office.document(entries, device, asked.stream, asked.name)

        found = await hub.run(work)
        if found is None:
            return Response(status_code=404)
        return Response(found, media_type="application/octet-stream")

    return await _told(request, answer)


def _known(hub: Hub, entries: Any, asked: talk.Request, signed: tuple[bytes, bytes], at: str) -> Any:
    if not hub.identity.is_fresh(asked.token, time.time()):
        raise Refusal("stale")
    return office.known(entries, asked.device, *signed, at)


def _read(path: str, body: bytes) -> tuple[talk.Request, bytes, bytes]:
    try:
        return talk.read_request(path, body)
    except LookupError as problem:
        raise Refusal("protocol") from problem
    except Malformed as problem:
        raise Refusal("malformed") from problem


def _plain(body: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(body)
    except ValueError as problem:
        raise Refusal("malformed") from problem
    if not isinstance(plain, dict):
        raise Refusal("malformed")
    return plain


async def _body(request: Request, most: int) -> bytes:
    """Return the request's body; no more than `most` bytes of it are ever held. Raise Refusal."""
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
