# SPDX-License-Identifier: MIT
"""The line at the foot, and the mark that says a text is kept. What is true of keeping is known elsewhere."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from resources.language import N_
from ui.look import Look
from ui.widgets.icons import picture
from ui.widgets.labels import ElidedLabel, Label

TOAST_MS = 6000
"""How long a passing message stays: long enough to read two lines slowly."""


class StatusLine(QFrame):
    """Where the words are, always; and now and then a passing message at the right."""

    def __init__(self, look: Look) -> None:
        """Make the line, empty."""
        super().__init__()
        self._look = look
        self.setProperty("strip", True)
        self.where = ElidedLabel(type="small", tone="muted")
        """The standing sentence: `say` a key."""
        self.toast = Label(type="small")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.toast.clear)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.where, 1)
        self._row.addWidget(self.toast)
        look.changed.connect(self._fit)
        self._fit()

    def add(self, part: QWidget) -> None:
        """Put something at the right end, for always."""
        self._row.addWidget(part)

    def pass_on(self, message: str) -> None:
        """Show a message, already translated, for a few seconds; it is also the toast's accessible name."""
        self.toast.show_text(message)
        self.toast.setAccessibleName(message)
        self._timer.start(TOAST_MS)

    def _fit(self) -> None:
        self._row.setContentsMargins(self._look.px(12), self._look.px(4), self._look.px(12), self._look.px(4))


class KeptMark(QWidget):
    """Beside the title being edited: kept at a time, being kept, or not kept."""

    def __init__(self, look: Look) -> None:
        """Make the mark, blank."""
        super().__init__()
        self._look, self._shown = look, ("", "")
        self._icon, self.words = QLabel(), Label(type="small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon)
        self._row.addWidget(self.words)
        look.changed.connect(self._fit)
        self._fit()

    def kept(self, time: str) -> None:
        """Say that the text was kept at a local time, "10:42:07"."""
        self.words.say(N_("Kept {time}"), time=time)
        self._show("check", "ok")

    def keeping(self) -> None:
        """Say that the last words are on their way to the disk."""
        self.words.say(N_("Keeping…"))
        self._show("pen-line", "muted")

    def not_kept(self) -> None:
        """Say loudly that the words are on the screen only."""
        self.words.say(N_("Not kept yet"))
        self._show("triangle-alert", "bad")

    def _show(self, icon_name: str, tone: str) -> None:
        self._shown = (icon_name, tone)
        self.words.set_tone(tone)
        self._fit()

    def _fit(self) -> None:
        name, tone = self._shown
        if name:
            self._icon.setPixmap(picture(self._look, name, tone, 14, self.devicePixelRatioF()))
        self._row.setSpacing(self._look.px(4))
