# SPDX-License-Identifier: MIT
"""A laptop is lost: locked away, opened by PIN, backed up at closing; on another one every word is there again."""

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.acts import members
from storage.keys import Keys
from storage.pin import Pin
from storage.queries.notes import notes_of_visit
from storage.store import FILE, create, open_store
from tests.builders import PASSPHRASE, a_note, a_visit
from ui.app import House
from ui.look import Look
from ui.unlock.first_run import FirstRun
from ui.unlock.restore_dialog import RestoreDialog
from ui.unlock.unlock import Unlock
from ui.window import LAST_VISIT

FIRST, LATER = "She said the door was open.", "Typed after the backup was made."


@pytest.fixture
def laptop(tmp_path: Path) -> Path:
    """Give the folder of a store with one visit on hand."""
    store, _code = create(tmp_path / "laptop", PASSPHRASE)
    members.introduce(store, "Practice Inspector")
    visit = a_visit(store)
    a_note(store, visit, text=FIRST)
    store.marks.keep(LAST_VISIT, visit.id)
    store.close()
    return tmp_path / "laptop"


def unlocked(qtbot: QtBot, house: House, secret: str) -> None:
    assert isinstance(house.front, Unlock)
    house.front.field.edit.setText(secret)
    qtbot.keyClick(house.front.field.edit, Qt.Key.Key_Return)
    assert house.window is not None


def swept() -> None:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def keys_held(but: list[Keys]) -> list[Keys]:
    """Return the keys somebody holds, but for those that other tests of this process left behind."""
    swept()
    return [each for each in gc.get_objects() if isinstance(each, Keys) and not any(each is old for old in but)]


def restored_at_first_run(qtbot: QtBot, house: House, backup: Path, lost: Path) -> None:
    assert isinstance(house.front, FirstRun)
    house.front.restore_instead()
    [dialog] = [each for each in QApplication.topLevelWidgets() if isinstance(each, RestoreDialog) and each.isVisible()]
    dialog.use(backup, lost)
    dialog.secret.edit.setText(PASSPHRASE)
    dialog.begin()
    qtbot.waitUntil(lambda: house.window is not None)


def test_a_lost_laptop(qtbot: QtBot, qapp: QApplication, look: Look, laptop: Path, tmp_path: Path) -> None:
    others = keys_held(but=[])
    already_shown = [each for each in qapp.topLevelWidgets() if each.isVisible()]
    # In the field: unlocked, a PIN set, locked on leaving the desk.
    house = House(qapp, laptop, look)
    house.greet()
    unlocked(qtbot, house, PASSPHRASE)
    assert house.window
    house.window.desk.pin = Pin(house.window.desk.store.unlocked, "2750")
    house._on_lock()
    # Locked: nobody holds a key or an editor any more, once the threads that were told have let go.
    qtbot.waitUntil(lambda: keys_held(but=others) == [])
    assert [each for each in qapp.topLevelWidgets() if each.isVisible() and each not in already_shown] == [house.front]
    unlocked(qtbot, house, "2750")
    # The stick is in; Arolwg is closed, and makes a backup first.
    (tmp_path / "stick").mkdir()
    assert house.window is not None
    house.window.wear(replace(house.window.desk.settings, backup_folder=str(tmp_path / "stick")))
    house.window.close()
    qtbot.waitUntil(lambda: house.window is None)
    [backup] = (tmp_path / "stick").glob("*.backup")
    # Later one more note is typed, and then the store's file is lost.
    store = open_store(laptop, PASSPHRASE)
    visit = a_visit(store)
    a_note(store, visit, text=LATER)
    device = store.device.id
    store.close()
    (laptop / FILE).write_bytes(b"overwritten" * 1000)
    # Another laptop: the first run restores it.
    other = House(qapp, tmp_path / "other" / "store", look)
    other.greet()
    restored_at_first_run(qtbot, other, backup, laptop)
    assert other.window is not None
    restored = other.window.desk.store
    assert (FIRST,) in restored.db.execute("SELECT text FROM note").fetchall()
    assert [note.text for note in notes_of_visit(restored, visit.id)] == [LATER]
    assert restored.device.id != device
    other.put_away()
    swept()
