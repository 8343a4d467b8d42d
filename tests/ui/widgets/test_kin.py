# SPDX-License-Identifier: MIT
"""The order of Tab, and that nobody falls with a neighbour."""

import re
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QGroupBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.kin import first_in_tab_order
from ui.widgets.labels import Label

ROOT = Path(__file__).parents[3]


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def put(page: QWidget, *parts: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for each in parts:
        layout.addWidget(each)


def fall(widget: QWidget) -> None:
    """Let Qt delete a widget, and only then let Python forget it."""
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_first_that_takes_the_focus_is_found_wherever_it_stands(page: QWidget) -> None:
    off, hidden, group, inner = QLineEdit(), QLineEdit(), QGroupBox(), QLineEdit()
    QVBoxLayout(group).addWidget(inner)
    put(page, off, hidden, group, QLineEdit())
    off.setEnabled(False)
    hidden.hide()
    assert first_in_tab_order(page) is inner


def test_where_nothing_takes_the_focus_nothing_is_found(page: QWidget) -> None:
    put(page, QWidget(), QGroupBox())
    assert first_in_tab_order(page) is None


def test_what_stands_after_a_thing_in_the_order_does_not_fall_with_it(page: QWidget) -> None:
    chip, words = QLineEdit(), QLineEdit()
    put(page, chip, words)
    chip.setEnabled(False)
    assert first_in_tab_order(page) is words
    fall(chip)
    assert shiboken6.isValid(words)
    words.setText("still here")
    assert shiboken6.isValid(page)


def test_a_field_does_not_fall_with_its_label(page: QWidget) -> None:
    label, field = Label("&Role"), QLineEdit()
    put(page, label, field)
    label.setBuddy(field)
    assert label.buddy() is field
    fall(label)
    assert shiboken6.isValid(field)
    field.setText("still here")


def test_nobody_else_calls_what_spoils_the_books() -> None:
    spoils = re.compile(r"InFocusChain\(|QLabel\.setBuddy|QLabel\(\"|\.itemDelegate\(\)")
    files = [path for path in (ROOT / "ui").rglob("*.py") if path.name != "kin.py"]
    assert [path.name for path in files if spoils.search(path.read_text("utf-8"))] == []
