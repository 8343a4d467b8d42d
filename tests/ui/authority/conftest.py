# SPDX-License-Identifier: MIT
"""An authority with something of everything, and the page that shows it. No tests here."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.model.authority import Authority
from storage.model.visit import Visit
from storage.queries.due import Due, due_of
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import FakeClock, a_visit, an_authority
from tests.ui.a_record import fill
from tests.ui.shown import a_desk
from ui.authority.page import AuthorityPage
from ui.desk import Desk
from ui.look import Look

TODAY = "2018-11-06"


@pytest.fixture
def council(store: Store) -> Authority:
    """Give an authority, as it stood when it was begun."""
    return an_authority(store, address=("Guildhall", "Practice"))


@pytest.fixture
def visit(store: Store, council: Authority) -> Visit:
    """Give a visit to it."""
    return a_visit(store, council, status="closed")


@pytest.fixture
def full(store: Store, council: Authority, visit: Visit) -> Authority:
    """Give the authority with a conference, a plan's action, a recommendation, an assurance, a level and a person."""
    return fill(store, council, visit)


@pytest.fixture
def known(store: Store, full: Authority) -> StandingRecord:
    """Give its standing record."""
    found = standing_record(store, full.id)
    assert found is not None
    return found


@pytest.fixture
def due(known: StandingRecord) -> tuple[Due, ...]:
    """Give what is due of it on TODAY."""
    return due_of(known, date.fromisoformat(TODAY))


@pytest.fixture
def desk(look: Look, store: Store, tmp_path: Path) -> Desk:
    """Give a desk over the store."""
    return a_desk(store, look, tmp_path)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, clock: FakeClock, full: Authority, visit: Visit) -> AuthorityPage:
    """Give the page on TODAY, on the visit's authority."""
    clock.step(days=119)
    made = AuthorityPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    made.show_visit(visit.id)
    assert made.known is not None
    return made
