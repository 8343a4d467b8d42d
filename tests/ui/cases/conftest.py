# SPDX-License-Identifier: MIT
"""The page of cases over a real store; a list as a file."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.model.visit import Visit
from storage.store import Store
from tests.builders import a_visit
from tests.case_lists import as_csv, some_rows
from tests.ui.shown import a_desk
from ui.cases.page import Cases
from ui.desk import Desk
from ui.look import Look


@pytest.fixture
def visit(store: Store) -> Visit:
    return a_visit(store)


@pytest.fixture
def desk(store: Store, look: Look, tmp_path: Path) -> Desk:
    return a_desk(store, look, tmp_path)


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(as_csv(some_rows(40)))
    return path


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, visit: Visit) -> Cases:
    made = Cases(desk)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_visit(visit.id)
    return made


def idle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until no slow work is under way."""
    qtbot.waitUntil(lambda: desk.worker.busy() == 0)
