# SPDX-License-Identifier: MIT
"""The whole way: first run, window, lock, unlock, close; the store is closed when nobody looks at it."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources import language
from storage import settings
from storage.halfway import MARK
from storage.incidents import incidents
from storage.pin import Pin
from storage.queries.notes import notes_of_visit
from storage.store import open_store
from storage.vault import damaged
from tests.builders import PASSPHRASE, a_note, a_visit
from tests.ui.a_house import a_folder, greeted, unlock
from tests.ui.shown import action
from ui import app as the_app
from ui.app import House
from ui.look import Look
from ui.unlock.first_run import FirstRun
from ui.unlock.unlock import Unlock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the folder of a store whose person is introduced."""
    return a_folder(tmp_path)


@pytest.fixture
def house(qapp: QApplication, look: Look, folder: Path) -> Iterator[House]:
    """Give a house that has greeted, and put away whatever it shows."""
    with greeted(qapp, folder, look) as house:
        yield house


def test_a_folder_without_a_store_is_greeted_by_first_run(qapp: QApplication, look: Look, tmp_path: Path) -> None:
    house = House(qapp, tmp_path / "new", look)
    house.greet()
    assert isinstance(house.front, FirstRun)
    house.front.leave()


def test_a_store_half_restored_is_greeted_by_first_run_where_it_can_be_restored_again(
    qapp: QApplication, look: Look, tmp_path: Path
) -> None:
    for name in ("keys.json", MARK):
        (tmp_path / name).touch()
    house = House(qapp, tmp_path, look)
    house.greet()
    assert isinstance(house.front, FirstRun)
    assert house.front.restore.isEnabled()
    house.front.leave()


def test_unlocking_opens_the_window_and_locking_closes_the_store(qtbot: QtBot, house: House, folder: Path) -> None:
    unlock(qtbot, house)
    assert house.front is None
    assert house.window is not None
    assert house.window.isVisible()
    assert house.window.desk.journal is house.window.desk.store.journal
    action(house.window, "Ctrl+L").go()
    assert house.window is None
    assert isinstance(house.front, Unlock)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    open_store(folder, PASSPHRASE).close()  # nobody else has it open
    unlock(qtbot, house)
    assert house.window is not None


