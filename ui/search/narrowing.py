# SPDX-License-Identifier: MIT
"""What stands between the question and its answers: filters and kept searches, folded away where room is short."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.language import N_
from ui.look import Look
from ui.search.filters import Filters
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import Button
from ui.widgets.elided_box import ElidedBox

_NARROW, _LOW = 640, 380
"""Pixels at 100 % below which boxes go on in further lines, and below which they are folded away."""
_CLOSED, _IN_USE = N_("Filters"), N_("Filters in use")


class Narrowing(QWidget):
    """Filters, and under them the searches that are kept."""

    def __init__(self, look: Look) -> None:
        """Hold nothing to choose yet."""
        super().__init__()
        self._look = look
        self.filters = Filters(look)
        self.kept = ElidedBox()
        self.kept.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.keep = Button(look, N_("&Keep this search"), "save")
        self.forget = Button(look, N_("For&get it"), "x")
        ways = QWidget()
        buttons = ButtonRow(look)
        ways.setLayout(buttons)
        for button in (self.keep, self.forget):
            buttons.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self.kept, 1)
        self._row.addWidget(ways)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self.filters)
        self._all.addLayout(self._row)
        look.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on in further lines where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < self._look.px(_NARROW)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        self.filters.lay(2 if is_narrow else 4)
        for layout in (self._all, self._row):
            layout.setSpacing(self._look.px(8))


class Folding(Button):
    """Unfolds what is folded away where the page is low: else a question would have no room for its answers."""

    folded = Signal()
    """It has become so, or is so no longer."""

    def __init__(self, look: Look, what: Narrowing) -> None:
        """Fold nothing: the page is not known to be low."""
        super().__init__(look, _CLOSED, "chevron-down")
        self._what = what
        self._is_low = False
        self.setCheckable(True)
        self.hide()
        self.toggled.connect(self._on_toggled)

    def fit(self, room: int) -> None:
        """Fold where there is less room than that many pixels, and not where there is more."""
        is_low = room < self._look.px(_LOW)
        if is_low != self._is_low:
            self._is_low = is_low
            self.setVisible(is_low)
            self._on_toggled()

    def tell(self, is_narrowed: bool) -> None:
        """Say whether filters are in use: folded away, they would not be seen."""
        self.say(_IN_USE if is_narrowed else _CLOSED)

    @property
    def is_low(self) -> bool:
        """Say whether there is little room."""
        return self._is_low

    def _on_toggled(self, _is_down: bool = False) -> None:
        is_open = self.isChecked() or not self._is_low
        self._what.setVisible(is_open)
        self.folded.emit()
