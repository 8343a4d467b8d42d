# SPDX-License-Identifier: MIT
"""A letter's step: asked for what it needs, refused with a sentence, kept with its reason."""

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from storage.acts import letters, pairs
from storage.errors import Refused
from storage.queries.letters import whole_letter
from tests.builders import a_letter, again
from tests.storage.acts.test_letters import sealed
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.state_sheet import StateSheet, move_on, wants_asking


def asked(qtbot: QtBot, desk: Desk, written: Written, state: str) -> StateSheet:
    sheet = StateSheet(desk, written.whole().letter, state)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def moved(written: Written, *states: str) -> None:
    for state in states:
        letters.move(written.store, written.whole().letter, state)


def test_a_draft_goes_out_with_the_day_its_reply_is_due(qtbot: QtBot, desk: Desk, written: Written) -> None:
    moved(written, "evidence_checked", "peer_reviewed", "privacy_checked")
    sheet = asked(qtbot, desk, written, "factual_accuracy_out")
    sheet.day.edit.setDate(QDate(2018, 12, 18))
    assert "4 January 2019" in sheet.due.text()
    sheet.days.setCurrentIndex(sheet.days.findData("5"))
    assert "27 December 2018" in sheet.due.text()
    sheet.act.click()
    shell = written.whole().letter
    assert (shell.status, shell.accuracy_from, shell.accuracy_days) == ("factual_accuracy_out", "2018-12-18", 5)
    assert not sheet.isVisible()


def test_publication_is_refused_without_a_reason_and_keeps_it(qtbot: QtBot, desk: Desk, written: Written) -> None:
    sealed(written.store, written.whole().letter)
    moved(written, "issued")
    sheet = asked(qtbot, desk, written, "embargoed")
    sheet.act.click()
    assert "needs a reason" in sheet.notice.message.text()
    assert sheet.isVisible()
    sheet.reason.setPlainText("The council meets first.")
    sheet.day.edit.setDate(QDate(2999, 1, 2))
    sheet.act.click()
    shell = written.whole().letter
    assert (shell.status, shell.state_reason, shell.embargo_until) == (
        "embargoed",
        "The council meets first.",
        "2999-01-02",
    )


def test_both_languages_go_out_together_or_one_with_a_reason(qtbot: QtBot, desk: Desk, written: Written) -> None:
    store = written.store
    welsh = a_letter(store, written.visit, "Un.")
    letters.amend(store, welsh, language="cy", kind="monitoring_visit")
    other = whole_letter(store, welsh.id)
    assert other is not None
    pairs.join(store, written.whole(), other)
    sealed(store, written.whole().letter)
    assert wants_asking(store, written.whole().letter, "issued")
    sheet = asked(qtbot, desk, written, "issued")
    assert not sheet.reason.isEnabled()
    sheet.act.click()
    assert "not signed yet" in sheet.notice.message.text()
    sheet.alone.setChecked(True)
    sheet.act.click()
    assert "needs a reason" in sheet.notice.message.text()
    sheet.reason.setPlainText("The Welsh follows on Monday.")
    sheet.act.click()
    assert written.whole().letter.status == "issued"
    assert again(store, welsh).status == "drafting"


def test_a_plain_step_is_taken_at_once(written: Written) -> None:
    assert not wants_asking(written.store, written.whole().letter, "evidence_checked")
    move_on(written.store, written.whole().letter, "evidence_checked")
    assert written.whole().letter.status == "evidence_checked"
    with pytest.raises(Refused, match="cannot become"):
        move_on(written.store, written.whole().letter, "issued")
    with pytest.raises(Refused, match="not out"):
        move_on(written.store, written.whole().letter, "comments_resolved")
