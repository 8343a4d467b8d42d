# SPDX-License-Identifier: MIT
"""What the office said of this device, in a sentence of what happened and one of what to do: window and terminal alike.

Revoked, no seat any more, changes held. Who keeps it: storage/sync/answer.py. No widgets, no store, no Qt.
"""

from typing import NamedTuple

from resources.language import N_, _, ngettext
from storage.queries.standing import Stand

_REVOKED = (
    N_("The office has revoked this device."),
    N_("Nothing new comes to it, and what it hands in is held for the office. All that is here stays. Ask the office."),
)
_NO_SEAT = (
    N_("You have no seat in this visit any more."),
    N_("Nothing new of it comes here, and what you add is held for the office. Ask the lead inspector for a seat."),
)
_HELD = N_(
    "They count for others once they are accepted: by the office, or by the lead inspector under “Members of the"
    " visit”. Ask them."
)
_CLOSED = N_("Nothing new comes of it, and what you add to it is held for the office. Ask its lead inspector.")


class Word(NamedTuple):
    """Two sentences, already translated."""

    message: str
    """What happened."""
    advice: str
    """What to do."""
    tone: str = "warn"
    """"bad" where nothing comes any more; "warn" where something is held, no more."""


def of_visit(stand: Stand, *, is_revoked: bool) -> Word | None:
    """Return what is to be said of one visit, or None."""
    if is_revoked:
        return _revoked(stand.held)
    if stand.is_closed:
        return Word(_with_held(_(_NO_SEAT[0]), stand.held), _(_NO_SEAT[1]), "bad")
    return Word(held(stand.held), _(_HELD)) if stand.held else None


def of_device(*, is_revoked: bool, closed: int, held_back: int) -> Word | None:
    """Return what is to be said of everything on this device, or None: so many records are closed to it."""
    if is_revoked:
        return _revoked(held_back)
    if closed:
        told = ngettext(
            "You have no seat any more in {count} record.", "You have no seat any more in {count} records.", closed
        )
        return Word(_with_held(told.format(count=closed), held_back), _(_CLOSED), "bad")
    return Word(held(held_back), _(_HELD)) if held_back else None


def held(count: int) -> str:
    """Return how many changes are held, as a sentence."""
    told = ngettext("{count} change is held for the office.", "{count} changes are held for the office.", count)
    return told.format(count=f"{count:,}")


def _revoked(held_back: int) -> Word:
    return Word(_with_held(_(_REVOKED[0]), held_back), _(_REVOKED[1]), "bad")


def _with_held(message: str, count: int) -> str:
    return f"{message} {held(count)}" if count else message
