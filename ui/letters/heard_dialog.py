# SPDX-License-Identifier: MIT
"""What a screen reader says of a letter, row by row, before anybody has one at hand. What that is: pdf/heard.py."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import LANGUAGES, N_, _, ngettext
from ui.letters.fields import fit
from ui.letters.row_list import Line, RowList
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Row

if TYPE_CHECKING:
    from reports.pdf.heard import Heard


class HeardDialog(QDialog):
    """A list to go through from top to bottom, as a listener does."""

    def __init__(self, look: Look, said: "tuple[Heard, ...]", parent: QWidget | None = None) -> None:
        """Show what is heard, in order."""
        super().__init__(parent)
        self.setWindowTitle(_(N_("What a screen reader hears")))
        self.list = RowList(look, N_("What is heard, from first to last"), lines=3, chips=False)
        self.leave = Button(look, N_("C&lose"), primary=True)
        self.leave.clicked.connect(self.accept)
        everything, foot = QVBoxLayout(self), QHBoxLayout()
        everything.setContentsMargins(*([look.px(24)] * 4))
        everything.setSpacing(look.px(12))
        about = N_("In the order of the tags of the PDF, with what is announced before the words and in whose voice.")
        everything.addWidget(Label(N_("What a screen reader hears"), "title"))
        everything.addWidget(Label(about, "small", "muted", wrap=True))
        everything.addWidget(self.list, 1)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        everything.addLayout(foot)
        self.list.show_lines([line(number, each) for number, each in enumerate(said, 1)])
        fit(self, look.px(680), look.px(620))
        self.list.setFocus()


def line(number: int, said: "Heard") -> Line:
    """Return one thing heard as a row, in the language in use."""
    from reports.pdf.heard import ROLES

    voice = LANGUAGES.get(said.lang[:2], said.lang)
    if said.tag == "L":
        count = int(said.text)
        title = ngettext("List with {count} item", "List with {count} items", count).format(count=count)
        return Line(str(number), Row(title, "", (), voice))
    title = _(ROLES.get(said.tag) or N_("Paragraph"))
    return Line(str(number), Row(title, said.text, (), voice))
