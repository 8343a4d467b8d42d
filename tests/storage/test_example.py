# SPDX-License-Identifier: MIT
"""The worked example recorded: two stores agree, both inspectors wrote, every note is linked and says what it is."""

from pathlib import Path

from storage import example
from storage.check import check
from storage.queries.findings import findings_of_visit, weighed_of_visit
from storage.queries.history import differences
from storage.queries.links import links_of_visit
from storage.queries.members import members
from storage.queries.notes import notes_of_visit
from storage.queries.sessions import sessions_of_visit
from storage.queries.visits import visit, visits_of_authority
from storage.rubrics import rubric
from storage.store import scratch


def test_the_worked_example_is_recorded(tmp_path: Path) -> None:
    lead, second = scratch(), scratch()
    worked = example.record(lead, second, tmp_path)
    there = visit(lead, worked.visit_id)
    assert there is not None
    notes, links = notes_of_visit(lead, there.id), links_of_visit(lead, there.id)
    assert len(notes) >= 40
    assert {each.author for each in notes} == {lead.me, second.me}
    assert {link.note_id for link in links} == {note.id for note in notes}
    assert all(rubric(there.frameworks[0]).criterion(link.area) for link in links)
    assert all(note.illustration for note in notes)
    assert {note.session_id for note in notes} <= {each.id for each in sessions_of_visit(lead, there.id)}
    known = {note.id for note in notes}
    assert all(set(each.supports) <= known for each in findings_of_visit(lead, there.id))
    assert {each.state for each in weighed_of_visit(lead, there.id)} == {"agreed"}
    assert len(visits_of_authority(lead, there.authority_id)) == 3
    assert {(seat.role, seat.name) for seat in members(lead, there.stream_id)} == {
        ("lead", "Rhian Vaughan (practice)"),
        ("second", "Tomos Ellis (practice)"),
    }
    assert differences(lead, there.stream_id) == ()
    assert check(lead).problems == check(second).problems == ()


def test_the_data_refers_only_to_what_it_holds() -> None:
    worked = example.load()
    keys = [each["key"] for table in worked.tables.values() if isinstance(table, list) for each in table]
    assert len(keys) == len(set(keys))
    assert "not a record or letter of Care Inspectorate Wales" in worked.tables["notice"]
