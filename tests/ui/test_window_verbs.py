# SPDX-License-Identifier: MIT
"""What can be done anywhere: each verb has a key of its own, undo says what it undoes, the look follows the keys."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from resources import language
from storage.gesture import Gesture
from storage.model.ids import new_note
from storage.model.note import Note
from storage.queries.notes import note, notes_of_visit
from storage.store import Store
from tests.builders import a_note, a_visit
from tests.ui.shown import a_desk, action, dialogs, gone
from ui.look import Look
from ui.menus import MENUS
from ui.widgets.command_palette import CommandPalette
from ui.widgets.key_sheet import KeySheet
from ui.window import Window

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> Iterator[Window]:
    """Give a window on an empty store, open and active, on the settings page."""
    window = Window(a_desk(store, look, tmp_path))
    window.open()
    window.make_all()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go("settings")
    yield window
    gone(window)


def test_undoing_thousands_lets_the_screen_answer_and_says_so_when_it_is_done(
    qtbot: QtBot, window: Window, store: Store
) -> None:
    there = a_visit(store)
    gesture = Gesture("notes.import", store.me)
    for number in range(40):
        fields = {"visit_id": there.id, "author": store.me, "text": f"Note {number}."}
        gesture.add(Note(id=new_note(store.device.id), stream_id=there.stream_id, **fields))
    store.record(*gesture.changes)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert not window.status.toast.text().startswith("Undone: ")
    qtbot.waitUntil(lambda: window.status.toast.text().startswith("Undone: "))
    assert notes_of_visit(store, there.id) == ()


def test_every_verb_of_every_page_has_a_menu_a_name_and_a_key(window: Window) -> None:
    verbs = [each.verb for each in window.menus.actions()]
    assert all(verb.menu in MENUS and verb.name and QKeySequence(verb.keys).toString() for verb in verbs)


def test_no_key_ever_means_two_things(window: Window) -> None:
    own = Counter(QKeySequence(verb.keys).toString() for verb in window.verbs)
    others = {QKeySequence(verb.keys).toString() for panel in window.panels.values() for verb in panel.verbs()}
    assert max(own.values()) == 1
    assert not set(own) & others, "a page takes a key of the window's"
    for page in window.panels:
        window.go(page)
        live = Counter(each.shortcut().toString() for each in window.menus.actions() if not each.shortcut().isEmpty())
        assert {key: count for key, count in live.items() if count > 1} == {}


def test_on_its_own_page_every_verb_has_its_own_key(window: Window) -> None:
    for page, panel in window.panels.items():
        window.go(page)
        live = {each.verb.name for each in window.menus.actions() if not each.shortcut().isEmpty()}
        assert {verb.name for verb in panel.verbs()} <= live


def test_no_key_takes_a_letter_that_welsh_keyboards_write_with_alt(window: Window) -> None:
    for each in window.menus.actions():
        assert not {"Ctrl", "Alt"} <= set(each.verb.keys.split("+")), each.verb  # AltGr is Ctrl+Alt on Windows


def test_undo_and_redo_say_what_they_will_do_and_what_they_did(qtbot: QtBot, window: Window, store: Store) -> None:
    written = a_note(store, a_visit(store))
    window.menus.menu("edit").aboutToShow.emit()
    assert action(window, "Ctrl+Z").text() == "Undo writing a note"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    there = note(store, written.id)
    assert there is not None
    assert not there.present
    assert window.status.toast.text() == "Undone: writing a note"
    window.menus.menu("edit").aboutToShow.emit()
    assert action(window, "Ctrl+Shift+Z").text() == "Redo writing a note"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    there = note(store, written.id)
    assert there is not None
    assert there.present


def test_the_size_and_the_theme_follow_the_keys_to_their_ends(qtbot: QtBot, window: Window) -> None:
    larger, smaller = action(window, "Ctrl++"), action(window, "Ctrl+-")
    larger.go()
    assert window.desk.look.percent == 125
    assert smaller.verb.is_possible()
    action(window, "Ctrl+0").go()
    assert window.desk.look.percent == 100
    assert not smaller.verb.is_possible()
    qtbot.keyClick(window, Qt.Key.Key_D, CONTROL | SHIFT)
    assert window.desk.look.tokens.name == "dark"


def test_the_language_changes_by_key_and_every_menu_hears_it(qtbot: QtBot, window: Window) -> None:
    action(window, "Ctrl+Shift+I").go()
    assert language.current() == "cy"
    assert window.desk.settings.language == "cy"
    action(window, "Ctrl+Shift+I").go()
    assert language.current() == "en"


def test_a_few_letters_in_the_palette_do_any_verb(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    (palette,) = dialogs()
    assert isinstance(palette, CommandPalette)
    qtbot.keyClicks(palette.field, "frame")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.current is window.panels["framework"]
    assert dialogs() == []


def test_f1_shows_every_verb_with_its_keys(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (sheet,) = dialogs()
    assert isinstance(sheet, KeySheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {each.text().replace("&&", "&") for each in window.menus.actions()} <= shown
    sheet.close()
