# SPDX-License-Identifier: MIT
"""Two laptops and a hub in processes of their own, over real HTTP, on SQLite and on a real PostgreSQL."""

import json
import select
import socket
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
import urllib3

from storage import documents
from storage.acts import members, notes
from storage.hub.identity import identity
from storage.hub.sqlite import SqliteBooks
from storage.hub.tables import TABLES
from storage.queries.documents import documents_of_stream
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visit, visits
from storage.sync import exchange, receipt, talk
from storage.sync.road import NoRoad
from tests.builders import a_note, a_store, a_visit, an_authority
from tests.storage.hub.conftest import RunningHub, free_port, synced
from tests.storage.hub.near import portrayed


def test_what_one_laptop_writes_the_other_reads(hub: RunningHub) -> None:
    lead, second = a_store("Lead"), a_store("Second")
    known = hub.enrol(lead, second)
    there = a_visit(lead)
    a_note(lead, there, "What was seen.")
    documents.keep(lead, there.stream_id, b"a scan", subject=there.id, title="scan.png")
    members.grant(lead, there.stream_id, members.my_card(second), "second")

    sent = synced(lead, known)
    got = synced(second, known)

    assert sent.sent >= 4
    assert got.new == receipt.standing(lead, there.stream_id).here
    assert [note.text for note in notes_of_visit(second, there.id)] == ["What was seen."]
    (kept,) = documents_of_stream(second, there.stream_id)
    assert documents.read(second, kept) == b"a scan"
    assert receipt.standing(lead, there.stream_id).is_covered

    [same] = visits(second)
    notes.write(second, same, "What was heard.")
    assert not receipt.standing(second, there.stream_id).is_covered
    synced(second, known)
    back = synced(lead, known)
    assert back.new == 1
    assert {note.text for note in notes_of_visit(lead, there.id)} == {"What was seen.", "What was heard."}
    assert visit(lead, there.id) == visit(second, there.id)
    assert (synced(lead, known).new, synced(lead, known).sent) == (0, 0)


def test_what_is_asked_of_a_hub_without_being_a_device(hub: RunningHub) -> None:
    pool = urllib3.PoolManager(retries=False)
    health = json.loads(pool.request("GET", hub.address + "/health").data)
    assert health == {"ok": True, "protocol": talk.PROTOCOL}
    pool.request("POST", hub.address + "/sync", body=b"nothing")
    metrics = pool.request("GET", hub.address + "/metrics").data.decode()
    assert "arolwg_hub_up 1" in metrics
    assert "arolwg_hub_devices " in metrics
    assert 'arolwg_hub_requests_total{path="/sync",code="malformed"} 1' in metrics
    assert pool.request("GET", hub.address + "/sync").status == 405
    assert pool.request("GET", hub.address + "/elsewhere").status == 404


def test_its_whole_database_and_log_hold_no_planted_word(hub: RunningHub, tmp_path: Path) -> None:
    words = ("quenellecottage", "brambleford")
    lead, second = a_store(f"Lead {words[0]}"), a_store("Second")
    known = hub.enrol(lead, second)
    there = a_visit(lead, an_authority(lead, name=f"Borough of {words[1]}"))
    for number in range(20):
        a_note(lead, there, f"{words[0]} {number} {words[1]}")
    documents.keep(lead, there.stream_id, words[0].encode() * 50, subject=there.id, title=f"{words[1]}.txt")
    members.grant(lead, there.stream_id, members.my_card(second), "second")
    synced(lead, known)
    assert portrayed(lead, there.stream_id, exchange.road_of(lead, known))
    synced(second, known)
    held = [path.read_bytes() for path in hub.data.rglob("*") if path.is_file()]
    if hub.database:
        with psycopg.connect(hub.database) as connection:
            for table in TABLES:
                held += [repr(row).encode() for row in connection.execute(f"SELECT * FROM {table}")]  # type: ignore[arg-type]
            held += [bytes(row[0]) for row in connection.execute("SELECT body FROM documents")]
            held += [bytes(row[0]) for row in connection.execute("SELECT body FROM snapshots")]
    else:
        with closing(SqliteBooks(hub.data, identity(hub.data).books)) as books, books.open() as entries:
            for table in TABLES:
                held += [repr(row).encode() for row in entries.run(f"SELECT * FROM {table}")]
    assert sum(map(len, held)) > 20_000
    log = hub.log.read_text("utf-8")
    assert '"path": "/sync"' in log
    for word in words:
        assert not any(word.encode() in each for each in held)
        assert word not in log
        assert word not in hub.office("status")


