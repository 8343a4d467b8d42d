# SPDX-License-Identifier: MIT
"""The time line of an authority: by mouse or keys one stands on a mark; its words are told below.

What is on it: time_scale.py; where it stands: time_places.py; how it is drawn: time_drawing.py.
"""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from resources.language import N_, _
from ui.authority.time_drawing import TimeDrawing
from ui.authority.time_places import FOOT, LANE, SIDE, Places, Spot
from ui.authority.time_scale import Scene, in_words
from ui.look import Look


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
        self._places: Places | None = None
        self._drawing, self._at = TimeDrawing(look), -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look)

    def show_scene(self, shown: Scene | None) -> None:
        """Show a scene, or none; one stands on nothing at first."""
        self._scene, self._at = shown, -1
        self.setAccessibleName(_(N_("Time line")))
        self.setAccessibleDescription(in_words(shown))
        self._place()
        self.updateGeometry()
        self.stood.emit("")

    def spots(self) -> tuple[Spot, ...]:
        """Return what is drawn, in the order of the keys."""
        return tuple(self._places.spots) if self._places is not None else ()

    def sizeHint(self) -> QSize:
        """Return room for every rung and lane."""
        none = self._look.px(LANE + FOOT + SIDE * 3)
        return QSize(self._look.px(480), self._places.high if self._places is not None else none)

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
        ways |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.spots()) - 1}
        key = Qt.Key(event.key())
        if key in ways and self.spots():
            self._stand(min(max(0, ways[key]), len(self.spots()) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self.chosen.emit(self.spots()[self._at].marks[0].key)
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
            self.chosen.emit(self.spots()[at].marks[0].key)

    def event(self, event: QEvent) -> bool:
        """Tell of a mark under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.spots()[at].words if at >= 0 else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw everything."""
        if self._places is not None:
            self._drawing.draw(QPainter(self), self._places, self._at if self.hasFocus() else -1)

    def _place(self) -> None:
        """Put everything in its place."""
        self._places = Places(self._look, self._scene, self.size()) if self._scene is not None else None
        self._at = min(self._at, len(self.spots()) - 1)
        self.update()

    def _spot_at(self, place: QPointF) -> int:
        return self._places.spot_at(place) if self._places is not None else -1

    def _stand(self, at: int) -> None:
        words = self.spots()[at].words
        self._at = at
        self.update()
        self.stood.emit(words)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _on_look(self) -> None:
        self._drawing.forget()
        self._place()
        self.updateGeometry()
