# SPDX-License-Identifier: MIT
"""When an amendment is asked for its reason."""

from datetime import UTC, datetime
from typing import Any

import pytest

from storage.model.amending import is_locked, session_end, why_asked
from storage.model.ids import StreamId
from storage.model.note import Note
from storage.model.session import Session
from storage.model.visit import Visit

FRAME: dict[str, Any] = {"id": "1", "stream_id": StreamId("s.d")}
SESSION = Session(day=2, starts="09:30", ends="11:00", **FRAME)


def a_plain_visit(status: str = "on_site_day2", dates: str = "2018-07-10/2018-07-11") -> Visit:
    return Visit(status=status, dates=dates, **FRAME)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2018, 7, 11, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "now", "asked"),
    [
        ("2018-07-11T10:00:00.000Z", at(10, 59), ""),
        ("2018-07-11T10:00:00.000Z", at(11), ""),
        ("2018-07-11T10:00:00.000Z", at(11, 1), "session"),
        ("2018-07-11T11:30:00.000Z", at(12), ""),
        ("", at(12), ""),
    ],
)
def test_a_note_older_than_its_sessions_end_asks_for_a_reason(written: str, now: datetime, asked: str) -> None:
    assert why_asked(Note(captured_at=written, **FRAME), a_plain_visit(), SESSION, now) == asked


def test_after_fieldwork_every_amendment_asks_for_a_reason() -> None:
    closed = a_plain_visit("fieldwork_closed")
    assert why_asked(Note(**FRAME), closed, None, at(9)) == "close"
    assert is_locked(closed)
    assert not is_locked(a_plain_visit("extended"))
    assert not is_locked(None)


@pytest.mark.parametrize(("dates", "ends"), [("some day", "11:00"), ("2018-07-10", ""), ("2018-07-10", "noon")])
def test_where_the_end_is_not_known_nothing_is_asked(dates: str, ends: str) -> None:
    visit = a_plain_visit(dates=dates)
    assert session_end(visit, Session(ends=ends, **FRAME), at(9)) is None
    assert why_asked(Note(captured_at="2018-07-11T10:00:00.000Z", **FRAME), visit, None, at(23)) == ""
