# SPDX-License-Identifier: MIT
"""The road: to the one hub that is known, by its certificate's fingerprint; whatever else answers is told plainly."""

import contextlib
import http.server
import json
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from storage.errors import BadFile, Refused
from storage.hub.identity import CERTIFICATE, KEY, certify, identity
from storage.job import Cancelled
from storage.sync.road import _SAID, Hub, NoRoad, Road, _greeted, heard, read_invitation
from storage.sync.talk import PROTOCOL, Request
from tests.storage.hub.conftest import free_port
from tests.storage.hub.people import Laptop

KEY_HEX = "ab" * 32
LAPTOP = Laptop()


@contextlib.contextmanager
def _host(answer: Callable[[str], tuple[int, bytes]], folder: Path | None = None) -> Iterator[str]:
    """Give the address of something that answers, with TLS by the folder's certificate."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, data = answer(self.path)
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_POST = do_GET

        def log_message(self, *_: Any) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        if folder is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(folder / CERTIFICATE, folder / KEY)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http{'s' if folder else ''}://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(autouse=True)
def strangers() -> None:
    """Know no hub yet: the system may give an address again that another test's had."""
    _greeted.clear()


def _road(hub: Hub) -> Road:
    return Road(hub, LAPTOP.id, LAPTOP.device.sign)


def _hello(key: str = KEY_HEX, protocol: int = PROTOCOL) -> tuple[int, bytes]:
    return 200, json.dumps({"protocol": protocol, "hub": key, "token": "t"}).encode()


def test_an_invitation_names_address_key_and_fingerprint() -> None:
    hub, secret = read_invitation(f" https://hub.example:8443/#s3cret.{KEY_HEX}.{'cd' * 32}\n")
    assert (hub, secret) == (Hub("https://hub.example:8443", KEY_HEX, "cd" * 32), "s3cret")
    assert read_invitation(f"http://127.0.0.1:1/#s.{KEY_HEX}.")[0].fingerprint == ""


@pytest.mark.parametrize(
    "line",
    [
        "",
        "https://hub.example",
        f"https://hub.example/#s.{KEY_HEX}.",
        f"https://hub.example/#s.{KEY_HEX}.abcd",
        f"https://hub.example/#s.abcd.{'cd' * 32}",
        f"ftp://hub.example/#s.{KEY_HEX}.{'cd' * 32}",
        f"https:///#s.{KEY_HEX}.{'cd' * 32}",
    ],
)
def test_what_is_no_invitation_is_told(line: str) -> None:
    with pytest.raises(BadFile):
        read_invitation(line)


def test_only_the_certificate_of_the_invitation_is_spoken_to(tmp_path: Path) -> None:
    for name in ("hub", "other"):
        (tmp_path / name).mkdir()
        certify(tmp_path / name, "127.0.0.1")
    heard_of: list[str] = []

    def answer(path: str) -> tuple[int, bytes]:
        heard_of.append(path)
        return _hello() if path == "/hello" else (200, b"{}")

    right, wrong = (identity(tmp_path / name).fingerprint() for name in ("hub", "other"))
    with _host(answer, tmp_path / "hub") as address:
        with pytest.raises(NoRoad, match="its certificate or key is another"):
            _road(Hub(address, KEY_HEX, wrong)).enrol({}, "secret")
        assert heard_of == []
        _road(Hub(address, KEY_HEX, right)).enrol({}, "secret")
        assert heard_of == ["/hello", "/enrol"]


def test_a_hub_with_another_key_is_told_nothing() -> None:
    heard_of: list[str] = []

    def answer(path: str) -> tuple[int, bytes]:
        heard_of.append(path)
        return _hello("cd" * 32)

    with _host(answer) as address, pytest.raises(NoRoad, match="its certificate or key is another"):
        _road(Hub(address, KEY_HEX, "")).enrol({}, "secret")
    assert heard_of == ["/hello"]


