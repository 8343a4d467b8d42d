# SPDX-License-Identifier: MIT
"""When an amended note needs a reason: after its session, and after fieldwork closed. Asking is the screen's affair."""

from datetime import datetime, time, timedelta

from storage.model.clock import read_stamp, span_of
from storage.model.note import Note
from storage.model.session import Session
from storage.model.visit import Visit

AFTER_FIELDWORK = ("fieldwork_closed", "analysis", "quality_assured", "closed")
"""States of a visit in which its notes are locked: what is amended then says why, and is marked."""


def is_locked(visit: Visit | None) -> bool:
    """Say whether the visit's notes are locked: fieldwork is closed."""
    return visit is not None and visit.status in AFTER_FIELDWORK


def why_asked(note: Note, visit: Visit | None, session: Session | None, now: datetime) -> str:
    """Return why rewording the note asks for a reason: "close", "session", or an empty text where it does not.

    `now` has a timezone; a session's end is local time in that zone.
    """
    if is_locked(visit):
        return "close"
    end = session_end(visit, session, now) if visit and session else None
    if end is None or now <= end:
        return ""
    try:
        return "session" if read_stamp(note.captured_at) <= end else ""
    except ValueError:
        return ""


def session_end(visit: Visit, session: Session, now: datetime) -> datetime | None:
    """Return when a session ended, in the zone of `now`; None where dates or times do not say it."""
    try:
        day = span_of(visit.dates).earliest + timedelta(days=session.day - 1)
        return datetime.combine(day, time.fromisoformat(session.ends), now.tzinfo)
    except ValueError:
        return None
