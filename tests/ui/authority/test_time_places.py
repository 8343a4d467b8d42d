# SPDX-License-Identifier: MIT
"""Every rung, lane and mark has its place within the room there is, in the order of the keys."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, QSize

from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord
from ui.authority.time_places import Places
from ui.authority.time_scale import scene
from ui.look import Look


@pytest.fixture
def places(look: Look, known: StandingRecord, due: tuple[Due, ...]) -> Places:
    shown = scene(known, due, date(2018, 11, 6))
    assert shown is not None
    first = Places(look, shown, QSize(900, 1))
    return Places(look, shown, QSize(900, first.high))


def test_everything_stands_within_the_plot(places: Places) -> None:
    inside = places.plot.adjusted(-20, -20, 20, 20)
    assert places.spots
    assert all(inside.contains(each.box) for each in places.spots)
    heights = [places.lane_middle(each) for each in places.lanes]
    assert heights == sorted(heights)
    assert places.rung("significant") < places.rung("early") < places.rung("none") < heights[0]
    assert (places.across(0.0), places.across(1.0)) == (places.plot.left(), places.plot.right())


def test_spots_follow_each_other_in_time_and_are_found_by_their_place(places: Places) -> None:
    spans = [each.marks[0].span for each in places.spots]
    assert spans == sorted(spans)
    assert places.spot_at(places.spots[1].box.center()) == 1
    assert places.spot_at(QPointF(0, 0)) == -1
