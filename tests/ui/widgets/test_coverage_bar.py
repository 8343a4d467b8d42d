# SPDX-License-Identifier: MIT
"""The bar stays inside its place and looks different for none, some and many."""

import pytest
from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.coverage_bar import CoverageBar

COUNTS, MOST = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


class Bars(QStringListModel):
    """One row with the counts it is made with."""

    def __init__(self, counts: tuple[int, int, int] | None, most: int) -> None:
        super().__init__([""])
        self.given = {COUNTS: counts, MOST: most}

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.given[role] if role in self.given else super().data(index, role)


def drawn(qtbot: QtBot, look: Look, counts: tuple[int, int, int] | None, most: int = 9) -> QImage:
    view = QListView()
    qtbot.addWidget(view)
    view.setItemDelegate(CoverageBar(look, COUNTS, MOST))
    model = Bars(counts, most)
    model.setParent(view)
    view.setModel(model)
    view.resize(160, 60)
    return view.grab().toImage()


def test_none_some_and_many_look_different(qtbot: QtBot, look: Look) -> None:
    pictures = [drawn(qtbot, look, counts) for counts in ((0, 0, 0), (3, 0, 0), (0, 3, 0), (0, 0, 3), (3, 3, 3))]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])


@pytest.mark.parametrize("counts", [(1, 1, 1), (300, 1, 1), (1, 0, 20_000), None])
def test_nothing_is_drawn_left_of_the_number_beyond_the_track(
    qtbot: QtBot, look: Look, counts: tuple[int, int, int] | None
) -> None:
    image = drawn(qtbot, look, counts, 1)
    colours = {look.tokens[part] for part in ("strength", "weakness", "edge")}
    # The figures' place: 8 pixels of gap left of it must stay free of the bar's colours.
    figures = range(image.width() - 34, image.width() - 30)
    seen = {image.pixelColor(x, y).name().upper() for x in figures for y in range(12, 30)}
    assert not seen & (colours - {look.tokens["text"]})


def test_both_themes_and_sizes_can_be_drawn(qtbot: QtBot, look: Look) -> None:
    before = drawn(qtbot, look, (1, 2, 3))
    look.wear("dark", 200)
    assert drawn(qtbot, look, (1, 2, 3)) != before
