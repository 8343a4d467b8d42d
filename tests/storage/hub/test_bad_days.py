# SPDX-License-Identifier: MIT
"""Bad days: a disk that is full on either side in the middle, a renewed certificate, an answer without end.

Each is refused with a plain reason and leaves nothing by halves; when the day is better, all goes on.
"""

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from storage import documents
from storage.acts import members
from storage.envelope import Sealed
from storage.errors import BadFile, CannotKeep, Refused, Trouble
from storage.job import run_now
from storage.model import clock
from storage.model.ids import StreamId
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.store import Store
from storage.sync import exchange, parcel, receipt, road, talk
from storage.sync.road import Hub, NoRoad, Road
from storage.vault import Database
from tests.builders import a_note, a_store, a_visit, hand_over
from tests.storage.hub.conftest import near
from tests.storage.hub.near import NearHub

__all__ = ["near"]
Make = Callable[..., tuple[Store, str]]
_NO_END = 2**30


@contextmanager
def full(db: Database, room: int) -> Iterator[None]:
    """Leave a database only so many pages more, as a disk that fills up does: SQLite itself refuses the next."""
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + room}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA max_page_count = {_NO_END}")


def _much(store: Store, number: int = 60) -> Visit:
    """Return a visit whose notes take more room than compression saves."""
    visit = a_visit(store)
    for _ in range(number):
        a_note(store, visit, secrets.token_hex(600))
    return visit


