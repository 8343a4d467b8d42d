# SPDX-License-Identifier: MIT
"""Draws the time line: the level of concern as a step line, and under it visits, letters, meetings on one scale.

Where everything stands: time_places.py.
"""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from resources.language import N_, _
from ui.authority.time_places import FOOT, RUNG, SHORT, SIDE, Places, Spot
from ui.authority.time_scale import ICONS, LANES, ticks
from ui.look import Look
from ui.widgets.icons import picture

_DUE_ICONS = {"bad": "triangle-alert", "warn": "clock"}


class TimeDrawing:
    """Draws in a look's colours; its outlines are made once."""

    def __init__(self, look: Look) -> None:
        """Draw nothing yet."""
        self._look = look
        self._pictures: dict[tuple[str, str, float], QPixmap] = {}

    def forget(self) -> None:
        """Make the outlines anew: the look is another."""
        self._pictures.clear()

    def draw(self, painter: QPainter, places: Places, stood_on: int) -> None:
        """Draw rungs, steps, lanes, marks, the foot and today; a ring around the spot that is stood on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font("small"))
        self._foot(painter, places)
        self._today(painter, places)
        self._steps(painter, places)
        for lane in places.lanes:
            self._lane(painter, places, lane)
        for at, spot in enumerate(places.spots):
            self._spot(painter, spot, at == stood_on)

    def _foot(self, painter: QPainter, places: Places) -> None:
        plot, foot, shown = places.plot, self._look.px(FOOT), places.scene
        measure = QFontMetricsF(painter.font())
        edge = plot.left()
        for day, words in ticks(shown):
            x, wide = places.across(shown.at(day)), measure.horizontalAdvance(words)
            if plot.left() <= x <= plot.right():
                painter.setPen(QPen(self._look.colour("line"), 1))
                painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() - foot))
            if x - wide / 2 >= edge and x + wide / 2 <= plot.right() + self._look.px(SIDE):
                painter.setPen(self._look.colour("muted"))
                painter.drawText(QPointF(x - wide / 2, plot.bottom() - measure.descent()), words)
                edge = x + wide / 2 + self._look.px(8)

    def _today(self, painter: QPainter, places: Places) -> None:
        plot, shown, measure = places.plot, places.scene, QFontMetricsF(painter.font())
        if shown.today is not None and shown.first <= shown.today <= shown.last:
            x = places.across(shown.at(shown.today))
            painter.setPen(QPen(self._look.colour("accent"), self._look.px(2), Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() - self._look.px(FOOT)))
            words = _(N_("today"))
            wide = measure.horizontalAdvance(words)
            painter.drawText(
                QPointF(max(plot.left(), x - wide - self._look.px(5)), plot.top() + measure.ascent()), words
            )

    def _steps(self, painter: QPainter, places: Places) -> None:
        plot, shown = places.plot, places.scene
        for level in shown.rungs:
            y = places.rung(level)
            painter.setPen(QPen(self._look.colour("line"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            self._name(painter, places, _(SHORT.get(level, level)), y)
        points = [QPointF(plot.left(), places.rung(shown.start))]
        for step in shown.steps:
            ends = [places.across(shown.at(day)) for day in (step.span.earliest, step.span.latest)]
            points += [QPointF(ends[0], points[-1].y()), QPointF(max(*ends), places.rung(step.level))]
        points.append(QPointF(plot.right(), points[-1].y()))
        low = places.rung("none") + self._look.px(RUNG) / 2
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

    def _lane(self, painter: QPainter, places: Places, lane: str) -> None:
        plot, y = places.plot, places.lane_middle(lane)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        self._name(painter, places, _(LANES[lane]), y)

    def _name(self, painter: QPainter, places: Places, words: str, y: float) -> None:
        painter.setPen(self._look.colour("muted"))
        box = QRectF(0, y - self._look.px(12), places.gutter - self._look.px(8), self._look.px(24))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _spot(self, painter: QPainter, spot: Spot, is_stood_on: bool) -> None:
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
        outline = self._picture(icon, role, painter.device().devicePixelRatioF())
        painter.drawPixmap(spot.box.center() - QPointF(side / 2, side / 2), outline)

    def _picture(self, name: str, role: str, ratio: float) -> QPixmap:
        if (name, role, ratio) not in self._pictures:
            self._pictures[name, role, ratio] = picture(self._look, name, role, 12, ratio)
        return self._pictures[name, role, ratio]


def _several(count: int) -> str:
    return str(count) if count < 100 else "…"
