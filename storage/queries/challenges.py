# SPDX-License-Identifier: MIT
"""Questions about the factual-accuracy round: what the authority said to a draft, and when its reply is due."""

from storage.model.challenge import Challenge
from storage.model.deadlines import Deadline, deadline
from storage.model.letter import Letter
from storage.queries.rows import one, present
from storage.store import Store


def challenge(store: Store, challenge_id: str) -> Challenge | None:
    """Return one comment of the authority, withdrawn or not, or None."""
    return one(store, Challenge, challenge_id)


def challenges_of_letter(store: Store, letter_id: str) -> tuple[Challenge, ...]:
    """Return what the authority said to a draft, in the order it was written down."""
    return present(store, Challenge, "letter_id", letter_id, "received, id")


def challenges_of_visit(store: Store, visit_id: str) -> tuple[Challenge, ...]:
    """Return what the authority said to any draft of a visit."""
    return present(store, Challenge, "visit_id", visit_id, "received, id")


def reply_due(letter: Letter) -> Deadline | None:
    """Return when the authority's reply is due, with its arithmetic; None for a letter that never went out."""
    if not letter.accuracy_from or letter.accuracy_days < 1:
        return None
    try:
        return deadline(letter.accuracy_from, letter.accuracy_days, "working_days")
    except ValueError:
        return None
