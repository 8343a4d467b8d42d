# SPDX-License-Identifier: MIT
"""A narrow box says that there is more, and shows all of it where one chooses."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.elided_box import ElidedBox

LONG = "1 · 09:30 Opening meeting with the senior managers of the service"


def a_box(qtbot: QtBot, wide: int) -> ElidedBox:
    window, box = QWidget(), ElidedBox()
    QVBoxLayout(window).addWidget(box)
    box.setSizeAdjustPolicy(ElidedBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItems(["No session", LONG])
    box.setCurrentIndex(1)
    window.setFixedWidth(wide)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    box.window_kept = window  # type: ignore[attr-defined]
    return box


def test_what_is_cut_stands_whole_in_the_tooltip(qtbot: QtBot, look: Look) -> None:
    box = a_box(qtbot, 160)
    narrow = box.grab()
    assert box.toolTip() == LONG
    box.setCurrentIndex(0)
    assert box.grab().toImage() != narrow.toImage()
    assert box.toolTip() == ""


def test_the_words_do_not_reach_the_arrow(qtbot: QtBot, look: Look) -> None:
    box = a_box(qtbot, 160)
    with_words = box.grab().toImage()
    box.setItemText(1, "")
    without = box.grab().toImage()
    right = with_words.width() - look.px(28)
    assert all(
        with_words.pixel(x, y) == without.pixel(x, y)
        for x in range(right, with_words.width())
        for y in range(with_words.height())
    )


def test_the_list_is_as_wide_as_its_words(qtbot: QtBot, look: Look) -> None:
    box = a_box(qtbot, 160)
    box.widen_list()
    room = box.screen().availableSize().width() // 2
    assert box.view().minimumWidth() >= min(box.view().sizeHintForColumn(0), room)
    assert box.view().minimumWidth() > box.width()
