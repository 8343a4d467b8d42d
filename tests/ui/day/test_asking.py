# SPDX-License-Identifier: MIT
"""The system's dialogs: a path or nothing, and the file's name offered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.day import asking


def test_a_path_comes_back_or_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent, offered = QWidget(), []
    qtbot.addWidget(parent)

    def save(_parent: QWidget, _title: str, name: str, _kind: str) -> tuple[str, str]:
        offered.append(name)
        return "/stick/a.pdf", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: ("", ""))
    assert asking.where_to(parent, "end-of-day") == Path("/stick/a.pdf")
    assert offered == ["end-of-day.pdf"]
    assert asking.which_identity(parent) is None
