# SPDX-License-Identifier: MIT
"""The counter: what is not a whole, fresh, signed request of an enrolled device leaves nothing behind."""

import json
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.hub import counter
from storage.hub.identity import identity
from storage.hub.office import Refusal
from storage.hub.sqlite import SqliteBooks
from storage.sync import talk
from storage.sync.talk import Request, read_reply, signed_request
from tests.storage.hub.people import Laptop, Office

LEAD, OTHER = Laptop(), Laptop()
STREAM = LEAD.stream()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Office]:
    """Give an office on SQLite with one enrolled laptop, which has written nothing yet."""
    LEAD.chains.clear()
    with closing(SqliteBooks(tmp_path, bytes(32))) as books:
        made = Office(books, identity(tmp_path))
        made.enrol(LEAD)
        made.hears(LEAD, grants=[LEAD.root(STREAM)])
        yield made


def _says(hub: Office, asked: Request, path: str = "/sync", *, token: str = "", by: Laptop = LEAD) -> bytes:
    asked.device, asked.token = asked.device or by.id, token or hub.identity.token(time.time())
    return signed_request(path, asked, by.device.sign)


def _refused(hub: Office, path: str, body: bytes) -> str:
    before = hub.all_of_it()
    with pytest.raises(Refusal) as refusal:
        counter.answer(hub.books, hub.identity, path, body, time.time())
    assert hub.all_of_it() == before
    return refusal.value.code


def test_a_request_is_answered_with_its_receipt(hub: Office) -> None:
    sealed = LEAD.writes(STREAM, 2)
    body = _says(hub, Request("", "", sealed=sealed))
    given = counter.answer(hub.books, hub.identity, "/sync", body, time.time())
    assert given.body is not None
    assert read_reply(given.body).receipt["streams"][STREAM][LEAD.id][0] == sealed[-1].header.seq
    assert (given.changes_in, given.changes_out) == (2, 0)


def test_what_was_signed_by_somebody_else_or_altered_or_for_another_path_is_refused(hub: Office) -> None:
    sealed = LEAD.writes(STREAM)
    fine = _says(hub, Request("", "", sealed=sealed))
    assert _refused(hub, "/sync", fine[:-1] + bytes([fine[-1] ^ 1])) == "signature"
    assert _refused(hub, "/sync", fine.replace(sealed[0].signature, bytes(64))) == "signature"
    assert _refused(hub, "/fetch", fine) == "signature"
    assert _refused(hub, "/sync", _says(hub, Request(LEAD.id, "", sealed=sealed), by=OTHER)) == "signature"
    assert _refused(hub, "/sync", _says(hub, Request("", ""), by=OTHER)) == "unknown"


def test_an_overheard_request_is_soon_worth_nothing(hub: Office, tmp_path: Path) -> None:
    old = hub.identity.token(time.time() - 3600)
    assert _refused(hub, "/sync", _says(hub, Request("", ""), token=old)) == "stale"
    another = identity(tmp_path / "another").token(time.time())
    assert _refused(hub, "/sync", _says(hub, Request("", ""), token=another)) == "stale"


def test_a_newer_protocol_is_refused_plainly(hub: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(talk, "PROTOCOL", talk.PROTOCOL + 1)
        body = _says(hub, Request("", ""))
    assert _refused(hub, "/sync", body) == "protocol"


@pytest.mark.parametrize("path", ["/sync", "/keep", "/fetch", "/enrol", "/succeed"])
def test_bytes_that_are_no_request_are_malformed(hub: Office, path: str) -> None:
    for body in (b"", b"{}"[:1], b"\xff" * 100, b"[" * 9_000):
        assert _refused(hub, path, body) == "malformed"


@pytest.mark.parametrize("path", counter.MOST)
def test_more_than_the_limit_is_refused_unread(hub: Office, path: str) -> None:
    assert _refused(hub, path, bytes(counter.MOST[path] + 1)) == "too_much"


def test_documents_go_in_and_out_and_what_is_not_there_is_none(hub: Office) -> None:
    from hashlib import blake2b

    name = blake2b(b"sealed", digest_size=32).hexdigest()
    asked = Request("", "", stream=STREAM, name=name)
    fetch = _says(hub, asked, "/fetch")
    assert counter.answer(hub.books, hub.identity, "/fetch", fetch, time.time()).body is None
    body = _says(hub, Request("", "", stream=STREAM, name=name, file=b"sealed"), "/keep")
    counter.answer(hub.books, hub.identity, "/keep", body, time.time())
    assert counter.answer(hub.books, hub.identity, "/fetch", fetch, time.time()).body == b"sealed"


def test_an_invitation_is_redeemed_once(hub: Office) -> None:
    with hub.books.open() as entries:
        entries.register.invite("secret", "x", "now", int(time.time()) + 900)
    body = json.dumps({"card": OTHER.card, "secret": "secret"}).encode()
    given = counter.answer(hub.books, hub.identity, "/enrol", body, time.time())
    assert given.body is not None
    assert json.loads(given.body) == {"hub": hub.identity.verify_key}
    assert _refused(hub, "/enrol", body) == "invitation"
    new = Laptop()
    vouch = new.follows(STREAM, OTHER).signature
    body = json.dumps({"card": new.card, "predecessor": OTHER.id, "vouch": vouch}).encode()
    counter.answer(hub.books, hub.identity, "/succeed", body, time.time())
    assert hub.known(new) is not None
