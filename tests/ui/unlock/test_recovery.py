# SPDX-License-Identifier: MIT
"""The recovery code: shown once in groups, copied, saved for printing, confirmed by two groups, then forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.unlock.recovery import RecoveryStep

CODE = "7QHK-2M4D-X9RT-0BWC-5N8V-GJ3E-PZ6A-Y1SF"


@pytest.fixture
def step(qtbot: QtBot, look: Look) -> RecoveryStep:
    """Give the step with a code on it."""
    step = RecoveryStep(look)
    qtbot.addWidget(step)
    step.show_code(CODE, "Practice Inspector")
    step.show()
    return step


def test_two_groups_typed_right_complete_it(qtbot: QtBot, step: RecoveryStep) -> None:
    assert step.code.text().split() == CODE.split("-")
    assert not step.is_complete()
    for field, at in zip(step.fields, step.asked, strict=True):
        qtbot.keyClicks(field, CODE.split("-")[at].lower())
    assert step.is_complete()


def test_a_group_that_is_wrong_gets_the_focus(qtbot: QtBot, step: RecoveryStep) -> None:
    step.fields[0].setText(CODE.split("-")[step.asked[0]])
    step.fields[1].setText("0000")
    assert not step.is_complete()
    with qtbot.waitActive(step):
        step.activateWindow()
    step.focus_lacking()
    assert step.fields[1].hasFocus()


def test_copying_puts_the_whole_code_on_the_clipboard_and_says_so(qtbot: QtBot, step: RecoveryStep) -> None:
    qtbot.mouseClick(step.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == CODE
    assert step.note.isVisible()
    QApplication.clipboard().clear()


def test_the_page_is_saved_where_the_person_says_and_a_refusing_place_is_told(
    qtbot: QtBot, step: RecoveryStep, tmp_path: Path
) -> None:
    step.save_to(tmp_path / "code.pdf")
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF-")
    assert step.note.message.text() == "Saved."
    step.save_to(tmp_path / "nowhere" / "code.pdf")
    assert step.note.message.text() != "Saved."
    assert step.note.advice.text()


def test_a_forgotten_code_is_gone_from_the_screen_and_cannot_be_confirmed(step: RecoveryStep) -> None:
    step.forget()
    assert step.code.text() == step.code.accessibleName() == ""
    assert not step.is_complete()
