# SPDX-License-Identifier: MIT
"""Notes from paper and other programs: what will become of each row, then one gesture that can be undone."""

from datetime import datetime

import pytest

from storage import undo
from storage.errors import BadFile, Refused
from storage.imports.notes import Plan, bring_in, plan
from storage.imports.sheets import sheet_of
from storage.model.clock import stamp
from storage.model.provenance import provenance
from storage.model.visit import Visit
from storage.queries.links import links_of_visit
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import FakeClock, a_session, a_visit


@pytest.fixture
def visit(store: Store, clock: FakeClock) -> Visit:
    """Give a visit of two days, one session on each, and a clock that stands after it."""
    there = a_visit(store)
    a_session(store, there, with_roles=("Social worker C",))
    a_session(store, there, day=2, starts="14:00", ends="15:00", title="Interview", activity="interview")
    clock.step(days=3)
    return there


def _planned(store: Store, visit: Visit, text: str, suffix: str = ".txt", style: str = "") -> Plan:
    return plan(store, visit, sheet_of(text.encode(), suffix), style=style)


def _local(*parts: int) -> str:
    return stamp(datetime(*parts).astimezone())  # type: ignore[misc]


def test_a_typed_up_form_becomes_notes_in_their_sessions(store: Store, visit: Visit) -> None:
    planned = _planned(store, visit, "S01\n09:40 First words #QA1.\n\nS02\nTeam manager said more.\n")
    assert bring_in(store, visit, planned) == 2
    first, second = notes_of_visit(store, visit.id)
    assert (first.event_at, second.event_at) == (_local(2018, 7, 10, 9, 40), _local(2018, 7, 11, 14, 0))
    assert (first.source_kind, first.source_role, first.observed) == ("file", "Social worker C", True)
    assert (second.source_kind, second.observed) == ("interview", False)
    assert [(each.note_id, each.area) for each in links_of_visit(store, visit.id)] == [(first.id, "QA1")]
    assert provenance(first) == ("added_later", "from_paper")
    assert first.author == store.me
    assert first.source_id.endswith(":1")


def test_the_forms_column_of_who_and_case_is_read_as_both(store: Store, visit: Visit) -> None:
    lines = (
        "09:40 Team manager 2; Case 07: One.",
        "09:45 Foster carer, CASE-12: Two.",
        "09:50 Case 3: Three.",
        "09:55 Head of the case team: Four.",
    )
    bring_in(store, visit, _planned(store, visit, "S01\n" + "\n".join(lines) + "\n"))
    assert [(each.source_role, each.case_ref, each.text) for each in notes_of_visit(store, visit.id)] == [
        ("Team manager 2", "Case 07", "One."),
        ("Foster carer", "CASE-12", "Two."),
        ("Social worker C", "Case 3", "Three."),
        ("Head of the case team", "", "Four."),
    ]


def test_a_csv_tells_author_case_strength_and_kind(store: Store, visit: Visit) -> None:
    text = "text,date,author,case,strength,kind\nWords.,10/07/2018 09:00,Somebody,Case 07,+,focus group\n"
    bring_in(store, visit, _planned(store, visit, text, ".csv", "day_first"))
    (note,) = notes_of_visit(store, visit.id)
    assert (note.source_author, note.case_ref, note.polarity) == ("Somebody", "Case 07", "strength")
    assert note.source_kind == "focus_group"


def test_dates_that_can_be_read_in_two_ways_must_be_settled_first(store: Store, visit: Visit) -> None:
    text = "text,date\nWords.,10/07/2018\n"
    unsettled = _planned(store, visit, text, ".csv")
    assert unsettled.style == ""
    with pytest.raises(Refused, match="two ways"):
        bring_in(store, visit, unsettled)
    bring_in(store, visit, _planned(store, visit, text, ".csv", "month_first"))
    (note,) = notes_of_visit(store, visit.id)
    assert note.event_at == _local(2018, 10, 7)


def test_the_same_file_twice_is_once(store: Store, visit: Visit) -> None:
    text = "S01\n09:40 Words.\n"
    bring_in(store, visit, _planned(store, visit, text))
    again = _planned(store, visit, text + "10:00 More.\n")
    assert [each.becomes for each in again.drafts] == ["here", "new"]
    bring_in(store, visit, again)
    assert [each.becomes for each in _planned(store, visit, text).drafts] == ["here"]
    assert len(notes_of_visit(store, visit.id)) == 2


def test_one_undo_takes_all_of_them_back(store: Store, visit: Visit) -> None:
    text = "S01\n09:40 One.\n09:50 Two.\n"
    bring_in(store, visit, _planned(store, visit, text))
    turned = undo.undo(store)
    assert turned is not None
    assert turned.act == "notes.import"
    assert notes_of_visit(store, visit.id) == ()
    assert [each.becomes for each in _planned(store, visit, text).drafts] == ["new", "new"]


def test_what_should_be_looked_at_is_remarked_and_comes_in_all_the_same(store: Store, visit: Visit) -> None:
    text = "text,date,session,areas\nWords.,sometime,S09,ZZ9\nMore.,2030-01-01,,\n,,,\n"
    planned = _planned(store, visit, text, ".csv")
    first, second = planned.drafts
    assert [each.what for each in first.remarks] == ["S09", "ZZ9", "sometime", ""]
    assert [each.words for each in second.remarks] == ["This lies in the future."]
    assert bring_in(store, visit, planned) == 2
    assert provenance(notes_of_visit(store, visit.id)[0])[0] == "time_unknown"


def test_a_row_without_words_is_left_out(store: Store, visit: Visit) -> None:
    planned = _planned(store, visit, "text,date\n,10 July 2018\nWords.,10 July 2018\n", ".csv")
    assert [each.becomes for each in planned.drafts] == ["empty", "new"]
    assert bring_in(store, visit, planned) == 1


def test_columns_can_be_said_and_must_hold_words(store: Store, visit: Visit) -> None:
    sheet = sheet_of(b"a,b\nx,Words.\n", ".csv")
    with pytest.raises(BadFile, match="No column"):
        plan(store, visit, sheet)
    assert plan(store, visit, sheet, {"text": 1, "case": 0}).drafts[0].fields["case_ref"] == "x"


def test_the_speakers_own_words_are_known_by_their_quotation_marks(store: Store, visit: Visit) -> None:
    planned = _planned(store, visit, "“We never see it.”\n\nShe said “never”.\n")
    assert [each.fields["verbatim"] for each in planned.drafts] == [True, False]


def test_the_notes_of_a_worked_example_say_that_they_are_invented(store: Store, clock: FakeClock) -> None:
    there = a_visit(store, illustration=True)
    bring_in(store, there, _planned(store, there, "Words.\n"))
    assert notes_of_visit(store, there.id)[0].illustration