def _counts(near: NearHub) -> dict[str, int]:
    with near.books.open() as entries:
        return dict(entries.register.totals())


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut pages small, so that a disk fills up between two of them."""
    monkeypatch.setattr(talk, "PAGE", 10_000)
    monkeypatch.setattr("storage.hub.office.PAGE", 10_000)
    monkeypatch.setattr("storage.hub.office._ROWS", 5)


@pytest.mark.usefixtures("small_pages")
def test_the_hubs_disk_is_full_in_the_middle(near: NearHub) -> None:
    lead = a_store("Lead")
    near.enrol(lead)
    visit = _much(lead)
    with full(near.books._db, 12):
        with pytest.raises(Refused, match="disk or database refuses"):
            near.synced(lead)
        there = _counts(near)["changes"]
        with near.books.open() as entries:
            ends = entries.chains.ends(visit.stream_id)
        assert 0 < there < sum(lead.ledger.vector(visit.stream_id).values())
        # What it acknowledged is really there, and it calls nothing received that is not.
        assert receipt.covered(lead, visit.stream_id) == {device: seq for device, (seq, _) in ends.items()}
        assert not receipt.standing(lead, visit.stream_id).is_covered
    near.restart()
    assert _counts(near)["changes"] == there
    near.synced(lead)
    assert receipt.standing(lead, visit.stream_id).is_covered


@pytest.mark.usefixtures("small_pages")
def test_the_laptops_disk_is_full_in_the_middle_of_a_sync(near: NearHub, folder_store: Make) -> None:
    lead, (second, _) = a_store("Lead"), folder_store("second")
    near.enrol(lead, second)
    visit = _much(lead)
    members.grant(lead, visit.stream_id, members.my_card(second), "second")
    near.synced(lead)
    near.synced(second, most=2)
    before = second.ledger.vector(visit.stream_id)
    assert 0 < before[lead.device.id] < lead.ledger.vector(visit.stream_id)[lead.device.id]
    with full(second.db, 2), pytest.raises(CannotKeep, match="disk is full"):
        near.synced(second)
    assert second.ledger.vector(visit.stream_id) == before
    assert not second.db.conn.in_transaction
    near.synced(second)
    assert {each.text for each in notes_of_visit(second, visit.id)} == {
        each.text for each in notes_of_visit(lead, visit.id)
    }


def test_the_laptops_disk_is_full_in_the_middle_of_a_parcel(folder_store: Make, tmp_path: Path) -> None:
    lead, (second, _) = a_store("Lead"), folder_store("second")
    visit = _much(lead)
    documents.keep(lead, visit.stream_id, b"a scan", subject=visit.id, title="scan.png")
    members.grant(lead, visit.stream_id, members.my_card(second), "second")
    parcel.write(lead, [visit.stream_id], tmp_path / "p", parcel.addressees(lead, [visit.stream_id]))
    with full(second.db, 20), pytest.raises(CannotKeep, match="disk is full"):
        parcel.read(second, tmp_path / "p")
    assert (second.keyring.streams(), second.ledger.vector(visit.stream_id), second.shelf.names()) == ([], {}, set())
    assert parcel.read(second, tmp_path / "p").received.new == sum(lead.ledger.vector(visit.stream_id).values())
    assert len(second.shelf.names()) == 1


@pytest.mark.parametrize("field", ["epoch", "commitment", "previous", "seq", "device", "stream"])
def test_a_header_that_was_changed_on_its_way_brings_nothing_in(near: NearHub, field: str) -> None:
    """A hub that alters what it hands on, whatever it alters."""
    lead, second = a_store("Lead"), a_store("Second")
    near.enrol(lead, second)
    visit = a_visit(lead)
    a_note(lead, visit, "As it was written.")
    members.grant(lead, visit.stream_id, members.my_card(second), "second")
    near.synced(lead)
    other = {
        "epoch": 7,
        "commitment": bytes(32),
        "previous": bytes(32),
        "seq": 99,
        "device": second.device.id,
        "stream": StreamId("0" * 32 + "." + lead.device.id),
    }

    def spoilt(sealed: Sealed) -> Sealed:
        return replace(sealed, header=replace(sealed.header, **{field: other[field]}))

    honest = near.road(second)

    class Altering(type(honest)):  # type: ignore[misc]
        def sync(self, request: talk.Request) -> talk.Reply:
            reply = super().sync(request)
            reply.sealed = [spoilt(each) if at == 2 else each for at, each in enumerate(reply.sealed)]
            return reply

    progress = exchange.Progress()
    try:
        for job in exchange.rounds(second, near.known, progress, Altering(near, second, str)):
            run_now(job, second)
    except BadFile:
        assert second.ledger.vector(visit.stream_id) == {}
    assert not notes_of_visit(second, visit.id)
    near.synced(second)
    assert [each.text for each in notes_of_visit(second, visit.id)] == ["As it was written."]


def test_a_copied_store_that_was_used_twice_is_refused_whole_and_keeps_what_it_has(near: NearHub) -> None:
    """A machine put back to an earlier state in its very place, which no store notices by itself (0006)."""
    lead, second, twin = a_store("Lead"), a_store("Second"), a_store("Lead")
    near.enrol(lead, second)
    visit = a_visit(lead)
    members.grant(lead, visit.stream_id, members.my_card(second), "second")
    near.synced(lead)
    hand_over(lead, twin, visit.stream_id)
    twin._unlocked = lead._unlocked
    twin.marks.keep("me", lead.me)
    for store, words in ((lead, "One past."), (twin, "Another past.")):
        a_note(store, visit, words)
    near.synced(lead)
    before = _counts(near)
    with pytest.raises(Trouble, match="copied and used twice"):
        near.synced(twin)
    assert _counts(near) == before
    assert [each.text for each in notes_of_visit(twin, visit.id)] == ["Another past."]
    near.synced(second)
    assert [each.text for each in notes_of_visit(second, visit.id)] == ["One past."]


def test_a_new_invitation_after_the_certificate_was_renewed_loses_nothing(near: NearHub) -> None:
    """That another certificate is refused is tried over the wire: test_road.py, test_service.py."""
    store = a_store("Lead")
    near.enrol(store)
    visit = a_visit(store)
    near.synced(store)
    a_note(store, visit, "Meanwhile.")
    renewed = replace(near.known, fingerprint="cd" * 32)
    with near.books.open() as entries:
        entries.register.invite("again", "the same laptop", clock.stamp(), int(time.time()) + 100)
    run_now(exchange.enrolling(store, renewed, "again", near.road(store)), store)
    assert exchange.enrolled(store) == renewed
    progress = near.synced(store)
    assert (progress.sent, progress.hub_forgot) == (1, False)
    assert receipt.standing(store, visit.stream_id).is_covered
    assert _counts(near)["devices"] == 1


def test_an_answer_without_end_is_not_held_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever answers at the hub's address: no more is read of it than a hub ever says."""
    monkeypatch.setattr(road, "MOST", 100_000)
    sent = 0

    class Endless(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            nonlocal sent
            self.send_response(200)
            self.end_headers()
            try:
                while sent < 1000 * 2**20:
                    self.wfile.write(bytes(2**16))
                    sent += 2**16
            except OSError:
                return

        def log_message(self, *_given: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Endless)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        hub = Hub(f"http://127.0.0.1:{server.server_address[1]}", "ab" * 32, "")
        with pytest.raises(NoRoad, match="not as a hub does"):
            Road(hub, "device", lambda said: said).sync(talk.Request("", ""))
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert sent < 100 * 2**20
