# SPDX-License-Identifier: MIT
"""The history dialog: newest first, chosen by arrow keys, undone things said to be undone, closed by Escape."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage import undo
from storage.acts import notes
from storage.store import Store
from tests.builders import a_note, a_visit, again
from tests.ui.shown import a_desk
from ui.history.dialog import HistoryDialog
from ui.look import Look


def test_every_change_is_a_row_newest_first_and_the_chosen_one_is_written_out(
    qtbot: QtBot, look: Look, store: Store, tmp_path: Path
) -> None:
    note = a_note(store, a_visit(store), "Six of eight.")
    notes.amend(store, note, text="Seven of eight.")
    undo.undo(store)
    dialog = HistoryDialog(a_desk(store, look, tmp_path), again(store, note))
    dialog.open()
    titles = [dialog.list.model().index(row, 0).data().split(" · ")[0] for row in range(3)]
    assert titles == ["Undone: Note amended", "Note amended", "Note written"]
    assert "Practice Inspector" in dialog.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "Seven" in dialog.page.toPlainText()
    look.wear("dark", 100)
    assert "Seven" in dialog.page.toPlainText()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