def test_a_hub_that_is_killed_and_started_again_has_what_it_acknowledged(hub: RunningHub) -> None:
    store = a_store("Lead")
    known = hub.enrol(store)
    there = a_visit(store)
    synced(store, known)
    assert receipt.standing(store, there.stream_id).is_covered
    hub.stop()
    with pytest.raises(NoRoad, match="cannot be reached"):
        synced(store, known)
    a_note(store, there)
    hub.start()
    progress = synced(store, known)
    assert (progress.hub_forgot, progress.sent) == (False, 1)
    assert receipt.standing(store, there.stream_id).is_covered


def test_the_offices_verbs_beside_the_running_service(hub: RunningHub) -> None:
    lead, second = a_store("Lead"), a_store("Second")
    known = hub.enrol(lead, second)
    there = a_visit(lead)
    members.grant(lead, there.stream_id, members.my_card(second), "second")
    synced(lead, known)
    synced(second, known)
    [same] = visits(second)
    assert "revoked" in hub.office("revoke", second.device.id[:8])
    notes.write(second, same, "Not handed in yet.")
    progress = synced(second, known)
    assert (progress.is_revoked, progress.held) == (True, 1)
    assert "1 held" in hub.office("status")
    assert hub.office("accept", second.device.id) == "1 change that was held was taken in."
    assert synced(lead, known).new == 1
    assert "welcome" in hub.office("welcome", second.device.id[:8])
    assert not synced(second, known).is_revoked
    if not hub.database:
        assert "holds everything" in hub.office("backup", str(hub.data / "backup.db"))


@pytest.mark.parametrize("head", [f"Content-Length: {100 * talk.MOST_SYNC}", "Transfer-Encoding: chunked"])
def test_a_request_a_hundred_times_the_limit_is_refused_and_never_held(hub: RunningHub, head: str) -> None:
    """Over a bare socket, because what counts is what the service reads of it, and when it speaks."""
    before = _memory(hub)
    with socket.create_connection(("127.0.0.1", hub.port), timeout=120.0) as line:
        line.sendall(f"POST /sync HTTP/1.1\r\nHost: hub\r\n{head}\r\n\r\n".encode())
        sent, said = 0, b""
        part = b"100000\r\n" + bytes(2**20) + b"\r\n"
        while not said and sent < 100 * talk.MOST_SYNC:
            line.sendall(part)
            sent += len(part)
            if select.select([line], [], [], 0)[0]:
                said = line.recv(100)
        assert b" 413 " in said
    assert sent < 4 * talk.MOST_SYNC
    assert _memory(hub) < before + 4 * talk.MOST_SYNC


def _memory(running: RunningHub) -> int:
    assert running.process is not None
    said = Path(f"/proc/{running.process.pid}/status").read_text()
    return int(next(line for line in said.splitlines() if line.startswith("VmHWM")).split()[1]) * 1024


def test_with_a_certificate_of_its_own_a_hub_is_known_by_its_fingerprint_alone(tmp_path: Path) -> None:
    running = RunningHub(tmp_path / "hub", free_port(), plain=False).start()
    try:
        store = a_store("Lead")
        known = running.enrol(store)
        assert known.address.startswith("https")
        a_visit(store)
        synced(store, known)
        for other in (replace(known, fingerprint="00" * 32), replace(known, verify_key="00" * 32)):
            with pytest.raises(NoRoad, match="its certificate or key is another"):
                synced(store, other)
    finally:
        running.stop()
