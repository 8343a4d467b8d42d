# SPDX-License-Identifier: MIT
"""Side by side where there is room, behind tabs where there is not, at any size of text."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.notes.places import NAMES, Places


@pytest.fixture
def places(qtbot: QtBot, look: Look) -> Places:
    parts: dict[str, QWidget] = {name: QLabel(name) for name in NAMES}
    made = Places(look, parts)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def _shown(places: Places) -> set[str]:
    return {name for name, part in places._parts.items() if part.isVisible()}


def test_there_is_room_for_everything_in_a_large_window(places: Places) -> None:
    assert _shown(places) == set(NAMES)
    assert not places.tabs.isVisible()


def test_tabs_bring_what_there_is_no_room_for(places: Places) -> None:
    places.resize(700, 500)
    assert _shown(places) == {"timetable", "notes", "text"}
    places.tabs.setCurrentIndex(1)
    assert _shown(places) == {"text", "framework"}
    places.resize(400, 300)
    assert _shown(places) == {"framework"}
    for name in NAMES:
        places.bring(name)
        assert _shown(places) == {name}
        assert places.tabs.tabText(places.tabs.currentIndex()) == NAMES[name]


def test_larger_text_needs_more_room(places: Places, look: Look) -> None:
    look.wear("light", 200)
    QApplication.processEvents()
    assert places.tabs.isVisible()
    QApplication.sendEvent(places, QEvent(QEvent.Type.LanguageChange))
    assert places.tabs.count() >= 2
