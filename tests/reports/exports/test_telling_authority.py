# SPDX-License-Identifier: MIT
"""The authority's standing record goes out with its visit: told for people, and as records in the JSON."""

import json

from reports.exports.telling import telling
from reports.exports.telling_authority import authority_told
from reports.exports.visit import as_json, whole_visit
from storage.acts import meetings, people, plans, recommendations, standing
from storage.imports.visit_json import read_visit
from storage.store import Store
from tests.builders import a_recommendation, a_visit, an_authority, an_event


def test_an_authority_without_a_record_says_nothing(store: Store) -> None:
    assert list(authority_told(whole_visit(store, a_visit(store).id))) == []


def test_everything_of_the_standing_record_is_told_and_read_over(store: Store) -> None:
    council = an_authority(store)
    visit = a_visit(store, council)
    people.appoint(store, council, name="A. Practice", display_role="Chief executive", is_public_office=True)
    asked = a_recommendation(store, council, title="Plans")
    recommendations.note_progress(store, asked, on="2018-07", direction="unchanged", text="No change.")
    plans.add(store, council, text="Recruit four.", owner="HR", due="2018-12")
    meetings.arrange(store, council, kind="review", due="2019-04-08")
    an_event(store, council, date="autumn 2017")
    standing.add_past_visit(store, council, dates="2017-01")
    whole = whole_visit(store, visit.id)
    told = [each.text for each in telling(whole)]
    assert told.index("The authority between visits") < told.index("People")
    assert "A. Practice · Chief executive" in told
    assert "R1 Plans · Review every plan. · Issued" in told
    assert "R1: 2018-07 · Unchanged · Found by the inspectors · No change." in told
    assert "1 Recruit four. · HR · 2018-12 · To be done" in told
    assert "Review meeting · Not recorded as held (2019-04-08)" in told
    assert "Concern received · autumn 2017 · A concern was received." in told
    plain = json.loads(as_json(whole))["standing"]
    assert {name: len(records) for name, records in plain.items()} == dict.fromkeys(
        ("actions", "events", "meetings", "past_visits", "people", "progress", "recommendations"), 1
    )
    assert read_visit(as_json(whole).encode()).visit.id == visit.id
