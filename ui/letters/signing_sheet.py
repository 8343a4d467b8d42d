# SPDX-License-Identifier: MIT
"""The frame of both dialogs that sign: the pages beside who signs, or above it where it is narrow; the buttons stay.

What is signed, and by whom, is theirs: sign_dialog.py, countersign_dialog.py.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources.language import _
from ui.letters.fields import fit
from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.notice import Notice

_NARROW = 760
"""The width, in pixels at 100 %, from which pages and signer stand side by side."""


class SigningSheet(QDialog):
    """Two cards, `sheet` and `side`, and buttons at the foot."""

    def __init__(self, look: Look, title: str, cards: tuple[str, str], parent: QWidget | None = None) -> None:
        """Say the title, and those of the cards: gettext keys."""
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(_(title))
        self.notice = Notice(look)
        self.sheet, self.side = (Card(look, each) for each in cards)
        self.foot = ButtonRow(look, right=True)
        inside, area = QWidget(), QScrollArea()
        self._area = area
        inside.setProperty("scroll", True)
        self._both, everything = QHBoxLayout(inside), QVBoxLayout(self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addWidget(self.sheet, 3)
        self._both.addWidget(self.side, 2)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        everything.setContentsMargins(*([look.px(12)] * 4))
        for layout in (self._both, everything):
            layout.setSpacing(look.px(12))
        everything.addWidget(self.notice)
        everything.addWidget(area, 1)
        everything.addLayout(self.foot)

    def lay(self, pages: QWidget, side: tuple[QWidget, ...], buttons: tuple[QWidget, ...]) -> None:
        """Put the pages and what stands beside them into their cards, and the buttons below; take a size."""
        pages.setMinimumHeight(self.look.px(220))
        self.sheet.body.addWidget(pages, 1)
        for part in side:
            self.side.body.addWidget(part)
        self.side.body.addStretch(1)
        for button in buttons:
            self.foot.addWidget(button)
        fit(self, self.look.px(940), self.look.px(600))

    def bring_up(self, part: QWidget) -> None:
        """Scroll until a part is seen that has just been shown."""
        for layout in (self.side.layout(), self._both):
            if layout is not None:
                layout.activate()
        self._area.ensureWidgetVisible(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both have no room side by side, who signs stands under the pages."""
        super().resizeEvent(event)
        narrow = event.size().width() < self.look.px(_NARROW)
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
