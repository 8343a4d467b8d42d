# SPDX-License-Identifier: MIT
"""The search page as a person uses it: type, narrow, keep, open."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.model.visit import Visit
from storage.search.query import Sought
from storage.search.saved import saved
from storage.store import Store
from tests.builders import a_note, again
from tests.ui.search.conftest import filled, texts
from ui.look import speak
from ui.search.search import Search
from ui.widgets.buttons import IconButton
from ui.widgets.row_delegate import Role


def _type(page: Search, words: str) -> None:
    page.field.clear()
    QTest.keyClicks(page.field, words)
    QTest.keyClick(page.field, Qt.Key.Key_Return)


def test_at_first_the_newest_notes_are_shown(shown: Search) -> None:
    assert len(texts(shown)) == 4
    assert texts(shown)[0] == "Supervision had improved."


def test_results_come_as_one_types_newest_first(qtbot: QtBot, shown: Search) -> None:
    QTest.keyClicks(shown.field, "superv")
    qtbot.waitUntil(lambda: texts(shown) == ["Supervision had improved.", "Supervision was irregular."])


def test_a_mutated_welsh_word_is_found(shown: Search) -> None:
    _type(shown, "plentyn ty")
    assert texts(shown) == ["Roedd ei phlentyn hi yn y tŷ."]


def test_whoever_goes_down_before_the_answer_comes_is_on_its_first_note(qtbot: QtBot, shown: Search) -> None:
    QTest.keyClicks(shown.field, "irregular")
    QTest.keyClick(shown.field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: texts(shown) == ["Supervision was irregular."])
    with qtbot.waitSignal(shown.note_chosen):
        QTest.keyClick(shown.results, Qt.Key.Key_Return)


def test_nothing_found_is_said(shown: Search) -> None:
    _type(shown, "nowhere")
    assert shown.none.isVisible()
    assert not shown.results.isVisible()
    shown.clear()
    assert len(texts(shown)) == 4


def test_filters_that_leave_nothing_are_taken_away_by_a_button_and_the_words_stay(shown: Search) -> None:
    _type(shown, "supervision")
    _choose(shown, "polarity", "strength")
    _choose(shown, "source_kind", "document")
    assert texts(shown) == []
    assert shown.none.button.isVisible()
    QTest.keyClick(shown.none.button, Qt.Key.Key_Return)
    assert texts(shown) == ["Supervision had improved.", "Supervision was irregular."]
    assert shown.sought() == Sought("supervision")
    assert shown.field.hasFocus()


def test_words_that_are_not_looked_for_are_not_left_out_in_silence(shown: Search) -> None:
    _type(shown, "supervision " * 16)
    assert not shown.cut.isVisible()
    shown.look_for(Sought("supervision " * 400))
    assert shown.cut.isVisible()
    assert "first 16 words" in shown.cut.text()
    assert len(texts(shown)) == 2
    shown.clear()
    assert not shown.cut.isVisible()


def test_a_page_pasted_into_the_field_is_kept_under_a_line_that_can_be_shown(shown: Search, store: Store) -> None:
    shown.look_for(Sought("supervision " * 400))
    shown.keep.click()
    assert len(saved(store.marks)[0].name) > 4000
    assert len(shown.kept.currentText()) < 100
    assert shown.kept.currentText().endswith("…")


def test_a_search_that_was_put_in_can_be_cleared_with_the_cross(shown: Search) -> None:
    shown.look_for(Sought("improved"))
    assert texts(shown) == ["Supervision had improved."]
    cross = shown.field.findChild(IconButton)
    assert cross is not None
    assert cross.isVisible()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert shown.field.text() == ""


def test_a_box_that_offers_nothing_says_why(shown: Search, visits: tuple[Visit, Visit]) -> None:
    day, case = (shown.filters.boxes[field] for field in ("day", "case_ref"))
    assert "Choose a visit first" in day.toolTip()
    assert "Choose a visit first" in case.accessibleDescription()
    _choose(shown, "visit_id", visits[1].id)
    assert day.toolTip() == ""
    assert case.toolTip() == "There is nothing to choose."


def test_on_a_low_page_filters_are_folded_away_and_what_answers_has_room(shown: Search) -> None:
    assert not shown.fold.isVisible()
    shown.resize(1000, 300)
    assert (shown.fold.isVisible(), shown.filters.isVisible(), shown.card.hint.isVisible()) == (True, False, False)
    QTest.keyClick(shown.fold, Qt.Key.Key_Space)
    assert shown.filters.isVisible()
    _choose(shown, "polarity", "strength")
    QTest.keyClick(shown.fold, Qt.Key.Key_Space)
    assert not shown.filters.isVisible()
    assert "in use" in shown.fold.text()
    shown.resize(1000, 640)
    assert (shown.fold.isVisible(), shown.filters.isVisible(), shown.card.hint.isVisible()) == (False, True, True)
    shown.clear()
    assert "in use" not in shown.fold.text()


def test_hostile_text_is_only_text(shown: Search) -> None:
    for words in ('"', "*", "NEAR(", "') OR 1", "-x", '"""', "AND", "#", "=plan"):
        _type(shown, words)
        assert not shown.notice.isVisible(), words


