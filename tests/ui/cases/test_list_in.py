# SPDX-License-Identifier: MIT
"""A list is looked at before it comes in; whatever is wrong with it is a sentence, and nothing comes in by halves."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.model.visit import Visit
from storage.queries.cases import list_of_visit
from storage.store import Store
from tests.ui.cases.conftest import idle
from tests.ui.shown import words
from ui.cases.list_in import ListIn
from ui.desk import Desk


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, visit: Visit) -> ListIn:
    made = ListIn(desk, visit.id)
    qtbot.addWidget(made)
    made.show()
    return made


def read(qtbot: QtBot, dialog: ListIn, path: Path) -> None:
    dialog.show_file(path)
    idle(qtbot, dialog.desk)
    qtbot.wait(1)
    idle(qtbot, dialog.desk)


def test_what_clashes_is_shown_and_settled_by_choice(
    qtbot: QtBot, dialog: ListIn, store: Store, visit: Visit, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Reference,Surname,Team,Opened\nLA/1,X,East,05/06/2018\nLA/1,X,West,\n,Y,East,\n", "utf-8")
    read(qtbot, dialog, path)
    assert "two ways" in words(dialog)
    assert not dialog.act.isEnabled()
    assert dialog.mapping.columns["team"].findText("Surname") < 0
    style = dialog.mapping.style_field
    style.setCurrentIndex(style.findData("day_first"))
    style.activated.emit(style.currentIndex())
    idle(qtbot, dialog.desk)
    assert "Some rows cannot be read" in words(dialog)
    assert dialog.preview.tabs.tabText(1) == "Cannot be read (1)"
    dialog.mapping.leave_out.setChecked(True)
    idle(qtbot, dialog.desk)
    assert "Some references stand in several rows" in words(dialog)
    dialog.mapping.merge.setChecked(True)
    idle(qtbot, dialog.desk)
    assert dialog.act.isEnabled()
    dialog.on_act()
    idle(qtbot, dialog.desk)
    kept = list_of_visit(store, visit.id)
    assert kept is not None
    assert (kept.count, kept.merged, kept.left_out) == (1, 1, 1)
    assert "1 case is on the list now." in words(dialog)
    assert not dialog.act.isEnabled()


def test_a_file_that_is_no_list_is_told_where_it_was_asked(qtbot: QtBot, dialog: ListIn, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    read(qtbot, dialog, path)
    assert "locked by a password" in words(dialog)
    assert not dialog.act.isEnabled()


def test_a_list_without_references_is_told(qtbot: QtBot, dialog: ListIn, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Team,Age\nEast,4\n", "utf-8")
    read(qtbot, dialog, path)
    assert "case reference" in words(dialog)
    assert not dialog.act.isEnabled()


def test_closing_stops_what_is_under_way(
    qtbot: QtBot, dialog: ListIn, store: Store, visit: Visit, list_file: Path
) -> None:
    read(qtbot, dialog, list_file)
    dialog.on_act()
    dialog.reject()
    idle(qtbot, dialog.desk)
    assert list_of_visit(store, visit.id) is None
