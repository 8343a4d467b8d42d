# SPDX-License-Identifier: MIT
"""What tests of the day share: a page over a store with a visit, shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.model.visit import Visit
from storage.store import Store
from tests.builders import a_visit
from tests.ui.shown import a_desk
from ui.day.page import DayPage
from ui.desk import Desk
from ui.look import Look


@pytest.fixture
def visit(store: Store) -> Visit:
    """Give a visit of two days in July 2018."""
    return a_visit(store)


@pytest.fixture
def desk(store: Store, look: Look, tmp_path: Path) -> Iterator[Desk]:
    """Give a desk over the store."""
    made = a_desk(store, look, tmp_path)
    yield made
    made.worker.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, visit: Visit) -> DayPage:
    """Give the page on its visit, shown."""
    made = DayPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show_visit(visit.id)
    with qtbot.waitExposed(made):
        made.show()
    return made
