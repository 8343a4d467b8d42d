# SPDX-License-Identifier: MIT
"""A board is read away from the screen's thread, and only the newest question is answered."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.queries.board import Board
from storage.store import Store
from tests.builders import a_link, a_note, a_visit
from tests.ui.shown import a_desk
from ui.coverage.reading import Reading
from ui.look import Look

Folder = Callable[..., tuple[Store, str]]


def test_a_store_in_a_folder_is_read_by_the_worker(
    qtbot: QtBot, look: Look, folder_store: Folder, tmp_path: Path
) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    a_link(store, a_note(store, visit))
    desk = a_desk(store, look, tmp_path)
    reading, told = Reading(desk), list[Board]()
    reading.answered.connect(told.append)
    reading.ask(visit)
    reading.ask(visit)
    assert told == []
    qtbot.waitUntil(lambda: not desk.worker.busy() and bool(told))
    assert len(told) == 1
    assert len(told[0].codes()) == 1
    reading.ask(visit)
    reading.stop()
    qtbot.waitUntil(lambda: not desk.worker.busy())
    assert len(told) == 1
    desk.worker.close()


def test_a_store_in_memory_is_read_at_once(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> None:
    reading = Reading(a_desk(store, look, tmp_path))
    with qtbot.waitSignal(reading.answered, timeout=0, raising=False) as answered:
        reading.ask(a_visit(store))
    assert answered.args is not None
