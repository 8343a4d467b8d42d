# SPDX-License-Identifier: MIT
"""One line for slow work: what is being done, how far it is, and a way to stop it. It runs nothing itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class ProgressLine(QWidget):
    """Hidden until something begins."""

    cancel_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Make the line, hidden."""
        super().__init__()
        self._look = look
        self.words, self.part = Label(), Label(type="small", tone="muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.cancel = Button(look, N_("&Stop"))
        self.cancel.clicked.connect(self._on_cancel)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.words)
        self._row.addWidget(self.bar, 1)
        self._row.addWidget(self.part)
        self._row.addWidget(self.cancel)
        look.changed.connect(self._fit)
        self._fit()
        self.hide()

    def begin(self, key: str) -> None:
        """Show the line for work called by a gettext key ("Signing the letter")."""
        self.words.say(key)
        self.bar.setAccessibleName(_(key))
        self.cancel.setEnabled(True)
        self.progress(0.0)
        self.show()

    def progress(self, part: float) -> None:
        """Show how much is done, 0.0 to 1.0."""
        self.bar.setValue(round(part * 100))
        self.part.say(N_("{percent} %"), percent=round(part * 100))

    def end(self) -> None:
        """Put the line away."""
        self.hide()

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.words.say(N_("Stopping…"))
        self.cancel_asked.emit()

    def _fit(self) -> None:
        self._row.setSpacing(self._look.px(12))
        self.part.setMinimumWidth(self.part.fontMetrics().horizontalAdvance("100 %"))
