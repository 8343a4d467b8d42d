# SPDX-License-Identifier: MIT
"""First run as a person lives it: four steps by keyboard, nothing written before a passphrase, nothing left behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.queries.notes import notes_of_visit
from storage.store import Store, open_store
from tests.builders import PASSPHRASE
from ui.look import Look
from ui.unlock.first_run import FirstRun
from ui.window import LAST_VISIT

RETURN = Qt.Key.Key_Return


@pytest.fixture
def sheet(qtbot: QtBot, look: Look, tmp_path: Path) -> FirstRun:
    """Give the sheet on a folder that is not there yet."""
    sheet = FirstRun(look, tmp_path / "store")
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def as_far_as_the_code(qtbot: QtBot, sheet: FirstRun) -> None:
    qtbot.keyClicks(sheet.who.edit, "Practice Inspector")
    qtbot.keyClick(sheet.who.edit, RETURN)
    qtbot.keyClicks(sheet.secret.first.edit, PASSPHRASE)
    qtbot.keyClicks(sheet.secret.again.edit, PASSPHRASE)
    qtbot.keyClick(sheet.secret.again.edit, RETURN)


def code_of(sheet: FirstRun) -> list[str]:
    return sheet.recovery.code.text().split()


def confirm(qtbot: QtBot, sheet: FirstRun) -> None:
    for field, at in zip(sheet.recovery.fields, sheet.recovery.asked, strict=True):
        qtbot.keyClicks(field, code_of(sheet)[at].lower())
    qtbot.mouseClick(sheet.next, Qt.MouseButton.LeftButton)


def test_each_step_says_what_it_lacks_and_nothing_is_written_before_a_passphrase(
    qtbot: QtBot, sheet: FirstRun, tmp_path: Path
) -> None:
    qtbot.keyClick(sheet.who.edit, RETURN)
    assert sheet.notice.message.text() == "Type your name first."
    qtbot.keyClicks(sheet.who.edit, "Practice Inspector")
    qtbot.keyClick(sheet.who.edit, RETURN)
    assert sheet.secret.isVisible()
    qtbot.keyClicks(sheet.secret.first.edit, "password")
    qtbot.keyClick(sheet.secret.first.edit, RETURN)
    assert "too easy to guess" in sheet.notice.message.text()
    sheet.secret.first.clear()
    qtbot.keyClicks(sheet.secret.first.edit, PASSPHRASE)
    qtbot.keyClicks(sheet.secret.again.edit, "another")
    qtbot.keyClick(sheet.secret.again.edit, RETURN)
    assert sheet.notice.message.text() == "The two are not the same yet."
    assert list(tmp_path.iterdir()) == []


def test_four_steps_make_a_store_that_passphrase_and_code_both_open(
    qtbot: QtBot, sheet: FirstRun, tmp_path: Path
) -> None:
    as_far_as_the_code(qtbot, sheet)
    groups = code_of(sheet)
    assert len(groups) == 8
    qtbot.mouseClick(sheet.next, Qt.MouseButton.LeftButton)
    one, two = (at + 1 for at in sheet.recovery.asked)
    assert sheet.notice.message.text() == f"Type groups {one} and {two} of the code, from your paper."
    confirm(qtbot, sheet)
    sheet.begin.empty.setChecked(True)
    with qtbot.waitSignal(sheet.opened) as opened:
        qtbot.mouseClick(sheet.next, Qt.MouseButton.LeftButton)
    assert opened.args is not None
    store = opened.args[0]
    assert isinstance(store, Store)
    assert store.marks.get("my_name") == "Practice Inspector"
    assert store.marks.get("my_role") == "lead"
    assert store.marks.get("recovery_code_confirmed")
    assert sheet.recovery.code.text() == ""
    sheet.leave()
    store.close()
    again = open_store(tmp_path / "store", "-".join(groups))
    again.close()


def test_the_practice_visit_comes_as_slow_work_and_is_put_on_hand(
    qtbot: QtBot, sheet: FirstRun, tmp_path: Path
) -> None:
    as_far_as_the_code(qtbot, sheet)
    confirm(qtbot, sheet)
    with qtbot.waitSignal(sheet.opened) as opened:
        qtbot.mouseClick(sheet.next, Qt.MouseButton.LeftButton)
        assert not sheet.next.isEnabled()
        assert sheet.progress.isVisible()
    assert opened.args is not None
    store = opened.args[0]
    assert isinstance(store, Store)
    assert len(notes_of_visit(store, str(store.marks.get(LAST_VISIT)))) >= 40
    sheet.leave()
    store.close()


def test_closing_before_the_code_is_confirmed_leaves_no_store_behind(
    qtbot: QtBot, sheet: FirstRun, tmp_path: Path
) -> None:
    as_far_as_the_code(qtbot, sheet)
    assert (tmp_path / "store" / "keys.json").exists()
    sheet.close()
    assert list((tmp_path / "store").iterdir()) == []


def test_closing_after_it_keeps_the_store(qtbot: QtBot, sheet: FirstRun, tmp_path: Path) -> None:
    as_far_as_the_code(qtbot, sheet)
    confirm(qtbot, sheet)
    sheet.close()
    store = open_store(tmp_path / "store", PASSPHRASE)
    assert store.me
    store.close()


def test_a_folder_that_cannot_be_written_is_told_and_another_try_is_free(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    sheet = FirstRun(look, tmp_path / "file")
    qtbot.addWidget(sheet)
    sheet.show()
    as_far_as_the_code(qtbot, sheet)
    assert sheet.notice.isVisible()
    assert sheet.notice.advice.text()
    assert sheet.secret.isVisible()
