# SPDX-License-Identifier: MIT
"""Verbs on excuses: let a hit of a check be with a written reason; take that back. What a hit is: reports/checks."""

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model import clock
from storage.model.excuse import Excuse
from storage.model.ids import new_id
from storage.model.letter import Letter
from storage.store import Store


def excuse(store: Store, letter: Letter, check_name: str, hit: str, reason: str) -> str:
    """Let one hit of a check be, and return the excuse's identifier.

    Raise Refused without a reason, and once the letter is signed.
    """
    if not reason.strip():
        raise Refused(N_("There is no reason yet."), N_("Write why it may stay: the reason is kept with the letter."))
    if letter.document_id:
        raise Refused(N_("This letter is already signed."), N_("Draft a new letter to correct it."))
    made = Excuse(
        id=new_id(),
        stream_id=letter.stream_id,
        letter_id=letter.id,
        check_name=check_name,
        hit=hit,
        reason=" ".join(reason.split()),
        author=store.me,
        said_at=clock.stamp(),
    )
    gesture = Gesture("letters.excuse", store.me)
    gesture.add(made)
    store.record(*gesture.changes)
    return made.id


def take_back(store: Store, seen: Excuse) -> None:
    """Take an excuse back: the hit is open again."""
    must_be_present(seen)
    gesture = Gesture("letters.take_back", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)
