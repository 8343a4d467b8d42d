# SPDX-License-Identifier: MIT
"""Who else is to sign: a name and a role, asked before the first signs, for the field must be on the page by then."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.letter import Letter
from ui.look import Look
from ui.widgets.labels import Label

_MOST = 300


class SecondSignatory(QWidget):
    """Two fields; empty for a letter of one signatory."""

    changed = Signal(str, str)
    """(name, role) as they were left."""

    def __init__(self, look: Look, letter: Letter) -> None:
        """Show who it is now."""
        super().__init__()
        self.name, self.role = QLineEdit(letter.second_signatory), QLineEdit(letter.second_signatory_role)
        self._known = (letter.second_signatory, letter.second_signatory_role)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(0, 0, 0, 0)
        everything.setSpacing(look.px(4))
        for key, field in ((N_("Second signa&tory, if there is one"), self.name), (N_("Her o&r his role"), self.role)):
            label = Label(key, "small")
            label.setBuddy(field)
            field.setAccessibleName(_(key).replace("&", ""))
            field.setMaxLength(_MOST)
            field.editingFinished.connect(self._on_left)
            everything.addWidget(label)
            everything.addWidget(field)
        everything.addWidget(
            Label(N_("She signs on her own laptop, once this letter came to it."), "small", "muted", wrap=True)
        )
        self.role.setEnabled(bool(letter.second_signatory))

    def _on_left(self) -> None:
        left = (self.name.text().strip(), self.role.text().strip() if self.name.text().strip() else "")
        self.role.setEnabled(bool(left[0]))
        if left != self._known:
            self._known = left
            self.changed.emit(*left)
