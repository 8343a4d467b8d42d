# SPDX-License-Identifier: MIT
"""An authority with something of everything, and the page that shows it. No tests here."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.acts import events, levels, meetings, people, plans, recommendations
from storage.model.authority import Authority
from storage.model.visit import Visit
from storage.queries.due import Due, due_of
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import FakeClock, a_recommendation, a_visit, again, an_authority
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
    people.appoint(store, council, name="A. Practice", display_role="Chief executive", is_public_office=True)
    asked = a_recommendation(store, council, title="Plans", visit_id=visit.id, due="2018-12")
    recommendations.note_progress(store, asked, on="2018-07", direction="deteriorated", visit_id=visit.id)
    meetings.arrange(store, council, kind="conference", held="2018-10-08", attendees=("Chief executive",))
    plans.add(store, council, text="Recruit four.", recommendations=(asked.id,), due="2018-12-03", owner="HR")
    events.add(store, council, kind="concern_received", date="autumn 2017", source="third party", text="A concern.")
    events.add(store, council, kind="assurance", date="2018-10-08", text="Posts are filled.", due="2018-11-30")
    levels.change(store, again(store, council), "early", "Indicators have declined.", date="2018-10-08")
    return again(store, council)  # type: ignore[no-any-return]


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
