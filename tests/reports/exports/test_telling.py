# SPDX-License-Identifier: MIT
"""What is told of a note: both its times, how it came to be, by whom, what is attached; an empty visit is told too."""

from reports.exports.telling import moment, telling, title
from reports.exports.visit import whole_visit
from storage import documents
from storage.store import Store
from tests.builders import FakeClock, a_finding, a_note, a_visit


def _told(store: Store, visit_id: str, kind: str) -> list[str]:
    return [block.text for block in telling(whole_visit(store, visit_id)) if block.kind == kind]


def test_a_visit_with_nothing_in_it_can_go_out(store: Store) -> None:
    there = a_visit(store)
    assert _told(store, there.id, "p") == ["No notes yet.", "No findings yet."]


def test_event_and_capture_time_are_both_said(store: Store, clock: FakeClock) -> None:
    there = a_visit(store)
    a_note(store, there, event_at="2018-07-10T07:00:00.000Z", from_memory=True, from_paper=True)
    (marks,) = _told(store, there.id, "marks")
    assert marks.startswith(moment("2018-07-10T07:00:00.000Z"))
    assert f"written down {moment('2018-07-10T09:00:00.000Z')}" in marks
    assert "added later · from memory · from paper" in marks


def test_who_wrote_it_first_and_who_brought_it_in_are_both_named(store: Store) -> None:
    there = a_visit(store)
    a_note(store, there, source_author="Somebody Else", event_at="")
    (marks,) = _told(store, there.id, "marks")
    assert "Somebody Else, brought in by Practice Inspector" in marks
    assert marks.startswith("time not known")


def test_attachments_are_named_below_their_note(store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there)
    documents.keep(store, there.stream_id, b"%PDF-", subject=note.id, title="Rota")
    assert _told(store, there.id, "aside") == ["Attached: Rota"]


def test_findings_say_what_they_stand_on(store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there)
    a_finding(store, there, supports=(note.id,), areas=("QA1",))
    assert "Supervision is irregular. (#QA1; stands on 1 note)" in _told(store, there.id, "item")


def test_the_title_names_authority_service_and_dates(store: Store) -> None:
    there = a_visit(store)
    expected = "Practice Borough Council: children's services, 2018-07-10/2018-07-11"
    assert title(whole_visit(store, there.id)) == expected


def test_what_is_no_moment_is_left_out() -> None:
    assert moment("") == ""
    assert moment("noon") == ""
