# SPDX-License-Identifier: MIT
"""One note under the hand: shown, typed, pencilled at every pause, made ink when the hand leaves it.

How it looks is editor_card.py's; what it says of a note, face.py's; its links, areas.py's; what makes ink, ink.py's;
what is found after a crash, recovering.py's. Nothing is ever thrown away here.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from resources.language import N_, _
from storage.acts import notes
from storage.errors import Trouble
from storage.model import clock
from storage.model.note import Note
from storage.model.rubric import Rubric
from storage.model.session import Session
from storage.model.visit import Visit
from storage.pencil import Pencil
from storage.store import Recorded
from ui.desk import Desk
from ui.notes import ink
from ui.notes.areas import Areas
from ui.notes.capture import Capture
from ui.notes.editor_card import EditorCard
from ui.notes.face import Face
from ui.notes.feeding import Feeding
from ui.notes.ink import Draft, Loaded
from ui.notes.keeping import Keeping
from ui.notes.leaving import Leaving
from ui.notes.linking import Linking
from ui.notes.pencil import PLACE
from ui.notes.remarks import Remarks
from ui.panel import Panel


class Editor(Panel):
    """The note editor; `begin` a new note or `show_note`, and whoever leaves says `ink`."""

    inked = Signal(str)
    """A note was written or amended here (NoteId)."""
    history_asked = Signal(object)
    found = Signal(object)
    """A Pencil stood at the note that was opened: it is on the page now."""
    shown = Signal(object)
    """The Note that is shown now, or None for one that is not ink yet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show an empty page until `offer` tells the visit."""
        super().__init__(desk, parent)
        self.card = EditorCard(desk.look)
        self.linking = Linking(desk.look, self.card, self)
        self.keeping = Keeping(desk.journal, self.card.mark, self)
        self.capture, self.remarks = Capture(desk, self.card, self), Remarks(desk)
        self.feeding = Feeding(desk)
        for part in (self.remarks, self.feeding):
            self.card.put_under(part)
        self.body.addWidget(self.card)
        self.face = Face(desk, self.card)
        self.loaded: Loaded | None = None
        """The note that is shown, as it was read, with its links; None for one that is not ink yet."""
        self.areas = Areas(self, self.linking)
        self._shown: Mapping[str, Any] = ink.blank(None)
        self._began, self._quiet, self._inking = "", False, False
        self._leaving = Leaving(self)
        self._connect()
        self._show_new(None)

    @property
    def note(self) -> Note | None:
        """Return the note as it was read, or None for one that is not ink yet."""
        return self.loaded.note if self.loaded else None

    @property
    def note_id(self) -> str:
        """Return the note that is shown, or an empty text for one that is not ink yet."""
        return self.loaded.note.id if self.loaded else ""

    def offer(self, visit: Visit, sessions: Sequence[Session], rubrics: Sequence[Rubric], roles: Sequence[str]) -> None:
        """Tell what a note can be part of: its visit with sessions, rubrics, and roles already named."""
        is_other = self.face.visit is None or self.face.visit.id != visit.id
        self.face.visit, self.face.sessions = visit, sessions
        self.card.moment.offer(visit)
        self._quiet = True
        self.card.details.offer(sessions, roles)
        self._quiet = False
        self.linking.offer(rubrics)
        self.capture.offer(rubrics, [*roles, *(f"{each.title} {each.place}" for each in sessions)])
        if is_other:
            self._show_new(None)
        else:
            self._say()

    def begin(self, session: Session | None) -> bool:
        """Ink what is here and show an empty page in a session; return False when it could not be inked."""
        if not self.ink():
            return False
        self._show_new(session)
        return True

    def move_to(self, session: Session | None) -> None:
        """Put a page that is still empty into another session."""
        if self.loaded is None and self._draft().is_blank:
            self._show_new(session)

    def show_note(self, note_id: str) -> bool:
        """Ink what is here and show another note; return False when it could not be inked or there is none."""
        if note_id and note_id == self.note_id:
            return True
        return self.ink() and self.attempt(lambda: self._load(note_id)) and self.note_id == note_id

    def _load(self, note_id: str) -> None:
        loaded = ink.load(self.desk.store, note_id)
        if loaded is not None:
            self._show(loaded)
            left = self.keeping.standing(f"{PLACE}{note_id}") if self._is_mine() else None
            if left is not None:  # else what is typed now would take its place
                self.put_in(left)
                self.found.emit(left)

    def put_in(self, pencil: Pencil) -> None:
        """Put typing that was found in pencil on the page: it is not ink, and stands at its place until it is."""
        self._quiet = True
        self.card.page.amend_text(pencil.text)
        fields = pencil.about.get("fields", {})
        self._show_fields({name: fields.get(name, value) for name, value in self._shown.items()})
        self._quiet = False
        self.areas.pending = [str(each) for each in pencil.about.get("areas", ())]
        self._began = str(pencil.about.get("began", ""))
        self._say()
        self.keeping.found(pencil)

    def _is_dirty(self) -> bool:
        """Say whether the screen holds anything that is not ink."""
        return self.card.page.is_touched() or self._fields() != self._shown or bool(self.areas.pending)

    def ink(self) -> bool:
        """Make ink of what is not ink yet. Trouble is told here; return whether nothing is left in pencil."""
        self._leaving.rest()
        draft = self._draft()
        is_blank = not self.note_id and draft.is_blank
        if self.face.visit is None or self._inking or is_blank or not self._is_dirty() or not self._is_mine():
            return True
        place, self._inking = self._place(), True
        try:
            written = self.attempt(lambda: self._write(draft))
        finally:
            self._inking = False
        if not written and self.face.needs_reason(self.note) and not draft.reason:
            self.card.reason.setFocus()
        if written and self.loaded is not None:
            self.card.standing.hide()
            self._show(self.loaded)
            self.keeping.inked(place)
            self.inked.emit(self.note_id)
        return written

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of the note that is shown, and of its links."""
        mine = self.note_id
        return bool(mine) and any(
            each.entity_id == mine or each.entity_id.startswith(f"{mine}:") for each in recorded.changes
        )

    def refresh(self) -> None:
        """Show the note as it stands now; words under the hand stay, and say so."""
        if self.loaded is not None and not self._inking:
            try:
                self._catch_up()
            except Trouble as trouble:  # told, and nothing else altered: what was told before stays told
                self.tell(trouble)

    def _catch_up(self) -> None:
        fresh = ink.load(self.desk.store, self.note_id)
        if fresh is None or self.loaded is None:
            return
        if not self._is_dirty():
            self._show(fresh)
            return
        if fresh.note != self.loaded.note:
            self.card.standing.tell(
                _(N_("Changed elsewhere while you were writing.")),
                _(N_("Nothing is lost: both wordings are kept, and the history shows who wrote which.")),
                "warn",
            )
        self.loaded = Loaded(self.loaded.note, fresh.links)  # what was seen stays what was seen
        self.areas.show()

    def withdraw(self) -> None:
        """Withdraw the note that is shown, or bring it back when it is withdrawn."""
        if self.ink() and self.loaded is not None:
            seen = self.loaded.note
            act = notes.withdraw if seen.present else notes.restore
            self.attempt(lambda: act(self.desk.store, seen))

    def ask_history(self) -> None:
        """Ask for the history of the note that is shown."""
        if self.ink() and self.loaded is not None:
            self.history_asked.emit(self.loaded.note)

    def showEvent(self, event: QShowEvent) -> None:
        """Learn what the person taught her store on another page."""
        super().showEvent(event)
        self.capture.learn_habits()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pencil at once what a clock would have pencilled: it may be long until the editor is seen again."""
        super().hideEvent(event)
        if self.keeping.is_waiting():
            self._on_pencil()
        self.keeping.rest()

    def changeEvent(self, event: QEvent) -> None:
        """Say what is told of the note again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # What is shown.

    def _show_new(self, session: Session | None) -> None:
        self.loaded = None
        self.card.standing.hide()
        self.capture.hush()
        self.keeping.blank()
        self._fill("", ink.blank(session))

    def _show(self, loaded: Loaded) -> None:
        was, self.loaded = self.loaded, loaded
        is_other = was is None or was.note.id != loaded.note.id
        if is_other and not self._inking:
            self.keeping.blank()
        if is_other:
            self.capture.hush()
        if is_other or was is None or was.note.present != loaded.note.present:
            self.card.standing.hide()
        if not loaded.note.present:
            words = _(N_("Withdrawn: hidden from lists and letters, kept in the record."))
            self.card.standing.tell(words, _(N_("Restore brings it back with its links.")), "info")
        self._fill(loaded.note.text, ink.fields_of(loaded.note))

    def _fill(self, text: str, fields: Mapping[str, Any]) -> None:
        page, self._quiet = self.card.page, True
        if page.text() != text:
            at = page.textCursor().position()
            page.show_text(text)
            cursor = page.textCursor()
            cursor.setPosition(min(at, page.document().characterCount() - 1) if page.hasFocus() else 0)
            page.setTextCursor(cursor)
        page.document().setModified(False)
        self._show_fields(fields)
        self._quiet = False
        self._shown = self._fields()
        self.areas.pending, self._began, self.keeping.at = [], "", ""
        self.card.reason.clear()
        self._say()

    def _fields(self) -> dict[str, Any]:
        return {**self.card.details.fields(), **self.card.moment.fields()}

    def _show_fields(self, fields: Mapping[str, Any]) -> None:
        self.card.details.show_fields(fields)
        self.card.moment.show_fields(fields)

    def _say(self) -> None:
        self.face.say(self.note)
        self.face.say_moment(self.note, self._fields(), self._began)
        self.areas.show()
        self.shown.emit(self.note)

    def _is_mine(self) -> bool:
        return self.face.is_mine(self.note)

    # From the screen to the store.

    def _draft(self) -> Draft:
        is_touched = self.card.page.is_touched() or self.loaded is None
        text = self.card.page.text() if is_touched or self.loaded is None else self.loaded.note.text
        return Draft(text, self._fields(), tuple(self.areas.pending), self._began, self.card.reason.text().strip())

    def _place(self) -> str:
        return self.keeping.place(self.note_id, self.face.visit.id if self.face.visit else "")

    def _write(self, draft: Draft) -> None:
        store, note_id = self.desk.store, self.note_id
        if self.loaded is not None:
            ink.amend(store, self.loaded.note, draft)
            for area in draft.areas:
                ink.link(store, self.loaded.note, area)
        elif self.face.visit is not None:
            note_id = ink.write(store, self.face.visit, draft)
        self.loaded = ink.load(store, note_id)

    def _on_pencil(self) -> None:
        draft = self._draft()
        if self.face.visit is not None and self._is_mine() and (self.note_id or not draft.is_blank):
            about = {"visit": self.face.visit.id, "note": self.note_id, "fields": dict(draft.fields)}
            self.keeping.write(self._place(), draft.text, {**about, "areas": self.areas.pending, "began": self._began})
        self.card.count_words()

    def _on_typed(self) -> None:
        if not self._quiet and self._is_mine():
            self._began = self._began or clock.stamp()
            self.keeping.typed()

    def _on_fields(self) -> None:
        self._on_typed()
        if not self._quiet:
            self.face.say_moment(self.note, self._fields(), self._began)

    def _on_ink(self) -> None:
        self.ink()

    def _on_idle(self) -> None:
        if not self.face.needs_reason(self.note) or self.card.reason.text().strip():
            self.ink()  # else it waits in pencil for its reason

    def _on_long_lines(self) -> None:
        words = _(N_("What was pasted had very long paragraphs: line breaks were put in."))
        self.card.standing.tell(words, "", "info")

    def _connect(self) -> None:
        card = self.card
        card.page.typed.connect(self._on_typed)
        card.page.long_lines_broken.connect(self._on_long_lines)
        card.details.changed.connect(self._on_fields)
        card.moment.changed.connect(self._on_fields)
        card.finish.clicked.connect(self._on_ink)
        card.withdraw.clicked.connect(self.withdraw)
        card.restore.clicked.connect(self.withdraw)
        card.history.clicked.connect(self.ask_history)
        card.link.clicked.connect(self.linking.ask)
        self.capture.tagged.connect(self.areas.tag)
        for part in (self.capture, self.remarks):
            part.refused.connect(self.tell)
        self.shown.connect(self.remarks.show_note)
        self.shown.connect(self.feeding.show_note)
        self.keeping.pencil_wanted.connect(self._on_pencil)
        self.keeping.ink_wanted.connect(self._on_idle)
        self._leaving.left.connect(self._on_ink)
