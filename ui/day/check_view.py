# SPDX-License-Identifier: MIT
"""Ready for the visit, and close of day, on the screen: the check is asked for, and a line said of each thing."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from reports.sheets import words
from reports.sheets.ready import judgement
from resources.language import N_, _
from storage.readiness import KINDS, Readiness
from ui.day.rows import FoundDelegate, found_row
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.row_view import RowView

_TONES = {"fine": "ok", "look": "warn", "not_ready": "bad"}


class CheckView(QWidget):
    """Which check, the passphrase for a real restore, and what the last one found."""

    asked = Signal()
    kind_changed = Signal()
    identity_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Lay it out."""
        super().__init__()
        self._look = look
        self._outcome: Readiness | None = None
        self.kind, self.found = QComboBox(), RowView(look, lines=2, chips=False)
        self.passphrase = PassphraseField(look, N_("Passphrase, for a real restore"))
        self.check = Button(look, N_("&Check now"), "shield-check", primary=True)
        self.identity = Button(look, N_("Open a signing &identity…"), "signature")
        self.found.setItemDelegate(FoundDelegate(look, lines=2, chips=False))
        self.answer = Notice(look)
        for code in KINDS:
            self.kind.addItem("", code)
        self._build()
        self.show_check(None)

    def chosen(self) -> str:
        """Return which check is chosen, one of KINDS."""
        return str(self.kind.currentData())

    def show_check(self, outcome: Readiness | None) -> None:
        """Show what the last check of the chosen kind found, or that there was none."""
        self._outcome = outcome
        for at, name in enumerate(KINDS.values()):
            self.kind.setItemText(at, _(name))
        self.kind.setAccessibleName(_(N_("Which check")))
        rows = [(each.subject, found_row(each)) for each in outcome.found] if outcome else []
        self.found.show_rows(rows, _(N_("What the check found")))
        self.found.setVisible(bool(rows))
        if outcome is None:
            told = _(N_("It looks at everything a day on site stands on, in under a minute."))
            self.answer.tell(_(N_("Not checked on this laptop yet.")), told, "info")
        else:
            checked = _(N_("Checked {when}, in {seconds} s"))
            when = checked.format(when=words.moment(outcome.at), seconds=f"{outcome.seconds:.1f}")
            self.answer.tell(judgement(outcome), when, _TONES[outcome.level])

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_check(self._outcome)

    def _build(self) -> None:
        card = Card(self._look, N_("Ready for the visit, and close of day"))
        label = Label(N_("&Passphrase, to restore the newest backup on trial; without it the last trial is told"))
        label.setWordWrap(True)
        label.setBuddy(self.passphrase.edit)
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.check)
        card.corner.addWidget(self.identity)
        card.body.addWidget(label)
        card.body.addLayout(row)
        card.body.addWidget(self.answer)
        card.body.addWidget(self.found, 1)
        card.body.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.check.clicked.connect(self.asked)
        self.passphrase.submitted.connect(self.asked)
        self.kind.activated.connect(self.kind_changed)
        self.identity.clicked.connect(self.identity_asked)