def test_an_older_hub_is_told_apart() -> None:
    with _host(lambda _path: _hello(protocol=0)) as address, pytest.raises(NoRoad, match="older version"):
        _road(Hub(address, KEY_HEX, "")).sync(Request("", ""))


def test_nobody_at_the_address_is_no_road() -> None:
    with pytest.raises(NoRoad, match="cannot be reached"):
        _road(Hub(f"http://127.0.0.1:{free_port()}", KEY_HEX, "")).sync(Request("", ""))


def test_who_stops_it_is_heard_between_two_tries() -> None:
    road = _road(Hub(f"http://127.0.0.1:{free_port()}", KEY_HEX, ""))
    tries: list[int] = []

    def wanted_once() -> None:
        tries.append(1)
        if len(tries) > 1:
            raise Cancelled

    road.still_wanted = wanted_once
    with pytest.raises(Cancelled):
        road.sync(Request("", ""))
    assert len(tries) == 2


@pytest.mark.parametrize(
    ("status", "data"),
    [
        *((200, b"<html>Log in first"), (302, b"{}"), (500, b""), (400, b"[]"), (200, b"{}"), (502, b"[" * 200_000)),
        *((200, b'{"token": "t", "hub": "h", "protocol": 1e999}'), (200, b"[" * 200_000)),
    ],
)
def test_something_else_at_the_address_is_told(status: int, data: bytes) -> None:
    with _host(lambda _path: (status, data)) as address, pytest.raises(NoRoad, match="not as a hub does"):
        _road(Hub(address, KEY_HEX, "")).sync(Request("", ""))


def test_a_login_page_that_comes_later_is_told_too() -> None:
    def answer(path: str) -> tuple[int, bytes]:
        return _hello() if path == "/hello" else (200, b"<html>")

    with _host(answer) as address, pytest.raises(NoRoad, match="not as a hub does"):
        _road(Hub(address, KEY_HEX, "")).sync(Request("", ""))


def test_a_stale_token_is_asked_for_anew_once() -> None:
    heard_of: list[str] = []

    def answer(path: str) -> tuple[int, bytes]:
        heard_of.append(path)
        return _hello() if path == "/hello" else (401, b'{"code": "stale"}')

    with _host(answer) as address, pytest.raises(Refused, match="its own greeting"):
        _road(Hub(address, KEY_HEX, "")).sync(Request("", ""))
    assert heard_of == ["/hello", "/sync", "/hello", "/sync"]


def test_a_hub_that_was_met_a_moment_ago_is_not_greeted_again() -> None:
    heard_of: list[str] = []

    def answer(path: str) -> tuple[int, bytes]:
        heard_of.append(path)
        return _hello() if path == "/hello" else (404, b"")

    with _host(answer) as address:
        for key in (KEY_HEX, KEY_HEX):
            assert _road(Hub(address, key, "")).fetch("s", "n") is None
        assert heard_of == ["/hello", "/fetch", "/fetch"]
        with pytest.raises(NoRoad, match="its certificate or key is another"):
            _road(Hub(address, "cd" * 32, "")).fetch("s", "n")
    assert heard_of[3:] == ["/hello"]


def test_every_reason_of_a_hub_is_said_in_our_words() -> None:
    from storage.hub.office import REASONS

    assert REASONS.keys() <= _SAID.keys()
    with pytest.raises(Refused, match="revoked"):
        heard(403, b'{"code": "revoked"}')
    with pytest.raises(Refused, match="cannot read"):
        heard(400, b'{"code": "of a newer hub"}')
    with pytest.raises(Refused, match="too much to do"):
        heard(503, b"Service Unavailable")
    assert heard(200, b"said") == b"said"


def test_a_document_that_is_not_there_is_none() -> None:
    def answer(path: str) -> tuple[int, bytes]:
        return _hello() if path == "/hello" else (404, b"")

    with _host(answer) as address:
        hub = replace(Hub(address, KEY_HEX, ""), address=address)
        road = _road(hub)
        assert road.fetch("s", "n") is None
        road.close()
