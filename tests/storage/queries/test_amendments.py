# SPDX-License-Identifier: MIT
"""What was reworded is told with both wordings; writing, withdrawing and restoring are no rewording."""

from dataclasses import replace

from storage.acts import letters, notes
from storage.queries.amendments import Amendment, amendments, of_note, sentence_wordings, wordings
from storage.queries.letters import whole_letter
from storage.store import Store
from tests.builders import FakeClock, a_letter, a_note, a_visit, again


def test_both_wordings_stand_with_who_and_when(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    note = a_note(store, visit, "Six of eight.")
    a_note(store, visit, "Never touched.")
    notes.amend(store, note, text="Seven of eight.")
    notes.amend(store, again(store, note), verbatim=True)
    found = amendments(store, visit.stream_id)
    assert set(found) == {note.id}
    first, second = found[note.id]
    assert (first.field, first.before, first.after) == ("text", "Six of eight.", "Seven of eight.")
    assert first.by == "Practice Inspector"
    assert first.at.startswith("2018-07-10T09:00")
    assert (second.before, second.after) == ("false", "true")


def test_withdrawing_and_restoring_is_no_rewording(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    notes.withdraw(store, note)
    notes.restore(store, again(store, note))
    assert amendments(store, visit.stream_id) == {}


def test_what_was_amended_elsewhere_comes_first(store: Store) -> None:
    visit = a_visit(store)
    before = ("2018-07-10T09:00:00.000Z", "Somebody", "text", "a", "b", "a slip")
    note = replace(a_note(store, visit), source_history=(before, ("too", "short")))
    notes.amend(store, again(store, note), text="c")
    told = of_note(note, amendments(store, visit.stream_id))
    assert told[0] == Amendment(*before)
    assert told[1].after == "c"
    assert len(told) == 2


def test_wordings_begin_with_the_original_wherever_it_was_written(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit, "Six of eight.")
    notes.amend(store, note, polarity="weakness")
    notes.amend(store, again(store, note), "miscounted", text="Seven of eight.")
    assert [(each.text, each.by, each.reason) for each in wordings(store, again(store, note))] == [
        ("Six of eight.", "Practice Inspector", ""),
        ("Seven of eight.", "Practice Inspector", "miscounted"),
    ]
    there = ("2018-07-10T09:00:00.000Z", "Somebody", "text", "Five of eight.", "Seven of eight.", "recounted")
    brought = a_note(store, visit, "Seven of eight.", source_author="Somebody", source_history=(there,))
    assert [(each.text, each.by, each.reason) for each in wordings(store, brought)] == [
        ("Five of eight.", "Somebody", ""),
        ("Seven of eight.", "Somebody", "recounted"),
    ]


def test_a_sentences_wordings_are_told_oldest_first(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "Six of eight.")
    whole = whole_letter(store, shell.id)
    assert whole is not None
    [sentence] = whole.sections[0].paragraphs[0].sentences
    letters.reword(store, sentence, "Seven of eight.")
    letters.reorder(store, again(store, sentence), "0020")
    found = sentence_wordings(store, again(store, sentence))
    assert [(each.text, each.by) for each in found] == [
        ("Six of eight.", "Practice Inspector"),
        ("Seven of eight.", "Practice Inspector"),
    ]
