# SPDX-License-Identifier: MIT
"""Which file: the system's dialog answers, or nobody chose."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.letters import files


def test_a_chosen_file_is_a_path_and_none_is_none(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[tuple[str, ...]] = []

    def answer(_parent: QWidget, *words: str) -> tuple[str, str]:
        asked.append(words)
        return ("letter.pdf" if len(asked) == 1 else "", "")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    assert files.ask_open(parent, "Choose", files.PDFS) == Path("letter.pdf")
    assert files.ask_save(parent, "Save", "name.pdf", files.PDFS) is None
    assert asked == [("Choose", "", "PDF files (*.pdf)"), ("Save", "name.pdf", "PDF files (*.pdf)")]
