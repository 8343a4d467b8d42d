# SPDX-License-Identifier: MIT
"""An authority with something of everything, for the tests of what is shown of it. No tests here."""

from storage.acts import events, levels, meetings, people, plans, recommendations
from storage.model.authority import Authority
from storage.model.visit import Visit
from storage.store import Store
from tests.builders import a_recommendation, again


def fill(store: Store, council: Authority, visit: Visit) -> Authority:
    """Record a conference, a plan's action, a recommendation, an assurance, a level and a person, as of autumn 2018."""
    people.appoint(store, council, name="A. Practice", display_role="Chief executive", is_public_office=True)
    asked = a_recommendation(store, council, title="Plans", visit_id=visit.id, due="2018-12")
    recommendations.note_progress(store, asked, on="2018-07", direction="deteriorated", visit_id=visit.id)
    meetings.arrange(store, council, kind="conference", held="2018-10-08", attendees=("Chief executive",))
    plans.add(store, council, text="Recruit four.", recommendations=(asked.id,), due="2018-12-03", owner="HR")
    events.add(store, council, kind="concern_received", date="autumn 2017", source="third party", text="A concern.")
    events.add(store, council, kind="assurance", date="2018-10-08", text="Posts are filled.", due="2018-11-30")
    levels.change(store, again(store, council), "early", "Indicators have declined.", date="2018-10-08")
    return again(store, council)  # type: ignore[no-any-return]
