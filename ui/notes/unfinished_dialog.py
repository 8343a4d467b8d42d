# SPDX-License-Identifier: MIT
"""Everything that was typed and is not ink yet, newest first, chosen with Return. It finds and writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.pencil import Pencil
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Role, Row, RowDelegate


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One piece of typing, as the list says it."""

    pencil: Pencil
    where: str
    """What it stood in, already translated."""
    when: str


class UnfinishedDialog(QDialog):
    """Asked with `open`; says what was chosen. Nothing can be thrown away here."""

    chosen = Signal(object)
    """The Pencil to go on with."""

    def __init__(self, look: Look, found: Sequence[Unfinished], parent: QWidget | None = None) -> None:
        """List what was found."""
        super().__init__(parent)
        self.setWindowTitle(_(N_("Unfinished")))
        self.list, self._rows = QListView(), _Rows(found, self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowDelegate(look, lines=2, chips=False))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(_(N_("Unfinished")))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.take = Button(look, N_("&Go on with it"), primary=True)
        self.leave = Button(look, N_("&Close"))
        self._build(look)
        self.list.activated.connect(self._on_taken)
        self.take.clicked.connect(self._on_taken)
        self.leave.clicked.connect(self.reject)
        self.list.setCurrentIndex(self._rows.index(0, 0))
        self.list.setFocus()

    def _on_taken(self, _what: object = None) -> None:
        at = self.list.currentIndex().row()
        self.accept()
        if at >= 0:
            self.chosen.emit(self._rows.found[at].pencil)

    def _build(self, look: Look) -> None:
        everything = QVBoxLayout(self)
        everything.setContentsMargins(*[look.px(24)] * 4)
        everything.setSpacing(look.px(12))
        everything.addWidget(Label(N_("Unfinished"), "title"))
        about = N_("Typed and kept, but not ink yet. What you leave here stays.")
        everything.addWidget(Label(about, "body", "muted", wrap=True))
        everything.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        everything.addLayout(buttons)
        self.take.setDefault(True)
        self.resize(look.px(560), look.px(400))


class _Rows(QAbstractListModel):
    def __init__(self, found: Sequence[Unfinished], parent: QObject) -> None:
        super().__init__(parent)
        self.found = found

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each = self.found[index.row()]
        if role == Role.ROW:
            return Row(each.where, each.pencil.text, (), each.when)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join((each.where, each.when, each.pencil.text[:400]))
        return None
