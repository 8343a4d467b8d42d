# SPDX-License-Identifier: MIT
"""Writing, amending, withdrawing and restoring notes."""

import pytest

from storage.acts import notes, visits
from storage.errors import Refused
from storage.model.note import Note
from storage.model.provenance import provenance
from storage.queries.amendments import amendments
from storage.queries.history import history
from storage.queries.links import links_of_note
from storage.queries.notes import note as note_by_id
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import RUBRIC, FakeClock, a_note, a_store, a_visit, again, hand_over, join


def test_a_note_is_its_authors_and_knows_when_it_was_written(clock: FakeClock, store: Store) -> None:
    visit = a_visit(store)
    clock.step(hours=2)
    note = a_note(store, visit, source_kind="interview", source_role="Team manager 1")
    assert note.author == store.me
    assert note.captured_at.startswith("2018-07-10T11:00")
    assert note.event_at == note.captured_at
    assert (note.visit_id, note.stream_id, note.source_kind) == (visit.id, visit.stream_id, "interview")


def test_what_was_seen_earlier_keeps_its_own_time(clock: FakeClock, store: Store) -> None:
    note = a_note(store, a_visit(store), event_at="2018-07-09T14:00:00.000Z", from_memory=True)
    assert note.event_at == "2018-07-09T14:00:00.000Z"
    assert note.captured_at > note.event_at


def test_a_note_and_its_links_are_one_gesture(store: Store) -> None:
    note = a_note(store, a_visit(store), areas=(f"{RUBRIC}:QA1", f"{RUBRIC}:HR2", f"{RUBRIC}:QA1"))
    assert [(link.rubric, link.area) for link in links_of_note(store, note.id)] == [(RUBRIC, "HR2"), (RUBRIC, "QA1")]
    assert len({change.gesture for change in store.ledger.changes() if change.act == "notes.write"}) == 1


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_a_note_without_words_is_refused(store: Store, text: str) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match="no words"):
        notes.write(store, visit, text)
    note = a_note(store, visit)
    with pytest.raises(Refused, match="no words"):
        notes.amend(store, note, text=text)
    assert notes_of_visit(store, visit.id) == (note,)


def test_former_words_stay_in_the_history(store: Store) -> None:
    note = a_note(store, a_visit(store), text="one")
    notes.amend(store, note, text="two", polarity="weakness")
    assert (again(store, note).text, again(store, note).polarity) == ("two", "weakness")
    assert [entry.change.after.get("text") for entry in history(store, note)] == ["one", "two"]


def test_an_amendment_keeps_its_reason_even_where_it_is_the_same_again(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit, text="one")
    notes.amend(store, note, "Misheard", text="two")
    notes.amend(store, again(store, note), "Misheard", text="three")
    notes.amend(store, again(store, note), text="four")
    told = amendments(store, visit.stream_id)[note.id]
    assert [(each.before, each.after, each.reason) for each in told] == [
        ("one", "two", "Misheard"),
        ("two", "three", "Misheard"),
        ("three", "four", ""),
    ]
    assert again(store, note).amend_reason == ""
    assert not again(store, note).after_close


def test_a_note_is_locked_when_fieldwork_closes(store: Store) -> None:
    visit = a_visit(store, status="on_site_day1")
    note = a_note(store, visit, text="one")
    visits.move(store, visit, "fieldwork_closed")
    with pytest.raises(Refused, match="Fieldwork is closed"):
        notes.amend(store, note, text="two")
    with pytest.raises(Refused, match="Fieldwork is closed"):
        notes.amend(store, note, "  ", polarity="weakness")
    notes.amend(store, note, text="one")  # nothing is amended, so nothing is asked
    assert again(store, note) == note
    notes.amend(store, note, "Read out wrongly", text="two")
    now = again(store, note)
    assert (now.text, now.after_close, now.amend_reason) == ("two", True, "Read out wrongly")
    assert provenance(now)[-1] == "after_close"


def test_a_stale_editor_never_overwrites_silently(store: Store) -> None:
    stale = a_note(store, a_visit(store), text="one two three")
    notes.amend(store, stale, text="nought one two three")
    notes.amend(store, stale, text="one two three four")
    assert again(store, stale).text == "nought one two three four"


def test_somebody_elses_note_is_not_reworded_nor_withdrawn(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    note = a_note(store, visit)
    join(store, visit.stream_id, other)
    theirs = again(other, note)
    with pytest.raises(Refused, match="another inspector"):
        notes.amend(other, theirs, polarity="weakness")
    with pytest.raises(Refused, match="another inspector"):
        notes.withdraw(other, theirs)
    assert again(other, note) == note


def test_nobody_writes_a_note_in_anothers_name(store: Store) -> None:
    with pytest.raises(Refused, match="another inspector"):
        notes.write(store, a_visit(store), "words", author="somebody")


def test_a_withdrawn_note_leaves_the_list_and_comes_back(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    notes.withdraw(store, note)
    assert notes_of_visit(store, visit.id) == ()
    gone = again(store, note)
    with pytest.raises(Refused, match="withdrawn"):
        notes.amend(store, gone, text="other")
    notes.restore(store, gone)
    assert notes_of_visit(store, visit.id) == (note,)


def test_a_quality_reader_writes_no_notes(store: Store) -> None:
    visit, reader = a_visit(store), a_store("Reader")
    join(store, visit.stream_id, reader, "quality_reader")
    with pytest.raises(Refused, match="role"):
        notes.write(reader, visit, "words")


def test_two_inspectors_notes_come_together(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    mine, theirs = a_note(store, visit, text="mine"), a_note(other, visit, text="theirs")
    hand_over(store, other, visit.stream_id)
    hand_over(other, store, visit.stream_id)
    for each in (store, other):
        assert {note.text for note in notes_of_visit(each, visit.id)} == {"mine", "theirs"}
    assert isinstance(note_by_id(store, theirs.id), Note)
    assert mine.author != theirs.author
