# SPDX-License-Identifier: MIT
"""What the editor's card says of the note it shows: title, times, whose it is, what may be done. It writes nothing.

The words on the page and the fields are editor.py's to put there.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from resources.language import N_
from storage.model import clock
from storage.model.amending import is_locked, why_asked
from storage.model.note import Note
from storage.model.session import Session
from storage.model.visit import Visit
from ui.desk import Desk
from ui.models.note_words import title_of
from ui.notes.belonging import belonging
from ui.notes.editor_card import EditorCard


class Face:
    """One card's way of telling about a note of a visit."""

    def __init__(self, desk: Desk, card: EditorCard) -> None:
        """Tell nothing yet."""
        self._desk, self._card = desk, card
        self.visit: Visit | None = None
        self.sessions: Sequence[Session] = ()

    def say(self, note: Note | None) -> None:
        """Say what is true of a note as it was read, or of one that is not ink yet."""
        card, mine = self._card, self.is_mine(note)
        card.title.show_text(title_of(note)) if note else card.title.say(N_("New note"))
        card.example.setVisible(bool(note and note.illustration))
        card.history.setVisible(note is not None)
        card.lock(not mine)
        card.finish.setVisible(mine)
        card.ask_why(self.why(note))
        is_own = note is not None and note.author == self._desk.store.me
        card.withdraw.setVisible(is_own and bool(note and note.present))
        card.restore.setVisible(is_own and not (note and note.present))
        card.count_words()

    def say_moment(self, note: Note | None, fields: Mapping[str, Any], began: str) -> None:
        """Say when it was and how it came to be, as the fields on the screen have it now."""
        drafted = self._card.moment.show_note(note, fields, began)
        self._card.moment.words.show_text(belonging(self._desk.store, drafted))

    def is_mine(self, note: Note | None) -> bool:
        """Say whether the words may be altered here: one's own note that is not withdrawn, or a new one."""
        return note is None or (note.author == self._desk.store.me and note.present)

    def why(self, note: Note | None) -> str:
        """Return why a reason is asked for (amending.why_asked), or an empty text."""
        if note is None or not self.is_mine(note):
            return ""
        session = next((each for each in self.sessions if each.id == note.session_id), None)
        return why_asked(note, self.visit, session, clock.now().astimezone())

    def needs_reason(self, note: Note | None) -> bool:
        """Say whether an amendment without a reason is refused."""
        return note is not None and self.is_mine(note) and is_locked(self.visit)
