# SPDX-License-Identifier: MIT
"""A year between two visits: a conference, a plan that comes late, an assurance that does not hold, and the letters."""

from datetime import date

from reports.catalogue import letter_type
from reports.facts import facts_of
from storage import undo
from storage.acts import events, levels, meetings, people, plans, recommendations
from storage.check import check
from storage.model.event import Event
from storage.model.meeting import Meeting
from storage.queries.due import due_of
from storage.queries.rows import one
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import FakeClock, a_store, a_visit, again, an_authority, hand_over, join


def test_what_is_recorded_between_visits_is_what_the_letters_say(clock: FakeClock) -> None:
    lead, office = a_store("Lead"), a_store("Office")
    council = an_authority(lead, address=("Guildhall",))
    first = a_visit(lead, council, status="closed")
    join(lead, council.stream_id, office, "office")

    def known(store: Store = lead) -> StandingRecord:
        found = standing_record(store, council.id)
        assert found is not None
        return found

    def owed(today: str) -> list[tuple[str, str]]:
        return [(each.subject, each.standing) for each in due_of(known(), date.fromisoformat(today))]

    def said(kind: str, section: str, day: str) -> str:
        found = letter_type(kind).draft(facts_of(lead, first.id, day)).section(section)
        assert found is not None
        return found.text

    # The conference asks for a plan; the recommendation is the first visit's.
    people.appoint(lead, council, name="A. Practice", display_role="Chief executive", is_public_office=True)
    asked = recommendations.ask(lead, council, text="Review every plan.", title="Plans", visit_id=first.id)
    meetings.arrange(lead, council, kind="conference", held="2018-10-08", visit_id=first.id)
    levels.change(lead, again(lead, council), "early", "Indicators have declined.", date="2018-10-08")
    assert owed("2018-10-12") == [("plan", "due"), ("review", "due")]
    assert owed("2018-11-06")[0] == ("plan", "overdue")

    # The office records that it came, and what it holds; the letter of acknowledgement says so.
    hand_over(lead, office, council.stream_id)
    events.add(office, council, kind="plan_received", date="2018-11-12", text="")
    plans.add(office, council, text="Recruit four.", recommendations=(asked,), due="2019-03", owner="HR")
    hand_over(office, lead, council.stream_id)
    assert ("answer", "no_day") in owed("2018-11-13")
    assert "12 November 2018" in said("plan_reflects", "receipt", "2018-11-16")
    assert "R1" in said("plan_reflects", "answer", "2018-11-16")
    events.add(lead, council, kind="plan_reflects", date="2018-11-16", text="")

    # Progress is assured, tested, and does not hold; the review meeting comes to the same.
    assured = events.add(lead, council, kind="assurance", date="2019-02", text="every plan is reviewed", due="2019-05")
    report = {
        "said_by": "authority",
        "on": "2019-02",
        "text": "Every plan was reviewed.",
        "status": "progress_reported",
    }
    recommendations.note_progress(lead, known().recommendations[0], **report)
    meetings.arrange(lead, council, kind="review", due="2019-04-08")
    review = next(each for each in known().meetings if each.kind == "review")
    assert ("meeting", "overdue") in owed("2019-04-09")
    meetings.hold(lead, review, "2019-05-07", "review_insufficient", notes="Plans are still missing.")
    claim = one(lead, Event, assured)
    assert claim is not None
    events.judge(lead, claim, "assurance_not_sustained", "2019-05-07", "Four of eight files held no review.")
    found = {"on": "2019-05-07", "direction": "deteriorated", "meeting_id": review.id, "text": "Four of eight."}
    recommendations.note_progress(lead, known().recommendations[0], **found)
    levels.change(lead, again(lead, council), "serious", "Improvement was not sustained.", date="2019-05-10")

    # The letters know what held on their day, and no more.
    assert "Plans are still missing." in said("review_outcome", "outcome", "2019-05-13")
    tested = said("escalation", "assurances", "2019-05-13")
    assert tested.index("every plan is reviewed") < tested.index("Four of eight files held no review.")
    assert "serious concern" in said("escalation", "statement", "2019-05-13")
    assert "serious concern" not in said("escalation", "statement", "2019-05-09")
    later = a_visit(lead, council, dates="2019-07-02")
    draft = letter_type("monitoring_visit").draft(facts_of(lead, later.id, "2019-07-05")).section("not_improved")
    assert draft is not None
    assert "R1" in draft.text

    # Closed, it is asked about no longer; undone, it is again. Both laptops hold the same, and it reads back whole.
    recommendations.close(lead, known().recommendations[0], "Seen in every file.")
    draft = letter_type("monitoring_visit").draft(facts_of(lead, later.id, "2019-07-05")).section("not_improved")
    assert draft is None or "R1" not in draft.text
    undo.undo(lead)
    hand_over(lead, office, council.stream_id)
    assert known(office).recommendations == known().recommendations
    assert one(office, Meeting, review.id) == again(lead, review)
    assert check(lead).problems == check(office).problems == ()
    for store in (lead, office):
        store.close()
