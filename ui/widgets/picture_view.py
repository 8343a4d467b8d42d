# SPDX-License-Identifier: MIT
"""A picture from memory, as large as the view, larger or smaller. Which picture, others say."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import IconButton

_STEP, _MOST, _LEAST = 1.25, 6.0, 0.1


class PictureView(QWidget):
    """A picture that can be scrolled, with a bar to size it."""

    def __init__(self, look: Look) -> None:
        """Make it, empty."""
        super().__init__()
        self._look, self._name, self._factor = look, "", 0.0
        self.image = QImage()
        self._shown, self.area = QLabel(), QScrollArea()
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.smaller = IconButton(look, "minus", N_("Smaller"))
        self.larger = IconButton(look, "plus", N_("Larger"))
        self.fit = IconButton(look, "monitor", N_("The whole picture"))
        self._build()
        look.changed.connect(self._dress)
        self._dress()
        self._say()

    def show_picture(self, data: bytes, name: str) -> None:
        """Show a picture that storage/pictures.py made; its name is what a screen reader says."""
        self.image, self._name = QImage.fromData(data), name
        self.fit_whole()
        self._say()

    def fit_whole(self) -> None:
        """Make the picture as large as the view, and no larger than it is."""
        self._factor = 0.0
        self._draw()

    def zoom(self, step: int) -> None:
        """Make the picture larger (1) or smaller (-1)."""
        self._factor = min(max(self.factor() * _STEP**step, _LEAST), _MOST)
        self._draw()

    def factor(self) -> float:
        """Return how large the picture is shown: 1.0 is a dot for a dot."""
        if self._factor or self.image.isNull():
            return self._factor or 1.0
        room = self.area.maximumViewportSize()
        return min(1.0, room.width() / self.image.width(), room.height() / self.image.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take + and - for size, 0 for the whole picture."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif event.key() == Qt.Key.Key_0:
            self.fit_whole()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture anew."""
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Say the name again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _draw(self) -> None:
        if self.image.isNull():
            self._shown.clear()
            return
        size = QSize(*(max(1, round(side * self.factor())) for side in (self.image.width(), self.image.height())))
        smooth = Qt.TransformationMode.SmoothTransformation
        self._shown.setPixmap(QPixmap.fromImage(self.image.scaled(size, mode=smooth)))
        self._shown.resize(size.expandedTo(self.area.maximumViewportSize()))

    def _build(self) -> None:
        self.area.setWidget(self._shown)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bar = QHBoxLayout()
        self._bar.addStretch(1)
        for button, act in ((self.smaller, self._on_smaller), (self.larger, self._on_larger), (self.fit, self._on_fit)):
            button.clicked.connect(act)
            self._bar.addWidget(button)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._bar)
        self._all.addWidget(self.area, 1)

    def _on_smaller(self) -> None:
        self.zoom(-1)

    def _on_larger(self) -> None:
        self.zoom(1)

    def _on_fit(self) -> None:
        self.fit_whole()

    def _say(self) -> None:
        self.area.setAccessibleName(_(N_("Picture {name}")).format(name=self._name))

    def _dress(self) -> None:
        palette = self.area.palette()
        palette.setColor(QPalette.ColorRole.Window, self._look.colour("sunken"))
        self.area.setPalette(palette)
        self._bar.setSpacing(self._look.px(4))
        self._all.setSpacing(self._look.px(8))
