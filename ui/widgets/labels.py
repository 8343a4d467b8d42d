# SPDX-License-Identifier: MIT
"""Labels that say a gettext key in the language in use, and say it again when that changes. Never rich text.

Content (what a person wrote) is shown with `show_text` and is never translated.
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QWidget

from resources.language import _
from ui.widgets.kin import let_name


class Label(QLabel):
    """One text. `type`: title, heading, body, small, strong, key or code; `tone`: muted, ok, warn or bad."""

    def __init__(self, key: str = "", type: str = "body", tone: str = "", wrap: bool = False) -> None:
        """Say the key."""
        super().__init__()
        self._key, self._values = key, dict[str, object]()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self._say()

    def say(self, key: str, **values: object) -> None:
        """Say another key, with values put in after translating."""
        self._key, self._values = key, values
        self._say()

    def show_text(self, text: str) -> None:
        """Show text as it is."""
        self._key = ""
        self.setText(text)

    def setBuddy(self, field: QWidget) -> None:
        """Let the letter of its words go to a field."""
        let_name(self, field)

    def set_tone(self, tone: str) -> None:
        """Change the tone; the words must say the same, for who sees no colour."""
        restyle(self, tone=tone)

    def changeEvent(self, event: QEvent) -> None:
        """Say the key again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        if self._key:
            self.setText(_(self._key).format(**self._values) if self._values else _(self._key))


def add_row(form: QFormLayout, key: str, field: QWidget) -> Label:
    """Add a field under a label (a gettext key) whose letter goes to it and whose words name it; return the label."""
    label = Label(key)
    label.setBuddy(field)
    field.setAccessibleName(_(key).replace("&", ""))
    form.addRow(label, field)
    return label


class ElidedLabel(Label):
    """One line that gives way to a narrow place: cut with an ellipsis, whole in its tooltip."""

    def __init__(self, key: str = "", type: str = "body", tone: str = "") -> None:
        """Say the key on one line."""
        super().__init__(key, type, tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return that any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        whole = self.text().replace("\n", " ")
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(whole if shown != whole else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet looks at, and let it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
