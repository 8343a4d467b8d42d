# SPDX-License-Identifier: MIT
"""Where the four parts of the desk stand: side by side where there is room, else behind tabs. It knows no notes."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabBar, QVBoxLayout, QWidget

from resources.language import N_, _
from ui.look import Look

NAMES = {
    "timetable": N_("Timetable"),
    "notes": N_("Notes"),
    "text": N_("Text"),
    "framework": N_("Framework"),
}
WIDE, MIDDLE, TALL = 1020, 560, 430
"""Pixels at 100 %: from here all columns, two columns, and timetable above notes."""


class Places(QWidget):
    """Timetable over notes at the left, the text in the middle, the framework at the right."""

    def __init__(self, look: Look, parts: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        """Place the four parts, named as NAMES names them."""
        super().__init__(parent)
        self._look, self._parts = look, parts
        self._chosen, self._left = "text", "notes"
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._column, self._row = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Horizontal)
        self._all = QVBoxLayout(self)  # from outside inwards: each part is dressed once, where it stays
        self._all.addWidget(self.tabs)
        self._all.addWidget(self._row, 1)
        for splitter in (self._column, self._row):
            splitter.setChildrenCollapsible(False)
        self._row.addWidget(self._column)
        self._column.addWidget(parts["timetable"])
        self._column.addWidget(parts["notes"])
        for part in (parts["text"], parts["framework"]):
            self._row.addWidget(part)
        for at, share in enumerate((32, 42, 34)):
            self._row.setStretchFactor(at, share)
        self._column.setStretchFactor(0, 4)
        self._column.setStretchFactor(1, 5)
        self._tabs: list[str] = []
        self._room: tuple[int, bool] | None = None
        self.tabs.currentChanged.connect(self._on_tab)
        look.changed.connect(self._fit)
        self._fit()

    def bring(self, name: str) -> None:
        """Make a part visible, wherever it stands."""
        if name in ("timetable", "notes"):
            self._left = name
        self._chosen = name
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew when the room is another."""
        super().resizeEvent(event)
        room = self._measured()
        if room != self._room:
            self._room = room
            self._arrange()
            self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Say the tabs again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _measured(self) -> tuple[int, bool]:
        """Return how many columns there is room for, and whether the left one holds two parts."""
        wide, high = (100 * size / self._look.percent for size in (self.width(), self.height()))
        return (3 if wide >= WIDE else 2 if wide >= MIDDLE else 1), high >= TALL

    def _arrange(self) -> None:
        columns, is_tall = self._measured()
        side = "framework" if self._chosen == "framework" else "left"
        shows_left = columns == 3 or (columns == 2 and side == "left") or self._chosen in ("timetable", "notes")
        self._parts["text"].setVisible(columns > 1 or self._chosen == "text")
        self._parts["framework"].setVisible(columns == 3 or self._chosen == "framework")
        self._column.setVisible(shows_left)
        self._parts["timetable"].setVisible(is_tall or self._left == "timetable")
        self._parts["notes"].setVisible(is_tall or self._left == "notes")
        self._tabs = [name for name in NAMES if self._needs_tab(name, columns, is_tall)]
        self._say()

    def _needs_tab(self, name: str, columns: int, is_tall: bool) -> bool:
        if name == "timetable":
            return not is_tall
        if name == "notes":
            return not is_tall or columns < 3
        return columns == 1 if name == "text" else columns < 3

    def _say(self) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(self._tabs):
            self.tabs.removeTab(self.tabs.count() - 1)
        for at, name in enumerate(self._tabs):
            if at == self.tabs.count():
                self.tabs.addTab("")
            self.tabs.setTabText(at, _(NAMES[name]))
        if (shown := self._shown_tab()) in self._tabs:
            self.tabs.setCurrentIndex(self._tabs.index(shown))
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(self._tabs) > 1)
        self.tabs.setAccessibleName(_(N_("Parts of the desk")))

    def _shown_tab(self) -> str:
        if self._chosen in self._tabs:
            return self._chosen
        return self._left if self._left in self._tabs else "notes"

    def _on_tab(self, at: int) -> None:
        if 0 <= at < len(self._tabs):
            self.bring(self._tabs[at])

    def _share(self) -> None:
        wide, high = self.width(), self.height()
        columns = self._measured()[0]
        self._row.setSizes(
            [wide * 31 // 108, wide * 43 // 108, wide * 34 // 108]
            if columns == 3
            else [wide * 42 // 100, wide * 58 // 100, wide * 42 // 100]
        )
        self._column.setSizes([high * 4 // 9, high * 5 // 9])

    def _fit(self) -> None:
        gap = self._look.px(12)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.setSpacing(self._look.px(8))
        for splitter in (self._column, self._row):
            splitter.setHandleWidth(gap)
        self._room = None
        self._arrange()
