# SPDX-License-Identifier: MIT
"""What the note under the hand is linked to, and what a new one will be once it is ink: what was asked becomes links.

The chips and the picker are linking.py's, # typed on the page tags.py's.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.notes import ink
from ui.notes.linking import Linking, Span

if TYPE_CHECKING:
    from ui.notes.editor import Editor


class Areas(QObject):
    """The areas of one editor's note."""

    def __init__(self, editor: "Editor", linking: Linking) -> None:
        """Answer what the person wants linked in this editor."""
        super().__init__(editor)
        self._editor, self._linking = editor, linking
        self.pending: list[str] = []
        """"rubric:code" each: written with the note, in one gesture."""
        linking.wanted.connect(self._on_wanted)
        linking.unwanted.connect(self._on_unwanted)

    def show(self) -> None:
        """Show what is linked and what will be."""
        loaded = self._editor.loaded
        links, fixed = (loaded.links, not loaded.note.present) if loaded else ((), False)
        self._linking.show_areas(links, self.pending, fixed=fixed)

    def tag(self, area: str) -> None:
        """Link the note to an area whose code was typed; a new one, when it becomes ink."""
        loaded = self._editor.loaded
        if loaded is None:
            self._add(area)
        else:
            note = loaded.note
            self._editor.attempt(lambda: ink.link(self._editor.desk.store, note, area))

    def _add(self, area: str) -> None:
        self.pending = list(dict.fromkeys([*self.pending, area]))
        self.show()

    def _on_wanted(self, area: str, span: Span | None) -> None:
        editor = self._editor
        quoted = editor.card.page.text()[slice(*span)] if span else ""
        if editor.loaded is None and span is None:
            self._add(area)
            editor.ink()
            self.show()
        elif editor.ink() and editor.loaded is not None:
            note = editor.loaded.note
            where = ink.place_of(note, quoted, span) if span else None
            editor.attempt(lambda: ink.link(editor.desk.store, note, area, where))

    def _on_unwanted(self, key: str) -> None:
        loaded = self._editor.loaded
        if key in self.pending:
            self.pending.remove(key)
            self.show()
        elif loaded is not None:
            self._editor.attempt(lambda: ink.unlink(self._editor.desk.store, loaded, key))
