# SPDX-License-Identifier: MIT
"""A verdict in plain words: the judgement first, a sentence a line, and again in another language."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reports.signing.verdict import NOT_WELL, WELL, Saying, Signed, Verdict
from ui.letters.verdict import VerdictDialog, VerdictView
from ui.look import Look, speak

GOOD = Verdict(
    signers=(Signed(field="Sig1", name="A", when=datetime(2018, 10, 12, tzinfo=UTC), practice=True, intact=True),)
)
BAD = Verdict((Saying("Something is wrong."),))


def test_the_judgement_comes_first(qtbot: QtBot, look: Look) -> None:
    view = VerdictView(look)
    qtbot.addWidget(view)
    view.show_verdict(GOOD)
    assert view.judgement.text() == WELL
    assert view.reasons[0].text().startswith("Signed by A on 12 October 2018")
    assert view.accessibleName().startswith(WELL)
    view.show_verdict(BAD)
    assert view.judgement.text() == NOT_WELL
    assert [each.text() for each in view.reasons] == ["Something is wrong."]


def test_it_is_said_again_in_another_language(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    view = VerdictView(look)
    qtbot.addWidget(view)
    view.show_verdict(GOOD)
    view.show()
    speak(qapp, "cy")
    assert "Hydref" in view.reasons[0].text()


def test_the_dialog_is_closed_by_return(qtbot: QtBot, look: Look) -> None:
    dialog = VerdictDialog(look, BAD, "letter.pdf")
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
