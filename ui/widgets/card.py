# SPDX-License-Identifier: MIT
"""A card on the quiet ground: a title, a place at its right, and a body. What is in it is others' affair."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.labels import ElidedLabel, Label


class Card(QFrame):
    """One card; add to `body`, and small things to `corner`."""

    def __init__(self, look: Look, title: str = "", hint: str = "") -> None:
        """Say the title and a line under it (gettext keys), where given."""
        super().__init__()
        self._look = look
        self.setProperty("card", True)
        self.title = ElidedLabel(title, "heading")
        """The heading; `show_text` it for a name that a person gave."""
        self.hint = Label(hint, "small", "muted", wrap=True)
        self.corner = QHBoxLayout()
        """Right of the title."""
        self.body = QVBoxLayout()
        """Under the title."""
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addLayout(self.corner)
        self._all = QVBoxLayout(self)
        for part in (head, self.hint, self.body):
            _add(self._all, part)
        self._all.setStretchFactor(self.body, 1)
        self.title.setVisible(bool(title))
        self.hint.setVisible(bool(hint))
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        side, gap = self._look.px(16), self._look.px(8)
        self._all.setContentsMargins(side, self._look.px(12), side, side)
        self._all.setSpacing(gap)
        self.body.setSpacing(gap)
        self.corner.setSpacing(self._look.px(4))


def _add(layout: QVBoxLayout, part: QLayout | QWidget) -> None:
    if isinstance(part, QLayout):
        layout.addLayout(part)
    else:
        layout.addWidget(part)
