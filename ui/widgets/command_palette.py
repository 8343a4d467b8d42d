# SPDX-License-Identifier: MIT
"""The command palette: type a few letters, press Return. What can be found is given each time it is opened."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QListView, QVBoxLayout, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import shown_keys
from ui.widgets.labels import Label
from ui.widgets.ranking import Entry, Ranking
from ui.widgets.row_delegate import Role, Row, RowDelegate
from ui.widgets.search_field import SearchField

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class _Found(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Role.ROW:
            return Row(entry.title, entry.subtitle, time=shown_keys(entry.keys))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (entry.title, entry.subtitle, shown_keys(entry.keys)) if part)
        return None


class CommandPalette(QDialog):
    """A sheet over the window, gone at Escape."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make the palette, hidden."""
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._look, self._ranking = look, Ranking(())
        self.field = SearchField(look, N_("Find an action, a note, an area…"))
        self.list = QListView()
        self._found = _Found(self)
        self.list.setModel(self._found)
        self.list.setItemDelegate(RowDelegate(look, lines=1, chips=False))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the field, and move the list from there
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._on_clicked)
        self.none = Label(N_("Nothing is called that. Try fewer letters."), tone="muted")
        self.hint = Label(N_("↑ ↓ choose · Return do it · Esc close"), "small", "muted")
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self._build()
        look.changed.connect(self._fit)
        self._fit()

    def ask(self, entries: Iterable[Entry]) -> None:
        """Open over the parent with these entries; the first few are shown before anything is typed."""
        self._ranking = Ranking(entries)
        self.field.clear()
        self._on_typed("")
        self.setWindowTitle(_(N_("Find and do")))
        if (parent := self.parentWidget()) is not None:
            corner = parent.mapToGlobal(parent.rect().topLeft())
            self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + self._look.px(48))
        self.open()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrow keys move the list, and Return choose."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self._move(_MOVES[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        row = min(max(self.list.currentIndex().row() + by, 0), self._found.rowCount() - 1)
        self.list.setCurrentIndex(self._found.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            entry = self._found.entries[index.row()]
            self.accept()  # first: what is done may open a dialog of its own
            entry.do()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _on_typed(self, text: str) -> None:
        self._found.show(self._ranking.best(text))
        found = self._found.rowCount() > 0
        self.list.setVisible(found)
        self.none.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self._found.index(0, 0))

    def _build(self) -> None:
        self._frame = QFrame()
        self._frame.setProperty("popup", True)
        inside = QVBoxLayout(self._frame)
        for part in (self.field, self.list, self.none, self.hint):
            inside.addWidget(part)
        inside.setStretchFactor(self.list, 1)
        inside.insertStretch(3)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._frame)
        self.list.setAccessibleName(_(N_("What was found")))

    def _fit(self) -> None:
        side = self._look.px(12)
        layout = self._frame.layout()
        if layout is not None:
            layout.setContentsMargins(side, side, side, side)
            layout.setSpacing(self._look.px(8))
        self.resize(self._look.px(560), self._look.px(420))
