# SPDX-License-Identifier: MIT
"""Rows are equally high, stay inside themselves, and draw a pasted book as fast as a line."""

import pytest
from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.row_delegate import Role, Row, RowDelegate, _broken

ROWS = {
    "plain": Row("Title", "A line of text.", ("QA1",), "10:42", "Strength", "check", "strength"),
    "book": Row("Title " * 300, "word " * 1_000_000, tuple(f"QA{at}" for at in range(300)), "10:42"),
    "unbroken": Row("x" * 5000, "x" * 5000, ("y" * 500,)),
    "odd": Row("שלום", "مرحبا 😀 \u202e abc \x00 <b>", (), "", "Neutral"),
    "bare": Row(""),
}


class Rows(QStringListModel):
    """A model whose rows are given by name."""

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name = super().data(index, Qt.ItemDataRole.DisplayRole)
        return ROWS[name] if role == Role.ROW else name


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> QListView:
    made = QListView()
    qtbot.addWidget(made)
    made.setModel(Rows(list(ROWS), made))
    made.setItemDelegate(RowDelegate(look))
    made.resize(300, 500)
    return made


@pytest.mark.parametrize("name", list(ROWS))
def test_every_row_can_be_drawn_chosen_or_not(view: QListView, look: Look, name: str) -> None:
    view.setModel(Rows([name], view))
    plain = view.grab().toImage()
    view.setCurrentIndex(view.model().index(0, 0))
    assert view.grab().toImage() != plain


def test_rows_are_equally_high_and_tall_enough(view: QListView, look: Look) -> None:
    delegate, option = view.itemDelegate(), QStyleOptionViewItem()
    heights = {delegate.sizeHint(option, view.model().index(row, 0)).height() for row in range(len(ROWS))}
    assert len(heights) == 1
    assert heights.pop() >= 34
    assert RowDelegate(look, lines=0, chips=False).sizeHint(option, QModelIndex()).height() >= 34


def test_rows_grow_with_the_text(view: QListView, look: Look) -> None:
    option = QStyleOptionViewItem()
    before = view.itemDelegate().sizeHint(option, QModelIndex()).height()
    look.wear("dark", 200)
    assert view.itemDelegate().sizeHint(option, QModelIndex()).height() >= 1.9 * before
    view.grab()


def test_the_last_line_holds_the_rest(look: Look) -> None:
    lines = _broken("one two three " * 20, look.font(), 200, 2)
    assert len(lines) == 2
    assert " ".join(lines).split() == ("one two three " * 20).split()
    assert _broken("", look.font(), 200, 2) == []


def test_a_title_is_never_pushed_out_by_what_stands_at_its_right(look: Look) -> None:
    delegate = RowDelegate(look)
    metrics = (QFontMetricsF(look.font("small")), QFontMetricsF(look.font("body", bold=True)))
    tells = "51 notes · 1 letter (Signed)"
    whole = metrics[0].horizontalAdvance(tells)
    assert delegate._beside(Row("Visit", time=tells), whole + 200, metrics) == whole
    assert delegate._beside(Row("Monitoring visit · 10 to 11 July 2018", time=tells), whole, metrics) <= 0.4 * whole
    assert delegate._beside(Row("Title " * 300, time=""), 200, metrics) == 0
