# SPDX-License-Identifier: MIT
"""Draws the time line: the level of concern as a step line, and under it visits, letters, meetings on one scale.

By mouse or keys one stands on a mark; its words are told below. What is on it: time_scale.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from resources.language import N_, _, ngettext
from ui.authority.time_scale import ICONS, LANES, Mark, Scene, in_words, ticks
from ui.look import Look
from ui.widgets.icons import picture

SHORT = {
    "none": N_("None"),
    "early": N_("Early"),
    "serious": N_("Serious"),
    "significant": N_("Significant"),
    "ministerial_notice": N_("Notice"),
    "intervention": N_("Intervention"),
}
"""Levels beside the step line, where there is little room."""
_DUE_ICONS = {"bad": "triangle-alert", "warn": "clock"}
_RUNG, _LANE, _FOOT, _SIDE, _MARK = 21, 27, 24, 6, 20
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


class TimeLine(QWidget):
    """The picture."""

    stood = Signal(str)
    """In words, the mark that one stands on; empty for none."""
    chosen = Signal(str)
    """The key of a mark that was chosen."""

    def __init__(self, look: Look) -> None:
        """Draw nothing yet."""
        super().__init__()
        self._look = look
        self._scene: Scene | None = None
        self._by_lane: dict[str, list[Mark]] = {}
        self._spots: list[Spot] = []
        self._at = -1
        self._pictures: dict[tuple[str, str], QPixmap] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look)

    def show_scene(self, shown: Scene | None) -> None:
        """Show a scene, or none; one stands on nothing at first."""
        self._scene, self._at = shown, -1
        self._by_lane = {}
        for mark in shown.marks if shown else ():
            self._by_lane.setdefault(mark.lane, []).append(mark)
        self.setAccessibleName(_(N_("Time line")))
        self.setAccessibleDescription(in_words(shown))
        self._place()
        self.updateGeometry()
        self.stood.emit("")

    def spots(self) -> tuple[Spot, ...]:
        """Return what is drawn, in the order of the keys."""
        return tuple(self._spots)

    def sizeHint(self) -> QSize:
        """Return room for every rung and lane."""
        shown = self._scene
        rows = len(shown.rungs) * _RUNG + len(self._lanes()) * _LANE if shown else _LANE
        return QSize(self._look.px(480), self._look.px(rows + _FOOT + _SIDE * 3))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: no lane is cut off."""
        return QSize(self._look.px(280), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put every mark in its place."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark, and choose one."""
        ways = {Qt.Key.Key_Right: self._at + 1, Qt.Key.Key_Left: self._at - 1 if self._at >= 0 else -1}
        ways |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._spots) - 1}
        key = Qt.Key(event.key())
        if key in ways and self._spots:
            self._stand(min(max(0, ways[key]), len(self._spots) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self.chosen.emit(self._spots[self._at].marks[0].key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on what is pressed."""
        at = self._spot_at(event.position())
        if at >= 0:
            self._stand(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose what is pressed twice."""
        at = self._spot_at(event.position())
        if at >= 0:
            self.chosen.emit(self._spots[at].marks[0].key)

    def event(self, event: QEvent) -> bool:
        """Tell of a mark under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._spots[at].words if at >= 0 else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw rungs, steps, lanes, marks, the foot and today."""
        shown = self._scene
        if shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font("small"))
        self._foot(painter, shown)
        self._steps(painter, shown)
        for lane in self._lanes():
            self._lane(painter, lane)
        for at, spot in enumerate(self._spots):
            self._draw(painter, spot, at == self._at and self.hasFocus())

    # Places.

    def _lanes(self) -> list[str]:
        return [each for each in LANES if each in self._by_lane]

    def _gutter(self) -> float:
        measure = QFontMetricsF(self._look.font("small"))
        rungs = [_(SHORT.get(each, each)) for each in self._scene.rungs] if self._scene else []
        lanes = [_(LANES[each]) for each in self._lanes()]
        return max((measure.horizontalAdvance(each) for each in [*rungs, *lanes]), default=0) + self._look.px(14)

    def _plot(self) -> QRectF:
        gutter, side = self._gutter(), self._look.px(_SIDE)
        return QRectF(gutter, side, max(1.0, self.width() - gutter - side), self.height() - 2 * side)

    def _rung(self, level: str) -> float:
        assert self._scene is not None
        rungs = self._scene.rungs
        place = rungs.index(level) if level in rungs else len(rungs) - 1
        return self._plot().top() + self._look.px(_RUNG) * (len(rungs) - place - 0.5)

    def _lane_middle(self, lane: str) -> float:
        assert self._scene is not None
        above = self._look.px(_RUNG) * len(self._scene.rungs) + self._look.px(_SIDE)
        return self._plot().top() + above + self._look.px(_LANE) * (self._lanes().index(lane) + 0.5)

    def _place(self) -> None:
        """Put marks of a lane that would cover each other together."""
        self._spots = []
        shown = self._scene
        if shown is not None:
            for lane in ("level", *self._lanes()):
                self._spots += self._placed(shown, lane)
            self._spots.sort(key=lambda each: (each.marks[0].span, each.box.top()))
        self._at = min(self._at, len(self._spots) - 1)
        self.update()

    def _placed(self, shown: Scene, lane: str) -> Iterator[Spot]:
        plot, side = self._plot(), self._look.px(_MARK)
        levels = {each.key: each.level for each in shown.steps}
        together: list[Mark] = []
        left = right = middle = 0.0
        start, wide = plot.left(), plot.width()
        for mark in self._by_lane.get(lane, ()):
            first, last = start + wide * shown.at(mark.span.earliest), start + wide * shown.at(mark.span.latest)
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
        return self._rung(levels[mark.key]) if mark.lane == "level" else self._lane_middle(mark.lane)

    def _spot_at(self, place: QPointF) -> int:
        return next((at for at, each in enumerate(self._spots) if each.box.contains(place)), -1)

    def _stand(self, at: int) -> None:
        self._at = at
        self.update()
        self.stood.emit(self._spots[at].words)
        self.setAccessibleDescription(self._spots[at].words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # Drawing.

    def _foot(self, painter: QPainter, shown: Scene) -> None:
        plot, foot = self._plot(), self._look.px(_FOOT)
        measure = QFontMetricsF(painter.font())
        edge = plot.left()
        for day, words in ticks(shown):
            x, wide = plot.left() + plot.width() * shown.at(day), measure.horizontalAdvance(words)
            if plot.left() <= x <= plot.right():
                painter.setPen(QPen(self._look.colour("line"), 1))
                painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() - foot))
            if x - wide / 2 >= edge and x + wide / 2 <= self.width():
                painter.setPen(self._look.colour("muted"))
                painter.drawText(QPointF(x - wide / 2, plot.bottom() - measure.descent()), words)
                edge = x + wide / 2 + self._look.px(8)
        if shown.today is not None and shown.first <= shown.today <= shown.last:
            x = plot.left() + plot.width() * shown.at(shown.today)
            painter.setPen(QPen(self._look.colour("accent"), self._look.px(2), Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() - foot))
            words = _(N_("today"))
            wide = measure.horizontalAdvance(words)
            painter.drawText(
                QPointF(max(plot.left(), x - wide - self._look.px(5)), plot.top() + measure.ascent()), words
            )

    def _steps(self, painter: QPainter, shown: Scene) -> None:
        plot = self._plot()
        for level in shown.rungs:
            y = self._rung(level)
            painter.setPen(QPen(self._look.colour("line"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            self._name(painter, _(SHORT.get(level, level)), y)
        points = [QPointF(plot.left(), self._rung(shown.start))]
        for step in shown.steps:
            ends = [plot.left() + plot.width() * shown.at(day) for day in (step.span.earliest, step.span.latest)]
            points += [QPointF(ends[0], points[-1].y()), QPointF(max(*ends), self._rung(step.level))]
        points.append(QPointF(plot.right(), points[-1].y()))
        low = self._rung("none") + self._look.px(_RUNG) / 2
        ground = QPolygonF([*points, QPointF(plot.right(), low), QPointF(plot.left(), low)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("soft"))
        painter.drawPolygon(ground)
        for first, last in pairwise(points):
            sure = (
                first.x() == last.x() or first.y() == last.y()
            )  # between the days on which it may have changed: dashed
            style = Qt.PenStyle.SolidLine if sure else Qt.PenStyle.DashLine
            painter.setPen(QPen(self._look.colour("accent"), self._look.px(2), style))
            painter.drawLine(first, last)

    def _lane(self, painter: QPainter, lane: str) -> None:
        plot, y = self._plot(), self._lane_middle(lane)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        self._name(painter, _(LANES[lane]), y)

    def _name(self, painter: QPainter, words: str, y: float) -> None:
        painter.setPen(self._look.colour("muted"))
        box = QRectF(0, y - self._look.px(12), self._gutter() - self._look.px(8), self._look.px(24))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _draw(self, painter: QPainter, spot: Spot, is_stood_on: bool) -> None:
        mark = spot.marks[0]
        role = "bad" if any(each.role == "bad" for each in spot.marks) else mark.role
        if spot.bar.width() > spot.box.width() and mark.lane != "level":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("soft"))
            painter.drawRoundedRect(spot.bar, self._look.px(4), self._look.px(4))
        painter.setPen(
            QPen(self._look.colour("focus" if is_stood_on else role), self._look.px(2) if is_stood_on else 1.2)
        )
        painter.setBrush(self._look.colour("surface"))
        painter.drawEllipse(spot.box)
        if len(spot.marks) > 1:
            painter.setPen(self._look.colour(role))
            painter.drawText(spot.box, int(Qt.AlignmentFlag.AlignCenter), _several(len(spot.marks)))
            return
        side = self._look.px(12)
        icon = _DUE_ICONS.get(role, "calendar") if mark.lane == "due" else ICONS[mark.lane]
        painter.drawPixmap(spot.box.center() - QPointF(side / 2, side / 2), self._picture(icon, role))

    def _picture(self, name: str, role: str) -> QPixmap:
        if (name, role) not in self._pictures:
            self._pictures[name, role] = picture(self._look, name, role, 12, self.devicePixelRatioF())
        return self._pictures[name, role]

    def _on_look(self) -> None:
        self._pictures.clear()
        self._place()
        self.updateGeometry()


def _several(count: int) -> str:
    return str(count) if count < 100 else "…"


def _spot(marks: list[Mark], across: tuple[float, float, float], y: float, side: float) -> Spot:
    left, right, middle = across
    box = QRectF(middle - side / 2, y - side / 2, side, side)
    return Spot(tuple(marks), box, QRectF(left, y - side * 0.3, right - left, side * 0.6))
