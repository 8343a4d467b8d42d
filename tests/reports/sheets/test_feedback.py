# SPDX-License-Identifier: MIT
"""The feedback-meeting sheet: to be told before, told, disputed and offered afterwards."""

from reports.sheets.feedback import feedback
from reports.sheets.paper import as_lines, as_pdf
from storage.acts import findings, points
from storage.store import Store
from tests.builders import FakeClock, a_finding, a_visit
from tests.reports.pdf.readout import readout


def test_leaders_hear_of_no_hunch_and_there_is_room_to_write(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    a_finding(store, visit, "Only a hunch.")
    told = a_finding(store, visit, "Supervision is irregular.", areas=("QA1",))
    findings.move(store, told, "proposed")
    heard = readout(as_pdf(feedback(store, visit.id, 2)))
    assert heard.problems == []
    said = " ".join(heard.texts())
    assert "Supervision is irregular. (#QA1)" in said
    assert "Only a hunch." not in said
    assert "not for publication" in said
    assert "Nothing is ready to be told yet." in said  # of strengths
    assert len(heard.texts("TD")) == 8 * 4


def test_what_was_said_stands_with_time_role_and_kind(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    points.hear(store, visit, ("told", "Director", "Supervision is irregular."), 2)
    points.hear(store, visit, ("disputed", "Head of service", "The log is elsewhere."), 2)
    points.hear(store, visit, ("offered", "Head of service", "The log by noon."), 1)
    lines = list(as_lines(feedback(store, visit.id, 2)))
    assert any(each.endswith("Head of service · Disputed by leaders · The log is elsewhere.") for each in lines)
    assert not any("by noon" in each for each in lines)  # said on the other day
