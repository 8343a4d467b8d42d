# SPDX-License-Identifier: MIT
"""A letter's way as a small track: a dot a state, filled, ringed or empty, with the words of the one stood on below.

Which states there are, and who took each step: storage/queries/letter_states.py.
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from resources.language import N_, _, long_date
from storage.model.rules import STATE_NAMES
from storage.queries.letter_states import AHEAD, DONE, HERE, PASSED_BY, Stop
from ui.look import Look
from ui.widgets.icons import draw

_STANDS = {DONE: N_("Done"), PASSED_BY: N_("Passed by"), HERE: N_("Now"), AHEAD: N_("Ahead")}


class Track(QWidget):
    """One letter's way; the arrow keys go along it, and what is stood on is told."""

    def __init__(self, look: Look) -> None:
        """Make it, with no letter."""
        super().__init__()
        self._look = look
        self.stops: tuple[Stop, ...] = ()
        self.at = 0
        """The stop stood on."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.hide()

    def show_way(self, stops: Sequence[Stop]) -> None:
        """Show a way and stand where the letter is; nothing for no letter."""
        self.stops = tuple(stops)
        self.setVisible(bool(stops))
        self._stand(next((n for n, each in enumerate(self.stops) if each.stands == HERE), 0))

    def words(self, at: int) -> str:
        """Return one stop in words: "Approved · Now · 12 October 2018 · Lead Inspector · its reason"."""
        stop = self.stops[at]
        parts = [_(STATE_NAMES.get(stop.state, stop.state)), _(_STANDS[stop.stands])]
        if stop.step is not None:
            day = long_date(datetime.fromisoformat(stop.step.at).astimezone().date())
            parts += [day, stop.step.by, stop.step.reason]
        return " · ".join(filter(None, parts))

    def sizeHint(self) -> QSize:
        """Return room for the dots and a line of words."""
        return QSize(self._look.px(240), self._top() + self._line() + 2 * self._look.px(4))

    def minimumSizeHint(self) -> QSize:
        """Return that dots may stand close."""
        return QSize(self._look.px(60), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange and self.stops:
            self._stand(self.at)
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell what the dot under the pointer is."""
        if isinstance(event, QHelpEvent) and self.stops:
            QToolTip.showText(event.globalPos(), self.words(self._under(event.pos().x())), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the way."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self.stops:
            self._stand(min(max(self.at + step, 0), len(self.stops) - 1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on the dot that is pressed."""
        if self.stops:
            self._stand(self._under(int(event.position().x())))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go back to where the letter is."""
        super().focusOutEvent(event)
        self.show_way(self.stops)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the dots, and the words of the one stood on."""
        if not self.stops:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = next((n for n, each in enumerate(self.stops) if each.stands == HERE), 0)
        for first, second in ((0, here), (here, len(self.stops) - 1)):
            tone = "accent" if second == here else "edge"
            painter.setPen(QPen(self._look.colour(tone), 2 if tone == "accent" else 1))
            painter.drawLine(self._centre(first), self._centre(second))
        for at, stop in enumerate(self.stops):
            self._dot(painter, at, stop)
        font = self._look.font("small")
        painter.setFont(font)
        painter.setPen(self._look.colour("muted"))
        room = QRectF(1, self._top(), self.width() - 2, self._line())
        words = QFontMetricsF(font).elidedText(self.words(self.at), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _dot(self, painter: QPainter, at: int, stop: Stop) -> None:
        centre, radius = self._centre(at), float(self._look.px(6 if stop.stands in (DONE, HERE) else 4))
        if stop.stands == HERE:
            radius = float(self._look.px(8))
        filled = stop.stands in (DONE, HERE)
        painter.setPen(QPen(self._look.colour("accent" if filled else "edge"), 1.5))
        painter.setBrush(self._look.colour("accent" if filled else "surface"))
        painter.drawEllipse(centre, radius, radius)
        if stop.stands == DONE:
            draw(painter, self._look, _around(centre, radius * 0.75), "check", "on_accent")
        elif stop.stands == HERE:
            painter.setBrush(self._look.colour("surface"))
            painter.drawEllipse(centre, radius * 0.45, radius * 0.45)
        elif stop.stands == PASSED_BY:
            painter.drawLine(centre - QPointF(radius * 0.5, 0), centre + QPointF(radius * 0.5, 0))
        if at == self.at and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), self._look.px(2)))
            painter.drawEllipse(centre, radius + self._look.px(3), radius + self._look.px(3))

    def _stand(self, at: int) -> None:
        self.at = at
        self.setAccessibleName(_(N_("The letter’s way")))
        self.setAccessibleDescription(self.words(at) if self.stops else "")
        self.update()

    def _centre(self, at: int) -> QPointF:
        side = self._look.px(12)
        gap = (self.width() - 2 * side) / max(len(self.stops) - 1, 1)
        return QPointF(side + at * min(gap, self._look.px(64)), self._look.px(13))

    def _under(self, x: int) -> int:
        return min(range(len(self.stops)), key=lambda at: abs(self._centre(at).x() - x))

    def _top(self) -> int:
        return self._look.px(26)

    def _line(self) -> int:
        return int(QFontMetricsF(self._look.font("small")).height()) + 1


def _around(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
