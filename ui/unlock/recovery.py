# SPDX-License-Identifier: MIT
"""The step that shows the recovery code: to copy, to save for printing, to confirm by typing two groups."""

import secrets
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit

from resources.language import N_, _
from storage.errors import Trouble
from storage.shelf import write_whole
from storage.vault import world
from ui.errors import told
from ui.look import Look
from ui.unlock.steps import Step
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice


class RecoveryStep(Step):
    """Eight groups of four, shown once."""

    def __init__(self, look: Look) -> None:
        """Make the step; the code comes with `show_code`."""
        super().__init__(
            look,
            N_("Your recovery code"),
            N_(
                "If you forget the passphrase, only this code opens your notes. Keep it on paper, away from the laptop."
            ),
        )
        self._groups: tuple[str, ...] = ()
        self._name = ""
        self.asked: tuple[int, int] = (0, 1)
        """Which two groups are to be typed, from 0."""
        self.code = Label(type="code")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy, self.save = Button(look, N_("Co&py")), Button(look, N_("&Save a page to print…"), "download")
        self.copy.clicked.connect(self._on_copy)
        self.save.clicked.connect(self._on_save)
        self.note = Notice(look)
        self.labels, self.fields = (Label(), Label()), (QLineEdit(), QLineEdit())
        self._lay_out()

    def show_code(self, code: str, name: str) -> None:
        """Show the code of a new store, and ask for two of its groups."""
        self._groups, self._name = tuple(code.split("-")), name
        half = len(self._groups) // 2
        self.code.show_text("\n".join("  ".join(each) for each in (self._groups[:half], self._groups[half:])))
        self.code.setAccessibleName(code)
        first, second = sorted(secrets.SystemRandom().sample(range(len(self._groups)), 2))
        self.asked = (first, second)
        for label, field, at in zip(self.labels, self.fields, self.asked, strict=True):
            label.say(N_("Group {number}"), number=at + 1)
            field.setAccessibleName(_(N_("Group {number}")).format(number=at + 1))
            field.clear()

    def forget(self) -> None:
        """Forget the code."""
        self._groups = ()
        self.code.show_text("")
        self.code.setAccessibleName("")

    def begin(self) -> None:
        """Begin with saving it."""
        self.save.setFocus()

    def is_complete(self) -> bool:
        """Both groups are typed as they stand."""
        return bool(self._groups) and all(self._is_right(at) for at in (0, 1))

    def lacking(self) -> str:
        """Return what to type."""
        return _(N_("Type groups {one} and {two} of the code, from your paper.")).format(
            one=self.asked[0] + 1, two=self.asked[1] + 1
        )

    def focus_lacking(self) -> None:
        """Go to the group that is not right."""
        self.fields[0 if not self._is_right(0) else 1].setFocus()

    def _is_right(self, which: int) -> bool:
        return self.fields[which].text().strip().upper() == self._groups[self.asked[which]]

    def _lay_out(self) -> None:
        self.all.addWidget(self.code)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.copy)
        row.addStretch(1)
        self.all.addLayout(row)
        self.all.addWidget(self.note)
        self.all.addWidget(Label(N_("To be sure that you have it, type two of its groups:"), wrap=True))
        grid = QGridLayout()
        for at, (label, field) in enumerate(zip(self.labels, self.fields, strict=True)):
            label.setBuddy(field)
            field.setMaxLength(8)
            field.textChanged.connect(self.changed)
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
        self.all.addLayout(grid)

    def _on_copy(self) -> None:
        QApplication.clipboard().setText("-".join(self._groups))
        self.note.tell(_(N_("Copied. Paste it where only you can read it, then copy something else.")), tone="info")

    def _on_save(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _(N_("Save the recovery code")), str(Path.home() / _(N_("Arolwg recovery code.pdf"))), "PDF (*.pdf)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write a page with the code; tell trouble here."""
        from ui.unlock.recovery_page import recovery_page

        try:
            with world(path.parent):
                write_whole(path, recovery_page("-".join(self._groups), self._name))
        except Trouble as trouble:
            self.note.tell(*told(trouble), "bad")
            return
        self.note.tell(
            _(N_("Saved.")), _(N_("Print it and delete the file: whoever has it can open your notes.")), "ok"
        )
