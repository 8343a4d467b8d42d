# SPDX-License-Identifier: MIT
"""A disk that is really full, at the real window: said at once, kept on a stick, and home again after a kill."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from storage.acts import members
from storage.queries.visits import visits
from storage.store import Store, create, open_store
from tests.builders import PASSPHRASE, a_visit
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.screens import opened_window
from ui.window import LAST_VISIT

_TYPING = """
import os, resource, signal, sys, time
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from storage.store import open_store
from ui.look import Look
from ui.screens import opened_window

def until(what):
    for _turn in range(12_000):
        if what():
            return
        QTest.qWait(5)
    sys.exit(f"never: {what.__code__.co_names}")

folder, stick, passphrase = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
app = QApplication([])
store = open_store(folder, passphrase)
with opened_window(store, Look(app, "light")) as window:
    window.go("notes")
    notebook = window.page("notes")
    notebook.new_note()
    page, mark = notebook.editor.card.page, notebook.editor.card.mark
    page.insertPlainText("Before. ")
    until(lambda: mark.words.text().startswith("Kept "))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    full = (folder / "journal").stat().st_size + 100
    resource.setrlimit(resource.RLIMIT_FSIZE, (full, resource.RLIM_INFINITY))
    page.insertPlainText("While the disk was full. ")
    until(lambda: window.notice.action.isVisible())
    print(window.notice.message.text(), "|", window.notice.action.text(), "|", mark.words.text())
    QFileDialog.getExistingDirectory = lambda *_given: stick
    window.notice.action.click()
    until(lambda: mark.words.text().startswith("Kept "))
    print(window.notice.message.text(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a store with a visit on hand."""
    store, _code = create(tmp_path / "store", PASSPHRASE)
    members.introduce(store, "Practice Inspector")
    store.marks.keep(LAST_VISIT, a_visit(store).id)
    store.close()
    return tmp_path / "store"


def test_what_was_typed_on_a_full_disk_is_kept_on_a_stick_and_comes_home(
    qtbot: QtBot, look: Look, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    said = typed_on_a_full_disk(folder, stick)
    assert said[0].startswith("What you are typing is not being kept")
    assert said[0].endswith("| &Keep it in another place… | Not kept yet")
    assert str(stick) in said[1]
    stick.rename(drawer)
    store = open_store(folder, PASSPHRASE)
    try:
        with opened_window(store, look) as window:
            window.open()
            assert window.notice.action.isVisible()
            assert "Not everything could be brought back" in window.notice.message.text()
            monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
            window.notice.action.click()
            assert window.notice.message.text() == "Nothing that Arolwg kept is in that folder."
            monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(drawer))
            window.notice.action.click()
            assert window.notice.message.text() == "What was kept elsewhere is home again."
            assert "Unfinished notes" in window.notice.advice.text()
            assert found(window.page("notes"), store) == ["Before. While the disk was full. "]
            assert not list(drawer.iterdir())
    finally:
        store.close()


def typed_on_a_full_disk(folder: Path, stick: Path) -> list[str]:
    """Type at the window of another process until it kills itself, and return what its notice said."""
    ran = subprocess.run(
        [sys.executable, "-c", _TYPING, str(folder), str(stick), PASSPHRASE],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ran.returncode == -signal.SIGKILL, ran.stderr[-2000:] + ran.stdout
    return ran.stdout.splitlines()


def found(notebook: object, store: Store) -> list[str]:
    """Return what stands unfinished, after going on with all of it."""
    assert isinstance(notebook, Notebook)
    (visit,) = visits(store)
    notebook.show_visit(visit.id)
    journal = store.journal
    assert journal is not None
    return [each.text for each in journal.unfinished() if each.text != "Before. "]
