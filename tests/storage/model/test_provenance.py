# SPDX-License-Identifier: MIT
"""What a note says of how it came to be, from its two times and its marks."""

from typing import Any

import pytest

from storage.model.ids import StreamId
from storage.model.note import Note
from storage.model.provenance import PROVENANCE, provenance


def _note(event: str, captured: str, **fields: Any) -> Note:
    times = {
        "event_at": event and f"2018-07-10T{event}.000Z",
        "captured_at": captured and f"2018-07-10T{captured}.000Z",
    }
    return Note(id="n", stream_id=StreamId("s"), **times, **fields)


@pytest.mark.parametrize(
    ("event", "captured", "said"),
    [
        ("09:00:00", "09:00:00", "written_then"),
        ("09:00:00", "09:15:00", "written_then"),
        ("09:00:00", "09:15:01", "added_later"),
        ("10:00:00", "09:00:00", "written_then"),
        ("", "09:00:00", "time_unknown"),
    ],
)
def test_a_quarter_of_an_hour_makes_the_difference(event: str, captured: str, said: str) -> None:
    assert provenance(_note(event, captured)) == (said,)


def test_memory_and_paper_are_said_beside_the_time() -> None:
    note = _note("09:00:00", "17:00:00", from_memory=True, from_paper=True, source_author="Somebody")
    assert provenance(note) == ("added_later", "from_memory", "from_paper")


def test_what_came_from_another_store_says_so() -> None:
    assert provenance(_note("09:00:00", "09:01:00", source_author="Somebody")) == ("written_then", "brought_in")


def test_every_code_has_its_words() -> None:
    note = _note("", "", from_memory=True, from_paper=True)
    assert set(provenance(note)) <= set(PROVENANCE)


def test_who_knows_only_the_part_of_the_day_did_not_write_it_then() -> None:
    assert provenance(_note("08:00:00", "08:05:00", event_part="morning")) == ("added_later",)