def test_a_filter_narrows_and_says_so(shown: Search, visits: tuple[Visit, Visit]) -> None:
    _choose(shown, "polarity", "weakness")
    assert texts(shown) == ["Supervision was irregular."]
    _choose(shown, "polarity", "")
    _choose(shown, "visit_id", visits[0].id)
    assert len(texts(shown)) == 3
    _choose(shown, "day", "2018-07-10")
    assert texts(shown) == ["Supervision was irregular."]
    _choose(shown, "day", "")
    _choose(shown, "case_ref", "Case 07")
    assert texts(shown) == ["A care plan stood in six files."]


def _choose(page: Search, field: str, value: str) -> None:
    box = page.filters.boxes[field]
    at = box.findData(value)
    assert at >= 0, f"{value} is not offered"
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_a_search_is_kept_chosen_again_and_forgotten(shown: Search, store: Store) -> None:
    _type(shown, "supervision")
    _choose(shown, "polarity", "weakness")
    shown.keep.click()
    (kept,) = saved(store.marks)
    assert kept.name == "supervision · Weakness"
    assert kept.sought == Sought("supervision", polarity="weakness")
    shown.clear()
    assert len(texts(shown)) == 4
    shown.kept.setCurrentIndex(1)
    shown.kept.activated.emit(1)
    assert shown.field.text() == "supervision"
    assert texts(shown) == ["Supervision was irregular."]
    shown.forget.click()
    assert saved(store.marks) == ()


def test_down_and_return_open_a_note_of_another_visit(shown: Search, visits: tuple[Visit, Visit]) -> None:
    shown.show_visit(visits[0].id)
    _type(shown, "improved")
    QTest.keyClick(shown.field, Qt.Key.Key_Down)
    assert shown.results.hasFocus()
    told: list[str] = []
    shown.visit_chosen.connect(told.append)
    shown.note_chosen.connect(told.append)
    QTest.keyClick(shown.results, Qt.Key.Key_Return)
    assert told == [visits[1].id, shown.results.hits.hits[0].note_id]


def test_a_note_written_or_withdrawn_meanwhile_is_seen(
    shown: Search, store: Store, visits: tuple[Visit, Visit]
) -> None:
    _type(shown, "lantern")
    assert texts(shown) == []
    note = a_note(store, visits[0], "A lantern stood there.")
    assert texts(shown) == ["A lantern stood there."]
    notes.withdraw(store, again(store, note))
    assert texts(shown) == []


def test_older_notes_come_when_one_scrolls_to_the_end(qtbot: QtBot, shown: Search, store: Store) -> None:
    visit = filled(store)[0]
    for number in range(50):
        a_note(store, visit, f"Lantern {number}.")
    _type(shown, "lantern")
    assert "newest" in shown.count.text()
    while shown.results.hits.canFetchMore(shown.results.rootIndex()):
        before = len(texts(shown))
        shown.results.scrollToBottom()
        qtbot.waitUntil(lambda: len(texts(shown)) > before)  # noqa: B023
    assert texts(shown) == [f"Lantern {number}." for number in reversed(range(50))]
    assert shown.count.text() == "50 found"


def test_a_store_on_disk_is_asked_away_from_the_screens_thread(
    qtbot: QtBot, make: Callable[[Store], Search], folder_store: Callable[..., tuple[Store, str]]
) -> None:
    store, _ = folder_store()
    filled(store)
    page = make(store)
    qtbot.waitUntil(lambda: len(texts(page)) == 4)
    for words in ("s", "su", "sup", "supervision irreg"):
        _type(page, words)
    qtbot.waitUntil(lambda: texts(page) == ["Supervision was irregular."])
    qtbot.waitUntil(lambda: not page.desk.worker.busy())


def test_rows_and_boxes_are_said_again_in_welsh(qapp: QApplication, shown: Search) -> None:
    speak(qapp, "cy")
    QApplication.processEvents()
    try:
        assert "Gorffennaf" in shown.results.hits.data(shown.results.hits.index(3), Role.ROW).time
    finally:
        speak(qapp, "en")


def test_every_verb_can_be_done_or_not(shown: Search) -> None:
    assert not any(verb.is_possible() for verb in shown.verbs())
    _type(shown, "plan")
    assert all(verb.is_possible() for verb in shown.verbs())


def test_that_no_search_is_kept_is_said_in_the_language_in_use(qapp: QApplication, shown: Search) -> None:
    assert shown.kept.currentText() == "No search is kept yet"
    speak(qapp, "cy")
    QApplication.processEvents()
    welsh = shown.kept.currentText()
    speak(qapp, "en")
    QApplication.processEvents()
    assert welsh not in ("", "No search is kept yet")
    assert shown.kept.currentText() == "No search is kept yet"
