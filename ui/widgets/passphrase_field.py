# SPDX-License-Identifier: MIT
"""A field for a passphrase: hidden or shown, and on request how hard it is to guess. It keeps nothing."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label
from ui.widgets.strength import LEVELS, Strength, strength

_TONES = ("bad", "warn", "ok", "ok")


class _Steps(QWidget):
    """Four steps, filled up to the level; the words beside them say the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.level = look, -1

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(4 * 28), self._look.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._look.px(4)
        wide = (self.width() - 3 * gap) / 4
        for step in range(4):
            filled = step <= self.level
            painter.setPen(self._look.colour(_TONES[self.level] if filled else "edge"))
            painter.setBrush(self._look.colour(_TONES[self.level]) if filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(step * (wide + gap) + 0.5, 0.5, wide - 1, self.height() - 1), 2, 2)


class _Eye(IconButton):
    """Shows what was typed at a press of Space or the mouse. Return goes on as from the field: it shows nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class PassphraseField(QWidget):
    """A line edit with an eye, and under it the strength."""

    changed = Signal(str)
    submitted = Signal()
    """Return was pressed."""

    def __init__(self, look: Look, name: str, measured: bool = False) -> None:
        """Call the field by a gettext key ("Passphrase"); `measured` shows strength, for choosing a new one."""
        super().__init__()
        self._look, self._name, self._measured = look, name, measured
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = _Eye(look, "eye", N_("Show the passphrase"))
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._on_eye)
        self._steps = _Steps(look)
        self.words, self.advice = Label(type="small"), Label(type="small", tone="muted", wrap=True)
        self.edit.textChanged.connect(self._on_text)
        self.edit.returnPressed.connect(self.submitted)
        self.setFocusProxy(self.edit)
        self._build()
        look.changed.connect(self._fit)
        self._fit()
        self._say()
        self._on_text("")

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget what was typed, and hide the next."""
        self.edit.clear()
        self.eye.setChecked(False)

    def strength(self) -> Strength:
        """Return the estimate for what was typed."""
        return strength(self.text())

    def changeEvent(self, event: QEvent) -> None:
        """Say the name again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_eye(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.show_icon("eye-off" if shown else "eye")
        self.eye.say(N_("Hide the passphrase") if shown else N_("Show the passphrase"))

    def _on_text(self, text: str) -> None:
        measured = strength(text)
        self._steps.level = measured.level if text else -1
        self._steps.update()
        self.words.say(LEVELS[measured.level] if text else N_("Four or five words are best"))
        self.words.set_tone(_TONES[measured.level] if text else "muted")
        self.advice.say(measured.advice) if measured.advice else self.advice.show_text("")
        self.edit.setAccessibleDescription(f"{self.words.text()}. {self.advice.text()}" if self._measured else "")
        self.changed.emit(text)

    def _say(self) -> None:
        self.edit.setAccessibleName(_(self._name))

    def _build(self) -> None:
        self._line, self._below, everything = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._line.addWidget(self.edit, 1)
        self._line.addWidget(self.eye)
        self._below.addWidget(self._steps)
        self._below.addWidget(self.words, 1)
        everything.setContentsMargins(0, 0, 0, 0)
        everything.addLayout(self._line)
        everything.addLayout(self._below)
        everything.addWidget(self.advice)
        for part in (self._steps, self.words, self.advice):
            part.setVisible(self._measured)

    def _fit(self) -> None:
        self._line.setSpacing(self._look.px(4))
        self._below.setSpacing(self._look.px(12))
        self._steps.setFixedSize(self._steps.sizeHint())
