# SPDX-License-Identifier: MIT
"""What a screen reader says of a letter, in order, before anybody has one at hand. What that is: pdf/heard.py."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from resources.language import LANGUAGES, N_, _, ngettext
from ui.letters.fields import fit
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from reports.pdf.heard import Heard


class HeardDialog(QDialog):
    """One text to go through from top to bottom, as a listener does."""

    def __init__(self, look: Look, said: "tuple[Heard, ...]", parent: QWidget | None = None) -> None:
        """Show what is heard, in order."""
        super().__init__(parent)
        self.setWindowTitle(_(N_("What a screen reader hears")))
        self._look, self._said = look, said
        self.page = QTextBrowser()
        self.page.setProperty("page", True)
        self.page.setTabChangesFocus(True)
        self.page.setAccessibleName(_(N_("What is heard, from first to last")))
        self.leave = Button(look, N_("C&lose"), primary=True)
        self.leave.clicked.connect(self.accept)
        everything, foot = QVBoxLayout(self), QHBoxLayout()
        everything.setContentsMargins(*([look.px(24)] * 4))
        everything.setSpacing(look.px(12))
        about = N_("In the order of the tags of the PDF, with what is announced before the words and in whose voice.")
        everything.addWidget(Label(N_("What a screen reader hears"), "title"))
        everything.addWidget(Label(about, "small", "muted", wrap=True))
        everything.addWidget(self.page, 1)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        everything.addLayout(foot)
        look.changed.connect(self._write)
        self._write()
        fit(self, look.px(680), look.px(620))
        self.page.setFocus()

    def _write(self) -> None:
        announced, plain, block = QTextCharFormat(), QTextCharFormat(), QTextBlockFormat()
        announced.setForeground(self._look.colour("muted"))
        plain.setForeground(self._look.colour("text"))
        block.setBottomMargin(self._look.px(8))
        self.page.clear()
        cursor = QTextCursor(self.page.document())
        for number, (before, words) in enumerate(spoken(self._said)):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(block)
            cursor.insertText(f"{before}: " if before and words else before, announced)
            cursor.insertText(words, plain)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)


def spoken(said: "tuple[Heard, ...]") -> list[tuple[str, str]]:
    """Return (what is announced, the words) of each thing heard; a change of voice is a line of its own."""
    from reports.pdf.heard import ROLES

    found, voice = list[tuple[str, str]](), ""
    for each in said:
        if each.lang != voice:
            voice = each.lang
            found.append((_("In the voice of {language}").format(language=LANGUAGES.get(voice[:2], voice)), ""))
        if each.tag == "L":
            count = int(each.text)
            found.append((ngettext("List with {count} item", "List with {count} items", count).format(count=count), ""))
        else:
            found.append((_(ROLES.get(each.tag) or ""), each.text) if ROLES.get(each.tag) else ("", each.text))
    return found
