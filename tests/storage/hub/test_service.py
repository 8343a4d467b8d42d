# SPDX-License-Identifier: MIT
"""Two laptops and a hub in processes of their own, over real HTTP, on SQLite and on a real PostgreSQL."""

from storage import documents
from storage.acts import members, notes
from storage.queries.documents import documents_of_stream
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visit, visits
from storage.sync import receipt
from tests.builders import a_note, a_store, a_visit
from tests.storage.hub.conftest import RunningHub, synced


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
