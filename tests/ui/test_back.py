# SPDX-License-Identifier: MIT
"""Back goes to the page before, with the keys where they were; twice is where one began."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.builders import a_visit
from tests.ui.shown import action
from ui.look import Look
from ui.screens import opened_window
from ui.settings.preferences import Preferences
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, store: Store, look: Look) -> Iterator[Window]:
    a_visit(store)
    with opened_window(store, look) as window:
        with qtbot.waitActive(window):
            window.activateWindow()
        yield window


def test_back_finds_the_page_and_the_field(window: Window) -> None:
    window.go("settings")
    settings = window.page("settings")
    assert isinstance(settings, Preferences)
    settings.percent.setFocus()
    window.go("notes")
    action(window, "Alt+Left").go()
    assert (window.current, settings.percent.hasFocus()) == (settings, True)
    action(window, "Alt+Left").go()
    assert window.current is window.page("notes")
