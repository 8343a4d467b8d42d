# SPDX-License-Identifier: MIT
"""A damaged store at the front door: one button makes it anew, or says why not and leaves everything as it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage import store as stores
from storage.check import check
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import PASSPHRASE, a_note, a_visit
from ui.look import Look
from ui.unlock.unlock import Unlock

Maker = Callable[..., tuple[Store, str]]


def shown(qtbot: QtBot, look: Look, folder: Path) -> Unlock:
    sheet = Unlock(look, folder)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_a_damaged_store_is_made_anew_from_its_journal_with_one_button(
    qtbot: QtBot, look: Look, folder_store: Maker
) -> None:
    store, _code = folder_store()
    folder, note = store.folder, a_note(store, a_visit(store), text="Two of three had no phone.")
    assert folder is not None
    store.close()
    damaged = b"overwritten" * 1000
    (folder / stores.FILE).write_bytes(damaged)
    sheet = shown(qtbot, look, folder)
    sheet.field.edit.setText(PASSPHRASE)
    sheet.submit()
    assert "damaged" in sheet.notice.message.text()
    assert sheet.notice.action.accessibleName() == "Make it anew from its journal"
    qtbot.mouseClick(sheet.notice.action, Qt.MouseButton.LeftButton)
    assert not sheet.unlock.isEnabled()
    sheet.submit()  # nothing happens meanwhile
    qtbot.waitUntil(sheet.unlock.isEnabled)
    assert "made anew" in sheet.notice.message.text()
    with qtbot.waitSignal(sheet.opened) as opened:
        sheet.submit()
    assert opened.args is not None
    (again,) = opened.args
    assert [each.text for each in notes_of_visit(again, note.visit_id)] == [note.text]
    assert check(again).problems == ()
    again.close()
    assert [each.read_bytes() for each in folder.glob("*.damaged-*")] == [damaged]


def test_without_a_journal_that_can_be_read_a_damaged_store_stays_as_it_is(
    qtbot: QtBot, look: Look, folder_store: Maker
) -> None:
    store, _code = folder_store()
    folder = store.folder
    assert folder is not None
    store.close()
    (folder / stores.FILE).write_bytes(b"overwritten" * 1000)
    (folder / "journal").write_bytes(b"overwritten" * 1000)
    sheet = shown(qtbot, look, folder)
    sheet.field.edit.setText(PASSPHRASE)
    sheet.submit()
    qtbot.mouseClick(sheet.notice.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(sheet.unlock.isEnabled)
    assert "cannot be read either" in sheet.notice.message.text()
    assert (folder / stores.FILE).read_bytes() == b"overwritten" * 1000
    (folder / "journal").unlink()
    sheet.submit()
    assert sheet.notice.action.isHidden()


def test_records_that_could_not_be_read_are_counted(qtbot: QtBot, look: Look, folder_store: Maker) -> None:
    store, _code = folder_store()
    folder, visit = store.folder, a_visit(store)
    assert folder is not None
    for number in range(5):
        a_note(store, visit, text=f"Note {number}.")
    store.close()
    (folder / stores.FILE).write_bytes(b"overwritten" * 1000)
    journal = bytearray((folder / "journal").read_bytes())
    half = len(journal) // 2
    journal[half : half + 8] = b"damaged!"
    (folder / "journal").write_bytes(journal)
    sheet = shown(qtbot, look, folder)
    sheet.field.edit.setText(PASSPHRASE)
    sheet.submit()
    qtbot.mouseClick(sheet.notice.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(sheet.unlock.isEnabled)
    assert "made anew" in sheet.notice.message.text()
    assert "could not be read" in sheet.notice.advice.text()
    sheet.leave()
