# SPDX-License-Identifier: MIT
"""The whole job at the real window by keys and buttons: a note written and linked, power lost, a letter signed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from storage.job import run_now
from storage.queries.letters import letters_of_visit
from storage.queries.links import links_of_note
from storage.queries.notes import notes_of_visit
from tests.ui.a_house import a_folder, greeted, unlock
from tests.ui.shown import action, dialogs
from ui.app import House
from ui.look import Look
from ui.unlock.practice import practice_visit
from ui.window import LAST_VISIT, Window

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "Two of three duty workers had no phone on the day."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of an inspector's store with the practice visit on hand."""
    return a_folder(tmp_path, lambda store: store.marks.keep(LAST_VISIT, run_now(practice_visit(), store)))


@pytest.fixture
def house(qapp: QApplication, look: Look, folder: Path) -> Iterator[House]:
    """Give the house, locked."""
    with greeted(qapp, folder, look) as house:
        yield house


def unlocked(qtbot: QtBot, house: House) -> Window:
    unlock(qtbot, house)
    assert house.window is not None
    house.window.make_all()
    with qtbot.waitActive(house.window):
        house.window.activateWindow()
    return house.window


def the_dialog() -> QDialog:
    (dialog,) = dialogs()
    return dialog


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, held)


def write(qtbot: QtBot, words: str) -> None:
    """Type where the focus is."""
    qtbot.keyClicks(QApplication.focusWidget(), words)


def test_a_note_is_written_linked_undone_and_done_again_by_keys_alone(qtbot: QtBot, house: House) -> None:
    window = unlocked(qtbot, house)
    store, before = window.desk.store, len(notes_of_visit(window.desk.store, window.visit_id))
    press(qtbot, Qt.Key.Key_N, CONTROL)
    write(qtbot, WORDS)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    note = next(each for each in notes_of_visit(store, window.visit_id) if each.text == WORDS)
    assert note.author == store.me
    window.page("notes").show_note(note.id)
    action(window, "Ctrl+T").go()
    qtbot.waitUntil(the_dialog().isActiveWindow)
    write(qtbot, "HR7")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialogs())
    assert [link.area for link in links_of_note(store, note.id)] == ["HR7"]
    window.menus.menu("edit").aboutToShow.emit()
    assert action(window, "Ctrl+Z").text() == "Undo linking a note to an area"
    action(window, "Ctrl+Z").go()
    assert links_of_note(store, note.id) == ()
    action(window, "Ctrl+Shift+Z").go()
    assert len(links_of_note(store, note.id)) == 1
    assert len(notes_of_visit(store, window.visit_id)) == before + 1


def test_what_was_being_typed_when_the_power_went_is_back_and_said_so(qtbot: QtBot, house: House, folder: Path) -> None:
    window = unlocked(qtbot, house)
    press(qtbot, Qt.Key.Key_N, CONTROL)
    write(qtbot, WORDS)
    journal = window.desk.store.journal
    assert journal is not None
    qtbot.waitUntil(lambda: any(WORDS in each.text for each in journal.unfinished()))
    assert journal.flush()
    on_disk = {each: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    house.put_away()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for file in (each for each in folder.iterdir() if each.is_file()):
        file.write_bytes(on_disk.get(file, b""))  # as the disk stood when the power went
    house.greet()
    window = unlocked(qtbot, house)
    assert "back in its note" in window.notice.advice.text()
    action(window, "Ctrl+Return").go()
    assert any(each.text == WORDS for each in notes_of_visit(window.desk.store, window.visit_id))


def test_a_letter_is_drafted_signed_and_verified_at_the_window(qtbot: QtBot, house: House) -> None:
    window = unlocked(qtbot, house)
    press(qtbot, Qt.Key.Key_4, CONTROL)
    action_named(window, "Draft a letter…")
    drafting = the_dialog()
    with qtbot.waitSignal(drafting.accepted):
        press_button(qtbot, drafting, "Draft the letter")
    (letter,) = letters_of_visit(window.desk.store, window.visit_id)
    assert letter.illustration
    action_named(window, "Sign the letter…")
    dialog = the_dialog()
    sign = button_of(dialog, "Sign the letter")
    qtbot.waitUntil(sign.isEnabled)
    qtbot.mouseClick(sign, Qt.MouseButton.LeftButton)
    close = button_of(dialog, "Close")
    qtbot.waitUntil(close.isVisible)
    assert any("Nothing was changed" in each for each in texts(dialog))
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    (letter,) = letters_of_visit(window.desk.store, window.visit_id)
    assert letter.status == "signed"
    assert letter.sealed_by == "Practice Inspector (PRACTICE)"


def action_named(window: Window, name: str) -> None:
    next(each for each in window.menus.actions() if each.verb.name == name).go()


def button_of(dialog: QDialog, name: str) -> QAbstractButton:
    return next(each for each in dialog.findChildren(QAbstractButton) if each.accessibleName() == name)


def press_button(qtbot: QtBot, dialog: QDialog, name: str) -> None:
    qtbot.mouseClick(button_of(dialog, name), Qt.MouseButton.LeftButton)


def texts(dialog: QDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QLabel)]
