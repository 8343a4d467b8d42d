# SPDX-License-Identifier: MIT
"""Another passphrase: refused until all is right, then the new one opens the store and the old one no longer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage import keys
from storage.errors import WrongPassphrase
from storage.store import Store
from tests.builders import PASSPHRASE
from tests.ui.shown import a_desk
from ui.look import Look
from ui.settings.passphrase_dialog import PassphraseDialog

NEW = "marmalade under nine bridges"


def test_the_new_passphrase_counts_only_when_all_three_fields_are_right(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]]
) -> None:
    store, _code = folder_store()
    folder = store.folder
    assert folder is not None
    dialog = PassphraseDialog(a_desk(store, look, folder))
    dialog.open()
    qtbot.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    assert "too easy" in dialog.notice.message.text()
    qtbot.keyClicks(dialog.new.edit, NEW)
    qtbot.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    assert dialog.notice.message.text() == "The two are not the same yet."
    qtbot.keyClicks(dialog.again.edit, NEW)
    qtbot.keyClicks(dialog.now.edit, "not it")
    qtbot.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    assert "does not open the store" in dialog.notice.message.text()
    keys.unlock(folder, PASSPHRASE)
    dialog.now.edit.setText(PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.change, Qt.MouseButton.LeftButton)
    keys.unlock(folder, NEW)
    with pytest.raises(WrongPassphrase):
        keys.unlock(folder, PASSPHRASE)
