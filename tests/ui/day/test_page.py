# SPDX-License-Identifier: MIT
"""The day as two inspectors use it: enquiries typed, feedback written down, the check asked for, sheets saved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.acts import findings
from storage.backup import backing_up
from storage.job import run_now
from storage.model.visit import Visit
from storage.queries.points import points_of_visit
from storage.readiness import last_check
from storage.store import Store
from tests.builders import PASSPHRASE, a_concern, a_finding, a_link, a_note, a_visit, again
from tests.ui.shown import a_desk
from ui.day import asking
from ui.day.page import CHECK, EVENING, MEETING, DayPage
from ui.look import Look, speak

Maker = Callable[..., tuple[Store, str]]


def idle(qtbot: QtBot, page: DayPage) -> None:
    qtbot.waitUntil(lambda: not page.doing.is_busy() and not page.checking.is_busy())


def caught_up(qtbot: QtBot, page: DayPage) -> None:
    qtbot.waitUntil(lambda: not page._stale)


def test_a_line_of_enquiry_is_typed_ticked_and_taken_off(page: DayPage, store: Store, visit: Visit) -> None:
    page.ask_enquiry()
    QTest.keyClicks(page.evening.line, "Ask for the supervision log.")
    QTest.keyClick(page.evening.line, Qt.Key.Key_Return)
    (made,) = points_of_visit(store, visit.id)
    assert (made.text, made.day, page.evening.line.text()) == ("Ask for the supervision log.", 2, "")
    view = page.evening.enquiries
    view.setCurrentIndex(view.rows.index(0))
    page.evening.tick.click()
    assert again(store, made).done
    assert "Followed" in view.rows.index(0).data()
    page.evening.drop.click()
    assert points_of_visit(store, visit.id) == ()
    assert not page.evening.tick.isEnabled()


def test_what_leaders_said_is_written_down_and_trouble_keeps_the_words(
    page: DayPage, store: Store, visit: Visit
) -> None:
    page.ask_said()
    page.meeting.kind.setCurrentIndex(1)
    page.meeting.words.setPlainText("The log is elsewhere.")
    page.meeting.keep.click()
    assert "Nobody is named" in page.notice.message.text()
    assert page.meeting.words.toPlainText() == "The log is elsewhere."
    page.meeting.role.setText("Head of service")
    page.meeting.keep.click()
    (made,) = points_of_visit(store, visit.id)
    assert (made.kind, made.role) == ("disputed", "Head of service")
    assert (page.meeting.words.toPlainText(), page.meeting.role.text()) == ("", "Head of service")
    page.meeting.said.setCurrentIndex(page.meeting.said.rows.index(0))
    page.meeting.drop.click()
    assert points_of_visit(store, visit.id) == ()


def test_a_finding_that_was_told_puts_its_words_into_the_form(
    qtbot: QtBot, page: DayPage, store: Store, visit: Visit
) -> None:
    told = a_finding(store, visit, "Supervision is irregular.")
    page.tabs.setCurrentIndex(MEETING)
    caught_up(qtbot, page)
    assert not page.meeting.findings.isVisible()  # a hunch is the inspectors' own
    findings.move(store, told, "proposed")
    caught_up(qtbot, page)
    page.meeting.findings.setCurrentIndex(page.meeting.findings.rows.index(0))
    page.meeting.tell.click()
    assert page.meeting.words.toPlainText() == "Supervision is irregular."
    assert page.meeting.kind.currentData() == "told"


def test_gaps_and_concerns_are_shown_and_lead_on(qtbot: QtBot, page: DayPage, store: Store, visit: Visit) -> None:
    for way in ("strength", "weakness"):
        a_link(store, a_note(store, visit, polarity=way), "QA1")
    made = a_concern(store, visit)
    caught_up(qtbot, page)
    thin, concerns = page.evening.thin, page.evening.concerns
    assert "Contradicted" in thin.rows.index(0).data()
    assert thin.rows.rowCount() > 20
    with qtbot.waitSignal(page.area_chosen) as area:
        thin.activated.emit(thin.rows.index(0))
    assert area.args == ["QA1"]
    with qtbot.waitSignal(page.concern_asked) as asked:
        concerns.activated.emit(concerns.rows.index(0))
    assert asked.args == [made.id]


def test_the_check_is_run_told_and_remembered(qtbot: QtBot, page: DayPage, store: Store) -> None:
    page.ask_check()
    assert "Not checked" in page.check.answer.message.text()
    assert not page.save.isEnabled()
    page.check.check.click()
    idle(qtbot, page)
    assert "Not ready" in page.check.answer.message.text()
    assert page.check.found.rows.rowCount() == 7
    assert last_check(store, "ready") is not None
    assert page.save.isEnabled()
    page.check.kind.setCurrentIndex(1)
    page.check.kind.activated.emit(1)
    assert "Not checked" in page.check.answer.message.text()


@pytest.mark.parametrize("part", [EVENING, MEETING, CHECK])
def test_every_sheet_is_saved_as_pdf(
    qtbot: QtBot, page: DayPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    names: list[str] = []

    def where(_parent: object, name: str) -> Path:
        names.append(name)
        return tmp_path / f"{name}.pdf"

    monkeypatch.setattr(asking, "where_to", where)
    page.tabs.setCurrentIndex(part)
    if part == CHECK:
        page.check.check.click()
        idle(qtbot, page)
    with qtbot.waitSignal(page.said) as said:
        page.save.click()
    assert (tmp_path / f"{names[0]}.pdf").read_bytes().startswith(b"%PDF")
    assert names[0] in said.args[0]
    idle(qtbot, page)


def test_a_full_disk_is_told_where_it_was_asked_and_nothing_stays(
    qtbot: QtBot, page: DayPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "where_to", lambda _parent, name: tmp_path / "gone" / f"{name}.pdf")
    page.save.click()
    idle(qtbot, page)
    assert page.notice.isVisible()
    assert page.notice.advice.text()
    assert not (tmp_path / "gone").exists()


def test_another_day_and_another_language_are_shown(page: DayPage, look: Look) -> None:
    assert page.number.count() == 2
    assert page.day is not None
    assert page.day.number == 2  # today is long after the visit
    page.number.setCurrentIndex(0)
    page.number.activated.emit(0)
    assert page.day.number == 1
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    english = page.tabs.tabText(0)
    speak(running, "cy")
    assert page.number.itemText(0).startswith("Diwrnod 1")
    speak(running, "en")
    assert page.tabs.tabText(0) == english


def test_without_a_visit_the_page_leads_to_one_and_still_checks(qtbot: QtBot, page: DayPage) -> None:
    page.show_visit("")
    assert page.empty.isVisible()
    assert not page.verbs()[1].is_possible()
    with qtbot.waitSignal(page.page_wanted):
        page.empty.button.click()
    page.tabs.setCurrentIndex(CHECK)
    assert page.check.isVisible()


def test_only_what_was_touched_is_read_again_and_hidden_pages_read_nothing(
    qtbot: QtBot, page: DayPage, store: Store, visit: Visit
) -> None:
    caught_up(qtbot, page)
    assert page.day is not None
    standings, found = page.day.standings, page.day.findings
    a_finding(store, visit)
    caught_up(qtbot, page)
    assert page.day.standings is standings
    assert page.day.findings is not found
    page.hide()
    before = page.day
    a_link(store, a_note(store, visit), "QA1")
    assert page.day is before
    page.show()
    caught_up(qtbot, page)
    assert page.day.standings is not standings


def test_a_real_restore_is_asked_for_with_the_passphrase_and_a_wrong_one_is_told(
    qtbot: QtBot, look: Look, folder_store: Maker, tmp_path: Path
) -> None:
    store, _code = folder_store()
    there = a_visit(store)
    (tmp_path / "stick").mkdir()
    run_now(backing_up(tmp_path / "stick"), store)
    desk = a_desk(store, look, tmp_path / "home")
    page = DayPage(desk)
    qtbot.addWidget(page)
    page.show_visit(there.id)
    page.show()
    page.ask_check()
    page.check.passphrase.edit.setText("another")
    page.check.check.click()
    idle(qtbot, page)
    assert "does not open" in page.notice.message.text()
    assert last_check(store, "ready") is None
    qtbot.keyClicks(page.check.passphrase.edit, PASSPHRASE)
    qtbot.keyClick(page.check.passphrase.edit, Qt.Key.Key_Return)
    assert page.check.passphrase.text() == ""
    idle(qtbot, page)
    restored = page.check.found.rows.index(page.check.found.rows.row_of("restore")).data()
    assert "Really restored and compared" in restored
    assert page.notice.isHidden()
    desk.worker.close()


def test_what_is_half_typed_of_one_visit_waits_there_and_never_ends_in_another(
    qtbot: QtBot, page: DayPage, store: Store, visit: Visit
) -> None:
    other = a_visit(store)
    page.ask_enquiry()
    QTest.keyClicks(page.evening.line, "Ask for the log")
    page.ask_said()
    page.meeting.role.setText("Head of service")
    QTest.keyClicks(page.meeting.words, "Disputed: the figures")
    page.ask_said()
    assert page.meeting.words.toPlainText() == "Disputed: the figures"
    page.show_visit(other.id)
    assert (page.evening.line.text(), page.meeting.words.toPlainText()) == ("", "")
    page.show_visit(visit.id)
    assert page.evening.line.text() == "Ask for the log"
    assert page.meeting.given()[1:] == ("Head of service", "Disputed: the figures")
    page.meeting.keep.click()
    page.show_visit(other.id)
    page.show_visit(visit.id)
    assert page.meeting.words.toPlainText() == ""


def test_a_finding_that_was_told_does_not_take_the_place_of_words_for_good(page: DayPage) -> None:
    QTest.keyClicks(page.meeting.words, "Half a sentence")
    page.meeting.put_words("Supervision is irregular.")
    page.meeting.words.undo()
    assert page.meeting.words.toPlainText() == "Half a sentence"
