# SPDX-License-Identifier: MIT
"""Chips flow, say what they are, and keep the keys when one is taken off."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.chips import Chip, Chips, Flow, cut

AREAS = [Chip(f"QA{number}", f"QA{number}", "Supervision is regular") for number in range(9)]

_HELD: list[QWidget] = []


def _chips(qtbot: QtBot, look: Look, wide: int) -> Chips:
    window = QWidget()
    qtbot.addWidget(window)
    chips = Chips(look, QPushButton("Link"))
    column = QVBoxLayout(window)
    column.addWidget(chips)
    column.addStretch(1)
    window.resize(wide, 400)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    _HELD[:] = [window]  # Python must hold what Qt shows
    return chips


def test_a_narrow_place_takes_more_lines(qtbot: QtBot, look: Look) -> None:
    chips = _chips(qtbot, look, 200)
    chips.show_chips(AREAS, fixed=False)
    flow = chips.layout()
    assert flow.heightForWidth(150) > flow.heightForWidth(300) > flow.heightForWidth(3000)
    assert flow.minimumSize().width() < 150


def test_a_chip_says_code_words_and_quoted_words(qtbot: QtBot, look: Look) -> None:
    chips = _chips(qtbot, look, 400)
    chips.show_chips(
        [Chip("l1", "QA1", "Supervision is regular", "no supervision\nsince March and since April")], fixed=False
    )
    (chip,) = chips.buttons()
    assert chip.text() == "QA1 “no supervision since M…”"
    assert "Supervision is regular" in chip.accessibleName()
    assert "Delete" in chip.accessibleDescription()


def test_the_keys_stay_among_the_chips_when_one_is_taken_off(qtbot: QtBot, look: Look) -> None:
    chips = _chips(qtbot, look, 400)
    chips.show_chips(AREAS[:2], fixed=False)
    first = chips.buttons()[0]
    first.setFocus()
    with qtbot.waitSignal(chips.taken_off) as off:
        QTest.keyClick(first, Qt.Key.Key_Delete)
    assert off.args == ["QA0"]
    chips.show_chips(AREAS[1:2], fixed=False)
    assert chips.buttons()[0].hasFocus()


def test_fixed_chips_only_tell(qtbot: QtBot, look: Look) -> None:
    chips = _chips(qtbot, look, 400)
    chips.show_chips(AREAS[:1], fixed=True)
    with qtbot.assertNotEmitted(chips.taken_off):
        QTest.keyClick(chips.buttons()[0], Qt.Key.Key_Delete)
    look.wear("dark", 200)
    assert len(chips.buttons()) == 1


def test_words_are_cut_on_one_line() -> None:
    assert cut("short") == "short"
    assert cut("a much longer wording than fits", 12) == "a much lon…"


def test_chips_that_come_and_go_never_lie_on_each_other(qtbot: QtBot, look: Look) -> None:
    chips = _chips(qtbot, look, 400)
    for shown in (AREAS[:1], AREAS[:2], AREAS, AREAS[:3]):
        chips.show_chips(shown, fixed=False)
        places = [each.geometry() for each in (*chips.buttons(), chips._last)]
        assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :])


def test_a_chip_that_goes_before_it_was_laid_out_never_is_a_window_of_its_own(qtbot: QtBot, look: Look) -> None:
    chips = _chips(qtbot, look, 400)
    chips.show_chips(AREAS[:1], fixed=False)
    gone = chips.buttons()[0]
    chips.show_chips([], fixed=False)
    shown = []
    gone.installEventFilter(watch := _Shown(shown, chips))
    QApplication.processEvents()
    assert shown == []
    assert watch.parent() is chips


class _Shown(QObject):
    def __init__(self, shown: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._shown.append("as a window")
        return super().eventFilter(watched, event)


def test_what_stands_in_one_line_stands_in_the_middle_of_it(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow, parts = Flow(look), [QWidget(window) for _each in range(3)]
    for part, high in zip(parts, (20, 40, 30), strict=True):
        part.setFixedSize(50, high)
        flow.addWidget(part)
        part.show()
    flow.setGeometry(QRect(0, 0, 110, 100))
    assert [part.geometry().center().y() for part in parts[:2]] == [19, 19]
    assert parts[2].y() == 40 + look.px(4)
