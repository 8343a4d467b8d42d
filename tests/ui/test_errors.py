# SPDX-License-Identifier: MIT
"""Trouble is told kindly; a bug is reported without a word of what anybody wrote."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from storage.errors import CannotKeep, WrongPassphrase
from ui.errors import CrashBox, Crashes, report, told
from ui.look import Look

SECRET = "Child Siân was seen"


def a_bug() -> BaseException:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as first:
            raise ValueError(SECRET) from first
    except ValueError as bug:
        return bug


def test_trouble_is_told_with_its_advice_and_values() -> None:
    assert told(WrongPassphrase())[0] == "This passphrase does not open the store."
    assert told(CannotKeep("{free} bytes are left.", free=3)) == ("3 bytes are left.", "")


def test_a_report_says_where_and_never_what() -> None:
    words = report(a_bug(), "0.1.0", datetime(2026, 11, 22, 8, 30, tzinfo=UTC))
    assert "tests/ui/test_errors.py" in words
    assert "builtins.ValueError" in words
    assert "builtins.KeyError" in words
    assert SECRET not in words
    assert str(Path.cwd()) not in words
    assert "2026-11-22 08:30 UTC" in words


def test_a_crash_writes_one_report_each_and_shows_one_box(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    crashes = Crashes(look, tmp_path / "reports", "0.1.0")
    bug = a_bug()
    crashes.caught(type(bug), bug, bug.__traceback__)
    box = crashes.box
    assert box is not None
    qtbot.addWidget(box)
    crashes.caught(type(bug), bug, bug.__traceback__)
    assert crashes.box is box
    files = list((tmp_path / "reports").iterdir())
    assert len(files) == 2
    assert SECRET not in files[0].read_text(encoding="utf-8")
    box.accept()
    assert crashes.box is None


def test_a_report_that_cannot_be_written_can_be_copied(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    crashes = Crashes(look, tmp_path / "file", "0.1.0")
    bug = a_bug()
    crashes.caught(type(bug), bug, None)
    assert isinstance(crashes.box, CrashBox)
    qtbot.addWidget(crashes.box)
    assert any("could not be written" in label.text() for label in crashes.box.findChildren(QLabel))
    crashes.box._on_copy()
    assert "builtins.ValueError" in QApplication.clipboard().text()
    crashes.box.accept()


def test_installing_takes_pythons_hook(look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    crashes = Crashes(look, tmp_path, "0.1.0")
    crashes.install()
    assert sys.excepthook == crashes.caught
