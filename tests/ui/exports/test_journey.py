# SPDX-License-Identifier: MIT
"""The laptop fails: forms printed before, notes typed elsewhere and brought in by the window, the visit taken out,
brought into a colleague's store. By keys where a person uses keys.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from storage.imports.visit_in import bring_in
from storage.imports.visit_json import read_visit_file
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import a_session, a_store, a_visit
from tests.ui.shown import a_desk, action, dialogs, gone
from ui.exports.bring_in import BringIn
from ui.exports.take_out import TakeOut
from ui.look import Look
from ui.window import Window

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def visit_and_window(
    qtbot: QtBot, look: Look, folder_store: Callable[..., tuple[Store, str]]
) -> Iterator[tuple[Visit, Window]]:
    """Give a window on a store in a folder, with a visit of one session on hand."""
    store, _code = folder_store()
    assert store.folder is not None
    visit = a_visit(store)
    a_session(store, visit)
    window = Window(a_desk(store, look, store.folder))
    window.show_visit(visit.id)
    window.open()
    window.make_all()
    with qtbot.waitActive(window):
        window.activateWindow()
    yield visit, window
    gone(window)


def test_from_paper_into_the_store_out_as_files_and_into_another_store(
    qtbot: QtBot, visit_and_window: tuple[Visit, Window], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit, window = visit_and_window
    typed = tmp_path / "typed.txt"
    typed.write_text("S01\n09:40 Social worker C: Two of three had no phone. #QA1\n", "utf-16")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(typed), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path / "out"))

    qtbot.keyClick(window, Qt.Key.Key_F12)
    bringing = next(each for each in dialogs() if isinstance(each, BringIn))
    bringing.choose.click()
    qtbot.waitUntil(bringing.act.isEnabled)
    with qtbot.waitSignal(bringing.brought):
        bringing.act.click()
    bringing.leave.click()
    (note,) = notes_of_visit(window.desk.store, visit.id)
    assert note.from_paper

    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_X, CONTROL | SHIFT)
    (taking,) = dialogs()
    assert isinstance(taking, TakeOut)
    taking.boxes["kit"].click()
    taking.act.click()
    qtbot.waitUntil(lambda: not taking.is_busy())
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".json", ".docx", ".pdf"}
    taking.leave.click()

    action(window, "Ctrl+Z").go()
    assert notes_of_visit(window.desk.store, visit.id) == ()

    other = a_store("Second Inspector")
    (file,) = (tmp_path / "out").glob("*.json")
    bring_in(other, read_visit_file(file))
    (there,) = notes_of_visit(other, visit.id)
    assert (there.text, there.source_author) == (note.text, "Practice Inspector")
    assert there.from_paper
    other.close()
