# SPDX-License-Identifier: MIT
"""Two small dialogs about one case: put the next in its place, with a reason; or add one that somebody chose."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from resources.language import N_, _
from storage.acts import cases as case_acts
from storage.acts import samples
from storage.errors import Refused, Trouble
from storage.model.case import SELECTIONS, Case
from storage.model.population import number_of
from storage.model.sample import Sample
from storage.model.visit import Visit
from ui.cases.frame import Asking
from ui.desk import Desk
from ui.widgets.labels import Label, add_row


class ReplaceCase(Asking):
    """Asks why a drawn case cannot be read."""

    replaced = Signal(str)
    """The pseudonym of the case that came in; empty when its stratum has none left."""

    def __init__(self, desk: Desk, sample: Sample, case: Case, parent: QWidget | None = None) -> None:
        """Ask about a case of a sample."""
        super().__init__(desk, N_("Replace a case"), N_("&Replace it"), parent)
        self._sample, self._case = sample, case
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_(N_("Why it cannot be read")))
        self.reason.setPlaceholderText(_(N_("The file is at court until Friday")))
        words = Label(wrap=True)
        words.say(
            N_("{case} stays on the sheet with the reason; the next case of its stratum takes its place."),
            case=case.pseudonym,
        )
        name = Label(N_("&Why it cannot be read"))
        name.setBuddy(self.reason)
        for part in (words, name, self.reason):
            self.body.addWidget(part)
        self.reason.textChanged.connect(self.allow)
        self.setMinimumWidth(desk.look.px(480))
        self.allow()
        self.reason.setFocus()

    def may_act(self) -> bool:
        """Say whether there is a reason."""
        return super().may_act() and bool(self.reason.text().strip())

    def on_act(self) -> None:
        """Put the next case in its place."""
        job = samples.replacing(self._sample, self._case.pseudonym, self.reason.text())
        self.doing.start(job, N_("Looking for the next case"), self._on_replaced)
        self.allow()

    def _on_replaced(self, by: str) -> None:
        self.replaced.emit(by)
        self.accept()


class AddCase(Asking):
    """Asks which case, and who chose it."""

    added = Signal(str)
    """The case's identifier."""

    def __init__(self, desk: Desk, visit: Visit, parent: QWidget | None = None) -> None:
        """Ask for a case of a visit."""
        super().__init__(desk, N_("Add a case"), N_("&Add it"), parent)
        self._visit = visit
        self.name_field, self.selection = QLineEdit(), QComboBox()
        self.name_field.setPlaceholderText("CASE-07")
        for code in ("tracked", "authority"):
            self.selection.addItem(_(SELECTIONS[code]), code)
        form = QFormLayout()
        form.setSpacing(desk.look.px(8))
        for key, field in ((N_("&Pseudonym"), self.name_field), (N_("&Why it is read"), self.selection)):
            add_row(form, key, field)
        hint = N_("A case beside the sample: one you track, or one the authority asked you to read. Never a name.")
        self.body.addWidget(Label(hint, "body", "muted", wrap=True))
        self.body.addLayout(form)
        self.name_field.textChanged.connect(self.allow)
        self.setMinimumWidth(desk.look.px(480))
        self.allow()
        self.name_field.setFocus()

    def may_act(self) -> bool:
        """Say whether something is typed."""
        return super().may_act() and bool(self.name_field.text().strip())

    def on_act(self) -> None:
        """Add the case; tell trouble here."""
        try:
            number = number_of(self.name_field.text())
            if not number:
                raise Refused(N_("A case has a number."), N_("Type its pseudonym, as CASE-07."))
            added = case_acts.add(self.desk.store, self._visit, number, str(self.selection.currentData()))
        except Trouble as trouble:
            self.tell(trouble)
            return
        self.added.emit(added)
        self.accept()
