# SPDX-License-Identifier: MIT
"""Before the first copy: what it means is said, and Escape writes nothing."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.letters.copy_warning import CopyWarning
from ui.look import Look


def test_return_goes_on_and_escape_does_not(qtbot: QtBot, look: Look) -> None:
    for key, signal in ((Qt.Key.Key_Return, "accepted"), (Qt.Key.Key_Escape, "rejected")):
        warning = CopyWarning(look)
        qtbot.addWidget(warning)
        warning.show()
        with qtbot.waitSignal(getattr(warning, signal)):
            qtbot.keyClick(warning, key)
