# SPDX-License-Identifier: MIT
"""Small pictures in a row, each with a name: opened when pressed, taken off with Delete. What they are, others say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.chips import cut
from ui.widgets.icons import draw

_WIDE, _HIGH, _LETTERS = 72, 48, 14
"""Pixels at 100 % of a small picture; letters of its name."""
_MOST = 20_000
"""Bytes of a small picture."""


@dataclass(frozen=True, slots=True)
class Thumb:
    """One small picture."""

    key: str
    name: str
    about: str
    """What kind of thing it is, already translated."""
    picture: bytes = b""
    """A small JPEG; empty where there is only an outline to show."""


class ThumbButton(QToolButton):
    """One small picture to press."""

    opened = Signal(str)
    taken_off = Signal(str)
    entered = Signal()
    """The keys are here now."""

    def __init__(self, look: Look, thumb: Thumb, fixed: bool) -> None:
        """Show a small picture; a fixed one cannot be taken off."""
        super().__init__()
        self.thumb, self._fixed = thumb, fixed
        self.setProperty("quiet", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIcon(_drawn(look, thumb))
        self.setIconSize(QSize(look.px(_WIDE), look.px(_HIGH)))
        self.setText(cut(thumb.name, _LETTERS))
        self.clicked.connect(self._on_clicked)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keys are here."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete and Backspace; Return opens, as a click does."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._fixed:
            self.taken_off.emit(self.thumb.key)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self.opened.emit(self.thumb.key)

    def _say(self) -> None:
        how = _(N_("Return opens it")) if self._fixed else _(N_("Return opens it, Delete takes it off"))
        self.setAccessibleName(f"{self.thumb.name}, {self.thumb.about}")
        self.setAccessibleDescription(how)
        self.setToolTip(f"{self.thumb.name}\n{self.thumb.about}\n{how}")


class Thumbnails(QScrollArea):
    """All small pictures of a thing in one row, scrolled where it is too long; hidden where there are none."""

    opened = Signal(str)
    taken_off = Signal(str)
    """A picture's key."""

    def __init__(self, look: Look) -> None:
        """Show none yet."""
        super().__init__()
        self._look = look
        self.follows: QWidget | None = None
        """What stands before the first picture in the order of Tab."""
        self._shown: tuple[tuple[Thumb, ...], bool] = ((), False)
        self._buttons: list[ThumbButton] = []
        inside = QWidget()
        inside.setProperty("scroll", True)
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        look.changed.connect(self._fill)

    def show_thumbs(self, thumbs: Sequence[Thumb], fixed: bool) -> None:
        """Show these; fixed ones cannot be taken off."""
        if (tuple(thumbs), fixed) != self._shown:
            self._shown = (tuple(thumbs), fixed)
            self._fill()

    def buttons(self) -> list[ThumbButton]:
        """Return what is shown, in order."""
        return list(self._buttons)

    def _on_entered(self) -> None:
        entered = self.sender()
        if isinstance(entered, QWidget):
            self.ensureWidgetVisible(entered)

    def _fill(self) -> None:
        had_focus = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()  # else the layout, which shows what is new a moment later, would make a window of it
            button.setParent(None)
            button.deleteLater()
        thumbs, fixed = self._shown
        self._buttons = [ThumbButton(self._look, thumb, fixed) for thumb in thumbs]
        self.setVisible(bool(thumbs))
        for at, button in enumerate(self._buttons):
            button.opened.connect(self.opened)
            button.taken_off.connect(self.taken_off)
            button.entered.connect(self._on_entered)
            self._row.insertWidget(at, button)
            button.show()  # now, as in chips.py: the keys must be able to go there at once
        for first, then in pairwise((self.follows, *self._buttons)):
            if first is not None and then is not None:
                self.setTabOrder(first, then)
        if had_focus and self._buttons:
            self._buttons[-1].setFocus()
        high = max((each.sizeHint().height() for each in self._buttons), default=0)
        self.setFixedHeight(high + self._look.px(10))  # with room for the bar, so that it covers no name


def _drawn(look: Look, thumb: Thumb) -> QIcon:
    image = QImage()
    if len(thumb.picture) <= _MOST:  # a colleague's store may send anything: one format, and not much of it
        image.loadFromData(thumb.picture, "JPEG")
    if not image.isNull():
        return QIcon(QPixmap.fromImage(image))
    room = QPixmap(look.px(_WIDE), look.px(_HIGH))
    room.fill(Qt.GlobalColor.transparent)
    painter, side = QPainter(room), look.px(_HIGH * 2 // 3)
    where = QRectF((room.width() - side) / 2, (room.height() - side) / 2, side, side)
    draw(painter, look, where, "file-text", "muted")
    painter.end()
    return QIcon(room)
