# SPDX-License-Identifier: MIT
"""Tiles and signs: every state has a shape of its own, and nothing is drawn outside its cell."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.board_cells import DOTS, Beginning, BoardCells, Mark, Tile, draw_dot

ROLE = Qt.ItemDataRole.UserRole


def drawn(look: Look, part: object, wide: int = 400, high: int = 48) -> QImage:
    """Return the picture of one cell, twenty pixels of blank around it."""
    model, cells = QStandardItemModel(1, 1), BoardCells(look, ROLE)
    item = QStandardItem()
    item.setData(part, ROLE)
    model.setItem(0, 0, item)
    picture = QImage(wide + 40, high + 40, QImage.Format.Format_RGB32)
    picture.fill(look.colour("surface"))
    option = QStyleOptionViewItem()
    option.rect = QRectF(20, 20, wide, high).toRect()
    painter = QPainter(picture)
    cells.paint(painter, option, model.index(0, 0))
    painter.end()
    return picture


def grey(picture: QImage) -> bytes:
    """Return the picture without its colours.

    The converted picture is named: its bits are looked at where they lie, and go with it.
    """
    converted = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(converted.constBits())


@pytest.mark.parametrize(
    "part",
    [
        Tile((3, 2, 5), 10),
        Tile((0, 0, 0), 10, is_whole=True),
        Beginning("QA1", "Words " * 40, "", [Mark("not yet seen", "eye-off", "bad")] * 9, "chevron-right", True),
        Beginning("QA", "Short", "1 of 6 seen", (), "chevron-right", True, DOTS * 40),
    ],
)
def test_nothing_is_drawn_outside_the_cell(qtbot: QtBot, look: Look, part: object) -> None:
    picture = drawn(look, part)
    blank = look.colour("surface").rgb()
    edge = [(x, y) for x in range(440) for y in (5, 15, 72, 82)] + [(x, y) for y in range(88) for x in (5, 15, 424)]
    assert all(picture.pixel(x, y) == blank for x, y in edge)


def test_each_state_of_a_criterion_has_a_shape_of_its_own(qtbot: QtBot, look: Look) -> None:
    pictures = set()
    for state in DOTS:
        picture = QImage(20, 20, QImage.Format.Format_RGB32)
        picture.fill(look.colour("surface"))
        painter = QPainter(picture)
        draw_dot(painter, look, QRectF(4, 4, 12, 12), state)
        painter.end()
        pictures.add(grey(picture))
    assert len(pictures) == len(DOTS)


def test_signs_are_drawn_and_an_empty_sum_is_seen(qtbot: QtBot, look: Look) -> None:
    plain, marked = (Beginning("QA1", "Words", "", marks) for marks in ((), (Mark("contradicted", "flag", "warn"),)))
    assert grey(drawn(look, plain)) != grey(drawn(look, marked))
    assert grey(drawn(look, Tile((0, 0, 0), 5))) != grey(drawn(look, Tile((0, 0, 0), 5, is_whole=True)))
    dotted, bare = (Beginning("QA", "Words", "", (), "", True, dots) for dots in (("firm", "thin"), ()))
    assert grey(drawn(look, dotted, wide=600)) != grey(drawn(look, bare, wide=600))
    assert grey(drawn(look, dotted, wide=240)) == grey(drawn(look, bare, wide=240))  # the words come first


def test_a_row_is_high_enough_for_two_lines_at_every_size(qtbot: QtBot, look: Look) -> None:
    model = QStandardItemModel(1, 1)
    at_100 = BoardCells(look, ROLE).sizeHint(QStyleOptionViewItem(), model.index(0, 0)).height()
    look.wear("light", 200)
    assert BoardCells(look, ROLE).sizeHint(QStyleOptionViewItem(), model.index(0, 0)).height() > 1.7 * at_100
