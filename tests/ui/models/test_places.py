# SPDX-License-Identifier: MIT
"""Places speak the language in use and are found by the other."""

from resources import language
from storage.rubrics import rubric, rubrics
from tests.builders import RUBRIC
from ui.models.places import places_of


def test_places_speak_the_language_in_use() -> None:
    language.use("cy")
    try:
        place = places_of([rubric(RUBRIC)])[0]
    finally:
        language.use("en")
    assert place.title.startswith("HR1 Caiff")
    assert "Posts are filled" in place.other


def test_several_rubrics_are_told_apart() -> None:
    places = places_of(rubrics())
    assert len({place.key for place in places}) == len(places)
    assert "Improvement conference 2018" in next(each for each in places if each.key == f"{RUBRIC}:HR1").where
