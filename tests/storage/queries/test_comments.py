# SPDX-License-Identifier: MIT
"""What was said to notes, oldest first."""

from storage.acts import comments
from storage.queries.comments import comment, comments_of_note, comments_of_visit
from storage.store import Store
from tests.builders import a_note, a_visit


def test_comments_come_oldest_first_and_by_note(store: Store) -> None:
    visit = a_visit(store)
    one, other = a_note(store, visit), a_note(store, visit)
    comments.say(store, one, "First")
    comments.say(store, other, "Second")
    comments.say(store, one, "Third", "question")
    assert [each.text for each in comments_of_note(store, one.id)] == ["First", "Third"]
    assert [each.text for each in comments_of_visit(store, visit.id)] == ["First", "Second", "Third"]
    assert comment(store, "nothing") is None
