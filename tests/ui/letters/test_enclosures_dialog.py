# SPDX-License-Identifier: MIT
"""The dialog of what goes with a letter: files enclosed, titled, ordered, withdrawn; trouble told where it is asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage import documents
from storage.acts import letters
from storage.acts.attachments import Incoming
from storage.queries.evidence import cite
from tests.builders import again
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.enclosures_dialog import EnclosuresDialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, written: Written) -> EnclosuresDialog:
    """Give the dialog, shown, on a letter with nothing enclosed."""
    made = EnclosuresDialog(desk, written.whole())
    qtbot.addWidget(made)
    made.show()
    return made


def _titles(written: Written) -> list[str]:
    return [each.enclosure.title for each in written.whole().enclosures]


def _enclose(qtbot: QtBot, dialog: EnclosuresDialog, *words: bytes) -> None:
    with qtbot.waitSignal(dialog.doing.idle):
        dialog.enclose([Incoming(f"{number}.txt", each) for number, each in enumerate(words)])


def test_with_nothing_enclosed_it_says_so(dialog: EnclosuresDialog) -> None:
    assert dialog.none.isVisible()
    assert not dialog.list.isVisible()
    assert not dialog.title.isEnabled()
    assert not dialog.away.isEnabled()


def test_files_get_the_next_titles_and_one_is_typed_over(
    qtbot: QtBot, dialog: EnclosuresDialog, written: Written, tmp_path: Path
) -> None:
    file = tmp_path / "megan.txt"
    file.write_text("The plan.")
    dialog.ask_files()
    with qtbot.waitSignal(dialog.doing.idle):
        dialog.files.filesSelected.emit([str(file)])
    dialog.files.close()
    assert _titles(written) == ["Annex A"]
    assert [each.row.text for each in dialog.list.lines()] == ["Plain text · 1 kB"]
    dialog.title.clear()
    qtbot.keyClicks(dialog.title, "Annex A: the plan")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    assert _titles(written) == ["Annex A: the plan"]
    _enclose(qtbot, dialog, b"More.", b"Still more.")
    assert _titles(written) == ["Annex A: the plan", "Annex B", "Annex C"]
    _enclose(qtbot, dialog, b"More.")
    assert "already" in dialog.notice.accessibleName()


def test_enclosures_are_put_in_order_and_withdrawn(qtbot: QtBot, dialog: EnclosuresDialog, written: Written) -> None:
    _enclose(qtbot, dialog, b"One.", b"Two.", b"Three.")
    dialog.list.show_lines(dialog.list.lines(), stay_on=dialog.list.lines()[0].key)
    assert not dialog.up.isEnabled()
    qtbot.mouseClick(dialog.down, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.down, Qt.MouseButton.LeftButton)
    assert _titles(written) == ["Annex B", "Annex C", "Annex A"]
    assert not dialog.down.isEnabled()
    qtbot.mouseClick(dialog.up, Qt.MouseButton.LeftButton)
    assert _titles(written) == ["Annex B", "Annex A", "Annex C"]
    qtbot.mouseClick(dialog.away, Qt.MouseButton.LeftButton)
    assert _titles(written) == ["Annex B", "Annex C"]
    assert "Undo brings it back" in dialog.notice.accessibleName()


def test_a_file_that_is_not_taken_is_told_here(qtbot: QtBot, dialog: EnclosuresDialog, written: Written) -> None:
    _enclose(qtbot, dialog, b"words", b"MZ a program")
    assert "program" in dialog.notice.accessibleName()
    assert _titles(written) == []


def test_what_was_typed_is_kept_on_closing_and_no_title_is_told(
    qtbot: QtBot, dialog: EnclosuresDialog, written: Written
) -> None:
    _enclose(qtbot, dialog, b"One.")
    dialog.title.clear()
    dialog.accept()
    assert dialog.isVisible()
    assert "no title" in dialog.notice.accessibleName()
    assert dialog.title.text() == "Annex A"
    dialog.title.clear()
    qtbot.keyClicks(dialog.title, "Annex 1")
    dialog.accept()
    assert not dialog.isVisible()
    assert _titles(written) == ["Annex 1"]


def test_what_goes_with_a_signed_letter_can_only_be_looked_at(qtbot: QtBot, desk: Desk, written: Written) -> None:
    store, shell = written.store, written.whole().letter
    first = EnclosuresDialog(desk, written.whole())
    qtbot.addWidget(first)
    _enclose(qtbot, first, b"One.")
    signed, unsigned = (documents.shelve(store, shell.stream_id, each, subject=shell.id) for each in (b"%2", b"%1"))
    letters.seal(store, again(store, shell), (signed, unsigned), ("Practice", "30"), [cite(store, shell.stream_id)])
    dialog = EnclosuresDialog(desk, written.whole())
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.add_files.isVisible()
    assert not any(each.isEnabled() for each in (dialog.title, dialog.up, dialog.down, dialog.away))
    with qtbot.waitSignal(dialog.opened):
        qtbot.mouseClick(dialog.look_at, Qt.MouseButton.LeftButton)
