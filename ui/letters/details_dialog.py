# SPDX-License-Identifier: MIT
"""Asks for what stands around a letter's body: date, addressee, salutation, subject, close, signatory, copies."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from resources.language import N_
from storage.acts import letters as acts
from storage.errors import Trouble
from storage.model import clock
from storage.model.letter import Letter
from ui.desk import Desk
from ui.letters.fields import DateField, FieldSheet
from ui.look import Look

_MOST = 300
"""Characters of a line on an envelope, generously."""


class _Lines(QPlainTextEdit):
    """A few lines, one a part of an address."""

    def __init__(self, look: Look, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * max(3, len(lines) + 1) + look.px(20))

    def lines(self) -> tuple[str, ...]:
        return tuple(line.strip()[:_MOST] for line in self.toPlainText().splitlines() if line.strip())


class DetailsDialog(FieldSheet):
    """Amends the shell of one letter as it was seen."""

    def __init__(self, desk: Desk, letter: Letter, parent: QWidget | None = None) -> None:
        """Show what the shell holds now."""
        super().__init__(desk.look, N_("Date, address and close"), N_("&Keep"), parent, wide=520)
        self._desk, self._seen = desk, letter
        look = desk.look
        try:
            day = date.fromisoformat(letter.date)
        except ValueError:
            day = clock.now().date()
        self.date = DateField(look, day)
        self.date.speak(letter.language)
        self.addressee, self.copies = _Lines(look, letter.addressee), _Lines(look, letter.copies)
        self.lines = {name: _line(getattr(letter, name)) for name in _NAMES}
        self.ask(N_("&Date it bears"), self.date)
        self.ask(N_("&To: name and address, a line each"), self.addressee)
        for name, key in _NAMES.items():
            self.ask(key, self.lines[name])
        self.ask(N_("Cop&ies to, a line each"), self.copies)
        self.date.setFocus()

    def on_act(self) -> None:
        """Record what was changed; tell trouble here."""
        after = {name: field.text().strip() for name, field in self.lines.items()}
        lists = {"addressee": self.addressee.lines(), "copies": self.copies.lines()}
        try:
            acts.amend(self._desk.store, self._seen, date=self.date.day(), **after, **lists)
        except Trouble as trouble:
            self.tell(trouble)
            return
        self.accept()


_NAMES = {
    "salutation": N_("Sal&utation"),
    "re_line": N_("&Subject"),
    "close": N_("C&losing words"),
    "signatory": N_("Signatory's &name"),
    "signatory_role": N_("Signatory's &role"),
    "second_signatory": N_("S&econd signatory, if there is one"),
    "second_signatory_role": N_("Second si&gnatory's role"),
}


def _line(text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setMaxLength(_MOST)
    field.setCursorPosition(0)
    return field
