# SPDX-License-Identifier: MIT
"""Asks before another program is given a copy in the clear. Writing the copy is viewer.py's to start."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class Asking(QDialog):
    """Accepted when the person wants it all the same; the safe answer has the keys."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Say what is at stake."""
        super().__init__(parent)
        self.setWindowTitle(_(N_("Open with another program")))
        everything = QVBoxLayout(self)
        everything.setContentsMargins(*[look.px(24)] * 4)
        everything.setSpacing(look.px(12))
        everything.addWidget(Label(N_("Open with another program?"), "title", wrap=True))
        for key in (
            N_("In the store this file is encrypted. Another program needs a copy that is not."),
            N_(
                "The copy lies in a private folder, a picture without its place and camera. Arolwg removes it when you"
                " close this view; what the other program keeps, it cannot remove."
            ),
            N_("That a copy was made is counted in the incident log, without its name."),
        ):
            everything.addWidget(Label(key, wrap=True))
        everything.addStretch(1)
        self.stay = Button(look, N_("&Stay here"), primary=True)
        self.go = Button(look, N_("&Make the copy"))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self.stay)
        everything.addLayout(row)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        self.setMinimumWidth(look.px(460))
        self.stay.setDefault(True)
        self.stay.setFocus()
