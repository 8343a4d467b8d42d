# SPDX-License-Identifier: MIT
"""The whole way through the window: a list in, a sample drawn, cases given out, one reviewed and graded, and read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.acts import cases as case_acts
from storage.model.visit import Visit
from storage.queries.cases import cases_of_visit, list_of_visit
from storage.queries.reviews import review
from storage.queries.samples import sample_of_visit
from storage.store import Store
from storage.sync import receipt
from tests.builders import RUBRIC, a_note, a_store, a_visit, join
from tests.case_lists import a_list, a_sample
from tests.ui.cases.conftest import idle
from tests.ui.shown import words
from ui.cases.draw_dialog import DrawSample
from ui.cases.list_in import ListIn
from ui.cases.page import Cases
from ui.look import speak
from ui.widgets.row_delegate import Role


def dialog(shown: Cases, kind: type) -> object:
    return next(each for each in shown.findChildren(kind) if each.isVisible())


def bring_and_draw(qtbot: QtBot, shown: Cases, store: Store, list_file: Path) -> None:
    """Bring a list in and draw six cases by team, by the two dialogs."""
    assert shown.visit is not None
    visit = shown.visit
    qtbot.mouseClick(shown.bring, Qt.MouseButton.LeftButton)
    bring = dialog(shown, ListIn)
    assert isinstance(bring, ListIn)
    bring.show_file(list_file)
    qtbot.waitUntil(bring.act.isEnabled)
    qtbot.mouseClick(bring.act, Qt.MouseButton.LeftButton)
    idle(qtbot, shown.desk)
    bring.reject()
    assert list_of_visit(store, visit.id) is not None
    qtbot.mouseClick(shown.draw, Qt.MouseButton.LeftButton)
    draw = dialog(shown, DrawSample)
    assert isinstance(draw, DrawSample)
    draw.strata["team"].setChecked(True)
    draw.size_field.set_value(6)
    qtbot.waitUntil(lambda: draw.found is not None and len(draw.found.draw.drawn) == 6)
    qtbot.mouseClick(draw.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.rows.rowCount() == 6)
    assert sample_of_visit(store, visit.id) is not None


def test_from_the_authoritys_list_to_a_graded_review(
    qtbot: QtBot, shown: Cases, store: Store, visit: Visit, list_file: Path
) -> None:
    guest = a_store("Second Inspector")
    join(store, visit.stream_id, guest)
    assert not shown.review.isVisible()
    bring_and_draw(qtbot, shown, store, list_file)
    # Two readers.
    shown.review.reader.setCurrentIndex(shown.review.reader.findData(guest.me))
    shown.review.reader.activated.emit(shown.review.reader.currentIndex())
    first = shown.case()
    assert first is not None
    assert first.reader == guest.me
    shown.list.setCurrentIndex(shown.rows.index(1))
    shown.deeds.take()
    # A review of the second case: what the file shows, a grade by key, an outcome in words; then it is read.
    second = shown.case()
    assert second is not None
    assert second.reader == store.me
    voice = shown.review.file.features["voice"]
    voice.setCurrentIndex(voice.findData("partly"))
    voice.activated.emit(voice.currentIndex())
    shown.review.tabs.setCurrentIndex(1)
    grades = shown.review.grades
    grades.list.setCurrentIndex(grades.rows.index(grades.rows.row_of(f"{RUBRIC}:QA1")))
    QTest.keyClick(grades.list, Qt.Key.Key_4)
    shown.review.tabs.setCurrentIndex(0)
    with qtbot.waitActive(shown):  # after the dialogs
        shown.activateWindow()
    shown.review.file.words.setFocus()
    QTest.keyClicks(shown.review.file.words, "Contact is planned.")
    QTest.keyClick(shown.review.file.words, Qt.Key.Key_Tab)
    kept = review(store, second.id, store.me)
    assert kept is not None
    assert (kept.features, kept.grades) == ((("voice", "partly"),), ((f"{RUBRIC}:QA1", "priority"),))
    assert kept.outcome_words == "Contact is planned."
    shown.deeds.finish()
    assert {each.pseudonym: each.progress for each in cases_of_visit(store, visit.id)}[second.pseudonym] == "read"
    assert "Practice Inspector: 1 of 1 read" in shown.readers.accessibleName()
    guest.close()


def test_words_half_typed_are_kept_on_closing(shown: Cases, store: Store, visit: Visit) -> None:
    case_acts.add(store, visit, 7, "tracked")
    shown.review.file.words.setFocus()
    QTest.keyClicks(shown.review.file.words, "Half a sen")
    assert shown.may_close()
    case = shown.case()
    assert case is not None
    kept = review(store, case.id, store.me)
    assert kept is not None
    assert kept.outcome_words == "Half a sen"


def test_what_is_recorded_meanwhile_does_not_take_the_words(shown: Cases, store: Store, visit: Visit) -> None:
    case_acts.add(store, visit, 7, "tracked")
    shown.review.file.words.setFocus()
    QTest.keyClicks(shown.review.file.words, "Half a sen")
    a_note(store, visit, case_ref="Case 7")
    assert shown.review.file.typed() == "Half a sen"
    assert shown.review.notes.rowCount() == 1


def test_another_reviews_words_stand_beside_and_notes_lead_to_notes(
    qtbot: QtBot, shown: Cases, store: Store, visit: Visit
) -> None:
    case_acts.add(store, visit, 7, "tracked")
    note = a_note(store, visit, case_ref="CASE-07")
    shown.review.tabs.setCurrentIndex(3)
    with qtbot.waitSignal(shown.source_chosen) as asked:
        shown.review.notes_list.activated.emit(shown.review.notes.index(0))
    assert asked.args == [f"note:{note.id}"]
    assert "Nobody else" in shown.review.others.text()


def test_without_a_visit_the_page_says_what_it_is_for(shown: Cases) -> None:
    shown.show_visit("")
    assert "No visit is open" in words(shown)
    assert not any(verb.is_possible() for verb in shown.verbs())


def test_the_page_changes_its_language(shown: Cases, store: Store, visit: Visit, qapp: QApplication) -> None:
    a_sample(store, visit)
    speak(qapp, "cy")
    try:
        assert "Heb ddechrau" in str(shown.rows.data(shown.rows.index(0)))
    finally:
        speak(qapp, "en")


def test_the_page_hears_only_of_its_own_visit(shown: Cases, store: Store) -> None:
    other = a_visit(store)
    a_list(store, other)
    assert shown.the_list is None


@pytest.mark.parametrize("wide", [700, 1100])
def test_list_and_review_stand_above_each_other_where_there_is_little_room(shown: Cases, wide: int) -> None:
    shown.resize(wide, 720)
    upright = shown._sides.orientation() == Qt.Orientation.Vertical
    assert upright == (wide < 760)


def test_each_case_says_where_it_is_and_follows_a_receipt(
    qtbot: QtBot, shown: Cases, store: Store, visit: Visit
) -> None:
    case_acts.add(store, visit, 1, "tracked")
    shown.refresh()
    assert shown.rows.index(0).data(Role.ROW).place == "Only here"
    ends = {
        str(device): (seq, store.ledger.newest(visit.stream_id, device)[1].hex())
        for device, seq in store.ledger.vector(visit.stream_id).items()
    }
    receipt.keep(store, {visit.stream_id: ends}, "2018-07-10T09:00:00.000Z")
    shown.desk.bus.stood.emit()
    qtbot.waitUntil(lambda: shown.rows.index(0).data(Role.ROW).place == "Office has")
    assert "Office has" in shown.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
