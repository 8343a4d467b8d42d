# SPDX-License-Identifier: MIT
"""Asks in which shape a copy of a letter's words is wanted: HTML, Word, or both languages in one PDF."""

from PySide6.QtWidgets import QCheckBox, QWidget

from resources.language import N_, _
from ui.desk import Desk
from ui.letters.fields import FieldSheet, choice
from ui.widgets.labels import Label

SHAPES = {
    "html": N_("Web page (HTML), one file, for every screen and reader"),
    "docx": N_("Word document, for comments and tracked changes"),
    "pdf": N_("PDF of both languages, to read"),
}
"""Shape → what it is for; its code is the file's ending."""


class ShapeSheet(FieldSheet):
    """Accepted when somebody has chosen; writing the file is review.py's."""

    def __init__(self, desk: Desk, has_pair: bool, parent: QWidget | None = None) -> None:
        """Offer the shapes that there are for a letter with or without a pair."""
        super().__init__(desk.look, N_("Save in another shape"), N_("Ch&oose where…"), parent)
        self.shape = choice([(code, _(name)) for code, name in SHAPES.items() if code != "pdf" or has_pair])
        self.both = QCheckBox(_(N_("&Both languages, one after the other")))
        self.both.setEnabled(has_pair)
        self.ask(N_("&Shape"), self.shape)
        self.fields.addWidget(self.both)
        warning = N_("The copy is not encrypted. It is no signed letter, and says so: the signed letter is the PDF.")
        self.fields.addWidget(Label(warning, "small", "muted", wrap=True))
        self.fields.addStretch(1)
        self.shape.currentIndexChanged.connect(self._on_shape)
        self.shape.setFocus()

    def wanted(self) -> tuple[str, bool]:
        """Return (shape, whether both languages)."""
        return str(self.shape.currentData()), self.both.isChecked()

    def on_act(self) -> None:
        """Go on."""
        self.accept()

    def _on_shape(self) -> None:
        is_pdf = self.shape.currentData() == "pdf"
        if is_pdf:
            self.both.setChecked(True)
        self.both.setEnabled(self.shape.count() == len(SHAPES) and not is_pdf)
