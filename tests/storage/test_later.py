# SPDX-License-Identifier: MIT
"""What is taken in together is shown at once and indexed afterwards, whatever cuts that off."""

from pathlib import Path

import pytest

from storage import indexing
from storage.acts import members, notes
from storage.door import Delivery, receive
from storage.job import run_now
from storage.model.ids import StreamId
from storage.queries.found import found
from storage.queries.notes import notes_of_visit
from storage.search import index
from storage.search.query import Sought
from storage.steps import whole
from storage.store import Store, create, open_store
from storage.vault import Database
from tests.builders import PASSPHRASE, a_note, a_store, a_visit, again

WORDS = "Supervision was irregular."


def _hits(store: Store, words: str = "supervision ") -> int:
    return len(found(store, Sought(words)).found)


def _sent(store: Store, count: int = 40) -> tuple[Store, str, StreamId]:
    """Return a sender whose visit the store has just taken in."""
    sender = a_store("Sender")
    there = a_visit(sender)
    for number in range(count):
        a_note(sender, there, f"{WORDS} {number}")
    members.grant(sender, there.stream_id, members.my_card(store), "second")
    _hand(sender, store, there.stream_id)
    return sender, there.id, there.stream_id


def _hand(sender: Store, store: Store, stream: StreamId) -> None:
    sealed = list(sender.ledger.sealed(stream, store.ledger.vector(stream)))
    verify = {sender.device.id: sender.device.verify_key, store.device.id: store.device.verify_key}
    receive(store, Delivery(sealed, verify, {stream: sender.keyring.keys(stream)}), "test")


def test_what_was_taken_in_is_there_at_once_and_found_when_it_was_indexed() -> None:
    store = a_store("Second")
    _, visit_id, _ = _sent(store)
    assert len(notes_of_visit(store, visit_id)) == 40
    assert (_hits(store), store.tables.later.waiting()) == (0, 40)
    assert run_now(indexing.job(), store) == 40
    assert (_hits(store), store.tables.later.waiting()) == (20, 0)
    assert run_now(indexing.job(), store) == 0


def test_indexing_may_be_broken_off_and_goes_on_where_it_was() -> None:
    store = a_store("Second")
    _sent(store)
    steps = indexing.indexing(store)
    next(steps)
    steps.close()
    assert 0 < store.tables.later.waiting() < 40
    run_now(indexing.job(), store)
    assert _hits(store) == 20


def test_what_was_not_indexed_when_the_store_was_closed_waits_in_it(tmp_path: Path) -> None:
    store, _ = create(tmp_path / "store", PASSPHRASE)
    members.introduce(store, "Second")
    _sent(store)
    store.close()
    store = open_store(tmp_path / "store", PASSPHRASE)
    assert store.tables.later.waiting() == 40
    run_now(indexing.job(), store)
    assert _hits(store) == 20
    store.close()


def test_a_note_that_is_amended_and_one_that_is_withdrawn_elsewhere_are_found_as_they_stand() -> None:
    store = a_store("Second")
    sender, visit_id, stream = _sent(store, 2)
    run_now(indexing.job(), store)
    first, second = notes_of_visit(sender, visit_id)
    notes.amend(sender, again(sender, first), text="Nothing of the kind.")
    notes.withdraw(sender, again(sender, second))
    _hand(sender, store, stream)
    run_now(indexing.job(), store)
    assert _hits(store) == 0
    assert _hits(store, "kind ") == 1


def test_what_is_written_here_meanwhile_is_found_at_once() -> None:
    store = a_store("Second")
    _sent(store)
    own = a_visit(store)
    a_note(store, own, "Supervision every week.")
    assert _hits(store) == 1


def test_a_store_that_is_folded_anew_has_everything_indexed() -> None:
    store = a_store("Second")
    _sent(store, 3)
    store.refold()
    assert (_hits(store), store.tables.later.waiting()) == (3, 0)


def test_of_a_visit_that_has_left_nothing_waits() -> None:
    store = a_store("Second")
    _, _, stream = _sent(store, 3)
    with store.transaction():
        whole(store.tables.taking_out(stream))
    assert store.tables.later.waiting() == 0


def test_a_delivery_given_up_leaves_nothing_waiting() -> None:
    store = a_store("Second")
    sender, _, stream = _sent(store, 3)
    waiting = store.tables.later.waiting()
    try:
        with store.transaction():
            store.tables.later.put_off({(stream, "another")})
            raise KeyError
    except KeyError:
        pass
    assert store.tables.later.waiting() == waiting
    assert isinstance(store.db, Database)
    sender.close()


def test_an_index_in_many_pieces_is_made_tidy_when_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    store = a_store("Second")
    visit = a_visit(store)
    monkeypatch.setattr(
        index, "_PAGES", 0
    )  # as if what came in at once had been too much for the little of each gesture
    for number in range(40):
        a_note(store, visit, f"{WORDS} {number}")
    assert store.tables.later.waiting() == 0
    assert store.tables.later.is_wanted()
    assert run_now(indexing.job(), store) == 0
    assert not store.tables.later.is_wanted()
    assert _hits(store) == 20
