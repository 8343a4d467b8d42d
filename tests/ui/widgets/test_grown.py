# SPDX-License-Identifier: MIT
"""A dialog that says more grows; one that says less stays as it is."""

from PySide6.QtWidgets import QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.widgets.grown import grow
from ui.widgets.labels import Label


def test_a_dialog_grows_with_what_it_says_and_does_not_shrink(qtbot: QtBot) -> None:
    dialog, label = QDialog(), Label(wrap=True)
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(label)
    dialog.resize(200, 60)
    dialog.show()
    label.show_text("Many words of one sentence that goes on. " * 12)
    grow(dialog)
    assert label.height() >= label.heightForWidth(label.width())
    height = dialog.height()
    label.show_text("Few.")
    grow(dialog)
    assert dialog.height() == height


def test_a_dialog_without_a_layout_is_let_be(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(100, 100)
    grow(dialog)
    assert dialog.height() == 100
