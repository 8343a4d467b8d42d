# SPDX-License-Identifier: MIT
"""What is told of a note: both its times, how it came to be, by whom, what is attached; an empty visit is told too."""

from datetime import date

from reports.exports.telling import moment, telling, title
from reports.exports.visit import as_json, whole_visit
from storage import documents
from storage.acts import comments, concerns, notes, points, retention, visits
from storage.acts.attachments import Incoming, Passage, attach, detach, link_passage
from storage.queries.attachments import attachments_of_note
from storage.store import Store
from tests.builders import RUBRIC, FakeClock, a_concern, a_finding, a_note, a_visit, again


def _told(store: Store, visit_id: str, kind: str) -> list[str]:
    return [block.text for block in telling(whole_visit(store, visit_id)) if block.kind == kind]


def test_a_visit_with_nothing_in_it_can_go_out(store: Store) -> None:
    there = a_visit(store)
    assert _told(store, there.id, "p") == ["No notes yet.", "No findings yet."]


def test_how_long_the_records_are_kept_goes_out_with_them(store: Store) -> None:
    there = a_visit(store)
    retention.classify(store, there, "concern", date(2040, 1, 1))
    retention.hold(store, again(store, there), "A court asks.")
    told = _told(store, there.id, "item")
    assert told[-3:] == [
        "Kept as: Records with a matter of concern",
        "Looked at again on: 2040-01-01",
        "Legal hold: A court asks.",
    ]
    assert '"hold": true' in as_json(whole_visit(store, there.id))


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


def test_a_part_of_a_day_is_told_no_more_exactly_than_it_is_known(store: Store) -> None:
    there = a_visit(store)
    a_note(store, there, event_at="2018-07-10T07:00:00.000Z", event_part="morning", handling="not_for_letter")
    (marks,) = _told(store, there.id, "marks")
    assert marks.startswith("2018-07-10, morning · written down")
    assert "Not for the letter" in marks


def test_what_kind_of_source_a_note_has_is_told(store: Store) -> None:
    there = a_visit(store)
    for kind in ("file", "focus_group", "data", "of a newer version"):
        a_note(store, there, source_kind=kind, source_role="Team manager 1")
    told = _told(store, there.id, "marks")
    for kind, marks in zip(("Case file", "Focus group", "Data", "of a newer version"), told, strict=True):
        assert f" · {kind} · Team manager 1 · " in marks


def test_what_a_kind_of_note_has_of_its_own_is_told(store: Store) -> None:
    there = a_visit(store)
    a_note(store, there, source_kind="data", particulars=(("indicator", "Vacancies"), ("value", "12 %")))
    (marks,) = _told(store, there.id, "marks")
    assert " · Data · " in marks
    assert " · Indicator: Vacancies · Value: 12 % · " in marks
    assert '"particulars": [' in as_json(whole_visit(store, there.id))


def test_attachments_are_named_below_their_note(store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there)
    documents.keep(store, there.stream_id, b"%PDF-", subject=note.id, title="Rota")
    assert _told(store, there.id, "aside") == ["Attached: Rota"]


def test_a_passage_of_an_attached_file_says_where_it_stands(store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there)
    attach(store, note, [Incoming("plan.txt", b"Reviewed monthly. Read by nobody.")])
    [file] = attachments_of_note(store, note.id)
    link_passage(store, file, Passage("Read by nobody.", 18, 3), (RUBRIC, "QA1"))
    link_passage(store, file, Passage("Reviewed", 0), (RUBRIC, "QA2"))
    told = _told(store, there.id, "aside")
    assert told[:2] == ["#QA1: “Read by nobody.” (plan.txt, page 3)", "#QA2: “Reviewed” (plan.txt)"]
    detach(store, file)
    assert "#QA2: “Reviewed” (an attached file)" in _told(store, there.id, "aside")


def test_findings_say_what_they_stand_on(store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there)
    a_finding(store, there, supports=(note.id,), areas=("QA1",))
    assert "Supervision is irregular. (#QA1; stands on 1 note; Hunch)" in _told(store, there.id, "item")


def test_the_title_names_authority_service_and_dates(store: Store) -> None:
    there = a_visit(store)
    expected = "Practice Borough Council: children's services, 2018-07-10/2018-07-11"
    assert title(whole_visit(store, there.id)) == expected


def test_what_is_no_moment_is_left_out() -> None:
    assert moment("") == ""
    assert moment("noon") == ""


def test_what_was_said_to_a_note_stands_below_it(store: Store, clock: FakeClock) -> None:
    there = a_visit(store)
    comments.say(store, a_note(store, there), "How do we know?", "question")
    (told,) = _told(store, there.id, "aside")
    assert told == f"Question, Practice Inspector, {moment('2018-07-10T09:00:00.000Z')}: How do we know?"


def test_concerns_and_the_lines_of_a_day_are_told_with_time_and_role(store: Store, clock: FakeClock) -> None:
    there = a_visit(store)
    made = a_concern(store, there, case_ref="Case 07")
    concerns.tell(store, made, "Head of service")
    points.hear(store, there, ("offered", "Director", "The log by noon."), 2)
    at = moment("2018-07-10T09:00:00.000Z")
    assert _told(store, there.id, "marks") == ["Case 07 · The authority told, not acknowledged yet"]
    assert _told(store, there.id, "aside") == [f"Raised, Practice Inspector, {at}", f"Told, Head of service, {at}"]
    assert f"Day 2, Offered by leaders, Director, {at}: The log by noon." in _told(store, there.id, "item")


def test_an_amendment_after_fieldwork_says_so_with_its_reason(store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there, "Six.")
    for state in ("packed", "on_site_day1", "fieldwork_closed"):
        visits.move(store, again(store, there), state)
    notes.amend(store, note, "A slip of the pen.", text="Seven.")
    (marks,) = _told(store, there.id, "marks")
    assert "amended after fieldwork closed" in marks
    assert _told(store, there.id, "aside")[-1].endswith("Seven. (reason: A slip of the pen.)")
