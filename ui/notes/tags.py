# SPDX-License-Identifier: MIT
"""`#` typed on the page: areas whose code or words answer what follows; Return links the note to one."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from resources.language import N_, _
from storage.model.rubric import Rubric
from ui.look import Look
from ui.models.places import Place, places_of
from ui.notes.page import NotePage
from ui.widgets.ranking import Entry, Ranking
from ui.widgets.row_delegate import Role, Row, RowDelegate

MOST = 6
"""Areas offered at once."""
_TAG = re.compile(r"(?<![\w#&/])#([^\W_]{0,24})$")
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class _Offered(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.places: Sequence[Place] = ()

    def show(self, places: Sequence[Place]) -> None:
        self.beginResetModel()
        self.places = places
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.places[index.row()]
        if role == Role.ROW:
            return Row(place.title, place.where)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{place.title} · {place.where}"
        return None


class Tags(QListView):
    """The list beside the hand; the keys stay on the page, and move it from there."""

    picked = Signal(str)
    """"rubric:code" of the area that the note is to be linked to."""

    def __init__(self, look: Look, page: NotePage) -> None:
        """Watch a page; hidden until a # is typed."""
        super().__init__(page)
        self._look, self._page = look, page
        self._places: dict[str, Place] = {}
        self._ranking = Ranking(())
        self._offered = _Offered(self)
        self.setModel(self._offered)
        self.setItemDelegate(RowDelegate(look, lines=1, chips=False))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("popup", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_(N_("Areas")))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)
        page.typed.connect(self._on_typed)
        page.installEventFilter(self)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def offer(self, rubrics: Sequence[Rubric]) -> None:
        """Tell which rubrics the visit uses."""
        self._places = {place.key: place for place in places_of(rubrics)}
        self._ranking = Ranking(
            Entry(each.title, f"{each.where} {each.other}", each.key) for each in places_of(rubrics)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that move and choose while the list is shown; a whole code and a space link by themselves."""
        if watched is self._page and event.type() == QEvent.Type.FocusOut:
            self.hide()
        if watched is self._page and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._answer(Qt.Key(event.key()), event.text())
        return super().eventFilter(watched, event)

    def _answer(self, key: Qt.Key, text: str) -> bool:
        if self.isVisible() and key in _STEPS:
            row = (self.currentIndex().row() + _STEPS[key]) % self._offered.rowCount()
            self.setCurrentIndex(self._offered.index(row, 0))
            return True
        if self.isVisible() and key in _TAKES:
            self._take(self._offered.places[self.currentIndex().row()], " ")
            return True
        if self.isVisible() and key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if text and text in " .,;:)\n\r" and (place := self._whole()) is not None:
            self._take(place, "")
        return False

    def _typed(self) -> str | None:
        """Return what stands after the # before the hand, or None for no #."""
        cursor = self._page.textCursor()
        if cursor.hasSelection() or self._page.isReadOnly():
            return None
        found = _TAG.search(cursor.block().text()[: cursor.positionInBlock()])
        return found.group(1) if found else None

    def _whole(self) -> Place | None:
        code = (self._typed() or "").casefold()
        return next((each for each in self._places.values() if code and _code(each).casefold() == code), None)

    def _take(self, place: Place, after: str) -> None:
        self.hide()
        cursor = self._page.textCursor()
        typed = self._typed() or ""
        for _letter in typed:
            cursor.deletePreviousChar()
        cursor.insertText(f"{_code(place)}{after}")
        self.hide()
        self._soon.stop()
        self.picked.emit(place.key)

    def _on_typed(self) -> None:
        if self.isVisible() or self._typed() is not None:
            self._soon.start(0)  # after the letter is painted

    def _on_soon(self) -> None:
        typed = self._typed()
        found = [] if typed is None else self._answers(typed)
        if not found:
            self.hide()
            return
        self._offered.show(found)
        self.setCurrentIndex(self._offered.index(0, 0))
        self._place()
        self.show()
        self.raise_()

    def _answers(self, typed: str) -> list[Place]:
        """Return codes that begin so, in the rubric's order, before words that answer."""
        begun = [each for each in self._places.values() if _code(each).casefold().startswith(typed.casefold())]
        more = [self._places[each.keys] for each in self._ranking.best(typed, MOST)]
        return list(dict.fromkeys([*begun, *more]))[:MOST]

    def _place(self) -> None:
        hand, room = self._page.cursorRect(), self._page.rect()
        hand.translate(self._page.viewport().pos())
        wide = min(self._look.px(380), room.width())
        high = self._offered.rowCount() * self.sizeHintForRow(0) + self._look.px(8)
        high = min(high, max(hand.top(), room.height() - hand.bottom()))
        below = room.height() - hand.bottom() >= high
        left = max(0, min(hand.left(), room.width() - wide))
        self.setGeometry(left, hand.bottom() if below else max(0, hand.top() - high), wide, high)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(self._offered.places[index.row()], " ")


def _code(place: Place) -> str:
    return place.key.partition(":")[2]
