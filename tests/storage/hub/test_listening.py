# SPDX-License-Identifier: MIT
"""Whoever says nothing, or reads nothing, is not waited for; over real sockets."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from uvicorn.server import ServerState

from storage.hub import listening
from storage.hub.listening import Listening

_MUCH = 50 * 2**20
_ENOUGH = 300.0
"""Seconds after which a test gives up: nothing here takes one."""


async def _connected(state: ServerState, patience: pytest.MonkeyPatch) -> None:
    """Wait until the hub has a connection; from then on it has little patience."""
    while not state.connections:
        await asyncio.sleep(0.01)
    patience.setattr(listening, "PATIENCE", 0.05)


async def _much(_request: Request) -> Response:
    return Response(bytes(_MUCH))


async def _little(_request: Request) -> Response:
    return Response(b"said")


@asynccontextmanager
async def _listens() -> AsyncIterator[tuple[int, ServerState]]:
    """Give the port of something that listens as the hub does, and what it knows of its connections."""
    app = Starlette(routes=[Route("/much", _much), Route("/little", _little)])
    config, state = uvicorn.Config(app, log_level="warning", access_log=False), ServerState()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Listening(config, state, {}, loop), "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], state


def _run(deed: Callable[[int, ServerState], Any]) -> None:
    async def done() -> None:
        async with asyncio.timeout(_ENOUGH), _listens() as (port, state):
            await deed(port, state)

    asyncio.run(done())


@pytest.mark.parametrize("said", [b"", b"GET /lit", b"GET /little HTTP/1.1\r\nHost: hub\r\nX-Slow: a"])
def test_who_asks_nothing_whole_is_not_waited_for(said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "PATIENCE", 0.05)

    async def deed(port: int, _state: ServerState) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(said)
        assert await reader.read() == b""
        writer.close()

    _run(deed)


def test_who_asks_again_by_halves_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def deed(port: int, state: ServerState) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await _connected(state, monkeypatch)
        writer.write(b"GET /little HTTP/1.1\r\nHost: hub\r\n\r\n")
        assert (await reader.readuntil(b"said")).startswith(b"HTTP/1.1 200")
        writer.write(b"GET /lit")
        assert await reader.read() == b""
        writer.close()

    _run(deed)


def test_who_does_not_read_an_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def deed(port: int, state: ServerState) -> None:
        with socket.socket() as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            line.connect(("127.0.0.1", port))
            await _connected(state, monkeypatch)
            line.sendall(b"GET /much HTTP/1.1\r\nHost: hub\r\n\r\n")
            while state.connections or state.tasks:
                await asyncio.sleep(0.01)

    _run(deed)


def test_who_reads_gets_everything() -> None:
    async def deed(port: int, _state: ServerState) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /much HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n")
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200")
        assert len(body) == _MUCH
        writer.close()

    _run(deed)
