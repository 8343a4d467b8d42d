# SPDX-License-Identifier: MIT
"""Where a person was when it was locked, and back there once it is unlocked: page and note. Ids only, no words.

What is on the screen is gone while it is locked; the note itself waits in the store.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.notes.notebook import Notebook

if TYPE_CHECKING:
    from ui.window import Window


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A page by its code, and the note under the hand (NoteId), where there was one."""

    page: str = ""
    note_id: str = ""


def whereabouts(window: "Window") -> Whereabouts:
    """Return where a person is in a window."""
    code = next((code for code, panel in window.panels.items() if panel is window.current), "")
    notebook = window.panels.get("notes")
    return Whereabouts(code, notebook.editor.note_id if isinstance(notebook, Notebook) else "")


def come_back(window: "Window", was: Whereabouts) -> None:
    """Show the page and the note again; at the notes the caret stands after the last word."""
    if not was.page:
        return
    notebook = window.page("notes") if was.note_id else None
    if isinstance(notebook, Notebook) and notebook.show_note(was.note_id):
        notebook.editor.card.page.moveCursor(QTextCursor.MoveOperation.End)
    window.go(was.page)
    if was.page == "notes" and isinstance(notebook, Notebook):
        notebook.go_to("text")
