# SPDX-License-Identifier: MIT
"""What the ledger commits is handed to the journal; nothing else is."""

from collections.abc import Callable

import pytest

from storage import journal_file
from storage.acts import findings, members, notes
from storage.echo import CHANGES, CLOSED
from storage.errors import Refused
from storage.store import Store
from storage.twice import Known, known_from
from tests.builders import a_note, a_store, a_visit, hand_over, join

Maker = Callable[..., tuple[Store, str]]


def in_the_journal(store: Store) -> Known:
    """Return what the store's journal says on the disk now."""
    assert store.journal is not None
    assert store.folder is not None
    assert store.journal.flush()
    return known_from(journal_file.read(store.folder / "journal", store.echo.key).entries)


def test_every_sealed_change_stands_in_both_with_the_key_that_opens_it(folder_store: Maker) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    a_note(store, visit)
    known = in_the_journal(store)
    there = list(store.ledger.sealed(visit.stream_id, {}))
    assert [known.sealed[visit.stream_id, each.header.device, each.header.seq] for each in there] == there
    assert {epoch: known.keys[visit.stream_id, epoch] for epoch in (1,)} == store.keyring.keys(visit.stream_id)


def test_marks_stand_in_both_but_what_speaks_of_the_file_alone_does_not(folder_store: Maker) -> None:
    store, _ = folder_store()
    a_visit(store)
    known = in_the_journal(store)
    assert known.marks["me"] == store.me
    assert known.marks["my_name"] == "Practice Inspector"
    assert not {CLOSED, "fingerprint"} & known.marks.keys()


def test_what_was_refused_and_rolled_back_is_in_neither(folder_store: Maker) -> None:
    store, _ = folder_store()
    host = a_store("Lead Inspector")
    visit = a_visit(host)
    join(host, visit.stream_id, store, "quality_reader")
    before = in_the_journal(store).sealed
    with pytest.raises(Refused):
        findings.state(store, visit, "Readers do not state findings.")
    assert in_the_journal(store).sealed == before


def test_what_was_received_stands_in_both_and_what_was_set_aside_too(folder_store: Maker) -> None:
    store, _ = folder_store()
    host = a_store("Lead Inspector")
    visit = a_visit(host)
    join(host, visit.stream_id, store)
    a_note(host, visit)
    hand_over(host, store, visit.stream_id)
    assert len(in_the_journal(store).sealed) == sum(store.ledger.vector(visit.stream_id).values())
    sealed = next(host.ledger.sealed(visit.stream_id, {}))
    store.marks.set_aside(sealed, "signature")
    assert in_the_journal(store).aside == [(sealed, "signature")]


def test_one_gesture_is_one_record(folder_store: Maker) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    in_the_journal(store)
    assert store.folder is not None
    before = journal_file.read(store.folder / "journal", store.echo.key).newest
    notes.write(store, visit, "words", areas=("r:QA1", "r:QA2", "r:QA3"))
    in_the_journal(store)
    entries = journal_file.read(store.folder / "journal", store.echo.key).entries[before:]
    assert [each.kind for each in entries] == [CHANGES]


def test_a_store_that_dies_with_its_process_has_no_journal() -> None:
    store = a_store()
    a_visit(store)
    assert store.journal is None
    members.my_card(store)
    store.close()
