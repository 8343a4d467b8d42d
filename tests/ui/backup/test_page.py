# SPDX-License-Identifier: MIT
"""Backups as a person makes them: a folder chosen, a stick that is not there, by themselves, and tried out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.backup import backups, last
from storage.drill import last_drill
from storage.settings import Settings
from storage.store import Store
from tests.builders import PASSPHRASE, FakeClock, a_visit
from tests.ui.shown import a_desk
from ui.backup.page import Backups
from ui.look import Look

Maker = Callable[..., tuple[Store, str]]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give an empty folder that stands for a stick."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def page(qtbot: QtBot, look: Look, folder_store: Maker, tmp_path: Path) -> Iterator[Backups]:
    """Give the page over a store in a folder; what it wants of the settings is done."""
    store, _code = folder_store()
    desk = a_desk(store, look, tmp_path / "home")
    page = Backups(desk)
    qtbot.addWidget(page)

    def wear(settings: Settings) -> None:
        desk.settings = settings

    page.settings_wanted.connect(wear)
    page.show()
    yield page
    desk.worker.close()


def idle(qtbot: QtBot, page: Backups) -> None:
    qtbot.waitUntil(lambda: not page.doing.is_busy() and not page._looker.is_busy())


def test_a_folder_that_is_chosen_gets_a_backup_at_once(qtbot: QtBot, page: Backups, stick: Path) -> None:
    assert "only copy" in page.place.last.text()
    assert not page.place.now.isEnabled()
    page.use_folder(stick)
    idle(qtbot, page)
    assert len(backups(stick)) == 1
    assert str(stick) in page.place.folder.text()
    assert "read back" in page.place.last.text()
    qtbot.mouseClick(page.place.now, Qt.MouseButton.LeftButton)
    idle(qtbot, page)
    assert len(backups(stick)) == 2


def test_one_comes_by_itself_when_it_is_due_and_the_stick_is_there(
    qtbot: QtBot, page: Backups, stick: Path, clock: FakeClock
) -> None:
    page.desk.settings = Settings(backup_folder=str(stick.parent / "unplugged"))
    page.look_after()
    idle(qtbot, page)
    assert last(page.desk.store) is None  # nobody is told of a stick that lies at home
    assert page.notice.isHidden()
    page.desk.settings = Settings(backup_folder=str(stick))
    page.look_after()
    idle(qtbot, page)
    assert len(backups(stick)) == 1
    a_visit(page.desk.store)
    page.look_after()
    idle(qtbot, page)
    assert len(backups(stick)) == 1
    clock.step(hours=5)
    page.look_after()
    idle(qtbot, page)
    assert len(backups(stick)) == 2


def test_a_stick_that_is_gone_is_told_where_it_was_asked(qtbot: QtBot, page: Backups, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.said) as said:
        page.use_folder(tmp_path / "gone")
    assert "not there" in page.notice.message.text()
    assert "stick" in page.notice.advice.text()
    assert said.args == [page.notice.message.text()]
    assert last(page.desk.store) is None


def test_a_drill_asks_for_the_passphrase_and_says_what_it_found(qtbot: QtBot, page: Backups, stick: Path) -> None:
    assert "tried out yet" in page.drill.outcome.message.text()
    assert not page.drill.go.isEnabled()
    page.use_folder(stick)
    idle(qtbot, page)
    page.try_out()
    assert not page.doing.is_busy()  # nothing was typed
    qtbot.keyClicks(page.drill.passphrase.edit, PASSPHRASE)
    qtbot.mouseClick(page.drill.go, Qt.MouseButton.LeftButton)
    assert page.drill.passphrase.text() == ""
    idle(qtbot, page)
    assert "it is whole" in page.drill.outcome.message.text()
    assert "Tried on" in page.drill.outcome.advice.text()
    assert last_drill(page.desk.store) is not None


def test_a_wrong_passphrase_is_told_and_stopping_is_quiet(qtbot: QtBot, page: Backups, stick: Path) -> None:
    page.use_folder(stick)
    idle(qtbot, page)
    page.drill.passphrase.edit.setText("another")
    page.try_out()
    idle(qtbot, page)
    assert "does not open" in page.notice.message.text()
    page.back_up()
    page.progress.cancel.click()
    idle(qtbot, page)
    assert page.notice.isHidden()
    assert len(backups(stick)) <= 2


def test_how_often_is_chosen_and_a_value_from_the_file_is_shown(qtbot: QtBot, page: Backups) -> None:
    with qtbot.waitSignal(page.settings_wanted):
        qtbot.keyClick(page.place.hours, Qt.Key.Key_End)
    assert page.desk.settings.backup_hours == 24
    page.place.show_place("", 7)
    assert page.place.chosen_hours() == 7
