# SPDX-License-Identifier: MIT
"""Areas are found by code and by words in both languages; Return links, and unlinks what is linked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from storage.rubrics import rubric
from tests.builders import RUBRIC
from ui.look import Look
from ui.models.places import places_of
from ui.widgets.picker import Picker


def _picker(qtbot: QtBot, look: Look) -> tuple[Picker, QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    return Picker(look, "Search", "Nothing", window), window


def test_an_area_is_found_by_code_and_by_either_language(qtbot: QtBot, look: Look) -> None:
    picker, _window = _picker(qtbot, look)
    places = places_of([rubric(RUBRIC)])
    picker.ask("Link", places, ())
    for words in ("qa1", "professional superv", "goruchwyliaeth broff"):
        picker.field.setText(words)
        assert picker.list.currentIndex().data().startswith("QA1 "), words
    picker.field.setText("zzzz")
    assert picker.none.isVisible()


def test_return_picks_and_escape_leaves(qtbot: QtBot, look: Look) -> None:
    picker, _window = _picker(qtbot, look)
    picker.ask("Link", places_of([rubric(RUBRIC)]), ())
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as picked:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert picked.args == [f"{RUBRIC}:HR2"]
    picker.ask("Link", places_of([rubric(RUBRIC)]), ())
    with qtbot.assertNotEmitted(picker.picked):
        QTest.keyClick(picker.field, Qt.Key.Key_Escape)
    assert not picker.isVisible()


def test_what_is_linked_is_marked_and_dropped(qtbot: QtBot, look: Look) -> None:
    picker, _window = _picker(qtbot, look)
    picker.ask("Link", places_of([rubric(RUBRIC)]), {f"{RUBRIC}:HR1"})
    assert "Linked" in picker.list.currentIndex().data()
    with qtbot.waitSignal(picker.dropped) as dropped:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert dropped.args == [f"{RUBRIC}:HR1"]


def test_words_that_are_linked_are_named(qtbot: QtBot, look: Look) -> None:
    picker, _window = _picker(qtbot, look)
    picker.ask("Link “no supervision”", places_of([rubric(RUBRIC)]), ())
    assert "no supervision" in picker.about.text()
    assert "no supervision" in picker.list.accessibleName()
