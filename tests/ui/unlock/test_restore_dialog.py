# SPDX-License-Identifier: MIT
"""A backup restored at the first run: into the empty folder, told when it cannot be, opened when it can."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.backup import backing_up
from storage.job import run_now
from storage.queries.visits import visits
from storage.store import Store
from tests.builders import PASSPHRASE, a_visit
from tests.ui.shown import dialogs
from ui.look import Look
from ui.unlock.first_run import FirstRun
from ui.unlock.restore_dialog import RestoreDialog

Maker = Callable[..., tuple[Store, str]]


@pytest.fixture
def lost(folder_store: Maker, tmp_path: Path) -> tuple[Path, Path]:
    """Give a backup, and the folder of its lost store, where one visit was planned after it."""
    store, _code = folder_store()
    a_visit(store)
    (tmp_path / "stick").mkdir()
    made = run_now(backing_up(tmp_path / "stick"), store)
    a_visit(store)
    store.close()
    assert store.folder is not None
    return Path(made.file), store.folder


def test_first_run_goes_on_with_what_a_backup_gives_back(
    qtbot: QtBot, look: Look, lost: tuple[Path, Path], tmp_path: Path
) -> None:
    first = FirstRun(look, tmp_path / "new" / "store")
    qtbot.addWidget(first)
    first.show()
    qtbot.mouseClick(first.restore, Qt.MouseButton.LeftButton)
    (dialog,) = dialogs()
    assert isinstance(dialog, RestoreDialog)
    dialog.use(*lost)
    with qtbot.waitSignal(first.opened) as opened:
        qtbot.keyClicks(dialog.secret.edit, PASSPHRASE)
        qtbot.keyClick(dialog.secret.edit, Qt.Key.Key_Return)
    assert opened.args is not None
    (store,) = opened.args
    assert len(visits(store)) == 2
    assert dialog.secret.text() == ""
    store.close()


def test_what_is_lacking_and_what_goes_wrong_is_told(
    qtbot: QtBot, look: Look, lost: tuple[Path, Path], tmp_path: Path
) -> None:
    dialog = RestoreDialog(look, tmp_path / "new")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.go.click()
    assert "Choose a backup" in dialog.notice.message.text()
    dialog.use(lost[0])
    dialog.secret.edit.setText("another")
    dialog.go.click()
    qtbot.waitUntil(dialog.go.isEnabled)
    assert "does not open" in dialog.notice.message.text()
    assert not (tmp_path / "new").exists()
    dialog.reject()
    assert dialog.secret.text() == ""


def test_only_the_first_step_offers_it(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    first = FirstRun(look, tmp_path / "new")
    qtbot.addWidget(first)
    first.show()
    assert first.restore.isVisible()
    first.show_step(1)
    assert not first.restore.isVisible()
