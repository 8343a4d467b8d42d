# SPDX-License-Identifier: MIT
"""Says, before the first copy, what a copy outside the store means. Writing it is proof.py's."""

from PySide6.QtWidgets import QWidget

from resources.language import N_
from ui.letters.fields import FieldSheet
from ui.look import Look
from ui.widgets.labels import Label


class CopyWarning(FieldSheet):
    """Accepted when the person wants the copy all the same."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Say what is at stake."""
        super().__init__(look, N_("A copy leaves the encrypted store"), N_("Ch&oose where…"), parent)
        words = (
            N_("In the store the letter is encrypted. The copy is a plain PDF: whoever gets the file can read it."),
            N_("Save it only where your office allows letters to be kept, and delete it once it has been sent."),
            N_("This is said once each time Arolwg is opened."),
        )
        for at, key in enumerate(words):
            self.fields.addWidget(Label(key, "small" if at == 2 else "body", "muted" if at == 2 else "", wrap=True))
            self.fields.addSpacing(look.px(8))
        self.fields.addStretch(1)
        self.act.setFocus()

    def on_act(self) -> None:
        """Go on."""
        self.accept()
