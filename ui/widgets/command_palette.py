# SPDX-License-Identifier: MIT
"""The command palette: type a few letters, press Return. What can be found is given each time it is opened."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import shown_keys
from ui.widgets.ranking import Entry, Ranking
from ui.widgets.row_delegate import Row
from ui.widgets.typing_sheet import TypingSheet


class CommandPalette(TypingSheet):
    """Does what is chosen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Make the palette, hidden."""
        none = N_("Nothing is called that. Try fewer letters.")
        super().__init__(look, N_("Find an action, a note, an area…"), none, parent)
        self._ranking = Ranking(())
        self._found: Sequence[Entry] = ()

    def ask(self, entries: Iterable[Entry]) -> None:
        """Open over the parent with these entries; the first few are shown before anything is typed."""
        self._ranking = Ranking(entries)
        self.setWindowTitle(_(N_("Find and do")))
        self.list.setAccessibleName(_(N_("What was found")))
        self.show_answers()

    def answers(self, text: str) -> Sequence[tuple[str, Row]]:
        """Return the entries that answer, each under its place: what can be done has no name of its own."""
        self._found = self._ranking.best(text)
        rows = (Row(each.title, each.subtitle, time=shown_keys(each.keys)) for each in self._found)
        return [(str(at), row) for at, row in enumerate(rows)]

    def take(self, key: str) -> None:
        """Do it."""
        self._found[int(key)].do()
