# SPDX-License-Identifier: MIT
"""The rail at the left: one button a page; icons alone where the window is narrow, and it scrolls where it is low.

Where it leads: window.py.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.pages import Page
from ui.widgets.buttons import NavButton


class Rail(QFrame):
    """Says which page was chosen."""

    chosen = Signal(str)
    """The page's code."""

    def __init__(self, look: Look, pages: Iterable[Page]) -> None:
        """Make a button for each page."""
        super().__init__()
        self._look, self._is_narrow = look, False
        self.setProperty("rail", True)
        self._say()
        self.buttons: dict[str, NavButton] = {}
        self._inside, self._area = QWidget(), QScrollArea()
        self._all = QVBoxLayout(self._inside)
        for page in pages:
            button = NavButton(look, page.icon, page.name, page.keys)
            button.setShortcut(QKeySequence())  # the key belongs to the verb in the View menu
            button.setObjectName(page.code)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._on_clicked)
            self.buttons[page.code] = button
            self._all.addWidget(button)
        self._all.addStretch(1)
        self._lay_out()
        self._inside.installEventFilter(self)
        look.changed.connect(self._fit)
        self._fit()

    def mark(self, code: str) -> None:
        """Show which page is open."""
        self.buttons[code].setChecked(True)
        self._area.ensureWidgetVisible(self.buttons[code], 0, 0)

    def narrow(self, is_narrow: bool) -> None:
        """Show icons alone, or icons with words."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Say the rail's name again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as wide as the words are now: another language has longer ones."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._widen()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return what all of its buttons need."""
        return self._inside.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the scroll bar where not all pages fit: at 200 % on a low screen."""
        super().resizeEvent(event)
        self._widen()

    def _lay_out(self) -> None:
        self._inside.setProperty("scroll", True)
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)

    def _widen(self) -> None:
        wanted = self._inside.sizeHint()
        bar = self._look.px(12) if wanted.height() > self.height() else 0
        self.setFixedWidth(wanted.width() + bar + 1)  # the line at its right

    def _say(self) -> None:
        self.setAccessibleName(_(N_("Pages")))

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().objectName())

    def _fit(self) -> None:
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        wide = 0 if self._is_narrow else self._look.px(148)
        for button in self.buttons.values():
            button.setToolButtonStyle(alone if self._is_narrow else beside)
            button.setMinimumWidth(wide)
        side = self._look.px(8)
        self._all.setContentsMargins(side, self._look.px(12), side, side)
        self._all.setSpacing(self._look.px(4))
        self._all.activate()
        self._widen()
