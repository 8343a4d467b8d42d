# SPDX-License-Identifier: MIT
"""What verifying said, in plain words: the judgement first, then what it rests on. The words: reports/signing."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reports.signing.verdict import Verdict, plain_words
from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.icons import picture
from ui.widgets.labels import Label, restyle


class VerdictView(QFrame):
    """The judgement with its sign, and a sentence a line."""

    def __init__(self, look: Look) -> None:
        """Make it, hidden until there is a verdict."""
        super().__init__()
        self._look = look
        self._verdict: Verdict | None = None
        self.setProperty("notice", True)
        self._icon = QLabel()
        self.judgement = _selectable("strong")
        self.reasons: list[Label] = []
        self._words = QVBoxLayout()
        self._words.addWidget(self.judgement)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        look.changed.connect(self._fit)
        self._fit()
        self.hide()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show a verdict, or nothing."""
        self._verdict = verdict
        self._say()
        self._fit()
        self.setVisible(verdict is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        judgement, *reasons = plain_words(self._verdict) if self._verdict else ("",)
        self.judgement.show_text(judgement)
        for label in self.reasons:
            label.deleteLater()
        self.reasons = [_selectable("body") for _each in reasons]
        for label, reason in zip(self.reasons, reasons, strict=True):
            label.show_text(reason)
            self._words.addWidget(label)
        self.setAccessibleName(" ".join((judgement, *reasons)))

    def _fit(self) -> None:
        well = bool(self._verdict and self._verdict.is_well)
        restyle(self, tone="ok" if well else "bad")
        icon, role = ("shield-check", "ok") if well else ("circle-x", "bad")
        self._icon.setPixmap(picture(self._look, icon, role, 20, self.devicePixelRatioF()))
        side = self._look.px(12)
        self._row.setContentsMargins(side, side, side, side)
        self._row.setSpacing(side)
        self._words.setSpacing(self._look.px(8))


def _selectable(type: str) -> Label:
    label = Label(type=type, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class VerdictDialog(QDialog):
    """A verdict about a file, to be read and closed."""

    def __init__(self, look: Look, verdict: Verdict, name: str, parent: QWidget | None = None) -> None:
        """Show the verdict about something with a name."""
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(_(N_("Verification")))
        self.view = VerdictView(look)
        self.close_button = Button(look, N_("&Close"), primary=True)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        title = Label(type="title", wrap=True)
        title.show_text(name)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        everything = QVBoxLayout(self)
        side = look.px(24)
        everything.setContentsMargins(side, side, side, side)
        everything.setSpacing(look.px(16))
        everything.addWidget(title)
        everything.addWidget(self.view)
        everything.addStretch(1)
        everything.addLayout(row)
        self.view.show_verdict(verdict)
        self.setMinimumWidth(look.px(460))
        self.close_button.setFocus()
