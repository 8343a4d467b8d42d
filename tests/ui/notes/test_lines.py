# SPDX-License-Identifier: MIT
"""Lines answer what is sought, count each note once, and keep the newest first."""

from storage.acts import notes
from storage.model.visit import Visit
from storage.queries.note_pages import notes_named, page_of_visit
from storage.rubrics import rubric
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_visit, again
from ui.models.rubric_tree import Tally
from ui.notes.lines import Lines, Wish, withdrawn_lines


def _lines(store: Store, visit: Visit) -> Lines:
    lines, page = Lines(), page_of_visit(store, visit.id)
    lines.begin([rubric(RUBRIC)])
    lines.put(page.notes, page.links)
    return lines


def test_every_word_must_be_found_somewhere(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit, "Ŵyth ffeil yn gyfredol.", source_role="Team manager 1", case_ref="Case 07")
    a_link(store, note)
    lines = _lines(store, visit)
    for words in ("wyth", "GYFREDOL manager", "case 07", "qa1", "file"):
        assert [line.note.id for line in lines.found(Wish(words))] == [note.id], words
    assert lines.found(Wish("wyth absent")) == []


def test_the_newest_event_comes_first(store: Store) -> None:
    visit = a_visit(store)
    late = a_note(store, visit, "Late.", event_at="2018-07-10T15:00:00.000Z")
    early = a_note(store, visit, "Early.", event_at="2018-07-10T09:00:00.000Z")
    assert [line.note.id for line in _lines(store, visit).found(Wish())] == [late.id, early.id]


def test_codes_of_another_rubric_do_not_answer(store: Store) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit))
    lines = _lines(store, visit)
    assert len(lines.found(Wish(places=frozenset({(RUBRIC, "QA1")})))) == 1
    assert lines.found(Wish(places=frozenset({("another", "QA1")}))) == []


def test_a_note_counts_once_for_each_criterion_and_once_for_their_area(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit, "No supervision since March.", polarity="weakness")
    a_link(store, note)
    a_link(store, note, span=(0, 14))
    a_link(store, note, "QA2")
    counts = _lines(store, visit).tallies(RUBRIC)
    assert counts == {"QA1": Tally(0, 0, 1), "QA2": Tally(0, 0, 1), "QA": Tally(0, 0, 1)}


def test_a_withdrawn_note_leaves_and_is_listed_apart(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit, source_role="Team manager 1", session_id="s1")
    lines = _lines(store, visit)
    assert (lines.roles(), lines.per_session()) == (["Team manager 1"], {"s1": 1})
    notes.withdraw(store, again(store, note))
    page = notes_named(store, [note.id])
    lines.put(page.notes, page.links)
    assert len(lines) == 0
    assert (lines.roles(), lines.found(Wish())) == ([], [])
    assert lines.line(note.id) is None
    assert [line.note.id for line in withdrawn_lines(page.notes)] == [note.id]
