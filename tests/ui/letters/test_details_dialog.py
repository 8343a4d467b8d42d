# SPDX-License-Identifier: MIT
"""What stands around a letter's body, amended by keyboard; a sealed letter refuses and says so."""

from dataclasses import replace

from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from tests.builders import FakeClock
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.details_dialog import DetailsDialog


def _shown(qtbot: QtBot, desk: Desk, written: Written) -> DetailsDialog:
    made = DetailsDialog(desk, written.whole().letter)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_shows_what_the_letter_holds(qtbot: QtBot, desk: Desk, written: Written) -> None:
    dialog = _shown(qtbot, desk, written)
    assert dialog.date.day() == "2018-10-12"
    assert dialog.addressee.lines() == written.whole().letter.addressee
    assert dialog.lines["close"].text() == "Yours sincerely"


def test_what_is_changed_is_kept(qtbot: QtBot, desk: Desk, written: Written) -> None:
    dialog = _shown(qtbot, desk, written)
    dialog.date.edit.setDate(QDate(2018, 11, 5))
    dialog.addressee.setPlainText("The Chief Executive\n\n  Guildhall  ")
    dialog.lines["salutation"].selectAll()
    qtbot.keyClicks(dialog.lines["salutation"], "Dear Chief Executive")
    qtbot.keyClick(dialog.lines["salutation"], Qt.Key.Key_Return)
    shell = written.whole().letter
    assert (shell.date, shell.salutation) == ("2018-11-05", "Dear Chief Executive")
    assert shell.addressee == ("The Chief Executive", "Guildhall")
    assert shell.re_line == "Monitoring visit"


def test_a_letter_without_a_date_begins_on_today(qtbot: QtBot, clock: FakeClock, desk: Desk, written: Written) -> None:
    made = DetailsDialog(desk, replace(written.whole().letter, date=""))
    qtbot.addWidget(made)
    assert made.date.day() == "2018-07-10"
