# SPDX-License-Identifier: MIT
"""Unlocking as a person does it: typed, refused in plain words, opened; and what is said of a store in trouble."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage import keys
from storage import store as stores
from storage.pin import Pin
from storage.store import Store
from tests.builders import PASSPHRASE
from tests.ui.shown import words
from ui.look import Look
from ui.unlock.attempts import Attempts
from ui.unlock.unlock import PHRASE, PIN, Unlock

Maker = Callable[..., tuple[Store, str]]


@pytest.fixture
def closed(folder_store: Maker) -> tuple[Path, str]:
    """Give the folder of a closed store and its recovery code."""
    store, code = folder_store()
    assert store.folder is not None
    store.close()
    return store.folder, code


def shown(qtbot: QtBot, look: Look, folder: Path) -> Unlock:
    sheet = Unlock(look, folder)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def opened_by(qtbot: QtBot, sheet: Unlock, secret: str) -> Store:
    with qtbot.waitSignal(sheet.opened) as opened:
        qtbot.keyClicks(sheet.field.edit, secret)
        qtbot.keyClick(sheet.field.edit, Qt.Key.Key_Return)
    assert opened.args is not None
    (store,) = opened.args
    assert isinstance(store, Store)
    return store


def test_the_passphrase_and_return_open_the_store_and_are_forgotten(
    qtbot: QtBot, look: Look, closed: tuple[Path, str]
) -> None:
    sheet = shown(qtbot, look, closed[0])
    store = opened_by(qtbot, sheet, PASSPHRASE)
    assert store.me
    assert sheet.field.text() == ""
    store.close()


def test_a_wrong_passphrase_is_refused_in_plain_words_and_stands_chosen_for_the_next_try(
    qtbot: QtBot, look: Look, closed: tuple[Path, str]
) -> None:
    sheet = shown(qtbot, look, closed[0])
    qtbot.keyClicks(sheet.field.edit, "wrong")
    with qtbot.assertNotEmitted(sheet.opened):
        qtbot.mouseClick(sheet.unlock, Qt.MouseButton.LeftButton)
    assert sheet.notice.message.text() == "This passphrase does not open the store."
    assert "recovery code" in sheet.notice.advice.text()
    assert sheet.field.edit.selectedText() == "wrong" or sheet.field.edit.hasSelectedText()
    assert "1 s" in sheet.waiting.text()
    qtbot.waitUntil(sheet.unlock.isEnabled)
    store = opened_by(qtbot, sheet, PASSPHRASE)
    assert sheet.notice.isHidden()
    store.close()


def test_the_recovery_code_opens_it_in_small_letters_without_hyphens(
    qtbot: QtBot, look: Look, closed: tuple[Path, str]
) -> None:
    sheet = shown(qtbot, look, closed[0])
    qtbot.mouseClick(sheet.by_code, Qt.MouseButton.LeftButton)
    assert sheet.label.text() == "&Recovery code"
    assert sheet.label.buddy() is sheet.field.edit
    store = opened_by(qtbot, sheet, closed[1].lower().replace("-", " "))
    store.close()


def test_an_empty_field_asks_nothing_of_the_store(qtbot: QtBot, look: Look, closed: tuple[Path, str]) -> None:
    sheet = shown(qtbot, look, closed[0])
    with qtbot.assertNotEmitted(sheet.opened):
        qtbot.keyClick(sheet.field.edit, Qt.Key.Key_Return)
    assert sheet.notice.isHidden()


def test_a_store_open_elsewhere_damaged_or_without_keys_is_told_with_what_to_do(
    qtbot: QtBot, look: Look, folder_store: Maker
) -> None:
    store, _code = folder_store()
    folder = store.folder
    assert folder is not None
    sheet = shown(qtbot, look, folder)
    sheet.field.edit.setText(PASSPHRASE)
    sheet.submit()
    assert "already open" in sheet.notice.message.text()
    store.close()
    path = folder / stores.FILE
    path.write_bytes(path.read_bytes()[:-100])
    sheet.submit()
    assert "damaged" in sheet.notice.message.text()
    assert sheet.notice.advice.text()
    (folder / keys.FILE).write_text("no keys", "utf-8")
    sheet.submit()
    assert sheet.notice.message.text()
    assert sheet.notice.advice.text()


def test_the_demonstration_says_its_passphrase_and_no_other_store_does(
    qtbot: QtBot, look: Look, closed: tuple[Path, str]
) -> None:
    assert "practice only" not in words(shown(qtbot, look, closed[0]))
    (closed[0].parent / "AROLWG-DEMO.txt").write_text("Worked example.\n\nfive words of practice\n", "utf-8")
    assert "five words of practice" in words(shown(qtbot, look, closed[0]))


def test_misses_slow_down_also_on_a_new_sheet_and_the_window_stays_alive(
    qtbot: QtBot, look: Look, closed: tuple[Path, str]
) -> None:
    attempts = Attempts()
    attempts.missed = 3
    sheet = Unlock(look, closed[0], attempts)
    qtbot.addWidget(sheet)
    sheet.show()
    assert "4 s" in sheet.waiting.text()
    sheet.field.edit.setText(PASSPHRASE)
    with qtbot.assertNotEmitted(sheet.opened):
        sheet.submit()  # not yet
    assert not sheet.unlock.isEnabled()
    for _second in range(4):
        sheet._on_second()
    assert sheet.waiting.isHidden()
    with qtbot.waitSignal(sheet.opened) as opened:
        sheet.submit()
    assert attempts.missed == 0
    assert opened.args is not None
    opened.args[0].close()


def test_a_pin_opens_it_and_five_misses_ask_for_the_passphrase(qtbot: QtBot, look: Look, folder_store: Maker) -> None:
    store, _code = folder_store()
    pin, folder = Pin(store.unlocked, "2750"), store.folder
    assert folder is not None
    store.close()
    sheet = Unlock(look, folder, pin=pin)
    qtbot.addWidget(sheet)
    sheet.show()
    assert (sheet.way, sheet.label.text()) == (PIN, "P&IN")
    opened_by(qtbot, sheet, "2750").close()
    for miss in range(1, 6):
        sheet.field.edit.setText("1357")
        sheet.submit()
        assert "PIN" in sheet.notice.message.text()
        for _second in range(2**miss):
            sheet._on_second()
    assert sheet.way == PHRASE
    assert "forgotten" in sheet.notice.message.text()
    opened_by(qtbot, sheet, PASSPHRASE).close()
    assert Unlock(look, folder, pin=pin).way == PHRASE
