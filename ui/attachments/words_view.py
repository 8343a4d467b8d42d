# SPDX-License-Identifier: MIT
"""The words of an attachment, to be read and marked: a passage of them can be linked. What is linked, others say."""

from PySide6.QtWidgets import QPlainTextEdit

from storage.acts.attachments import Passage
from ui.widgets.labels import Label


class WordsView(QPlainTextEdit):
    """Words that can be marked and not altered."""

    def __init__(self) -> None:
        """Make it, empty."""
        super().__init__()
        self._page = 0
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("page", True)

    def show_words(self, words: str, page: int = 0) -> None:
        """Show the words of a page (from 1; 0 for a file without pages), unless they are shown already."""
        if page != self._page or words != self.toPlainText():
            self._page = page
            self.setPlainText(words)

    def passage(self) -> Passage | None:
        """Return what is marked, without the spaces round it, or None."""
        cursor = self.textCursor()
        units = self.toPlainText().encode("utf-16-le", "surrogatepass")
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        start, end = (len(units[: 2 * at].decode("utf-16-le", "replace")) for at in ends)
        marked = self.toPlainText()[start:end]
        words = marked.strip()
        lead = len(marked) - len(marked.lstrip())
        return Passage(words, start + lead, self._page) if words else None


def nothing_to_show(words: str) -> Label:
    """Return a sentence (a gettext key) for what the program cannot show itself."""
    label = Label(words, tone="muted", wrap=True)
    label.setMargin(24)
    return label
