# SPDX-License-Identifier: MIT
"""How far an area is, in words."""

import pytest

from storage.model.ids import StreamId
from storage.model.rating import Resolution
from storage.model.rubric import Area
from storage.queries.ratings import Rated, Voice
from ui.findings.rating_words import area_row, grade_name, stage, voice_words

AREA = Area("QA", {"en": "Quality assurance"}, ())
HERS = Voice("rhian", "Rhian", "lead", "open", "priority", "Six of eight.")
HIS = Voice("tomos", "Tomos", "second", "open", "secure")


def rated(*voices: Voice, **more: object) -> Rated:
    return Rated("r", "QA", voices, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("voices", "words"),
    [
        ((Voice("rhian", "Rhian", "lead", "none"), Voice("tomos", "Tomos", "second", "locked")), "Waiting for you"),
        ((Voice("rhian", "Rhian", "lead", "locked"), Voice("tomos", "Tomos", "second", "none")), "Locked by you"),
        ((HERS, HIS), "Ratings differ"),
        ((HERS, Voice("tomos", "Tomos", "second", "open", "priority")), "Ratings agree"),
        ((HERS, Voice("tomos", "Tomos", "second", "wrong")), "Something is wrong"),
    ],
)
def test_each_stage_has_its_words(voices: tuple[Voice, ...], words: str) -> None:
    assert stage(rated(*voices), "rhian")[0] == words


def test_a_row_says_what_was_settled_or_who_holds_what() -> None:
    assert area_row(AREA, rated(HERS, HIS), "rhian").text == "Rhian: Priority for improvement · Tomos: Secure"
    settled = Resolution(id="x", stream_id=StreamId("s.d"), value="secure")
    row = area_row(AREA, rated(HERS, HIS, resolution=settled), "rhian")
    assert (row.text, row.time) == ("Settled on: Secure", "Settled")
    assert area_row(AREA, None, "rhian").time == "Not rated yet"


def test_a_locked_rating_shows_nothing_of_itself() -> None:
    assert voice_words(Voice("t", "Tomos", "second", "locked", "priority", "")) == "Tomos (Second inspector): Locked"
    assert voice_words(HERS) == "Rhian (Lead inspector): Priority for improvement\nSix of eight."
    assert grade_name("of a newer scale") == "of a newer scale"
