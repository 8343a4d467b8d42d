# SPDX-License-Identifier: MIT
"""Types in what the authority said to a draft by letter or telephone: to which paragraph, of what kind, on what."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from resources.language import N_, _
from storage.acts import challenges as acts
from storage.errors import Trouble
from storage.model import clock
from storage.model.challenge import CHALLENGE_KINDS, WHOLE
from storage.model.letter import WholeLetter
from storage.model.pair import paragraphs
from ui.desk import Desk
from ui.letters.fields import DateField, FieldSheet, choice

_MOST = 70
"""Characters of a paragraph by which it is told from others."""


class ChallengeSheet(FieldSheet):
    """One comment of the authority."""

    def __init__(self, desk: Desk, letter: WholeLetter, parent: QWidget | None = None) -> None:
        """Ask for it."""
        super().__init__(desk.look, N_("What the authority said"), N_("&Write it down"), parent)
        self._desk, self._letter = desk, letter
        self._texts = {each.paragraph.id: each.text for each, _title in paragraphs(letter)}
        options = [(key, text if len(text) <= _MOST else f"{text[:_MOST]}…") for key, text in self._texts.items()]
        self.paragraph = choice([(WHOLE, _("The letter as a whole")), *options])
        self.paragraph.setSizeAdjustPolicy(self.paragraph.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.paragraph.setMinimumContentsLength(30)
        self.kind = choice([(code, _(name)) for code, name in CHALLENGE_KINDS.items()], "fact")
        self.text, self.proof, self.by = QPlainTextEdit(), QLineEdit(), QLineEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 4 + desk.look.px(20))
        self.day = DateField(desk.look, _today())
        self.ask(N_("&Paragraph"), self.paragraph)
        self.ask(N_("&Kind"), self.kind)
        self.ask(N_("What it &says"), self.text)
        self.ask(N_("&Evidence it names"), self.proof)
        self.ask(N_("Said &by, by role"), self.by)
        self.ask(N_("Received &on"), self.day)
        self.text.setFocus()

    def on_act(self) -> None:
        """Write it down; trouble is told here."""
        paragraph = str(self.paragraph.currentData())
        fields = {
            "paragraph_id": paragraph,
            "quoted": self._texts.get(paragraph, ""),
            "kind": str(self.kind.currentData()),
            "proof": self.proof.text().strip(),
            "said_by": self.by.text().strip(),
            "received": self.day.day(),
        }
        try:
            acts.write(self._desk.store, self._letter.letter, self.text.toPlainText(), **fields)
        except Trouble as trouble:
            self.tell(trouble)
            return
        self.accept()


def _today() -> date:
    return clock.now().astimezone().date()
