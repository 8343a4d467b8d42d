# SPDX-License-Identifier: MIT
"""What stands on the screen becomes exactly that in the store, and no change where nothing differs."""

from storage.queries.history import history
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_session, a_visit, again
from ui.notes import ink
from ui.notes.ink import Draft


def test_a_draft_is_written_with_its_areas_and_the_time_it_began(store: Store) -> None:
    visit = a_visit(store)
    began = "2018-07-10T09:30:00.000Z"
    note_id = ink.write(store, visit, Draft("Words.", ink.blank(None), (f"{RUBRIC}:QA1",), began))
    loaded = ink.load(store, note_id)
    assert loaded is not None
    assert (loaded.note.text, loaded.note.event_at) == ("Words.", began)
    assert ink.linked(loaded) == {f"{RUBRIC}:QA1"}


def test_a_session_suggests_kind_and_role(store: Store) -> None:
    visit = a_visit(store)
    reading = a_session(store, visit, activity="file_reading", with_roles=("Social worker A", "Social worker B"))
    meeting = a_session(store, visit, activity="interview", with_roles=("Team manager 1",))
    assert (ink.blank(reading)["source_kind"], ink.blank(reading)["source_role"]) == ("file", "")
    assert (ink.blank(meeting)["source_kind"], ink.blank(meeting)["source_role"]) == ("interview", "Team manager 1")
    assert ink.blank(meeting)["observed"] is False


def test_what_does_not_differ_is_no_change(store: Store) -> None:
    note = a_note(store, a_visit(store))
    assert not ink.amend(store, note, Draft(note.text, ink.fields_of(note)))
    assert len(history(store, note)) == 1
    assert ink.amend(store, note, Draft(note.text, {**ink.fields_of(note), "case_ref": "Case 07"}))
    assert again(store, note).case_ref == "Case 07"
    assert set(history(store, note)[-1].change.after) == {"present", "case_ref"}


def test_unlinking_an_area_takes_all_its_links_and_one_chip_takes_one(store: Store) -> None:
    note = a_note(store, a_visit(store), "No supervision since March.")
    whole, part = a_link(store, note), a_link(store, note, span=(0, 14))
    loaded = ink.load(store, note.id)
    assert loaded is not None
    ink.unlink(store, loaded, part.id)
    after = ink.load(store, note.id)
    assert after is not None
    assert [each.id for each in after.links] == [whole.id]
    ink.unlink(store, after, f"{RUBRIC}:QA1")
    assert ink.linked(ink.load(store, note.id) or after) == set()


def test_selected_words_are_found_in_the_notes_own_text(store: Store) -> None:
    note = a_note(store, a_visit(store), "One.\r\nNo supervision. No supervision.")
    assert ink.place_of(note, "No supervision", (5, 19)) == (6, 20)
    assert ink.place_of(note, "No supervision", (21, 35)) == (22, 36)
    assert ink.place_of(note, "One", (0, 3)) == (0, 3)
    assert ink.place_of(note, "not there", (2, 900)) == (2, len(note.text))


def test_nothing_is_loaded_for_a_note_that_is_not_here(store: Store) -> None:
    assert ink.load(store, "nobody") is None
    assert Draft("  \n", {}).is_blank
