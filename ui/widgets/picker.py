# SPDX-License-Identifier: MIT
"""Type a few letters and press Return: what is found is linked, or taken off where it is linked. It writes nothing.

What can be picked, and what is linked already, is given to it each time it is opened.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QListView, QVBoxLayout, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.models.places import Place
from ui.widgets.labels import Label
from ui.widgets.ranking import Entry, Ranking
from ui.widgets.row_delegate import Role, Row, RowDelegate
from ui.widgets.search_field import SearchField

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class _Found(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.places: Sequence[Place] = ()
        self.linked: Collection[str] = ()

    def show(self, places: Sequence[Place]) -> None:
        self.beginResetModel()
        self.places = places
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.places[index.row()]
        mark = _(N_("Linked")) if place.key in self.linked else ""
        if role == Role.ROW:
            return Row(place.title, place.where, time=mark)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (place.title, place.where, mark) if part)
        return None


class Picker(QDialog):
    """A sheet over the desk, gone at Escape."""

    picked = Signal(str)
    """The key of a place that is to be linked."""
    dropped = Signal(str)
    """The key of a place that is linked and is not to be."""

    def __init__(self, look: Look, field: str, none: str, parent: QWidget | None = None) -> None:
        """Make the picker, hidden; its field is called by a gettext key, and another says that nothing was found."""
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._look = look
        self._ranking = Ranking(())
        self._places: dict[str, Place] = {}
        self.about = Label("", "small", "muted")
        self.field = SearchField(look, field)
        self.list = QListView()
        self._found = _Found(self)
        self.list.setModel(self._found)
        self.list.setItemDelegate(RowDelegate(look, lines=1, chips=False))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the field, and move the list from there
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = Label(none, tone="muted", wrap=True)
        self.hint = Label(N_("↑ ↓ choose · Return link or unlink · Esc close"), "small", "muted")
        self.list.clicked.connect(self._on_clicked)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self._build()
        look.changed.connect(self._fit)
        self._fit()

    def ask(self, about: str, places: Sequence[Place], linked: Collection[str]) -> None:
        """Open over the parent with these places; `about`, already translated, says what they are picked for."""
        self._places = {place.key: place for place in places}
        self._found.linked = linked
        self._ranking = Ranking(Entry(place.title, f"{place.where} {place.other}", place.key) for place in places)
        self.about.show_text(about)
        self.field.clear()
        self._on_typed("")
        self.setWindowTitle(about)
        self.list.setAccessibleName(about)
        if (parent := self.parentWidget()) is not None:
            corner = parent.mapToGlobal(parent.rect().topLeft())
            self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + self._look.px(24))
        self.open()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrow keys move the list, and Return choose."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                row = min(max(self.list.currentIndex().row() + _MOVES[key], 0), self._found.rowCount() - 1)
                self.list.setCurrentIndex(self._found.index(row, 0))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            key = self._found.places[index.row()].key
            self.accept()  # first: what follows may tell trouble in the panel
            (self.dropped if key in self._found.linked else self.picked).emit(key)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _on_typed(self, text: str) -> None:
        best = self._ranking.best(text, 200)
        self._found.show([self._places[entry.keys] for entry in best])
        self.list.setVisible(bool(best))
        self.none.setVisible(not best)
        if best:
            self.list.setCurrentIndex(self._found.index(0, 0))

    def _build(self) -> None:
        self._frame = QFrame()
        self._frame.setProperty("popup", True)
        inside = QVBoxLayout(self._frame)
        for part in (self.about, self.field, self.list, self.none, self.hint):
            inside.addWidget(part)
        inside.setStretchFactor(self.list, 1)
        inside.insertStretch(4)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._frame)

    def _fit(self) -> None:
        side = self._look.px(12)
        if (layout := self._frame.layout()) is not None:
            layout.setContentsMargins(side, side, side, side)
            layout.setSpacing(self._look.px(8))
        self.resize(self._look.px(520), self._look.px(400))
