# SPDX-License-Identifier: MIT
"""Which column of an authority's list holds what, and what to do about rows that clash: guessed, then as one says."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from resources.language import N_, _
from storage.imports.case_files import Table, is_personal
from storage.imports.cases import COLUMNS, Choices
from storage.imports.dates import STYLES
from ui.look import Look
from ui.widgets.asking_box import AskingBox
from ui.widgets.labels import Label

_ACROSS = 4
"""Fields in a row."""
_NONE = N_("– none –")
_MERGE = N_("Rows with the same &reference are one case")
_LEAVE = N_("Leave &out rows that cannot be read")


class Mapping(QWidget):
    """A field for each column that may be read; there is none for names."""

    changed = Signal()
    """Somebody chose otherwise."""

    def __init__(self, look: Look) -> None:
        """Make the fields, hidden until a list is shown."""
        super().__init__()
        self.columns = {name: QComboBox() for name in COLUMNS}
        self.style_field = AskingBox()
        self.merge, self.leave_out = QCheckBox(), QCheckBox()
        self._style = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(4))
        for at, (name, key, box) in enumerate(self._fields()):
            label = Label(key, "small", "muted")
            label.setBuddy(box)
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(self._on_style if name == "style" else self.changed)
            wide = 2 if name == "style" else 1
            grid.addWidget(label, at // _ACROSS * 2, at % _ACROSS, 1, wide)
            grid.addWidget(box, at // _ACROSS * 2 + 1, at % _ACROSS, 1, wide)
        row = len(self._fields()) // _ACROSS * 2 + 2
        for at, tick in enumerate((self.merge, self.leave_out)):
            tick.toggled.connect(self.changed)
            grid.addWidget(tick, row, at * 2, 1, 2)
        self._say()
        self.hide()

    def show_table(self, table: Table) -> None:
        """Offer a list's columns, as they were guessed; one that speaks of names is not offered."""
        self._style = ""
        for name, box in self.columns.items():
            box.clear()
            box.addItem(_(_NONE), -1)
            for at, title in enumerate(table.head):
                if not is_personal(title):
                    box.addItem(title or str(at + 1), at)
            box.setCurrentIndex(max(0, box.findData(table.columns.get(name, -1))))
        self.show_style("")
        self.show()

    def show_style(self, style: str) -> None:
        """Show how dates are read; an empty style asks."""
        self.style_field.offer(STYLES, style)

    def choices(self) -> Choices:
        """Return what is chosen."""
        at = {name: int(box.currentData()) for name, box in self.columns.items() if box.currentIndex() > 0}
        return Choices(at, self._style, self.merge.isChecked(), self.leave_out.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        """Say names again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _fields(self) -> list[tuple[str, str, QComboBox]]:
        named = [(name, COLUMNS[name], box) for name, box in self.columns.items()]
        return [*named, ("style", N_("How dates are written"), self.style_field)]

    def _on_style(self) -> None:
        self._style = self.style_field.code()
        self.changed.emit()

    def _say(self) -> None:
        for _name, key, box in self._fields():
            box.setAccessibleName(_(key))
        self.merge.setText(_(_MERGE))
        self.leave_out.setText(_(_LEAVE))
