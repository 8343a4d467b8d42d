# SPDX-License-Identifier: MIT
"""What the tests of the visit's desk share: a window with a notebook whose verbs answer to their keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from storage.model.visit import Visit
from storage.store import Store
from tests.builders import RUBRIC, a_session, a_visit
from tests.ui.shown import a_desk
from ui.desk import Desk
from ui.look import Look
from ui.notes.notebook import Notebook


@pytest.fixture
def desk(store: Store, look: Look, tmp_path: Path) -> Desk:
    return a_desk(store, look, tmp_path)


@pytest.fixture
def visit(store: Store) -> Visit:
    made = a_visit(store, days=2, status="on_site_day1", frameworks=(RUBRIC, "ciw-four-principles-2023"))
    a_session(store, made)
    a_session(
        store,
        made,
        starts="11:00",
        ends="12:00",
        title="Interview",
        activity="interview",
        with_roles=("Team manager 1",),
    )
    a_session(store, made, day=2, title="Second day")
    return made


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[QMainWindow]:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1200, 760)
    yield made
    made.close()
    made.deleteLater()  # now, as the app does: no clock of the desk may tick after its store is closed
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def notebook(qtbot: QtBot, window: QMainWindow, desk: Desk, visit: Visit) -> Notebook:
    """Give the desk of a visit with two days, open and active, no note written yet."""
    made = Notebook(desk)
    window.setCentralWidget(made)
    for verb in made.verbs():
        action = QAction(verb.name, window)
        action.setShortcut(QKeySequence(verb.keys))
        action.triggered.connect(verb.run)
        window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.show_visit(visit.id)
    return made
