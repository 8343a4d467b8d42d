# SPDX-License-Identifier: MIT
"""The store is asked away from the screen's thread, and only the newest question is answered."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.errors import Refused, Trouble
from storage.queries.visits import visits
from storage.store import Store
from tests.builders import a_visit
from tests.ui.shown import a_desk
from ui.look import Look
from ui.newest import Newest, Question

Folder = Callable[..., tuple[Store, str]]


def counting(name: str) -> Question:
    return lambda store: (name, len(visits(store)), store.is_read_only)


def refusing(_store: Store) -> object:
    raise Refused("No.", "Not now.")


def test_a_store_in_a_folder_is_read_by_the_worker(
    qtbot: QtBot, look: Look, folder_store: Folder, tmp_path: Path
) -> None:
    store, _ = folder_store()
    a_visit(store)
    desk = a_desk(store, look, tmp_path)
    asked, told = Newest(desk), list[object]()
    asked.answered.connect(told.append)
    asked.ask(counting("first"))
    asked.ask(counting("second"))
    asked.ask(counting("third"))
    assert told == []
    assert asked.is_busy()
    qtbot.waitUntil(lambda: not desk.worker.busy() and bool(told))
    assert told == [("third", 1, True)]
    asked.ask(counting("fourth"))
    asked.stop()
    qtbot.waitUntil(lambda: not desk.worker.busy())
    assert not asked.is_busy()
    assert len(told) == 1
    desk.worker.close()


def test_a_store_in_memory_is_read_at_once(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> None:
    a_visit(store)
    asked, told = Newest(a_desk(store, look, tmp_path)), list[object]()
    asked.answered.connect(told.append)
    asked.ask(counting("first"))
    assert told == [("first", 1, False)]
    asked.ask(counting("much"), counting("little"))
    assert told[1:] == [("little", 1, False)]


def test_trouble_is_told_and_the_next_question_is_answered(
    qtbot: QtBot, look: Look, store: Store, folder_store: Folder, tmp_path: Path
) -> None:
    for place in (store, folder_store()[0]):
        desk = a_desk(place, look, tmp_path)
        asked, told, failed = Newest(desk), list[object](), list[Trouble]()
        asked.answered.connect(told.append)
        asked.failed.connect(failed.append)
        asked.ask(refusing)
        qtbot.waitUntil(lambda failed=failed: len(failed) == 1)  # type: ignore[misc]
        asked.ask(counting("again"))
        qtbot.waitUntil(lambda told=told: len(told) == 1)  # type: ignore[misc]
        desk.worker.close()
