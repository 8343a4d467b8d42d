# SPDX-License-Identifier: MIT
"""What goes out and comes in, asked from anywhere: the dialog opens, and what came in is shown."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.builders import a_visit, an_authority
from tests.ui.shown import a_desk, dialogs, gone
from ui.authority.page import AuthorityPage
from ui.exports.bring_in import BringIn
from ui.exports.record_in import RecordIn
from ui.exports.record_out import RecordOut
from ui.exports.take_out import TakeOut
from ui.look import Look
from ui.window import Window


def test_each_dialog_opens_and_what_came_in_is_shown(
    qtbot: QtBot, qapp: QApplication, look: Look, store: Store, tmp_path: Path
) -> None:
    window = Window(a_desk(store, look, tmp_path))
    window.show()
    carrying = window.carrying
    assert not carrying.has_visit()
    visit = a_visit(store)
    window.show_visit(visit.id)
    assert carrying.has_visit()
    for ask, kind in (
        (carrying.take_out, TakeOut),
        (carrying.bring_in, BringIn),
        (carrying.bring_record_in, RecordIn),
        (lambda: carrying.take_record_out(visit.authority_id), RecordOut),
    ):
        ask()
        (dialog,) = [each for each in dialogs() if isinstance(each, kind)]
        dialog.reject()
    carrying.bring_record_in()
    (dialog,) = [each for each in dialogs() if isinstance(each, RecordIn)]
    other = an_authority(store, name="Another Council")
    dialog.council_brought.emit(other.id)
    page = window.current
    assert isinstance(page, AuthorityPage)
    assert page.name.text() == "Another Council"
    dialog.reject()
    gone(window)
