# SPDX-License-Identifier: MIT
"""Bodies that come slowly, never, or all at once: the hub answers everybody else meanwhile, and holds only so much."""

import asyncio
import json
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from storage.acts import members
from storage.errors import Refused
from storage.hub import page
from storage.hub import service as hub_service
from storage.hub.identity import identity
from storage.hub.service import service
from storage.hub.sqlite import SqliteBooks
from storage.queries.notes import notes_of_visit
from storage.sync.road import heard
from tests.builders import a_note, a_store, a_visit
from tests.storage.hub.conftest import RunningHub, free_port, synced
from tests.storage.hub.test_service import _memory

_MANY = 200


class App:
    """The service itself, asked without a socket, so that a body rests exactly as a test wants."""

    def __init__(self, folder: Path) -> None:
        self.books = SqliteBooks(folder, bytes(32))
        self.app = service(self.books, identity(folder))

    @property
    def held(self) -> int:
        held: int = self.app.state.hub.held
        return held

    async def asked(self, path: str, pieces: AsyncIterator[bytes]) -> tuple[int, bytes]:
        """Return status and body of the answer to a request whose body comes in these pieces."""
        said: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            piece = await anext(pieces, None)
            return {"type": "http.request", "body": piece or b"", "more_body": piece is not None}

        async def send(message: Any) -> None:
            said.append(message)

        await self.app(
            {"type": "http", "method": "POST", "path": path, "headers": [], "query_string": b""}, receive, send
        )
        return said[0]["status"], b"".join(each.get("body", b"") for each in said)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """Give the service."""
    made = App(tmp_path / "hub")
    with closing(made.books):
        yield made


async def _never() -> AsyncIterator[bytes]:
    yield b"the beginning"
    await asyncio.Event().wait()


async def _drip() -> AsyncIterator[bytes]:
    while True:
        await asyncio.sleep(0)
        yield b"."


@pytest.mark.parametrize(("limit", "pieces"), [("_REST", _never), ("_WHOLE", _drip)])
def test_a_body_that_rests_or_drips_for_ever_is_refused_with_its_reason(
    app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, limit: str, pieces: Any
) -> None:
    monkeypatch.setattr(hub_service, limit, 0.05)
    with caplog.at_level(logging.INFO, "arolwg.hub"):
        status, body = asyncio.run(app.asked("/sync", pieces()))
    assert (status, json.loads(body)["code"]) == (408, "slow")
    assert [json.loads(line)["code"] for line in caplog.messages] == ["slow"]
    assert app.held == 0
    with pytest.raises(Refused, match="too slow"):
        heard(status, body)


def test_only_so_much_is_held_of_all_bodies_together(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_service, "_HELD", 1_000)
    here = asyncio.Event()
    on = asyncio.Event()

    async def waits() -> AsyncIterator[bytes]:
        yield bytes(900)
        here.set()
        await on.wait()

    async def quick() -> AsyncIterator[bytes]:
        yield bytes(200)

    async def both() -> tuple[tuple[int, bytes], tuple[int, bytes]]:
        slow = asyncio.create_task(app.asked("/sync", waits()))
        await here.wait()
        refused = await app.asked("/sync", quick())
        assert app.held == 900
        on.set()
        await slow
        return refused, await app.asked("/sync", quick())

    refused, taken = asyncio.run(both())
    assert (refused[0], json.loads(refused[1])["code"]) == (503, "busy")
    assert json.loads(taken[1])["code"] == "malformed"
    assert app.held == 0


def test_a_word_that_never_arrives_is_not_waited_for(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_PATIENCE", 0.05)
    _status, body = asyncio.run(app.asked("/status", _never()))
    assert b"took too long" in body


def test_two_hundred_who_announce_much_and_send_little_hinder_nobody(tmp_path: Path) -> None:
    lead, second = a_store("Lead"), a_store("Second")
    with ExitStack() as lines, RunningHub(tmp_path / "hub", free_port()) as hub:
        known = hub.enrol(lead, second)
        before = _memory(hub)
        for _ in range(_MANY):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", hub.port), timeout=300.0))
            line.sendall(b"POST /sync HTTP/1.1\r\nHost: hub\r\nContent-Length: 12000000\r\n\r\n" + bytes(20_000))
        there = a_visit(lead)
        a_note(lead, there, "Written meanwhile.")
        members.grant(lead, there.stream_id, members.my_card(second), "second")
        synced(lead, known)
        synced(second, known)
        assert [note.text for note in notes_of_visit(second, there.id)] == ["Written meanwhile."]
        assert hub.is_up()
        # What was sent, and as much again for each connection; not what was announced.
        assert _memory(hub) < before + _MANY * 300_000
        log = [json.loads(line) for line in hub.log.read_text("utf-8").splitlines()]
        # On a machine so slow that half a minute has gone by they may have been refused meanwhile.
        assert {line["code"] for line in log} - {"slow"} == {"ok"}


def test_what_the_libraries_below_say_is_a_line_of_json_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(hub_service.log, "level", logging.NOTSET)
    hub_service.log_to_stderr()
    try:
        raise OSError(24, "Too many open files")
    except OSError:
        logging.getLogger("asyncio").exception("socket.accept() out of\nsystem resource")
    hub_service.log.info(json.dumps({"code": "ok"}))
    low, own = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert (low["level"], "Too many open files" in low["said"]) == ("error", True)
    assert own == {"code": "ok"}
