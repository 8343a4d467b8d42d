# SPDX-License-Identifier: MIT
"""One session of a visit's day: file reading, an interview, a meeting. The notes taken in it are in note.py."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """A stretch of one day on site, with one activity."""

    entity: ClassVar[str] = "session"
    visit_id: str = ""
    day: int = 1
    starts: str = ""
    """Local time on that day, "09:30"."""
    ends: str = ""
    activity: str = "file_reading"
    """file_reading, interview, focus_group, observation, meeting, data_review or feedback."""
    title: str = ""
    place: str = ""
    with_roles: tuple[str, ...] = ()
    """Who was there, by role."""
