# SPDX-License-Identifier: MIT
"""The authority's working days as squares: gone filled, left outlined, over crossed. What is due is reckoned elsewhere.

Weekends and bank holidays have no square: they do not count (storage/model/deadlines.py).
"""

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.language import N_, _, long_date, ngettext
from storage.model.deadlines import Deadline, working_days_between
from ui.look import Look

_MOST_OVER = 10
"""Days over that are drawn; the words tell them all."""


class DayClock(QWidget):
    """One deadline in working days; hidden while there is none."""

    def __init__(self, look: Look) -> None:
        """Make it, with nothing due."""
        super().__init__()
        self._look = look
        self._due: Deadline | None = None
        self._today, self._has_room = date.min, True
        self.total = self.gone = self.over = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.hide()

    def show_due(self, due: Deadline | None, today: date) -> None:
        """Show how far the time has run by a day; nothing for no deadline."""
        self._due, self._today = due, today
        self.setVisible(due is not None and self._has_room)
        if due is not None:
            passed = working_days_between(date.fromisoformat(due.base), today)
            self.total = due.amount
            self.gone = min(max(passed, 0), due.amount)
            self.over = max(0, passed - due.amount) if today > due.due.latest else 0
        self._say()
        self.updateGeometry()
        self.update()

    def make_room(self, has_room: bool) -> None:
        """Be seen only where there is room: the words beside it say the same."""
        self._has_room = has_room
        self.setVisible(self._due is not None and has_room)

    def words(self) -> str:
        """Return what it shows: "4 of 10 working days have gone. The reply is due on 26 October 2018."."""
        if self._due is None:
            return ""
        day = _("The reply is due on {day}.").format(day=long_date(self._due.due.latest))
        if self.over:
            late = ngettext("{count} working day over.", "{count} working days over.", self.over)
            return f"{late.format(count=self.over)} {day}"
        gone = ngettext(
            "{gone} of {count} working day has gone.", "{gone} of {count} working days have gone.", self.total
        )
        return f"{gone.format(gone=self.gone, count=self.total)} {day}"

    def sizeHint(self) -> QSize:
        """Return room for the squares and the days under them."""
        count = min(self.total + min(self.over, _MOST_OVER), 15)
        wide = max(count * self._look.px(18), self._look.px(100))
        return QSize(wide, self._look.px(18) + int(QFontMetricsF(self._look.font("small")).height()))

    def minimumSizeHint(self) -> QSize:
        """Return that squares can be small."""
        return QSize(self._look.px(100), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the squares, and first and last day under them."""
        if self._due is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = self.total + min(self.over, _MOST_OVER)
        gap = self._look.px(4)
        side = min(float(self._look.px(14)), (self.width() - 2) / max(count, 1) - gap)
        for at in range(count):
            box = QRectF(1 + at * (side + gap), 1, side, side)
            self._square(painter, box, "over" if at >= self.total else "gone" if at < self.gone else "left")
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("muted"))
        # As far as the due day's square; further where the words want it.
        ends = (_short(self, date.fromisoformat(self._due.base)), _short(self, self._due.due.latest))
        metrics = QFontMetricsF(self._look.font("small"))
        wide = max(self.total * (side + gap), sum(metrics.horizontalAdvance(each) for each in ends) + self._look.px(16))
        under = QRectF(1, side + self._look.px(3), min(wide, self.width() - 2.0), metrics.height())
        painter.drawText(under, int(Qt.AlignmentFlag.AlignLeft), ends[0])
        painter.drawText(under, int(Qt.AlignmentFlag.AlignRight), ends[1])

    def _square(self, painter: QPainter, box: QRectF, kind: str) -> None:
        tone = self._look.colour({"gone": "accent", "left": "edge", "over": "bad"}[kind])
        painter.setPen(QPen(tone, 1.5))
        painter.setBrush(tone if kind == "gone" else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
        if kind == "over":
            inner = box.adjusted(box.width() / 4, box.height() / 4, -box.width() / 4, -box.height() / 4)
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.topRight(), inner.bottomLeft())

    def _say(self) -> None:
        self.setAccessibleName(_(N_("Working days to reply")))
        self.setAccessibleDescription(self.words())
        self.setToolTip(self.words())


def _short(widget: QWidget, day: date) -> str:
    return widget.locale().toString(day, "d MMM")  # type: ignore[call-overload,no-any-return]
