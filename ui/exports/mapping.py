# SPDX-License-Identifier: MIT
"""Which column of a CSV holds what, and how its dates are written: guessed first, then as the person says."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from resources.language import N_, _
from storage.imports.dates import STYLES
from storage.imports.sheets import COLUMNS, Sheet
from ui.look import Look
from ui.widgets.asking_box import AskingBox
from ui.widgets.labels import Label

_ACROSS = 3
"""Fields in a row."""


class Mapping(QWidget):
    """A field for each column, and one for the dates."""

    changed = Signal()
    """Somebody chose otherwise."""

    def __init__(self, look: Look) -> None:
        """Make the fields, hidden until a sheet is shown."""
        super().__init__()
        self.columns = {name: QComboBox() for name in COLUMNS}
        self.style_field = AskingBox()
        self._labels: dict[str, Label] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        named = [(name, COLUMNS[name], box) for name, box in self.columns.items()]
        for at, (name, key, box) in enumerate([*named, ("style", N_("How dates are written"), self.style_field)]):
            label = self._labels[name] = Label(key)
            label.setBuddy(box)
            box.setAccessibleName(_(key))
            box.activated.connect(self.changed)
            grid.addWidget(label, at // _ACROSS, at % _ACROSS * 2)
            grid.addWidget(box, at // _ACROSS, at % _ACROSS * 2 + 1)
        for at in range(_ACROSS):
            grid.setColumnStretch(at * 2 + 1, 1)
        self.hide()

    def show_sheet(self, sheet: Sheet) -> None:
        """Offer a sheet's columns, as they were guessed; a sheet that knows its own asks only about dates."""
        for name, box in self.columns.items():
            box.clear()
            box.addItem(_(N_("– none –")), -1)
            for at, title in enumerate(sheet.head):
                box.addItem(title or str(at + 1), at)
            box.setCurrentIndex(max(0, box.findData(sheet.columns.get(name, -1))))
            for part in (box, self._labels[name]):
                part.setVisible(sheet.is_mapped)
        self.show()

    def show_style(self, style: str) -> None:
        """Show how dates are read; an empty style asks."""
        self.style_field.offer(STYLES, style)

    def where(self) -> dict[str, int]:
        """Return where each column stands, as chosen."""
        return {name: int(box.currentData()) for name, box in self.columns.items() if int(box.currentData() or 0) >= 0}

    def style_code(self) -> str:
        """Return the style chosen, or an empty text."""
        return self.style_field.code()
