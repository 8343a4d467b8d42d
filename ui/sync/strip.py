# SPDX-License-Identifier: MIT
"""The quiet strip at the foot of every page: how this laptop stands with the office; pressed, it syncs or asks."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.sync.words import State, of_state
from ui.widgets.buttons import IconButton
from ui.widgets.icons import icon

_ROLES = {"": "text", "muted": "muted", "ok": "success", "warn": "warning", "bad": "danger"}


class SyncStrip(QWidget):
    """An icon and a few words; while a sync is under way, a button that stops it."""

    asked = Signal()
    """The person wants to sync, or to see why not."""
    stop_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Show nothing until a state is given."""
        super().__init__()
        self._look, self._state = look, State()
        self.button = QToolButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.stop = IconButton(look, "x", N_("Stop syncing"))
        self.button.clicked.connect(self.asked)
        self.stop.clicked.connect(self.stop_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.button)
        row.addWidget(self.stop)
        look.changed.connect(self._say)
        self.hide()

    def show_state(self, state: State) -> None:
        """Show how it stands."""
        self._state = state
        self.show()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        told = of_state(self._state)
        self.button.setText(f" {told.words}")
        self.button.setIcon(icon(self._look, told.icon, _ROLES[told.tone]))
        self.button.setIconSize(QSize(self._look.px(14), self._look.px(14)))
        for button in (self.button, self.stop):
            button.setStyleSheet(_sheet(self._look))
        does = _(N_("Syncs now")) if self._state.syncs else _(N_("Opens the page of sync"))
        self.button.setAccessibleName(told.words)
        self.button.setAccessibleDescription(does)
        self.button.setToolTip(does)
        self.stop.setVisible(self._state.phase == "busy")


def _sheet(look: Look) -> str:
    """Lower than other buttons: the foot of the window is one line of small words."""
    ring, radius, pad = look.px(look.tokens.ring), look.px(4), look.px(6)
    hover, focus, size = look.tokens["hover"], look.tokens["focus"], look.font("small").pointSizeF()
    return (
        f"QToolButton {{ background: transparent; border: {ring}px solid transparent; border-radius: {radius}px;"
        f" padding: 0px {pad}px; min-height: 0; font-size: {size}pt; }}"
        f"QToolButton:hover {{ background: {hover}; }}"
        f"QToolButton:focus {{ border-color: {focus}; }}"
    )
