# SPDX-License-Identifier: MIT
"""Typing that was found unfinished: the newest is opened with its visit, all of it is listed, each put where it stood.

Keeping it is storage/journal.py's; what the list looks like, unfinished_dialog.py's.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resources.language import N_, _, ngettext
from storage.pencil import Pencil
from storage.queries.notes import note as note_by_id
from storage.queries.visits import visit as visit_by_id
from ui.models.note_words import title_of
from ui.notes.pencil import PLACE
from ui.notes.unfinished_dialog import Unfinished, UnfinishedDialog
from ui.notes.words import hour, local, short_weekday

if TYPE_CHECKING:
    from ui.notes.notebook import Notebook

_ELSEWHERE = {
    "letter:": ("letters", N_("A sentence of a letter")),
    "finding:": ("findings", N_("A finding")),
    "rating:": ("findings", N_("A rating")),
}
"""How places begin that are not the desk's → the page that takes them up, and what stands there."""


class Recovering(QObject):
    """Finds a notebook's unfinished notes again."""

    def __init__(self, notebook: "Notebook") -> None:
        """Serve a notebook."""
        super().__init__(notebook)
        self._notebook = notebook
        self.dialog: UnfinishedDialog | None = None
        notebook.editor.found.connect(self._on_found)

    def unfinished(self) -> list[Pencil]:
        """Return all that stands in pencil in this store but what is under the hand, newest first."""
        journal, editor = self._notebook.desk.journal, self._notebook.editor
        here = editor.keeping.place(editor.note_id, self._notebook.visit_id)
        found = journal.unfinished() if journal is not None else ()
        return [each for each in reversed(found) if each.place != here]

    def newest(self, visit_id: str) -> bool:
        """Take up the newest unfinished note of a visit, and return whether there was one."""
        left = self._notebook.editor.keeping.unfinished(visit_id)
        return bool(left) and self.take_up(left[-1])

    def take_up(self, pencil: Pencil) -> bool:
        """Put typing back where it stood; in a new note where its own is not here, or not to be altered."""
        editor = self._notebook.editor
        note_id = str(pencil.about.get("note", ""))
        there = note_by_id(self._notebook.desk.store, note_id) if note_id else None
        is_there = there is not None and editor.face.is_mine(there)
        if not (editor.show_note(note_id) if is_there else editor.begin(None)):
            return False
        editor.put_in(pencil)
        self._tell(pencil, was_note=bool(note_id), is_there=is_there)
        return True

    def ask(self) -> None:
        """List all that is unfinished, in every visit."""
        found = [self._said(each) for each in self.unfinished()]
        self.dialog = UnfinishedDialog(self._notebook.desk.look, found, self._notebook)
        self.dialog.chosen.connect(self._on_chosen)
        self.dialog.open()

    def is_any(self) -> bool:
        """Say whether anything is unfinished but what is under the hand."""
        return bool(self.unfinished())

    def _on_found(self, pencil: Pencil) -> None:
        self._tell(pencil, was_note=True, is_there=True)

    def _tell(self, pencil: Pencil, *, was_note: bool, is_there: bool) -> None:
        words = N_("Recovered from {time}, not yet ink.") if is_there else N_("Recovered from {time}, not yet a note.")
        parts = [_(N_("Read it through; Finish note keeps it."))]
        if was_note and not is_there:
            parts.append(_(N_("The note it belonged to cannot be altered here: it is a note of its own now.")))
        if others := len(self.unfinished()):
            said = ngettext("{count} more is unfinished.", "{count} more are unfinished.", others)
            parts.append(said.format(count=others))
        standing = self._notebook.editor.card.standing
        standing.tell(_(words).format(time=_when(pencil)), " ".join(parts), "info")
        if others:
            standing.offer(N_("&Show what is unfinished"), self.ask)

    def _said(self, pencil: Pencil) -> Unfinished:
        store = self._notebook.desk.store
        for begins, (_page, name) in _ELSEWHERE.items():
            if pencil.place.startswith(begins):
                return Unfinished(pencil, _(name), _when(pencil))
        there = note_by_id(store, str(pencil.about.get("note", "")))
        visit = visit_by_id(store, str(pencil.about.get("visit", "")))
        what = title_of(there) if there else _(N_("New note"))
        where = "" if visit is None or visit.id == self._notebook.visit_id else visit.dates
        return Unfinished(pencil, " · ".join(filter(None, (what, where))), _when(pencil))

    def _on_chosen(self, pencil: Pencil) -> None:
        page = next((page for begins, (page, _name) in _ELSEWHERE.items() if pencil.place.startswith(begins)), "")
        visit_id = str(pencil.about.get("visit", ""))
        if page:
            self._notebook.page_wanted.emit(page)
            return
        if visit_id != self._notebook.visit_id and visit_by_id(self._notebook.desk.store, visit_id) is not None:
            self._notebook.visit_chosen.emit(visit_id)
        if pencil.place.startswith(PLACE) and pencil in self.unfinished():
            self.take_up(pencil)
            self._notebook.list.choose(self._notebook.editor.note_id)
            self._notebook.go_to("text")


def _when(pencil: Pencil) -> str:
    at = local(pencil.at)
    return f"{short_weekday(at.date())}, {hour(pencil.at, seconds=True)}" if at else ""
