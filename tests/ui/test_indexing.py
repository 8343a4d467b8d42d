# SPDX-License-Identifier: MIT
"""What comes in while the window is open, or came in before it was, is found by itself a moment later."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage import vouched
from storage.acts import members
from storage.door import Delivery, receive
from storage.model.ids import StreamId
from storage.queries.found import found
from storage.search import index
from storage.search.index import LONG
from storage.search.query import Sought
from storage.store import Store
from tests.builders import a_note, a_store, a_visit
from tests.ui.shown import a_desk
from ui.indexing import Indexing
from ui.look import Look


def _sent(store: Store, count: int) -> None:
    sender = a_store("Sender")
    there = a_visit(sender)
    for number in range(count):
        a_note(sender, there, f"Supervision was irregular. {number}")
    members.grant(sender, there.stream_id, members.my_card(store), "second")
    _hand(sender, store, there.stream_id)
    sender.close()


def _hand(sender: Store, store: Store, stream: StreamId) -> None:
    sealed = list(sender.ledger.sealed(stream, {}))
    receive(
        store,
        Delivery(sealed, {sender.device.id: sender.device.verify_key}, {stream: sender.keyring.keys(stream)}),
        "hub",
    )


def _hits(store: Store) -> int:
    return len(found(store, Sought("supervision ")).found)


def test_what_comes_in_is_found_a_moment_later(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    store = a_store("Second")
    desk = a_desk(store, look, tmp_path)
    indexing = Indexing(desk)
    with qtbot.waitSignal(desk.bus.indexed):
        _sent(store, 12)
        assert _hits(store) == 0
    assert _hits(store) == 12
    indexing.stop()
    desk.worker.close()
    store.close()


def test_what_an_earlier_start_left_is_found_when_it_begins(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    store = a_store("Second")
    _sent(store, 3)
    desk = a_desk(store, look, tmp_path)
    indexing = Indexing(desk)
    with qtbot.waitSignal(desk.bus.indexed):
        indexing.begin()
    assert _hits(store) == 3
    indexing.stop()
    desk.worker.close()
    store.close()


@pytest.mark.parametrize("is_open", [True, False])
def test_a_store_that_was_closed_is_left_alone(look: Look, tmp_path: Path, is_open: bool) -> None:
    store = a_store("Second")
    _sent(store, 3)
    desk = a_desk(store, look, tmp_path)
    indexing = Indexing(desk)
    if not is_open:
        store.close()
    indexing._begin()
    assert indexing._doing.is_busy() == is_open
    indexing.stop()
    desk.worker.close()
    if is_open:
        assert store.tables.later.waiting() == 3
        store.close()


def test_signatures_of_many_that_came_in_are_checked_one_by_one(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    store = a_store("Second")
    _sent(store, 60)
    assert vouched.waiting(store) > 60
    desk = a_desk(store, look, tmp_path)
    indexing = Indexing(desk)
    with qtbot.waitSignal(desk.bus.stood):
        indexing.begin()
    assert vouched.waiting(store) == 0
    indexing.stop()
    desk.worker.close()
    store.close()


def test_the_end_of_a_very_long_note_is_found_a_moment_after_it_was_written(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    store = a_store()
    visit = a_visit(store)
    desk = a_desk(store, look, tmp_path)
    indexing = Indexing(desk)
    with qtbot.waitSignal(desk.bus.indexed):
        a_note(store, visit, "A file held a plan. " * (LONG // 20) + "The last word was supervision.")
        assert _hits(store) == 0
    assert _hits(store) == 1
    indexing.stop()
    desk.worker.close()
    store.close()


def test_an_index_in_many_pieces_is_made_tidy_now_and_then(
    qtbot: QtBot, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = a_store()
    visit = a_visit(store)
    monkeypatch.setattr(index, "_PAGES", 0)
    for number in range(index.MANY_PIECES + 1):
        a_note(store, visit, f"Supervision {number}.")
    desk = a_desk(store, look, tmp_path)
    indexing = Indexing(desk)
    with qtbot.waitSignal(desk.bus.indexed):
        indexing.begin()
    assert not store.tables.later.is_wanted()
    indexing.stop()
    desk.worker.close()
    store.close()
