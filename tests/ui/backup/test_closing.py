# SPDX-License-Identifier: MIT
"""The backup at closing: wanted when something was written, closing by itself, telling trouble, and with a way out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from storage.backup import backing_up, backups
from storage.job import run_now
from storage.store import Store
from tests.builders import a_visit
from tests.ui.shown import a_desk
from ui.backup.closing import Closing, is_wanted
from ui.desk import Desk
from ui.look import Look

Maker = Callable[..., tuple[Store, str]]


@pytest.fixture
def desk(look: Look, folder_store: Maker, tmp_path: Path) -> Desk:
    """Give a desk whose backups go to a folder that is there."""
    store, _code = folder_store()
    (tmp_path / "stick").mkdir()
    desk = a_desk(store, look, tmp_path / "home")
    desk.settings = replace(desk.settings, backup_folder=str(tmp_path / "stick"))
    return desk


def test_it_is_wanted_when_the_stick_is_there_and_something_was_written(desk: Desk, tmp_path: Path) -> None:
    assert is_wanted(desk)
    run_now(backing_up(tmp_path / "stick"), desk.store)
    assert not is_wanted(desk)
    a_visit(desk.store)
    assert is_wanted(desk)
    desk.settings = replace(desk.settings, backup_folder=str(tmp_path / "unplugged"))
    assert not is_wanted(desk)
    desk.settings = replace(desk.settings, backup_folder="")
    assert not is_wanted(desk)


def test_it_closes_by_itself_when_the_backup_is_made(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = Closing(desk)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.finished):
        dialog.begin()
    assert len(backups(tmp_path / "stick")) == 1


def test_stopping_it_closes_without_one(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = Closing(desk)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.finished):
        dialog.begin()
        dialog.reject()
    assert backups(tmp_path / "stick") == ()
    QThreadPool.globalInstance().waitForDone()


def test_trouble_is_told_before_it_closes(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    dialog = Closing(desk)
    qtbot.addWidget(dialog)
    (tmp_path / "stick").rmdir()
    dialog.begin()
    qtbot.waitUntil(lambda: not dialog.leave.isHidden())
    assert "No backup was made." in dialog.notice.message.text()
    with qtbot.waitSignal(dialog.finished):
        dialog.leave.click()
