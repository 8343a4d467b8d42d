# SPDX-License-Identifier: MIT
"""What of a letter is not proven: its own pieces, what its sentences name, the notes behind a finding."""

import pytest

from storage import ahead
from storage.acts import letters
from storage.model.letter import Letter
from storage.model.record import Record
from storage.model.visit import Visit
from storage.queries.letters import whole_letter
from storage.queries.proven import Doubts, doubts_about
from storage.store import Store
from tests.builders import a_finding, a_letter, a_note, a_visit, again, hand_over
from tests.storage.doubtful import check_all, notes_arrive, partner_of


@pytest.fixture
def there(store: Store) -> Visit:
    """Give a visit."""
    return a_visit(store)


def cite(store: Store, letter: Letter, *sources: Record) -> None:
    """Let the first sentence of a letter stand on records."""
    whole = whole_letter(store, letter.id)
    assert whole is not None
    sentence = whole.sections[0].paragraphs[0].sentences[0]
    letters.clear(store, sentence, [f"{each.entity}:{each.id}" for each in sources])


def test_what_is_named_is_doubtful_until_its_signature_was_checked(store: Store, there: Visit) -> None:
    letter = a_letter(store, there, "Plans are current.")
    first, second, *_rest = notes_arrive(store, partner_of(store, there), there)
    assert doubts_about(store, letter) == Doubts()  # it names none of them
    cite(store, letter, first, second)
    keys = frozenset({f"note:{first.id}", f"note:{second.id}"})
    assert doubts_about(store, letter) == Doubts(keys)
    check_all(store)
    assert doubts_about(store, letter) == Doubts()


def test_the_notes_that_speak_for_a_finding_count_too(store: Store, there: Visit) -> None:
    letter = a_letter(store, there, "Supervision is irregular.")
    note = notes_arrive(store, partner_of(store, there), there)[0]
    cite(store, letter, a_finding(store, there, supports=(note.id,)))
    assert doubts_about(store, letter) == Doubts(frozenset({f"note:{note.id}"}))


def test_a_wrong_signature_stays_a_doubt_and_is_told_apart(store: Store, there: Visit) -> None:
    letter = a_letter(store, there, "Plans are current.")
    wrong, right, *_rest = notes_arrive(store, partner_of(store, there), there, wrong=True)
    cite(store, letter, wrong, right)
    check_all(store)
    assert doubts_about(store, letter) == Doubts(wrong=frozenset({f"note:{wrong.id}"}))


def test_pieces_that_a_partner_wrote_are_doubtful_too(store: Store, there: Visit) -> None:
    second = partner_of(store, there)
    letter = a_letter(second, again(second, there), *(f"Sentence {number}." for number in range(60)))
    hand_over(second, store, there.stream_id)
    doubts = doubts_about(store, again(store, letter))
    assert len([key for key in doubts.checking if key.startswith("sentence:")]) == 60
    assert f"letter:{letter.id}" in doubts.checking
    check_all(store)
    assert doubts_about(store, again(store, letter)) == Doubts()


def test_what_stands_ahead_of_its_log_is_being_checked(store: Store, there: Visit) -> None:
    letter = a_letter(store, there, "Plans are current.")
    other = a_note(store, a_visit(store), "Seen elsewhere.")
    cite(store, letter, other)
    store.marks.keep(ahead.MARK, [other.stream_id])
    assert doubts_about(store, letter) == Doubts(frozenset({f"note:{other.id}"}))
    store.marks.keep(ahead.MARK, [])
    assert doubts_about(store, letter) == Doubts()
