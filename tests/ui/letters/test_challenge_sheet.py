# SPDX-License-Identifier: MIT
"""A comment of the authority typed in: with its paragraph, kind, proof and day."""

from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from storage.queries.challenges import challenges_of_letter
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.challenge_sheet import ChallengeSheet


def test_what_is_typed_is_written_down_with_what_it_is_about(qtbot: QtBot, desk: Desk, written: Written) -> None:
    sheet = ChallengeSheet(desk, written.whole())
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.act.click()
    assert "no words" in sheet.notice.message.text()
    sheet.paragraph.setCurrentIndex(1)
    sheet.kind.setCurrentIndex(sheet.kind.findData("omission"))
    sheet.text.setPlainText("Say that it is monthly.")
    sheet.proof.setText("Our log")
    sheet.by.setText("Head of service")
    sheet.day.edit.setDate(QDate(2018, 10, 15))
    sheet.act.click()
    [said] = challenges_of_letter(written.store, written.letter_id)
    assert (said.kind, said.proof, said.said_by, said.received) == (
        "omission",
        "Our log",
        "Head of service",
        "2018-10-15",
    )
    assert said.quoted == "Thank you. Supervision is irregular."
    assert said.paragraph_id == written.sentences()[0].paragraph_id
