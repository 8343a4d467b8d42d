# SPDX-License-Identifier: MIT
"""A dialog around one list or table that takes all room there is: on a low screen title and legend give way to it.

A dialog of words and fields is sheet.py's.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from resources.language import _
from storage.errors import Trouble
from ui.errors import told
from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.labels import Label
from ui.widgets.notice import Notice

_LOW = 420
"""The height, in pixels at 100 %, under which title and legend give way."""
_EDGE = 40
"""Pixels of the screen that are left to a window's own frame."""


class ListSheet(QDialog):
    """Title, legend, notice; a child fills `body`, gives its list all the room, and puts buttons into `foot`."""

    def __init__(self, look: Look, title: str, legend: str = "", parent: QWidget | None = None) -> None:
        """Say title and legend (gettext keys)."""
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(_(title))
        self.notice = Notice(look)
        self.body, self.foot = QVBoxLayout(), ButtonRow(look, right=True)
        self._over = [Label(title, "title", wrap=True)]
        if legend:
            self._over.append(Label(legend, "small", "muted", wrap=True))
        everything = QVBoxLayout(self)
        everything.setContentsMargins(*([look.px(16)] * 4))
        for layout in (everything, self.body):
            layout.setSpacing(look.px(8))
        for part in (*self._over, self.notice):
            everything.addWidget(part)
        everything.addLayout(self.body, 1)
        everything.addLayout(self.foot)

    def tell(self, trouble: Trouble) -> None:
        """Tell trouble here, where it was asked, with what to do."""
        self.notice.tell(*told(trouble), "bad")

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put parts below each other into the body, each as high as it needs."""
        for part in parts:
            self.body.addLayout(part) if isinstance(part, QLayout) else self.body.addWidget(part)

    def fill(self, main: QWidget, least: int = 72) -> None:
        """Put the list, or what holds it, into the body: it gets all the room, and may become low (pixels at 100 %)."""
        main.setMinimumHeight(self.look.px(least))
        self.body.addWidget(main, 1)

    def row(self, *parts: QWidget) -> ButtonRow:
        """Return parts side by side, that go on in a further line where it is narrow."""
        flow = ButtonRow(self.look)
        for part in parts:
            flow.addWidget(part)
        return flow

    def close_with(self, *buttons: QWidget) -> None:
        """Put buttons at the foot."""
        for button in buttons:
            self.foot.addWidget(button)

    def span(self, wide: int, high: int) -> None:
        """Be as large as this (pixels at 100 %), and never larger than the screen."""
        room = self.screen().availableSize()
        size = QSize(self.look.px(wide), self.look.px(high)).boundedTo(room - QSize(_EDGE, _EDGE))
        self._give_way(size.height())
        for _turn in range(2):  # what is as wide as this may be lower than it could be before
            if (layout := self.layout()) is not None:
                layout.activate()
            self.resize(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let title and legend give way where it is low."""
        super().resizeEvent(event)
        self._give_way(event.size().height())

    def _give_way(self, high: int) -> None:
        for part in self._over:
            part.setVisible(high >= self.look.px(_LOW))
