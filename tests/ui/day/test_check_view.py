# SPDX-License-Identifier: MIT
"""The check on the screen: which one, what it found, in the tone of its worst line."""

from pytestqt.qtbot import QtBot

from storage.job import run_now
from storage.readiness import KINDS, checking
from storage.store import Store
from ui.day.check_view import CheckView
from ui.look import Look


def test_both_checks_are_offered_and_the_last_ones_answer_shown(qtbot: QtBot, look: Look, store: Store) -> None:
    view = CheckView(look)
    qtbot.addWidget(view)
    view.show()
    assert [view.kind.itemData(at) for at in range(view.kind.count())] == list(KINDS)
    assert not view.found.isVisible()
    view.show_check(run_now(checking("close"), store))
    assert "not safely closed" in view.answer.message.text()
    assert view.answer.property("tone") == "bad"
    assert view.found.isVisible()
    assert "Finish" not in view.answer.advice.text()
    with qtbot.waitSignal(view.asked):
        view.passphrase.edit.returnPressed.emit()
