# SPDX-License-Identifier: MIT
"""Through the window: search every note by key, type, go down, press Return, and read the note in its visit."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.builders import a_note, a_visit, an_authority
from tests.ui.shown import a_desk, action, gone
from ui.look import Look
from ui.pages import PAGES
from ui.search.search import Search
from ui.window import Window


def test_a_note_of_another_visit_is_found_and_opened_from_the_keyboard(
    qtbot: QtBot, look: Look, store: Store, tmp_path: Path
) -> None:
    council = an_authority(store)
    one, other = a_visit(store, council, status="on_site_day1"), a_visit(store, council, dates="2019-01-08")
    a_note(store, one, "Six of eight files held a plan.")
    sought = a_note(store, other, "Roedd ei phlentyn hi yn yr ysgol.")
    window = Window(a_desk(store, look, tmp_path))
    window.show_visit(one.id)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    action(window, next(page.keys for page in PAGES if page.code == "search")).go()
    page = window.page("search")
    assert isinstance(page, Search)
    assert page.field.hasFocus()
    QTest.keyClicks(page.field, "plentyn")
    qtbot.waitUntil(lambda: len(page.results.hits.hits) == 1)
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    QTest.keyClick(page.results, Qt.Key.Key_Return)
    assert window.visit_id == other.id
    notebook = window.page("notes")
    assert window.current is notebook
    assert notebook.editor.note_id == sought.id
    gone(window)
