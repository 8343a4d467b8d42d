# SPDX-License-Identifier: MIT
"""Bringing in: nothing before the preview, then all in one gesture; trouble told where it was asked."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from reports.exports.visit import as_json, whole_visit
from storage import undo
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from tests.builders import a_note, a_store, a_visit
from ui.desk import Desk
from ui.exports.bring_in import BringIn


def _dialog(qtbot: QtBot, desk: Desk, visit_id: str, file: Path) -> BringIn:
    dialog = BringIn(desk, visit_id)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_file(file)
    _rested(qtbot, dialog)
    return dialog


def _rested(qtbot: QtBot, dialog: BringIn) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy())


def test_typed_up_notes_are_shown_then_brought_in_and_undone(
    qtbot: QtBot, desk: Desk, there: Visit, tmp_path: Path
) -> None:
    file = tmp_path / "typed.txt"
    file.write_text("S01\n09:40 Social worker C: First.\n10:05 Second. #QA1\n", "utf-8")
    dialog = _dialog(qtbot, desk, there.id, file)
    assert dialog.about.text() == "2 rows · 2 new notes"
    assert dialog.table.model().rowCount() == 2
    assert len(notes_of_visit(desk.store, there.id)) == 1
    with qtbot.waitSignal(dialog.brought) as brought:
        dialog.act.click()
    assert brought.args == [there.id]
    assert dialog.notice.message.text() == "2 things were brought in."
    assert not dialog.act.isEnabled()
    assert len([each for each in notes_of_visit(desk.store, there.id) if each.from_paper]) == 2
    undo.undo(desk.store)
    assert len(notes_of_visit(desk.store, there.id)) == 1


def test_dates_are_asked_about_before_anything_is_kept(qtbot: QtBot, desk: Desk, there: Visit, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("text,date\nWords.,10/07/2018\n", "utf-8")
    dialog = _dialog(qtbot, desk, there.id, file)
    assert "two ways" in dialog.notice.message.text()
    assert not dialog.act.isEnabled()
    field = dialog.mapping.style_field
    field.setCurrentIndex(field.findData("day_first"))
    field.activated.emit(field.currentIndex())
    _rested(qtbot, dialog)
    assert dialog.act.isEnabled()
    assert dialog.notice.isHidden()


def test_a_csv_whose_words_are_not_found_asks_for_their_column(
    qtbot: QtBot, desk: Desk, there: Visit, tmp_path: Path
) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("a,b\n1,Words.\n", "utf-8")
    dialog = _dialog(qtbot, desk, there.id, file)
    assert "No column" in dialog.notice.message.text()
    assert not dialog.act.isEnabled()
    field = dialog.mapping.columns["text"]
    field.setCurrentIndex(field.findText("b"))
    field.activated.emit(field.currentIndex())
    _rested(qtbot, dialog)
    assert dialog.act.isEnabled()


def test_another_stores_visit_is_counted_then_brought_in(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    other = a_store("Second Inspector")
    visit = a_visit(other)
    a_note(other, visit, "Hers.")
    file = tmp_path / "visit.json"
    file.write_text(as_json(whole_visit(other, visit.id)), "utf-8")
    other.close()
    dialog = _dialog(qtbot, desk, "", file)
    assert "This visit is not here yet." in dialog.about.text()
    assert dialog.mapping.isHidden()
    with qtbot.waitSignal(dialog.brought) as brought:
        dialog.act.click()
    assert brought.args == [visit.id]
    assert [each.source_author for each in notes_of_visit(desk.store, visit.id)] == ["Second Inspector"]


def test_a_bad_file_and_notes_without_a_visit_are_refused_in_the_dialog(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad.json", tmp_path / "good.txt"
    bad.write_text("{}", "utf-8")
    good.write_text("Words.", "utf-8")
    dialog = _dialog(qtbot, desk, "", bad)
    assert "no exported visit" in dialog.notice.message.text()
    dialog.show_file(good)
    qtbot.waitUntil(lambda: not dialog.is_busy())
    assert "no visit to bring notes into" in dialog.notice.message.text()
    assert not dialog.act.isEnabled()


def test_bringing_in_that_is_stopped_leaves_nothing(qtbot: QtBot, desk: Desk, there: Visit, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("text\n" + "".join(f"Words {number}.\n" for number in range(120)), "utf-8")
    dialog = _dialog(qtbot, desk, there.id, file)
    dialog.act.click()
    assert dialog.is_busy()
    dialog.progress.cancel_asked.emit()
    _rested(qtbot, dialog)
    assert len(notes_of_visit(desk.store, there.id)) == 1
    with qtbot.waitSignal(dialog.brought):
        dialog.act.click()
    assert len(notes_of_visit(desk.store, there.id)) == 121


def test_what_is_chosen_while_rows_are_looked_at_counts(qtbot: QtBot, desk: Desk, there: Visit, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("text,date\nWords.,10/07/2018\n", "utf-8")
    dialog = _dialog(qtbot, desk, there.id, file)
    field = dialog.mapping.style_field
    for style in ("day_first", "month_first"):
        field.setCurrentIndex(field.findData(style))
        field.activated.emit(field.currentIndex())
    assert not dialog.act.isEnabled()
    _rested(qtbot, dialog)
    assert dialog.planned is not None
    assert (dialog.planned.style, dialog.mapping.style_code()) == ("month_first", "month_first")
    assert dialog.act.isEnabled()
