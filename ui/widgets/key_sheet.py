# SPDX-License-Identifier: MIT
"""The sheet of keys (F1): every action with its keys, in groups. Which actions there are is given from outside."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import Button, shown_keys
from ui.widgets.labels import Label

Groups = Mapping[str, Sequence[tuple[str, str]]]
"""Group title → (action, keys as "Ctrl+N"); words already translated."""


class KeySheet(QDialog):
    """One scrolling page, closed with Escape."""

    def __init__(self, look: Look, groups: Groups, parent: QWidget | None = None) -> None:
        """Show the groups in their order, in two columns where there is room for them."""
        super().__init__(parent)
        self.setWindowTitle(_(N_("Keys")))
        columns = QHBoxLayout()
        columns.setSpacing(look.px(24) * 2)
        halves = [QVBoxLayout(), QVBoxLayout()]
        for half in halves:
            half.setSpacing(look.px(16))
            columns.addLayout(half, 1)
        filled = [0, 0]
        for title, rows in groups.items():
            shorter = filled.index(min(filled))
            filled[shorter] += len(rows) + 2
            halves[shorter].addLayout(_group(look, title, rows))
        for half in halves:
            half.addStretch(1)
        self._build(look, columns)

    def _build(self, look: Look, columns: QHBoxLayout) -> None:
        page = QWidget()
        page.setProperty("scroll", True)
        page.setLayout(columns)
        columns.setContentsMargins(0, 0, look.px(16), 0)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_(N_("Keys")))
        close = Button(look, N_("&Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        everything = QVBoxLayout(self)
        side = look.px(24)
        everything.setContentsMargins(side, side, side, side)
        everything.setSpacing(look.px(16))
        everything.addWidget(Label(N_("Keys"), "title"))
        everything.addWidget(scroll, 1)
        everything.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(look.px(760), look.px(520))


def _group(look: Look, title: str, rows: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(look.px(8))
    grid.setHorizontalSpacing(look.px(16))
    grid.setColumnStretch(0, 1)
    heading = Label(type="heading")
    heading.show_text(title)
    grid.addWidget(heading, 0, 0, 1, 2)
    for at, (action, keys) in enumerate(rows, start=1):
        words, shown = Label(wrap=True), Label(type="key")
        words.show_text(action)
        shown.show_text(shown_keys(keys))
        grid.addWidget(words, at, 0)
        grid.addWidget(shown, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return grid
