# SPDX-License-Identifier: MIT
"""The end-of-day sheet tells what the records tell, and says so where there is nothing."""

import pytest

from reports.sheets.end_of_day import end_of_day
from reports.sheets.paper import as_lines, as_pdf
from resources import language
from storage.errors import Refused
from storage.store import Store
from tests.builders import FakeClock, a_concern, a_finding, a_link, a_note, a_point, a_visit, an_authority
from tests.reports.pdf.readout import readout


def test_the_sheet_tells_findings_gaps_enquiries_and_concerns(store: Store, clock: FakeClock) -> None:
    council = an_authority(store)
    before, visit = a_visit(store, council), a_visit(store, council)
    a_concern(store, before, "A matter of last year.")
    a_concern(store, visit, "No adult has seen child D.", case_ref="case D")
    a_finding(store, visit, "Supervision is irregular.", areas=("QA1",))
    for way in ("strength", "weakness"):
        a_link(store, a_note(store, visit, polarity=way), "QA1")
    a_point(store, visit, "Ask for the supervision log.")
    heard = readout(as_pdf(end_of_day(store, visit.id, 1)))
    assert heard.problems == []
    assert heard.texts("H2") == [
        "Matters of concern",
        "Emerging findings",
        "Missing or thin",
        "Lines of enquiry for tomorrow",
    ]
    said = " ".join(heard.texts())
    for words in (
        *("End of the day: Practice Borough Council", "Day 1, 10 July 2018", "2 notes of this day", "case D"),
        *("A matter of last year.", "Supervision is irregular. (#QA1 · Hunch", "Ask for the supervision log."),
        *("contradicted: strength and weakness", "not yet seen", "QA2"),
    ):
        assert words in said
    assert "Six of eight files" not in said  # no note is told


def test_an_empty_day_says_so_in_every_part_and_in_welsh_too(store: Store) -> None:
    visit = a_visit(store, frameworks=())
    lines = "\n".join(as_lines(end_of_day(store, visit.id, 2)))
    for words in ("None is open.", "No finding", "uses no framework", "None has been typed", "Day 2, 11 July 2018"):
        assert words in lines
    language.use("cy")
    assert readout(as_pdf(end_of_day(store, visit.id, 2))).problems == []
    language.use("en")


@pytest.mark.parametrize("number", [0, 3])
def test_a_day_that_the_visit_has_not_is_refused(store: Store, number: int) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match="no day"):
        end_of_day(store, visit.id, number)
    with pytest.raises(Refused, match="no such visit"):
        end_of_day(store, "none", 1)
