# SPDX-License-Identifier: MIT
"""Commenting on notes: everybody may, on anybody's; a comment is its author's."""

import pytest

from storage.acts import comments, notes
from storage.errors import Refused
from storage.queries.comments import comment, comments_of_note
from storage.store import Store
from tests.builders import a_note, a_store, a_visit, again, hand_over, join


def test_a_partner_asks_and_the_owner_answers(store: Store) -> None:
    visit, partner = a_visit(store), a_store("Second Inspector")
    note = a_note(store, visit)
    join(store, visit.stream_id, partner)
    comments.say(partner, again(partner, note), "Which two files?", "question")
    hand_over(partner, store, visit.stream_id)
    comments.say(store, note, "Case 03 and Case 07.", "answer")
    said = [(each.kind, each.text, each.author) for each in comments_of_note(store, note.id)]
    assert said == [("question", "Which two files?", partner.me), ("answer", "Case 03 and Case 07.", store.me)]
    assert again(store, note) == note


@pytest.mark.parametrize("role", ["quality_reader", "office"])
def test_everybody_with_a_seat_may_comment(store: Store, role: str) -> None:
    visit, reader = a_visit(store), a_store("Reader")
    note = a_note(store, visit)
    join(store, visit.stream_id, reader, role)
    assert comments.say(reader, again(reader, note), "Case 05 says otherwise.", "counter_evidence")


def test_somebody_elses_comment_is_not_reworded_nor_withdrawn(store: Store) -> None:
    visit, partner = a_visit(store), a_store("Second Inspector")
    note = a_note(store, visit)
    the_id = comments.say(store, note, "Mine.")
    join(store, visit.stream_id, partner)
    theirs = comment(partner, the_id)
    assert theirs is not None
    for act in (lambda: comments.amend(partner, theirs, "Other"), lambda: comments.withdraw(partner, theirs)):
        with pytest.raises(Refused, match="another inspector"):
            act()


def test_a_comment_is_reworded_withdrawn_and_restored(store: Store) -> None:
    note = a_note(store, a_visit(store))
    the_id = comments.say(store, note, "One")
    said = comment(store, the_id)
    assert said is not None
    comments.amend(store, said, "Two")
    comments.withdraw(store, again(store, said))
    assert comments_of_note(store, note.id) == ()
    comments.restore(store, again(store, said))
    assert [each.text for each in comments_of_note(store, note.id)] == ["Two"]


def test_a_comment_without_words_or_of_no_kind_or_on_a_withdrawn_note_is_refused(store: Store) -> None:
    note = a_note(store, a_visit(store))
    with pytest.raises(Refused, match="no words"):
        comments.say(store, note, "  ")
    with pytest.raises(Refused, match="no such kind"):
        comments.say(store, note, "Words", "praise")
    said = comment(store, comments.say(store, note, "Words"))
    assert said is not None
    with pytest.raises(Refused, match="no words"):
        comments.amend(store, said, "")
    notes.withdraw(store, note)
    with pytest.raises(Refused, match="withdrawn"):
        comments.say(store, again(store, note), "Words")
