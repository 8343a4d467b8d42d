# SPDX-License-Identifier: MIT
"""A framework comes in by a preview: as it is, with its problems, or with what a move does to the visit's links."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage import undo
from storage.acts import links
from storage.model.visit import Visit
from storage.queries.links import links_of_visit
from storage.store import Store
from tests.builders import RUBRIC, a_note, a_visit, again
from tests.ui.shown import a_desk
from ui.exports.framework_in import FrameworkIn
from ui.look import Look

SHEET = "Code,Parent,Title,Welsh,Replaces\nX,,Practice,Arfer,\nX1,X,Plans are current,Cynlluniau,HR1\nX2,X,Visits,,\n"


@pytest.fixture
def visit(store: Store) -> Visit:
    """Give a visit with a note on HR1 and one on HR2."""
    made = a_visit(store)
    for code in ("HR1", "HR2"):
        links.link(store, a_note(store, made), RUBRIC, code)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, store: Store, look: Look, tmp_path: Path, visit: Visit) -> FrameworkIn:
    """Give the dialog, shown."""
    made = FrameworkIn(a_desk(store, look, tmp_path), visit.id)
    qtbot.addWidget(made)
    made.show()
    return made


def brought(qtbot: QtBot, dialog: FrameworkIn, path: Path, text: str) -> None:
    """Write a file and have it read."""
    path.write_text(text, encoding="utf-8")
    dialog.show_file(path)
    qtbot.waitUntil(lambda: not dialog.is_busy())


def rows(dialog: FrameworkIn) -> list[str]:
    """Return the last words of each row of the table."""
    model = dialog.table.model()
    return [str(model.index(row, model.columnCount() - 1).data()) for row in range(model.rowCount())]


def test_a_file_is_shown_and_used_under_the_name_that_is_given(
    qtbot: QtBot, dialog: FrameworkIn, store: Store, visit: Visit, tmp_path: Path
) -> None:
    assert not dialog.act.isEnabled()
    brought(qtbot, dialog, tmp_path / "homes-2026.csv", SHEET)
    assert dialog.about.text() == "1 area · 2 criteria · 2 titles in one language only"
    assert dialog.tree.model().rowCount() == 1
    dialog.name.setText("Homes 2027")
    dialog.title_cy.setText("Cartrefi")
    dialog.act.click()
    assert again(store, visit).frameworks == (RUBRIC, "homes-2027")
    assert not dialog.act.isEnabled()
    assert "uses this framework now" in dialog.notice.message.text()
    undo.undo(store)
    assert again(store, visit).frameworks == (RUBRIC,)


def test_problems_are_told_by_line_and_nothing_can_be_used(qtbot: QtBot, dialog: FrameworkIn, tmp_path: Path) -> None:
    brought(qtbot, dialog, tmp_path / "homes-2026.csv", SHEET.replace("X2,X", "X2,Z"))
    assert rows(dialog) == ["Its parent “Z” is not in the file."]
    assert not dialog.act.isEnabled()
    assert dialog.notice.message.text() == "1 problem"


def test_a_file_of_another_kind_is_told_and_nothing_is_shown(qtbot: QtBot, dialog: FrameworkIn, tmp_path: Path) -> None:
    brought(qtbot, dialog, tmp_path / "homes-2026.toml", "areas = [")
    assert "no TOML file" in dialog.notice.message.text()
    assert not dialog.tree.isVisible()


def test_a_move_says_first_what_cannot_be_carried_and_then_moves(
    qtbot: QtBot, dialog: FrameworkIn, store: Store, visit: Visit, tmp_path: Path
) -> None:
    brought(qtbot, dialog, tmp_path / "homes-2026.csv", SHEET)
    dialog.how.setCurrentIndex(1)
    assert dialog.table.model().index(0, 0).data() == "HR"
    assert "X1" in rows(dialog)
    assert dialog.about.text().endswith("1 link cannot be carried over")
    dialog.act.click()
    qtbot.waitUntil(lambda: not dialog.is_busy())
    assert "has moved to this edition" in dialog.notice.message.text()
    assert again(store, visit).frameworks == ("homes-2026",)
    assert sorted((each.rubric, each.area) for each in links_of_visit(store, visit.id)) == [
        ("homes-2026", "X1"),
        (RUBRIC, "HR2"),
    ]


def test_one_that_is_here_can_be_chosen_and_not_renamed(
    qtbot: QtBot, dialog: FrameworkIn, store: Store, visit: Visit
) -> None:
    at = dialog.here.findText("Four principles (2023)")
    dialog.here.setCurrentIndex(at)
    dialog.here.activated.emit(at)
    assert dialog.name.isReadOnly()
    dialog.act.click()
    assert again(store, visit).frameworks == (RUBRIC, "ciw-four-principles-2023")
    assert dialog.here.findText("Four principles (2023)") == -1


def test_what_was_linked_later_can_be_moved_too(
    qtbot: QtBot, dialog: FrameworkIn, store: Store, visit: Visit, tmp_path: Path
) -> None:
    brought(qtbot, dialog, tmp_path / "homes-2026.csv", SHEET)
    dialog.how.setCurrentIndex(1)
    dialog.act.click()
    qtbot.waitUntil(lambda: not dialog.is_busy())
    links.link(store, a_note(store, again(store, visit)), RUBRIC, "HR1")
    dialog._offer()
    at = dialog.here.findText("Homes 2026")
    dialog.here.setCurrentIndex(at)
    dialog.here.activated.emit(at)
    dialog.how.setCurrentIndex(dialog.how.findData(RUBRIC))
    dialog.act.click()
    qtbot.waitUntil(lambda: not dialog.is_busy())
    assert sorted(each.area for each in links_of_visit(store, visit.id)) == ["HR2", "X1", "X1"]


def test_codes_that_clash_are_told_in_the_dialog(
    qtbot: QtBot, dialog: FrameworkIn, store: Store, visit: Visit, tmp_path: Path
) -> None:
    brought(qtbot, dialog, tmp_path / "homes-2026.csv", SHEET.replace("X", "HR"))
    dialog.act.click()
    assert "has the code HR too" in dialog.notice.message.text()
    assert again(store, visit).frameworks == (RUBRIC,)
