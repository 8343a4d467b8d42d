# SPDX-License-Identifier: MIT
"""The frame of the dialogs: trouble is told inside, closing stops what is under way."""

from pytestqt.qtbot import QtBot

from storage.errors import Refused
from storage.job import Job, Tick
from tests.ui.cases.conftest import idle
from tests.ui.shown import words
from ui.cases.frame import Asking
from ui.desk import Desk


def test_trouble_is_told_and_the_button_comes_back(qtbot: QtBot, desk: Desk) -> None:
    def refuse(_taken: object, _tick: Tick) -> None:
        raise Refused("It cannot be.", "Leave it.")

    dialog = Asking(desk, "Title", "&Act")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.doing.start(
        Job(lambda _store: None, refuse, lambda _store, _made: None), "Working", dialog.heading.show_text
    )
    dialog.allow()
    assert not dialog.act.isEnabled()
    idle(qtbot, desk)
    assert "It cannot be. Leave it." in words(dialog)
    assert dialog.act.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()
