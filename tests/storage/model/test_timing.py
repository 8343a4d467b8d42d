# SPDX-License-Identifier: MIT
"""Sessions in another order keep their lengths and the day's pauses."""

from typing import Any

from storage.model.ids import StreamId
from storage.model.session import Session
from storage.model.timing import reordered

FRAME: dict[str, Any] = {"stream_id": StreamId("s.d")}


def a_day(*times: tuple[str, str]) -> list[Session]:
    return [Session(id=str(at), starts=starts, ends=ends, **FRAME) for at, (starts, ends) in enumerate(times)]


DAY = a_day(("09:30", "11:00"), ("11:15", "12:00"), ("13:00", "14:00"))


def test_a_session_dragged_down_lets_the_others_come_earlier() -> None:
    assert reordered(DAY, 0, 1) == {"1": ("09:30", "10:15"), "0": ("10:30", "12:00")}


def test_a_session_dragged_up_lets_the_others_come_later() -> None:
    moved = reordered(DAY, 2, 0)
    assert moved == {"2": ("09:30", "10:30"), "0": ("10:45", "12:15"), "1": ("13:15", "14:00")}


def test_nothing_moves_where_it_stays_or_a_time_is_missing_or_the_day_is_full() -> None:
    assert reordered(DAY, 1, 1) == {}
    assert reordered(a_day(("09:30", ""), ("10:00", "11:00")), 0, 1) == {}
    assert reordered(a_day(("22:00", "23:30"), ("22:30", "23:45")), 1, 0) == {}