def test_a_store_found_damaged_while_it_is_open_is_locked_and_made_anew(
    qtbot: QtBot, qapp: QApplication, look: Look, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(the_app, "_WARM", ("ui.window",))
    store = open_store(folder, PASSPHRASE)
    note = a_note(store, a_visit(store), text="Two of three had no phone.")
    store.close()
    house = House(qapp, folder, look)
    house.begin()
    try:
        unlock(qtbot, house)
        assert house.window is not None
        house.window.page("visits").tell(damaged(folder))
        assert house.window.page("visits").notice.action.accessibleName() == "Lock, and make it anew…"
        problem = damaged(folder)
        sys.excepthook(type(problem), problem, None)  # nobody caught it: no fault of the program, and no crash box
        qtbot.waitUntil(lambda: isinstance(house.front, Unlock))
        assert getattr(house._crashes, "box", house) is None
        assert isinstance(house.front, Unlock)
        front = house.front
        assert "damaged" in front.notice.message.text()
        front.notice.action.click()  # without the passphrase nothing happens
        assert front.unlock.isEnabled()
        qtbot.keyClicks(front.field.edit, PASSPHRASE)
        front.notice.action.click()
        qtbot.waitUntil(front.unlock.isEnabled)
        assert "made anew" in front.notice.message.text()
        front.submit()
        assert house.window is not None
        assert [each.text for each in notes_of_visit(house.window.desk.store, note.visit_id)] == [note.text]
        assert "damaged" in [each["what"] for each in incidents(folder)]
    finally:
        house.put_away()
        assert house._sweeping is not None
        house._sweeping.end()
        if house.front is not None:
            house.front.leave()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_pin_opens_what_was_locked_and_nothing_copied_stays(qtbot: QtBot, house: House) -> None:
    unlock(qtbot, house)
    assert house.window is not None
    house.window.desk.pin = Pin(house.window.desk.store.unlocked, "2750")
    QApplication.clipboard().setText("words of a room")
    house._copied._is_ours = True
    action(house.window, "Ctrl+L").go()
    assert QApplication.clipboard().text() == ""
    assert isinstance(house.front, Unlock)
    assert house.front.way == "pin"
    qtbot.keyClicks(house.front.field.edit, "2750")
    qtbot.keyClick(house.front.field.edit, Qt.Key.Key_Return)
    assert house.window is not None
    assert house.window.desk.pin is not None  # until Arolwg is closed


def test_sleep_locks_it(qtbot: QtBot, house: House) -> None:
    unlock(qtbot, house)
    assert house.sleep is not None
    house.sleep.passed.emit()
    assert isinstance(house.front, Unlock)
    assert house.sleep is None


def test_words_that_can_be_kept_nowhere_come_before_locking(
    qtbot: QtBot, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlock(qtbot, house)
    assert house.window is not None
    assert house.idle is not None
    monkeypatch.setattr(house.window, "may_close", lambda: False)
    house.idle.passed.emit()
    assert house.window is not None


def test_minutes_without_a_sign_lock_it(qtbot: QtBot, house: House) -> None:
    unlock(qtbot, house)
    assert house.idle is not None
    house.idle.passed.emit()
    assert isinstance(house.front, Unlock)


def test_closing_the_window_ends_the_program(qtbot: QtBot, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    unlock(qtbot, house)
    assert house.window is not None
    with qtbot.waitSignal(house.window.closed):
        house.window.close()
    assert house.window is None


def test_closing_makes_a_backup_first_when_the_stick_is_there(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    unlock(qtbot, house)
    assert house.window is not None
    (tmp_path / "stick").mkdir()
    house.window.wear(replace(house.window.desk.settings, backup_folder=str(tmp_path / "stick")))
    house.window.close()
    assert house.closing is not None
    qtbot.waitUntil(lambda: house.window is None)
    assert len(list((tmp_path / "stick").glob("*.backup"))) == 1


def test_language_and_theme_chosen_before_unlocking_are_kept(qtbot: QtBot, house: House, folder: Path) -> None:
    assert house.front is not None
    house.front.language_asked.emit("cy")
    house.front.scheme_asked.emit("dark")
    assert language.current() == "cy"
    assert settings.load(folder) == settings.Settings(language="cy", scheme="dark")
    unlock(qtbot, house)
    assert house.window is not None
    assert house.window.desk.settings.language == "cy"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_screen_it_says_so_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert the_app.run() == 1
    assert "no screen" in capsys.readouterr().err


def test_pictures_are_made_instead_of_a_window_when_a_folder_for_them_is_named(
    monkeypatch: pytest.MonkeyPatch, folder: Path, tmp_path: Path, look: Look
) -> None:
    asked = []
    monkeypatch.setenv(the_app.PICTURES, str(tmp_path / "pictures"))
    monkeypatch.setattr(sys, "stdin", StringIO(f"{PASSPHRASE}\n"))
    monkeypatch.setattr("ui.screens.grab_all", lambda *given: asked.append(given))
    assert the_app.run(folder) == 0
    assert asked == [(folder, PASSPHRASE, tmp_path / "pictures")]


def test_beginning_paints_first_and_warms_up_afterwards(
    qapp: QApplication, look: Look, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(the_app, "_WARM", ("ui.window",))
    house = House(qapp, folder, look)
    house.begin()
    assert isinstance(house.front, Unlock)
    assert house.front.isVisible()
    assert getattr(sys.excepthook, "__self__", None) is not None
    assert not gc.isenabled()  # the house collects from now on
    assert house._sweeping is not None
    house._sweeping.end()
    house.front.leave()


def test_what_is_slow_to_import_waits_until_the_first_window_is_painted() -> None:
    words = "import sys, ui.app, ui.unlock.unlock; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert not {"reportlab", "pyhanko", "PIL", "storage.store", "ui.window"} & set(done.stdout.split())
