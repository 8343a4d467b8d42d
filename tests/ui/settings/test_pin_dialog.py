# SPDX-License-Identifier: MIT
"""A PIN is set when it is typed twice and fit; it can be removed; what was typed is forgotten."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.pin import Pin
from storage.store import Store
from tests.ui.shown import a_desk
from ui.look import Look
from ui.settings.pin_dialog import PinDialog


@pytest.fixture
def dialog(qapp: QApplication, look: Look, store: Store, tmp_path: Path) -> PinDialog:
    """Give the dialog over a store that dies with the test."""
    dialog = PinDialog(a_desk(store, look, tmp_path))  # it deletes itself when it is closed
    dialog.open()
    return dialog


def test_two_times_the_same_digits_set_it(qtbot: QtBot, dialog: PinDialog) -> None:
    desk = dialog._desk
    qtbot.keyClicks(dialog.pin.edit, "2750")
    dialog.keep.click()
    assert "not the same" in dialog.notice.message.text()
    qtbot.keyClicks(dialog.again.edit, "2750")
    dialog.keep.click()
    assert isinstance(desk.pin, Pin)


def test_an_unfit_one_is_told(qtbot: QtBot, dialog: PinDialog) -> None:
    for field in (dialog.pin, dialog.again):
        qtbot.keyClicks(field.edit, "1234")
    dialog.keep.click()
    assert dialog.notice.message.text()
    assert dialog._desk.pin is None
    dialog.reject()


def test_it_can_be_removed(look: Look, store: Store, tmp_path: Path) -> None:
    desk = a_desk(store, look, tmp_path)
    desk.pin = Pin(store.unlocked, "2750")
    dialog = PinDialog(desk)
    dialog.open()
    dialog.drop.click()
    assert desk.pin is None
