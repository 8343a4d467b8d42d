# SPDX-License-Identifier: MIT
"""A list of rows, equally high, to stand on. What a row tells is its maker's; how it is drawn: row_delegate.py."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListView

from ui.look import Look
from ui.models.row_list import RowList
from ui.widgets.row_delegate import Row, RowDelegate


class RowView(QListView):
    """Rows by key, in `rows`."""

    def __init__(self, look: Look, lines: int = 1, chips: bool = True) -> None:
        """Show nothing yet; a row will have so many lines of text, and chips or none."""
        super().__init__()
        self._look, self.rows = look, RowList()
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(look, lines=lines, chips=chips))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def minimumSizeHint(self) -> QSize:
        """Return room for a row and a half: one sees that there is more."""
        return QSize(self._look.px(160), self._look.px(104))

    def sizeHint(self) -> QSize:
        """Return little: a list takes the room there is, and asks for none that others need."""
        return self.minimumSizeHint()

    def chosen(self) -> str:
        """Return the key of the row that is chosen, or an empty text."""
        return self.rows.key(self.currentIndex())

    def choose(self, key: str) -> bool:
        """Stand on the row with the key, and say whether there is one."""
        row = self.rows.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row))
            self.scrollTo(self.rows.index(row))
        return row >= 0

    def show_rows(self, rows: Sequence[tuple[str, Row]], name: str, *, on_first: bool = False) -> None:
        """Show rows; what is chosen stays so where it is still there, else `on_first` the first is.

        `name` is for who listens.
        """
        chosen = self.chosen()
        self.setAccessibleName(name)
        self.rows.show(rows)
        row = max(self.rows.row_of(chosen), 0 if rows and on_first else -1)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row))
