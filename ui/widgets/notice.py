# SPDX-License-Identifier: MIT
"""A notice in the place that asked: trouble with its advice, a warning, or good news. Wording comes from outside."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from resources.language import N_
from ui.look import Look
from ui.widgets.buttons import Button, IconButton
from ui.widgets.icons import picture
from ui.widgets.labels import Label, restyle

_ICONS = {"bad": "circle-x", "warn": "triangle-alert", "ok": "circle-check", "info": "info"}


class Notice(QFrame):
    """Hidden until it has something to tell; told again, it replaces what it said."""

    def __init__(self, look: Look) -> None:
        """Make it, hidden."""
        super().__init__()
        self._look, self._tone = look, "info"
        self.setProperty("notice", True)
        self._icon = QLabel()
        self.message = Label(type="strong", wrap=True)
        self.advice = Label(wrap=True)
        for label in (self.message, self.advice):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = Button(look, "")
        """What can be done about it at once; hidden unless something is on offer."""
        self._answer: Callable[[], object] | None = None
        self._close = IconButton(look, "x", N_("Close this message"))
        self._close.clicked.connect(self.hide)
        self.action.clicked.connect(self._on_action)
        self._words = QVBoxLayout()
        self._words.addWidget(self.message)
        self._words.addWidget(self.advice)
        self._words.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        look.changed.connect(self._fit)
        self._fit()
        self.hide()

    def tell(self, message: str, advice: str = "", tone: str = "bad") -> None:
        """Show the words, already translated; tone is bad, warn, ok or info. A screen reader says them at once."""
        self._tone, self._answer = tone, None
        self.action.hide()
        restyle(self, tone=tone)
        self.message.show_text(message)
        self.advice.show_text(advice)
        self.advice.setVisible(bool(advice))
        self.setAccessibleName(f"{message} {advice}".strip())
        self._fit()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def offer(self, key: str, answer: Callable[[], object]) -> None:
        """Offer to do something about what was just told, by a button that says the gettext key."""
        self._answer = answer
        self.action.say(key)
        self.action.show()

    def _on_action(self) -> None:
        if self._answer is not None:
            self._answer()

    def _fit(self) -> None:
        role = self._tone if self._tone != "info" else "accent"
        self._icon.setPixmap(picture(self._look, _ICONS[self._tone], role, 18, self.devicePixelRatioF()))
        self._row.setContentsMargins(self._look.px(12), self._look.px(4), self._look.px(4), self._look.px(4))
        self._row.setSpacing(self._look.px(12))
        self._words.setSpacing(self._look.px(4))
        self._words.setContentsMargins(0, self._look.px(8), 0, self._look.px(8))
        self._icon.setContentsMargins(0, self._look.px(8), 0, 0)
