# SPDX-License-Identifier: MIT
"""What every test of the window shares: no screen, one look."""

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources import language
from ui.look import Look


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what the screenless platform says of any window with a least size; every other warning still fails."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True))


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Take down what a test has put away before the next one begins, as the app does when it locks.

    A page that still ticks after its Python side was collected brings the process down.
    """
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)


@pytest.fixture(autouse=True, scope="module")
def swept_here() -> Iterator[None]:
    """Let Python collect on this thread alone, as the app does (ui/sweeping.py): threads of a test never end a widget.

    What a file's tests leave behind goes with the file; what was there before is not looked through every time.
    """
    was = gc.isenabled()
    gc.disable()
    gc.freeze()
    yield
    gc.collect()
    if was:
        gc.enable()


@pytest.fixture(autouse=True, scope="session")
def patient() -> Iterator[None]:
    """Let whoever waits for something wait three minutes where nothing else is said: a busy machine is not wrong."""
    waits = (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitCallback, QtBot.waitActive)
    with pytest.MonkeyPatch.context() as longer:
        for wait in (*waits, QtBot.waitExposed):
            longer.setitem(wait.__kwdefaults__, "timeout", 180_000)
        yield


@pytest.fixture(scope="session")
def worn(qapp: QApplication) -> Look:
    """Dress the application once: fonts are registered once a process."""
    return Look(qapp, "light")


@pytest.fixture
def look(worn: Look) -> Iterator[Look]:
    """Give the look, light and 100 %, and put it and the language back afterwards."""
    yield worn
    language.use("en")
    QLocale.setDefault(QLocale("en_GB"))
    if (worn.scheme, worn.percent) != ("light", 100):
        worn.wear("light", 100)
