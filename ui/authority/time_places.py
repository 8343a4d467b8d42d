# SPDX-License-Identifier: MIT
"""Where everything of the time line stands in the room there is: rungs, lanes, and spots that one stands on.

What is on it: time_scale.py. It is drawn by time_drawing.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF

from resources.language import N_, _, ngettext
from ui.authority.time_scale import LANES, Mark, Scene
from ui.look import Look

SHORT = {
    "none": N_("None"),
    "early": N_("Early"),
    "serious": N_("Serious"),
    "significant": N_("Significant"),
    "ministerial_notice": N_("Notice"),
    "intervention": N_("Intervention"),
}
"""Levels beside the step line, where there is little room."""
RUNG, LANE, FOOT, SIDE, MARK = 21, 27, 24, 6, 20
"""Pixels at 100 %: heights of a rung, a lane and the foot; the free side; the width of a mark."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one mark, or several that lie too near each other, is drawn."""

    marks: tuple[Mark, ...]
    box: QRectF
    bar: QRectF
    """The days between which it lies; empty for an exact day."""

    @property
    def words(self) -> str:
        """Return what it tells; of many only the first, and how many more."""
        told = [each.words for each in self.marks[:6]]
        more = len(self.marks) - len(told)
        return "\n".join(
            [*told, ngettext("and {count} more", "and {count} more", more).format(count=more)][: len(told) + (more > 0)]
        )


class Places:
    """The places of one scene."""

    def __init__(self, look: Look, shown: Scene, size: QSize) -> None:
        """Find them for a widget of this size."""
        self.scene, self._look = shown, look
        self._by_lane: dict[str, list[Mark]] = {}
        for mark in shown.marks:
            self._by_lane.setdefault(mark.lane, []).append(mark)
        self.lanes = [each for each in LANES if each in self._by_lane]
        measure, words = QFontMetricsF(look.font("small")), [SHORT.get(each, each) for each in shown.rungs]
        words += [LANES[each] for each in self.lanes]
        self.gutter = max((measure.horizontalAdvance(_(each)) for each in words), default=0) + look.px(14)
        side = look.px(SIDE)
        self.plot = QRectF(self.gutter, side, max(1.0, size.width() - self.gutter - side), size.height() - 2 * side)
        self.spots = sorted(
            (spot for lane in ("level", *self.lanes) for spot in self._placed(lane)),
            key=lambda each: (each.marks[0].span, each.box.top()),
        )
        """In the order of the keys."""

    @property
    def high(self) -> int:
        """Return how much room every rung and lane needs."""
        return self._look.px(len(self.scene.rungs) * RUNG + len(self.lanes) * LANE + FOOT + SIDE * 3)

    def spot_at(self, place: QPointF) -> int:
        """Return which spot is at a place, or -1."""
        return next((at for at, each in enumerate(self.spots) if each.box.contains(place)), -1)

    def across(self, part: float) -> float:
        """Return where a part of the whole time stands, 0.0 to 1.0."""
        return self.plot.left() + self.plot.width() * part

    def rung(self, level: str) -> float:
        """Return how high a level stands."""
        rungs = self.scene.rungs
        place = rungs.index(level) if level in rungs else len(rungs) - 1
        return self.plot.top() + self._look.px(RUNG) * (len(rungs) - place - 0.5)

    def lane_middle(self, lane: str) -> float:
        """Return how high a lane runs."""
        above = self._look.px(RUNG) * len(self.scene.rungs) + self._look.px(SIDE)
        return self.plot.top() + above + self._look.px(LANE) * (self.lanes.index(lane) + 0.5)

    def _placed(self, lane: str) -> Iterator[Spot]:
        """Put marks of a lane that would cover each other together."""
        shown, side = self.scene, self._look.px(MARK)
        levels = {each.key: each.level for each in shown.steps}
        together: list[Mark] = []
        left = right = middle = 0.0
        for mark in self._by_lane.get(lane, ()):
            first, last = self.across(shown.at(mark.span.earliest)), self.across(shown.at(mark.span.latest))
            here = last if lane == "level" else (first + last) / 2  # a level holds for certain from the last day on
            if together and (lane == "level" or abs(here - middle) >= side * 0.9):
                yield _spot(together, (left, right, middle), self._height_of(together[0], levels), side)
                together = []
            if not together:
                left, middle = first, here
            together.append(mark)
            right = max(right, last) if len(together) > 1 else last
        if together:
            yield _spot(together, (left, right, middle), self._height_of(together[0], levels), side)

    def _height_of(self, mark: Mark, levels: dict[str, str]) -> float:
        return self.rung(levels[mark.key]) if mark.lane == "level" else self.lane_middle(mark.lane)


def _spot(marks: list[Mark], across: tuple[float, float, float], y: float, side: float) -> Spot:
    left, right, middle = across
    box = QRectF(middle - side / 2, y - side / 2, side, side)
    return Spot(tuple(marks), box, QRectF(left, y - side * 0.3, right - left, side * 0.6))
