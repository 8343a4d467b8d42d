# SPDX-License-Identifier: MIT
"""The settings page: what is in use is shown, a choice is asked for at once, Welsh bears its mark."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.settings import Settings
from storage.store import Store
from tests.ui.shown import a_desk, dialogs
from ui.look import Look
from ui.settings.passphrase_dialog import PassphraseDialog
from ui.settings.pin_dialog import PinDialog
from ui.settings.preferences import Preferences


@pytest.fixture
def page(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> Preferences:
    """Give the page over a store that dies with the test."""
    store.marks.keep("my_role", "lead")
    page = Preferences(a_desk(store, look, tmp_path))
    qtbot.addWidget(page)
    page.show()
    return page


def test_it_shows_what_is_in_use_and_whose_it_is(page: Preferences) -> None:
    assert page.language.currentText() == "English"
    assert page.scheme.currentText() == "Light"
    assert page.percent.currentText() == "100 %"
    assert page.care.who.text() == "Practice Inspector · Lead inspector"
    assert "not yet reviewed by a Welsh speaker" in page.welsh.text()


def test_a_choice_made_by_key_is_asked_for_at_once(qtbot: QtBot, page: Preferences) -> None:
    with qtbot.waitSignal(page.settings_wanted) as wanted:
        qtbot.keyClick(page.percent, Qt.Key.Key_Down)
    assert wanted.args == [Settings(scheme="light", percent=125)]
    with qtbot.waitSignal(page.settings_wanted) as wanted:
        qtbot.keyClick(page.idle, Qt.Key.Key_End)
    assert wanted.args is not None
    assert wanted.args[0].idle_minutes == 0


def test_a_value_set_by_hand_in_the_file_is_shown_as_it_is(page: Preferences) -> None:
    page.desk.settings = Settings(percent=110, idle_minutes=7)
    page.refresh()
    assert page.percent.currentData() == 110
    assert page.idle.currentData() == 7


def test_a_store_without_a_folder_has_no_passphrase_to_change(page: Preferences) -> None:
    assert [verb.is_possible() for verb in page.verbs()] == [False, False, True, False]


def test_the_button_opens_the_passphrase_dialog(qtbot: QtBot, page: Preferences) -> None:
    qtbot.mouseClick(page.passphrase, Qt.MouseButton.LeftButton)
    (dialog,) = dialogs()
    assert isinstance(dialog, PassphraseDialog)
    dialog.reject()


def test_the_pins_button_opens_its_dialog(qtbot: QtBot, page: Preferences) -> None:
    qtbot.mouseClick(page.pin, Qt.MouseButton.LeftButton)
    (dialog,) = dialogs()
    assert isinstance(dialog, PinDialog)
    dialog.reject()
