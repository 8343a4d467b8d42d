# SPDX-License-Identifier: MIT
"""The desk as an inspector uses it: keys typed, rows chosen, areas linked; nothing typed is ever lost."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage import ahead, undo
from storage.acts import notes, visits
from storage.model.visit import Visit
from storage.queries.links import links_of_note
from storage.queries.notes import note, notes_of_visit
from storage.queries.sessions import sessions_of_visit
from storage.store import Store
from tests.builders import FakeClock, a_link, a_note, a_visit, again, hand_over, join
from tests.ui.shown import a_desk
from ui.look import Look
from ui.notes.notebook import Notebook

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _type(notebook: Notebook, text: str) -> None:
    page = notebook.editor.card.page
    page.setFocus()
    QTest.keyClicks(page, text)


def _key(notebook: Notebook, key: Qt.Key, with_keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or notebook, key, with_keys)


def test_a_note_is_written_by_keys_alone(notebook: Notebook, store: Store, visit: Visit) -> None:
    _key(notebook, Qt.Key.Key_N, CONTROL)
    assert QApplication.focusWidget() is notebook.editor.card.page
    _type(notebook, "No supervision since March.")
    _key(notebook, Qt.Key.Key_F8)
    _key(notebook, Qt.Key.Key_Return, CONTROL)
    (written,) = notes_of_visit(store, visit.id)
    assert (written.text, written.polarity) == ("No supervision since March.", "weakness")
    assert written.session_id == sessions_of_visit(store, visit.id)[0].id
    assert notebook.list.count.text() == "1 of 1"
    assert notebook.editor.note_id == written.id
    assert notebook.list.rows.currentIndex().row() == 0


def test_an_area_is_linked_by_typing_its_words_in_either_language(
    notebook: Notebook, store: Store, visit: Visit
) -> None:
    _type(notebook, "Supervision is irregular.")
    _key(notebook, Qt.Key.Key_T, CONTROL)
    picker = notebook.editor.linking.picker
    QTest.keyClicks(picker.field, "goruchwyliaeth broff")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    (written,) = notes_of_visit(store, visit.id)
    assert [link.area for link in links_of_note(store, written.id)] == ["QA1"]
    assert undo.undo(store) is not None  # words and link are one gesture
    assert notes_of_visit(store, visit.id) == ()


def test_selected_words_are_linked_as_they_stand(notebook: Notebook, store: Store, visit: Visit) -> None:
    page = notebook.editor.card.page
    page.setFocus()
    page.insertPlainText("Ŵy 😀 then ")
    _type(notebook, "no supervision")
    for _letter in "no supervision":
        QTest.keyClick(page, Qt.Key.Key_Left, SHIFT)
    _key(notebook, Qt.Key.Key_T, CONTROL | SHIFT)
    picker = notebook.editor.linking.picker
    QTest.keyClicks(picker.field, "QA1")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    (written,) = notes_of_visit(store, visit.id)
    (link,) = links_of_note(store, written.id)
    assert link.quoted == "no supervision"
    assert notebook.editor.card.chips.buttons()[0].text() == "QA1 “no supervision”"


def test_a_chip_is_taken_off_with_delete(notebook: Notebook, store: Store, visit: Visit) -> None:
    written = a_note(store, visit)
    a_link(store, written)
    notebook.show_note(written.id)
    (chip,) = notebook.editor.card.chips.buttons()
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert links_of_note(store, written.id) == ()
    assert notebook.editor.card.chips.buttons() == []


def test_choosing_another_note_inks_the_one_under_the_hand(notebook: Notebook, store: Store, visit: Visit) -> None:
    first = a_note(store, visit, "First.")
    _type(notebook, "Half a sent")
    notebook.list.rows.setFocus()
    notebook.list.rows.setCurrentIndex(notebook.list.model.index(0))
    assert {each.text for each in notes_of_visit(store, visit.id)} == {"First.", "Half a sent"}
    assert notebook.editor.note_id == first.id


def test_leaving_the_editor_inks(qtbot: QtBot, notebook: Notebook, store: Store, visit: Visit) -> None:
    _type(notebook, "Then she left.")
    notebook.list.field.setFocus()
    qtbot.waitUntil(lambda: len(notes_of_visit(store, visit.id)) == 1)


def test_closing_inks_what_is_typed(notebook: Notebook, store: Store, visit: Visit) -> None:
    _type(notebook, "Closed in the mid")
    assert notebook.may_close()
    assert [each.text for each in notes_of_visit(store, visit.id)] == ["Closed in the mid"]


def test_an_emptied_note_stays_under_the_hand_and_says_why(notebook: Notebook, store: Store, visit: Visit) -> None:
    one, other = a_note(store, visit, "One."), a_note(store, visit, "Other.")
    notebook.show_note(one.id)
    notebook.editor.card.page.selectAll()
    _key_on_page(notebook, Qt.Key.Key_Delete)
    assert not notebook.show_note(other.id)
    assert notebook.editor.note_id == one.id
    assert "Withdraw the note" in notebook.editor.notice.advice.text()
    assert again(store, one).text == "One."


def _key_on_page(notebook: Notebook, key: Qt.Key) -> None:
    QTest.keyClick(notebook.editor.card.page, key)


def test_the_list_narrows_to_words_roles_and_codes_as_one_types(
    qtbot: QtBot, notebook: Notebook, store: Store, visit: Visit
) -> None:
    a_note(store, visit, "Ŵyth of ten files.", source_role="Team manager 1")
    a_link(store, a_note(store, visit, "Laptops."), "HR6")
    assert notebook.list.count.text() == "2 of 2"
    for words, found in (("wyth", 1), ("manager", 1), ("hr6", 1), ("manager hr6", 0)):
        notebook.list.field.clear()
        QTest.keyClicks(notebook.list.field, words)
        qtbot.waitUntil(lambda found=found: notebook.list.count.text() == f"{found} of 2")
    assert notebook.list.none.isVisible()


def test_an_area_chosen_in_the_framework_narrows_the_notes(notebook: Notebook, store: Store, visit: Visit) -> None:
    a_link(store, a_note(store, visit, "About supervision."))
    a_link(store, a_note(store, visit, "About phones."), "HR7")
    notebook.show_area("QA")
    assert notebook.list.count.text() == "1 of 2"
    assert notebook.list.narrowed is not None
    notebook.show_area("W1")  # of the visit's other rubric
    assert notebook.framework.box.rubric().name == "ciw-four-principles-2023"
    notebook.framework.tree.setFocus()
    QTest.keyClick(notebook.framework.tree, Qt.Key.Key_Escape)
    assert notebook.list.count.text() == "2 of 2"
    assert notebook.list.narrowed is None


def test_a_withdrawn_note_is_shown_as_such_and_can_be_restored(notebook: Notebook, store: Store, visit: Visit) -> None:
    written = a_note(store, visit)
    notebook.show_note(written.id)
    notebook.editor.card.withdraw.click()
    assert notes_of_visit(store, visit.id) == ()
    assert notebook.editor.card.standing.isVisible()
    assert notebook.editor.card.page.isReadOnly()
    notebook.show_withdrawn()
    assert notebook.list.model.rowCount() == 1
    notebook.editor.card.restore.click()
    assert [each.id for each in notes_of_visit(store, visit.id)] == [written.id]
    assert not notebook.editor.card.page.isReadOnly()


def test_a_partners_note_can_be_read_and_linked_but_not_reworded(
    notebook: Notebook, store: Store, visit: Visit
) -> None:
    from tests.builders import a_store

    second = a_store("Second Inspector")
    join(store, visit.stream_id, second)
    theirs = a_note(second, visit, "Theirs.")
    hand_over(second, store, visit.stream_id)
    notebook.show_note(theirs.id)
    assert notebook.editor.card.page.isReadOnly()
    assert "belongs to Second Inspector" in notebook.editor.card.moment.words.text()
    notebook.editor.linking.wanted.emit("improvement-conference-2018:QA1", None)
    assert [link.area for link in links_of_note(store, theirs.id)] == ["QA1"]
    second.close()


def test_what_changes_elsewhere_is_shown_or_said(notebook: Notebook, store: Store, visit: Visit) -> None:
    written = a_note(store, visit, "First words.")
    notebook.show_note(written.id)
    notes.amend(store, again(store, written), text="Other words.")
    assert notebook.editor.card.page.toPlainText() == "Other words."
    _type(notebook, "Mine: ")
    notes.amend(store, again(store, written), case_ref="Case 07")
    assert notebook.editor.card.standing.isVisible()
    assert notebook.editor.card.page.toPlainText().startswith("Mine: ")
    assert notebook.editor.ink()
    assert note(store, written.id).text == "Mine: Other words."
    assert note(store, written.id).case_ref == "Case 07"


def test_undo_in_the_store_is_shown_in_a_clean_editor(notebook: Notebook, store: Store, visit: Visit) -> None:
    written = a_note(store, visit, "First words.")
    notebook.show_note(written.id)
    notes.amend(store, again(store, written), text="Second words.")
    undo.undo(store)
    assert notebook.editor.card.page.toPlainText() == "First words."


def test_a_session_chosen_gives_a_new_note_its_place_and_kind(notebook: Notebook, store: Store, visit: Visit) -> None:
    notebook.timetable.rows.setFocus()
    QTest.keyClick(notebook.timetable.rows, Qt.Key.Key_Down)
    _key(notebook, Qt.Key.Key_N, CONTROL)
    fields = notebook.editor.card.details.fields()
    assert (fields["source_kind"], fields["source_role"]) == ("interview", "Team manager 1")
    _type(notebook, "She is new.")
    assert notebook.editor.ink()
    assert "1 note" in notebook.timetable.model.index(1).data()


def test_another_visit_shows_its_own_notes(notebook: Notebook, store: Store, visit: Visit) -> None:
    _type(notebook, "Of the first visit.")
    other = a_visit(store)
    a_note(store, other, "Of the other visit.")
    notebook.show_visit(other.id)
    assert [each.text for each in notes_of_visit(store, visit.id)] == ["Of the first visit."]
    assert notebook.list.count.text() == "1 of 1"
    notebook.show_visit("")
    assert notebook.visit is None


def test_every_verb_has_keys_of_its_own(notebook: Notebook) -> None:
    keys = [verb.keys for verb in notebook.verbs()]
    assert all(keys)
    assert len(keys) == len(set(keys))
    assert all(verb.is_possible() in (True, False) for verb in notebook.verbs())


@pytest.mark.parametrize(("wide", "high", "tabs"), [(1200, 760, 0), (900, 560, 2), (500, 560, 3), (500, 300, 4)])
def test_every_part_of_the_desk_can_be_reached_in_any_room(
    qtbot: QtBot, notebook: Notebook, wide: int, high: int, tabs: int
) -> None:
    notebook.window().resize(wide, high)
    QApplication.processEvents()
    assert len([at for at in range(notebook.places.tabs.count()) if notebook.places.tabs.isVisible()]) == tabs
    parts = {
        "timetable": notebook.timetable,
        "notes": notebook.list,
        "text": notebook.editor,
        "framework": notebook.framework,
    }
    for name, part in parts.items():
        notebook.go_to(name)
        assert part.isVisible()


def test_the_desk_draws_itself_in_both_themes_and_at_twice_the_size(
    notebook: Notebook, store: Store, visit: Visit, look: Look
) -> None:
    a_link(store, a_note(store, visit))
    plain = notebook.grab().toImage()
    look.wear("dark", 200)
    assert notebook.grab().toImage() != plain


def test_a_desk_without_a_visit_says_where_to_go(qtbot: QtBot, store: Store, look: Look, tmp_path) -> None:
    empty = Notebook(a_desk(store, look, tmp_path))
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.page_wanted) as wanted:
        empty._empty.button.click()
    assert wanted.args == ["visits"]


def test_passing_through_by_tab_chooses_nothing(notebook: Notebook, store: Store, visit: Visit) -> None:
    a_link(store, a_note(store, visit, "Of long ago."))
    _key(notebook, Qt.Key.Key_N, CONTROL)
    QTest.keyClicks(notebook.editor.card.page, "Still typ")
    seen = set()
    for _step in range(40):
        _key(notebook, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert {notebook.list.rows, notebook.framework.tree, notebook.list.field, notebook.editor.card.page} <= seen
    assert notebook.editor.card.page.toPlainText() == "Still typ"
    assert notebook.list.narrowed is None


def test_a_full_disk_is_told_and_what_was_typed_stays_on_the_screen(
    notebook: Notebook, store: Store, visit: Visit
) -> None:
    other = a_note(store, visit, "Other.")
    words = "On the screen. " * 4_000
    notebook.editor.card.page.insertPlainText(words)
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    assert not notebook.may_close()
    assert not notebook.show_note(other.id)
    assert "disk is full" in notebook.editor.notice.message.text()
    assert notebook.editor.card.page.toPlainText() == words
    store.db.execute("PRAGMA max_page_count = 1000000")
    assert notebook.may_close()
    assert {each.text for each in notes_of_visit(store, visit.id)} == {"Other.", words}


def test_after_fieldwork_an_amendment_needs_its_reason(notebook: Notebook, store: Store, visit: Visit) -> None:
    one, other = a_note(store, visit, "One."), a_note(store, visit, "Other.")
    visits.move(store, again(store, visit), "fieldwork_closed")
    notebook.show_note(one.id)
    assert notebook.editor.card.reason.isVisible()
    _type(notebook, "Then and there: ")
    assert not notebook.show_note(other.id)
    assert "Say why" in notebook.editor.notice.advice.text()
    assert QApplication.focusWidget() is notebook.editor.card.reason
    QTest.keyClicks(notebook.editor.card.reason, "left out in haste")
    assert notebook.show_note(other.id)
    now = again(store, one)
    assert (now.text, now.amend_reason) == ("Then and there: One.", "left out in haste")
    notebook.show_note(one.id)
    assert "left out in haste" in notebook.editor.card.moment.words.text()
    assert notebook.editor.card.reason.text() == ""


def test_a_button_at_the_list_begins_a_note(notebook: Notebook, store: Store, visit: Visit) -> None:
    notebook.show_note(a_note(store, visit).id)
    notebook.list.new.click()
    assert notebook.editor.note_id == ""
    assert QApplication.focusWidget() is notebook.editor.card.page


def test_an_empty_page_belongs_to_the_session_that_was_just_added(
    notebook: Notebook, store: Store, visit: Visit
) -> None:
    notebook.new_note()
    notebook.ask_session()
    QTest.keyClicks(notebook._form.title, "Interview: managers")
    notebook._form.accept()
    _type(notebook, "No supervision since March.")
    assert notebook.may_close()
    (written,) = notes_of_visit(store, visit.id)
    assert written.session_id == next(
        each.id for each in sessions_of_visit(store, visit.id) if each.title == "Interview: managers"
    )


def test_words_typed_into_a_visit_that_is_still_arriving_stay_and_become_ink_when_it_is_here(
    notebook: Notebook, store: Store, visit: Visit
) -> None:
    store.marks.keep(ahead.MARK, [visit.stream_id])
    _type(notebook, "She was calm.")
    _key(notebook, Qt.Key.Key_Return, CONTROL)
    assert notes_of_visit(store, visit.id) == ()
    assert notebook.editor.card.page.toPlainText() == "She was calm."
    assert "still arriving" in notebook.editor.notice.message.text()
    ahead.settle(store)
    _key(notebook, Qt.Key.Key_Return, CONTROL)
    assert [each.text for each in notes_of_visit(store, visit.id)] == ["She was calm."]


def test_a_note_of_the_third_session_does_not_stand_in_the_first(
    notebook: Notebook, store: Store, visit: Visit, clock: FakeClock
) -> None:
    notebook.new_note()
    now = clock.moment.astimezone()
    going = visits.add_session(
        store,
        again(store, visit),
        day=(now.date() - date(2018, 7, 10)).days + 1,
        starts=now.strftime("%H:%M"),
        ends=(now + timedelta(minutes=30)).strftime("%H:%M"),
        title="Going on now",
    )
    notebook.go_to("text")
    _type(notebook, "Said in it.")
    assert notebook.may_close()
    (written,) = notes_of_visit(store, visit.id)
    assert written.session_id == going
