# SPDX-License-Identifier: MIT
"""The window as a person uses it: pages by key, a visit on hand, other looks while running, nothing lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources import language, paths
from storage import settings as kept
from storage.acts import cases, notes
from storage.queries.notes import notes_of_visit
from storage.search.query import Sought
from storage.store import Store
from tests.builders import a_finding, a_note, a_visit
from tests.ui.shown import a_desk, action, dialogs, gone
from ui.exports.framework_in import FrameworkIn
from ui.findings.findings import Findings
from ui.history.dialog import HistoryDialog
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.pages import PAGES
from ui.widgets.kin import first_in_tab_order
from ui.window import LAST_VISIT, Window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> Iterator[Window]:
    """Give a window on an empty store, open and active."""
    window = Window(a_desk(store, look, tmp_path))
    window.open()
    window.resize(1280, 800)  # the screenless screen is smaller
    window.make_all()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield window
    gone(window)


def test_every_page_has_a_key_and_its_mark_in_the_rail(qtbot: QtBot, window: Window) -> None:
    for page in PAGES:
        QTest.keySequence(window, QKeySequence(page.keys))
        assert window.current is window.panels[page.code]
        assert window.rail.buttons[page.code].isChecked()


def test_whoever_opens_a_visit_can_type_at_once(window: Window, store: Store) -> None:
    window.go("settings")
    window.follow(f"visit:{a_visit(store).id}")
    notebook = window.page("notes")
    assert isinstance(notebook, Notebook)
    focused = QApplication.focusWidget()
    assert focused is notebook.editor.card.page
    QTest.keyClicks(focused, "Six of eight files.")
    assert notebook.may_close()
    assert [each.text for each in notes_of_visit(store, window.visit_id)] == ["Six of eight files."]


@pytest.mark.parametrize("code", ["cases", "findings"])
def test_a_page_with_a_list_is_entered_at_the_list(window: Window, store: Store, code: str) -> None:
    visit = a_visit(store)
    a_finding(store, visit)
    cases.add(store, visit, 1, "tracked")
    window.show_visit(visit.id)
    window.go(code)
    assert QApplication.focusWidget() is window.page(code).enters_at


def test_whoever_opens_the_window_on_her_visit_can_type_at_once(
    qtbot: QtBot, look: Look, store: Store, tmp_path: Path
) -> None:
    store.marks.keep(LAST_VISIT, a_visit(store).id)
    window = Window(a_desk(store, look, tmp_path))
    window.open()
    with qtbot.waitActive(window):
        window.activateWindow()
    notebook = window.page("notes")
    assert isinstance(notebook, Notebook)
    assert QApplication.focusWidget() is notebook.editor.card.page
    gone(window)


def test_tab_begins_at_the_left_of_the_desk_however_its_parts_were_built(window: Window, store: Store) -> None:
    window.follow(f"visit:{a_visit(store).id}")
    notebook = window.page("notes")
    assert isinstance(notebook, Notebook)
    first = first_in_tab_order(notebook)
    assert first is not None
    assert notebook.timetable.isAncestorOf(first)
    assert notebook.desk.room is None


def test_a_visit_on_hand_is_remembered_inside_the_store(
    qtbot: QtBot, window: Window, store: Store, tmp_path: Path
) -> None:
    there = a_visit(store)
    window.follow(f"visit:{there.id}")
    assert window.current is window.panels["notes"]
    assert window.status.where.text() == "Practice Borough Council · Planned · everything kept on this laptop"
    assert "Practice Borough Council" in window.windowTitle()
    assert store.marks.get(LAST_VISIT) == there.id
    again = Window(a_desk(store, window.desk.look, tmp_path))
    assert again.visit_id == there.id
    gone(again)


def test_a_note_leads_to_the_finding_it_feeds_and_back(window: Window, store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there)
    a_finding(store, there, "Another.")
    fed = a_finding(store, there, "Supervision is irregular.", supports=(note.id,))
    window.follow(f"visit:{there.id}")
    window.follow(f"note:{note.id}")
    notebook, page = window.page("notes"), window.page("findings")
    assert isinstance(notebook, Notebook)
    assert isinstance(page, Findings)
    notebook.editor.feeding.button.click()
    assert window.current is page
    assert page.chosen == fed.id
    assert page.sheet.statement.words() == "Supervision is irregular."
    page.sheet.evidence.supports.opened.emit(note.id)
    assert window.current is notebook


def test_the_newest_visit_worked_on_here_can_be_put_on_hand(window: Window, store: Store) -> None:
    window.show_newest_visit()
    assert window.visit_id == ""
    a_visit(store, dates="2018-01-10")
    newest = a_visit(store, dates="2018-07-10")
    window.show_newest_visit()
    assert window.visit_id == newest.id


def test_theme_size_and_language_change_while_running_and_are_kept(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.wear(replace(window.desk.settings, scheme="dark", percent=125, language="cy"))
    assert window.desk.look.tokens.name == "dark"
    assert window.desk.look.percent == 125
    assert "Welsh" in window.status.where.text() or "Cymraeg" in window.status.where.text()
    assert kept.load(tmp_path) == window.desk.settings
    window.wear(replace(window.desk.settings, scheme="light", percent=100, language="en"))
    assert window.status.where.text() == "Everything kept on this laptop"


def test_the_rail_gives_way_in_a_narrow_window(qtbot: QtBot, window: Window) -> None:
    window.resize(1360, 820)
    qtbot.waitUntil(lambda: window.rail.width() > 120)
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: window.rail.width() < 80)


def test_a_page_that_cannot_keep_its_words_holds_the_window_open(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.panels["letters"], "may_close", lambda: False)
    window.close()
    assert window.isVisible()
    assert window.current is window.panels["letters"]
    with qtbot.assertNotEmitted(window.lock_asked):
        qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    monkeypatch.undo()
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_Q, CONTROL)
    assert not window.isVisible()


def test_where_the_window_stood_is_kept(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> None:
    first = Window(a_desk(store, look, tmp_path))
    first.open()
    first.resize(700, 500)
    gone(first)
    second = Window(a_desk(store, look, tmp_path))
    second.open()
    assert (second.width(), second.height()) == (700, 500)
    gone(second)
    assert "Practice" not in (tmp_path / "window.ini").read_text("utf-8")


@pytest.mark.parametrize("percent", [100, 200])
def test_the_window_is_never_larger_than_the_screen_when_it_is_first_shown(
    look: Look, store: Store, tmp_path: Path, percent: int
) -> None:
    look.wear("light", percent)
    window = Window(a_desk(store, look, tmp_path))
    window.open()
    room = window.screen().availableSize()
    assert window.width() <= room.width()
    assert window.height() < room.height()
    gone(window)


def test_a_tile_of_the_board_is_searched_for_and_a_framework_is_asked_for(window: Window, store: Store) -> None:
    there = a_visit(store)
    window.show_visit(there.id)
    window.go("framework")
    window.page("framework").search_wanted.emit(Sought(visit_id=there.id, source_kind="data"))  # type: ignore[attr-defined]
    assert window.current is window.panels["search"]
    assert window.page("search").sought() == Sought(visit_id=there.id, source_kind="data")  # type: ignore[attr-defined]
    action(window, "Ctrl+Shift+F11").go()
    (dialog,) = dialogs()
    assert isinstance(dialog, FrameworkIn)
    dialog.close()


def test_the_history_of_a_note_opens_over_the_window(qtbot: QtBot, window: Window, store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there)
    notes.amend(store, note, text="Seven of eight files held a current plan.")
    window._on_history_asked(notes_of_visit(store, there.id)[0])
    (dialog,) = dialogs()
    assert isinstance(dialog, HistoryDialog)
    assert dialog.list.model().rowCount() == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialogs() == []


def test_locking_closes_dialogs_and_asks_to_be_put_away(qtbot: QtBot, window: Window) -> None:
    action(window, "F1").go()
    assert len(dialogs()) == 1
    with qtbot.waitSignal(window.lock_asked):
        action(window, "Ctrl+L").go()
    window.put_away()
    assert dialogs() == []
    assert not window.isVisible()


def test_a_language_whose_words_are_lost_is_told_once_and_quietly(
    look: Look, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "catalogue", lambda _code: tmp_path / "lost.po")
    language._catalogue.cache_clear()
    language.use("cy")
    made = Window(a_desk(store, look, tmp_path))
    try:
        made.open()
        assert made.notice.message.text().startswith("The words of this language are missing or damaged")
        assert "Your notes are not touched" in made.notice.advice.text()
    finally:
        monkeypatch.undo()
        language._catalogue.cache_clear()
        gone(made)
