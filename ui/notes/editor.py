# SPDX-License-Identifier: MIT
"""One note under the hand: shown, typed, pencilled at every pause, made ink when the hand leaves it.

How it looks is editor_card.py's; which acts make ink, ink.py's. Nothing is ever thrown away here.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget

from resources.language import N_, _
from storage.acts import notes
from storage.errors import Trouble
from storage.model import clock
from storage.model.amending import is_locked, why_asked
from storage.model.note import Note
from storage.model.rubric import Rubric
from storage.model.session import Session
from storage.model.visit import Visit
from storage.pencil import Pencil
from storage.store import Recorded
from ui.desk import Desk
from ui.models.note_words import title_of
from ui.notes import ink
from ui.notes.belonging import belonging
from ui.notes.capture import Capture
from ui.notes.editor_card import EditorCard
from ui.notes.ink import Draft, Loaded
from ui.notes.keeping import Keeping
from ui.notes.linking import Linking, Span
from ui.notes.pencil import PLACE
from ui.notes.remarks import Remarks
from ui.notes.words import hour
from ui.panel import Panel


class Editor(Panel):
    """The note editor; `begin` a new note or `show_note`, and whoever leaves says `ink`."""

    inked = Signal(str)
    """A note was written or amended here (NoteId)."""
    history_asked = Signal(object)
    shown = Signal(object)
    """The Note that is shown now, or None for one that is not ink yet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show an empty page until `offer` tells the visit."""
        super().__init__(desk, parent)
        self.card = EditorCard(desk.look)
        self.linking = Linking(desk.look, self.card, self)
        self.keeping = Keeping(desk.journal, self.card.mark, self)
        self.capture, self.remarks = Capture(desk, self.card, self), Remarks(desk)
        self.card.put_under(self.remarks)
        self.body.addWidget(self.card)
        self._visit: Visit | None = None
        self._sessions: Sequence[Session] = ()
        self._loaded: Loaded | None = None
        self._areas: list[str] = []
        self._shown: Mapping[str, Any] = ink.blank(None)
        self._began, self._quiet, self._inking = "", False, False
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._connect()
        self._show_new(None)

    @property
    def note(self) -> Note | None:
        """Return the note as it was read, or None for one that is not ink yet."""
        return self._loaded.note if self._loaded else None

    @property
    def note_id(self) -> str:
        """Return the note that is shown, or an empty text for one that is not ink yet."""
        return self._loaded.note.id if self._loaded else ""

    def offer(self, visit: Visit, sessions: Sequence[Session], rubrics: Sequence[Rubric], roles: Sequence[str]) -> None:
        """Tell what a note can be part of: its visit with sessions, rubrics, and roles already named."""
        is_other = self._visit is None or self._visit.id != visit.id
        self._visit, self._sessions = visit, sessions
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
        if self._loaded is None and self._draft().is_blank:
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

    def recover(self, pencil: Pencil) -> bool:
        """Show typing that was found in pencil: in its note, or as a new one. It is ink when the person says so."""
        note_id = str(pencil.about.get("note", ""))
        if not (self.show_note(note_id) if note_id else self.begin(None)):
            return False
        self._quiet = True
        self.card.page.amend_text(pencil.text)
        fields = pencil.about.get("fields", {})
        self.card.details.show_fields({name: fields.get(name, value) for name, value in self._shown.items()})
        self._quiet = False
        self._areas = [str(each) for each in pencil.about.get("areas", ())]
        self._began = str(pencil.about.get("began", ""))
        self._say()
        self.keeping.found(pencil)
        words = N_("Recovered from {time}, not yet ink.") if note_id else N_("Recovered from {time}, not yet a note.")
        advice = _(N_("Read it through; Finish note keeps it."))
        self.card.standing.tell(_(words).format(time=hour(pencil.at, seconds=True)), advice, "info")
        return True

    def _is_dirty(self) -> bool:
        """Say whether the screen holds anything that is not ink."""
        fields = self.card.details.fields()
        return self.card.page.is_touched() or fields != self._shown or bool(self._areas)

    def ink(self) -> bool:
        """Make ink of what is not ink yet. Trouble is told here; return whether nothing is left in pencil."""
        self._left.stop()
        draft = self._draft()
        is_blank = not self.note_id and draft.is_blank
        if self._visit is None or self._inking or is_blank or not self._is_dirty() or not self._is_mine():
            return True
        place, self._inking = self._place(), True
        try:
            written = self.attempt(lambda: self._write(draft))
        finally:
            self._inking = False
        if not written and self._needs_reason() and not draft.reason:
            self.card.reason.setFocus()
        if written and self._loaded is not None:
            self.card.standing.hide()
            self._show(self._loaded)
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
        if self._loaded is not None and not self._inking:
            try:
                self._catch_up()
            except Trouble as trouble:  # told, and nothing else altered: what was told before stays told
                self.tell(trouble)

    def _catch_up(self) -> None:
        fresh = ink.load(self.desk.store, self.note_id)
        if fresh is None or self._loaded is None:
            return
        if not self._is_dirty():
            self._show(fresh)
            return
        if fresh.note != self._loaded.note:
            self.card.standing.tell(
                _(N_("Changed elsewhere while you were writing.")),
                _(N_("Nothing is lost: both wordings are kept, and the history shows who wrote which.")),
                "warn",
            )
        self._loaded = Loaded(self._loaded.note, fresh.links)  # what was seen stays what was seen
        self._show_areas()

    def withdraw(self) -> None:
        """Withdraw the note that is shown, or bring it back when it is withdrawn."""
        if self.ink() and self._loaded is not None:
            seen = self._loaded.note
            act = notes.withdraw if seen.present else notes.restore
            self.attempt(lambda: act(self.desk.store, seen))

    def ask_history(self) -> None:
        """Ask for the history of the note that is shown."""
        if self.ink() and self._loaded is not None:
            self.history_asked.emit(self._loaded.note)

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
        self._loaded = None
        self.card.standing.hide()
        self.capture.hush()
        self.keeping.blank()
        self._fill("", ink.blank(session))

    def _show(self, loaded: Loaded) -> None:
        was, self._loaded = self._loaded, loaded
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
        self.card.details.show_fields(fields)
        self._quiet = False
        self._shown = self.card.details.fields()
        self._areas, self._began = [], ""
        self.card.reason.clear()
        self._say()

    def _say(self) -> None:
        note, mine = self.note, self._is_mine()
        self.card.title.show_text(title_of(note)) if note else self.card.title.say(N_("New note"))
        self.card.when.show_text(belonging(self.desk.store, note) if note else "")
        self.card.when.setVisible(note is not None)
        self.card.example.setVisible(bool(note and note.illustration))
        self.card.history.setVisible(note is not None)
        self.card.details.lock(not mine)
        self.card.page.setReadOnly(not mine)
        self.card.finish.setVisible(mine)
        for part in (self.card.reason_label, self.card.reason):
            part.setVisible(self._may_say_why())
        is_own = note is not None and note.author == self.desk.store.me
        self.card.withdraw.setVisible(is_own and bool(note and note.present))
        self.card.restore.setVisible(is_own and not (note and note.present))
        self._show_areas()
        self.card.count_words()
        self.shown.emit(note)

    def _show_areas(self) -> None:
        links = self._loaded.links if self._loaded else ()
        self.linking.show_areas(links, self._areas, fixed=bool(self._loaded and not self._loaded.note.present))

    def _may_say_why(self) -> bool:
        if self._loaded is None or not self._is_mine():
            return False
        session = next((each for each in self._sessions if each.id == self._loaded.note.session_id), None)
        return bool(why_asked(self._loaded.note, self._visit, session, clock.now().astimezone()))

    def _needs_reason(self) -> bool:
        return self._loaded is not None and self._is_mine() and is_locked(self._visit)

    def _is_mine(self) -> bool:
        note = self.note
        return note is None or (note.author == self.desk.store.me and note.present)

    # From the screen to the store.

    def _draft(self) -> Draft:
        is_touched = self.card.page.is_touched() or self._loaded is None
        text = self.card.page.text() if is_touched or self._loaded is None else self._loaded.note.text
        return Draft(text, self.card.details.fields(), tuple(self._areas), self._began, self.card.reason.text().strip())

    def _place(self) -> str:
        return f"{PLACE}{self.note_id or 'new:' + (self._visit.id if self._visit else '')}"

    def _write(self, draft: Draft) -> None:
        store, note_id = self.desk.store, self.note_id
        if self._loaded is not None:
            ink.amend(store, self._loaded.note, draft)
            for area in draft.areas:
                ink.link(store, self._loaded.note, area)
        elif self._visit is not None:
            note_id = ink.write(store, self._visit, draft)
        self._loaded = ink.load(store, note_id)

    def _on_pencil(self) -> None:
        draft = self._draft()
        if self._visit is not None and self._is_mine() and (self.note_id or not draft.is_blank):
            about = {"visit": self._visit.id, "note": self.note_id, "fields": dict(draft.fields)}
            self.keeping.write(self._place(), draft.text, {**about, "areas": self._areas, "began": self._began})
        self.card.count_words()

    def _on_typed(self) -> None:
        if not self._quiet and self._is_mine():
            self._began = self._began or clock.stamp()
            self.keeping.typed()

    def _on_wanted(self, area: str, span: Span | None) -> None:
        quoted = self.card.page.text()[slice(*span)] if span else ""
        if self._loaded is None and span is None:
            self._areas = list(dict.fromkeys([*self._areas, area]))  # written with the note, in one gesture
            self.ink()
            self._show_areas()
        elif self.ink() and self._loaded is not None:
            note = self._loaded.note
            where = ink.place_of(note, quoted, span) if span else None
            self.attempt(lambda: ink.link(self.desk.store, note, area, where))

    def _on_tagged(self, area: str) -> None:
        if self._loaded is None:
            self._areas = list(dict.fromkeys([*self._areas, area]))  # it becomes a link when the note becomes ink
            self._show_areas()
        else:
            note = self._loaded.note
            self.attempt(lambda: ink.link(self.desk.store, note, area))

    def _on_unwanted(self, key: str) -> None:
        if key in self._areas:
            self._areas.remove(key)
            self._show_areas()
        elif self._loaded is not None:
            loaded = self._loaded
            self.attempt(lambda: ink.unlink(self.desk.store, loaded, key))

    def _on_ink(self) -> None:
        self.ink()

    def _on_idle(self) -> None:
        if not self._needs_reason() or self.card.reason.text().strip():  # else it waits in pencil for its reason
            self.ink()

    def _on_long_lines(self) -> None:
        words = _(N_("What was pasted had very long paragraphs: line breaks were put in."))
        self.card.standing.tell(words, "", "info")

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        # Not at once: the click that takes the focus away must first reach the row it was meant for.
        if now is not None and _is_inside(before, self) and not _is_inside(now, self):
            self._left.start(0)

    def _connect(self) -> None:
        card = self.card
        card.page.typed.connect(self._on_typed)
        card.page.long_lines_broken.connect(self._on_long_lines)
        card.details.changed.connect(self._on_typed)
        card.finish.clicked.connect(self._on_ink)
        card.withdraw.clicked.connect(self.withdraw)
        card.restore.clicked.connect(self.withdraw)
        card.history.clicked.connect(self.ask_history)
        card.link.clicked.connect(self.linking.ask)
        self.linking.wanted.connect(self._on_wanted)
        self.linking.unwanted.connect(self._on_unwanted)
        self.capture.tagged.connect(self._on_tagged)
        for part in (self.capture, self.remarks):
            part.refused.connect(self.tell)
        self.shown.connect(self.remarks.show_note)
        self.keeping.pencil_wanted.connect(self._on_pencil)
        self.keeping.ink_wanted.connect(self._on_idle)
        self.keeping.refused.connect(self.tell)
        self._left.timeout.connect(self._on_ink)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)


def _is_inside(widget: QObject | None, room: QWidget) -> bool:
    """Say whether a widget belongs to the room, dialogs opened over it included."""
    while widget is not None and widget is not room:
        widget = widget.parent()
    return widget is room
