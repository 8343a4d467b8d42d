# SPDX-License-Identifier: MIT
"""A sheet over the window: type a few letters, press Return. The keys stay in the field and move the list from there.

What answers, and what is done with what is chosen, is its children's: command_palette.py, picker.py.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from resources.language import N_
from ui.look import Look
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Row
from ui.widgets.row_view import RowView
from ui.widgets.search_field import SearchField

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class TypingSheet(QDialog):
    """Gone at Escape."""

    hint = N_("↑ ↓ choose · Return do it · Esc close")
    wide, high, below = 560, 420, 48
    """Pixels at 100 %; the last is how far below the window's edge it stands."""

    def __init__(self, look: Look, field: str, none: str, parent: QWidget | None = None) -> None:
        """Make the sheet, hidden; its field is called by a gettext key, and another says that nothing answers."""
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._look = look
        self.about, self.field = Label("", "small", "muted"), SearchField(look, field)
        self.list = RowView(look, chips=False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = Label(none, tone="muted", wrap=True)
        self.about.hide()
        self.list.clicked.connect(self._on_clicked)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self._build()
        look.changed.connect(self._fit)
        self._fit()

    def answers(self, text: str) -> Sequence[tuple[str, Row]]:
        """Return what answers what is typed, best first, by key; a child says it."""
        raise NotImplementedError

    def take(self, key: str) -> None:
        """Do what is to be done with what was chosen; a child says it. The sheet is gone by then."""

    def show_answers(self) -> None:
        """Ask with an empty field, over the parent."""
        self.field.clear()
        self._on_typed("")
        if (parent := self.parentWidget()) is not None:
            corner = parent.mapToGlobal(parent.rect().topLeft())
            self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + self._look.px(self.below))
        self.open()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrow keys move the list, and Return choose."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                row = min(max(self.list.currentIndex().row() + _MOVES[key], 0), self.list.rows.rowCount() - 1)
                self.list.setCurrentIndex(self.list.rows.index(row))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_clicked(self.list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.reject()
                return True
        return super().eventFilter(watched, event)

    def _on_clicked(self, index: QModelIndex) -> None:
        key = self.list.rows.key(index)
        if key:
            self.accept()  # first: what is done may open a dialog of its own, or tell trouble
            self.take(key)

    def _on_typed(self, text: str) -> None:
        found = self.answers(text)
        self.list.rows.show(found)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.list.rows.index(0))

    def _build(self) -> None:
        self._frame = QFrame()
        self._frame.setProperty("popup", True)
        inside, outside = QVBoxLayout(self._frame), QVBoxLayout(self)
        for part in (self.about, self.field, self.list, self.none, Label(self.hint, "small", "muted")):
            inside.addWidget(part)
        inside.setStretchFactor(self.list, 1)
        inside.insertStretch(4)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._frame)

    def _fit(self) -> None:
        side = self._look.px(12)
        if (layout := self._frame.layout()) is not None:
            layout.setContentsMargins(side, side, side, side)
            layout.setSpacing(self._look.px(8))
        self.resize(self._look.px(self.wide), self._look.px(self.high))
