# SPDX-License-Identifier: MIT
"""The dialog that takes a visit out of the store: in which forms, into which folder. Writing them: reports/exports."""

from PySide6.QtWidgets import QCheckBox, QWidget

from reports.exports import files
from reports.exports.visit import whole_visit
from resources.language import N_, _
from ui.desk import Desk
from ui.exports.going_out import GoingOut, Made
from ui.widgets.labels import Label

_USUAL = ("json", "docx")
"""What is ticked at first."""


class TakeOut(GoingOut):
    """Offers the forms in which a visit can go out, also half-finished."""

    asking = N_("Write the visit into a folder")
    working = N_("Writing the visit out")

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None) -> None:
        """Offer them."""
        super().__init__(desk, N_("Take the visit out"), parent)
        self._visit_id = visit_id
        self.boxes = {form: QCheckBox(_(name)) for form, name in files.FORMS.items()}
        self.body.addWidget(
            Label(N_("The whole visit as it stands, every note with its original wording, as:"), wrap=True)
        )
        for form, box in self.boxes.items():
            box.setChecked(form in _USUAL)
            box.toggled.connect(self.allow)
            self.body.addWidget(box)
        self.body.addStretch(1)
        self.boxes["json"].setFocus()

    def forms(self) -> tuple[str, ...]:
        """Return the forms that are ticked."""
        return tuple(form for form, box in self.boxes.items() if box.isChecked())

    def may_act(self) -> bool:
        """Say whether a form is ticked and nothing is being written."""
        return super().may_act() and bool(self.forms())

    def made(self) -> Made:
        """Return what makes the visit's files in the ticked forms."""
        forms, visit_id = self.forms(), self._visit_id
        return lambda store, tick: files.made(whole_visit(store, visit_id), forms, tick)
