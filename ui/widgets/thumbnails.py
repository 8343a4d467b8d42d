# SPDX-License-Identifier: MIT
"""Small pictures in a row, each with a name: opened when pressed, taken off with Delete. What they are, others say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.chips import Flow, cut
from ui.widgets.icons import icon

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


class Thumbnails(QWidget):
    """All small pictures of a thing; hidden where there are none."""

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
        self._flow = Flow(look)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()
        look.changed.connect(self._on_look)

    def show_thumbs(self, thumbs: Sequence[Thumb], fixed: bool) -> None:
        """Show these; fixed ones cannot be taken off."""
        if (tuple(thumbs), fixed) != self._shown:
            self._shown = (tuple(thumbs), fixed)
            self._fill()

    def buttons(self) -> list[ThumbButton]:
        """Return what is shown, in order."""
        widgets = (item.widget() for at in range(self._flow.count()) if (item := self._flow.itemAt(at)) is not None)
        return [widget for widget in widgets if isinstance(widget, ThumbButton)]

    def _fill(self) -> None:
        had_focus = any(button.hasFocus() for button in self.buttons())
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        thumbs, fixed = self._shown
        self.setVisible(bool(thumbs))
        for thumb in thumbs:
            button = ThumbButton(self._look, thumb, fixed)
            button.opened.connect(self.opened)
            button.taken_off.connect(self.taken_off)
            self._flow.addWidget(button)
            button.show()  # now, as in chips.py: the keys must be able to go there at once
        for first, then in pairwise((self.follows, *self.buttons())):
            if first is not None and then is not None:
                self.setTabOrder(first, then)
        if had_focus and self.buttons():
            self.buttons()[-1].setFocus()
        self.updateGeometry()

    def _on_look(self) -> None:
        self._fill()


def _drawn(look: Look, thumb: Thumb) -> QIcon:
    image = QImage()
    if len(thumb.picture) <= _MOST:  # a colleague's store may send anything: one format, and not much of it
        image.loadFromData(thumb.picture, "JPEG")
    return icon(look, "file-text", "muted") if image.isNull() else QIcon(QPixmap.fromImage(image))
