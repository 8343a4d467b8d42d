# SPDX-License-Identifier: MIT
"""What goes with the letter shown, for one panel: small pictures under its words, and the dialog for all the rest.

What is done there: enclosures_dialog.py.
"""

from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from storage.acts import enclosures as acts
from storage.acts.attachments import Incoming
from storage.model.enclosure import WholeEnclosure
from ui.widgets.thumbnails import Thumb

if TYPE_CHECKING:
    from ui.letters.enclosures_dialog import EnclosuresDialog
    from ui.letters.letters import Letters


class Enclosing(QObject):
    """Shows a letter's enclosures under it."""

    def __init__(self, panel: "Letters") -> None:
        """Serve the panel, where trouble is told."""
        super().__init__(panel)
        self._panel = panel
        self.dialog: EnclosuresDialog | None = None
        strip = panel.card.thumbs
        strip.opened.connect(self._on_opened)
        strip.taken_off.connect(self._on_taken_off)
        panel.card.enclose.clicked.connect(self.ask)
        panel.card.files_given.connect(self._on_given)

    def show(self) -> None:
        """Show the enclosures of the letter that the panel shows."""
        letter = self._panel.letter
        every = letter.enclosures if letter else ()
        sealed = bool(letter and letter.letter.document_id)
        self._panel.card.thumbs.show_thumbs([_thumb(each) for each in every], fixed=sealed)

    def ask(self) -> None:
        """Open the dialog in which more is enclosed, titled, put in order and withdrawn."""
        from ui.letters.enclosures_dialog import EnclosuresDialog

        letter = self._panel.letter
        if letter is not None and self._panel.text.keep():
            dialog = self.dialog = EnclosuresDialog(self._panel.desk, letter, self._panel)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.opened.connect(self._panel.document_asked)
            dialog.finished.connect(self._on_closed)
            dialog.open()

    def _on_given(self, paths: Sequence[Path]) -> None:
        self.ask()
        if self.dialog is not None:
            self.dialog.enclose([Incoming(each.name, each) for each in paths])

    def _on_closed(self) -> None:
        self.dialog = None

    def _on_opened(self, enclosure_id: str) -> None:
        from ui.letters.enclosures_dialog import as_titled

        found = self._found(enclosure_id)
        if found is not None and found.document is not None:
            self._panel.document_asked.emit(as_titled(found))

    def _on_taken_off(self, enclosure_id: str) -> None:
        found = self._found(enclosure_id)
        if found is not None:
            self._panel.attempt(lambda: acts.withdraw(self._panel.desk.store, found))

    def _found(self, enclosure_id: str) -> WholeEnclosure | None:
        letter = self._panel.letter
        return next((each for each in letter.enclosures if each.enclosure.id == enclosure_id), None) if letter else None


def _thumb(each: WholeEnclosure) -> Thumb:
    from ui.letters.enclosures_dialog import about

    try:
        picture = b64decode(each.document.thumbnail, validate=True) if each.document else b""
    except ValueError:  # a colleague's store may send anything
        picture = b""
    return Thumb(each.enclosure.id, each.enclosure.title, about(each), picture)
