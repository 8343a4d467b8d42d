# SPDX-License-Identifier: MIT
"""The visit's desk: timetable, note list, editor and framework, and how they answer each other.

Each part is a file of its own beside this one; reading by pages is reading.py's, making ink editor.py's.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from resources.language import N_
from storage.acts import visits as visit_acts
from storage.model.change import Change
from storage.model.rubric import Rubric
from storage.model.session import Session
from storage.model.visit import Visit
from storage.queries.note_pages import withdrawn_of_visit
from storage.queries.sessions import sessions_of_visit
from storage.queries.standing import reach
from storage.queries.visits import visit as visit_by_id
from storage.store import Recorded
from ui.desk import Desk
from ui.models.editions import editions
from ui.models.places import words_of
from ui.notes.attaching import Attaching
from ui.notes.editor import Editor
from ui.notes.framework_card import FrameworkCard
from ui.notes.lines import Line, Wish, answering, withdrawn_lines
from ui.notes.note_list import NoteList
from ui.notes.places import Places
from ui.notes.planning import Planning
from ui.notes.reading import Reading
from ui.notes.recovering import Recovering
from ui.notes.session_dialog import SessionDialog
from ui.notes.timetable import Timetable
from ui.notes.verbs import verbs_of
from ui.panel import Panel, Verb
from ui.widgets.empty_state import EmptyState

_AFTER_FIELDWORK = ("fieldwork_closed", "analysis", "quality_assured", "closed")


class Notebook(Panel):
    """One visit's notes, before, during and after its days on site."""

    note_chosen = Signal(str)
    """Another note is under the hand (NoteId)."""
    history_asked = Signal(object)
    document_asked = Signal(object)
    """The history of a record is wanted."""
    visit_chosen = Signal(str)
    """What is unfinished belongs to another visit (VisitId)."""
    source_chosen = Signal(str)
    """"finding:<id>": the person wants to see a finding that the note feeds."""
    page_wanted = Signal(str)
    """There is no visit here: the person wants to go to the list of visits."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show no visit yet."""
        super().__init__(desk, parent)
        look = desk.look
        self.timetable, self.list, self.framework = Timetable(look), NoteList(look), FrameworkCard(look)
        self.editor = Editor(desk)
        self.attaching = Attaching(desk, self.editor)
        self.planning, self.recovering = Planning(self), Recovering(self)
        self.reading, self.enters_at = Reading(desk.store, self), self.editor.card.page
        self.visit: Visit | None = None
        self.sessions: tuple[Session, ...] = ()
        self._rubrics: tuple[Rubric, ...] = ()
        self._roles: list[str] = []
        self._touched: list[Change] = []
        self._wish, self._code, self._is_withdrawn_shown = Wish(), "", False
        self._build()
        self._connect()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do at the desk."""
        return verbs_of(self)

    def may_close(self) -> bool:
        """Ink what is under the hand."""
        return self.editor.ink()

    def show_visit(self, visit_id: str) -> None:
        """Ink what is under the hand and show another visit; stay where that could not be inked."""
        if visit_id == self.visit_id or self.editor.ink():
            super().show_visit(visit_id)

    def touches_me(self, recorded: Recorded) -> bool:
        """Remember what was touched of this visit until it is read again."""
        mine = [each for each in recorded.changes if self.visit is not None and each.stream == self.visit.stream_id]
        self._touched += mine
        return bool(mine)

    def refresh(self) -> None:
        """Open another visit, or read again what was touched of this one."""
        self.attempt(self._open if self.visit is None or self.visit.id != self.visit_id else self._catch_up)

    def new_note(self) -> None:
        """Begin a note in the session that is chosen, or in one that has begun since."""
        self.timetable.follow_clock()
        if self.visit is not None and self.editor.begin(self._session()):
            self.list.choose("")
            self.go_to("text")

    def show_note(self, note_id: str) -> bool:
        """Show a note; return False when it is not here, or when what is under the hand could not be inked."""
        if not self.editor.show_note(note_id):
            self.list.choose(self.editor.note_id)
            return False
        self.list.choose(note_id)
        self.note_chosen.emit(note_id)
        return True

    def show_area(self, code: str) -> None:
        """Narrow the notes to an area or criterion of one of the visit's rubrics; to none for an empty text."""
        rubric = next((each for each in self._rubrics if code and each.area_of(code)), None)
        if rubric is not None and self.framework.box.rubric() != rubric:
            self.framework.box.choose(rubric.name)
        self._narrow(rubric, code if rubric else "")
        self.framework.tree.choose(self._code)

    def show_withdrawn(self) -> None:
        """List the withdrawn notes instead of the others, or the others again."""
        self._is_withdrawn_shown = not self._is_withdrawn_shown
        self.attempt(self._show_lines)
        self.go_to("notes")

    def go_to(self, name: str) -> None:
        """Bring a part of the desk (places.NAMES) before the person, with the keys in it."""
        self.places.bring(name)
        if name == "text" and self.editor.note is None and self.timetable.follow_clock():
            self.editor.move_to(self._session())  # a page that is still empty
        parts = {
            "timetable": self.timetable.rows,
            "notes": self.list.rows if self.list.model.rowCount() else self.list.field,
            "text": self.editor.card.page,
            "framework": self.framework.tree,
        }
        parts[name].setFocus()

    def find_notes(self) -> None:
        """Put the keys into the search field."""
        self.places.bring("notes")
        self.list.field.setFocus()
        self.list.field.selectAll()

    def ask_session(self) -> None:
        """Open the form for another session of the visit."""
        if self.visit is not None:
            chosen = self._session()
            self._form = SessionDialog(self.desk.look, self.visit, chosen.day if chosen else 1, self)
            self._form.accepted.connect(self._on_session_given)
            self._form.open()

    def changeEvent(self, event: QEvent) -> None:
        """Say the area that the list is narrowed to again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._code:
            self.show_area(self._code)

    # Reading and showing.

    def _session(self) -> Session | None:
        return next((each for each in self.sessions if each.id == self.timetable.session_id), None)

    def _open(self) -> None:
        self._touched, self._is_withdrawn_shown = [], False
        self.visit = visit_by_id(self.desk.store, self.visit_id) if self.visit_id else None
        self._pages.setCurrentIndex(1 if self.visit else 0)
        if self.visit is None:
            return
        self._rubrics = editions(self.desk.store, self.visit, self.tell)
        self.framework.box.offer(self._rubrics)
        self._wish, self._code = Wish(), ""
        self.list.field.clear()
        self.list.narrow_to("")
        self.reading.open(self.visit.id, self._rubrics)
        self._read_sessions()
        self._show_places()
        self._show_lines()
        newest = self.list.model.line(self.list.model.index(0)) if self.list.model.rowCount() else None
        if self.recovering.newest(self.visit.id):
            self.list.choose(self.editor.note_id)
        elif newest is not None and self.visit.status in _AFTER_FIELDWORK:
            self.show_note(newest.note.id)
        else:
            self.editor.begin(self._session())

    def _catch_up(self) -> None:
        touched, self._touched = self._touched, []
        is_framed = any(each.entity in ("visit", "session", "member") for each in touched)
        if self.visit is not None and is_framed:
            self.visit = visit_by_id(self.desk.store, self.visit.id)
        altered = self.reading.catch_up(touched)
        if is_framed or altered is None or self.reading.lines.roles() != self._roles:
            self._read_sessions()
        elif self.visit is not None:
            self.timetable.show_visit(self.visit, self.sessions, self.reading.lines.per_session())
        if altered is None or self._is_withdrawn_shown:
            self._show_lines()
        elif altered:
            self._show_altered(altered)

    def _show_places(self) -> None:
        if self.visit is not None:
            self.list.model.show_reach(reach(self.desk.store, self.visit.stream_id))

    def _read_sessions(self) -> None:
        if self.visit is None:
            return
        self.sessions, self._roles = sessions_of_visit(self.desk.store, self.visit.id), self.reading.lines.roles()
        self.timetable.show_visit(self.visit, self.sessions, self.reading.lines.per_session())
        self.editor.offer(self.visit, self.sessions, self._rubrics, self._roles)

    def _show_lines(self) -> None:
        lines: Sequence[Line] = self.reading.lines.found(self._wish)
        of = len(self.reading.lines)
        if self._is_withdrawn_shown and self.visit is not None:
            lines = withdrawn_lines(withdrawn_of_visit(self.desk.store, self.visit.id))
            of = len(lines)
        self.list.list_withdrawn(self._is_withdrawn_shown)
        self.list.show_lines(lines, of)
        self.list.choose(self.editor.note_id)
        self._show_counts()

    def _show_altered(self, note_ids: Collection[str]) -> None:
        """Show single notes anew: thousands of others stay as they are."""
        lines = self.reading.lines
        known = [line for each in note_ids if (line := lines.line(each))]
        shown = {line.note.id: line for line in answering(known, self._wish)}
        self.list.alter_lines({each: shown.get(each) for each in note_ids}, len(lines))
        self.list.choose(self.editor.note_id)
        self._show_counts()

    def _show_counts(self) -> None:
        rubric = self.framework.box.rubric()
        self.framework.show_counts(self.reading.lines.tallies(rubric.name) if rubric else {})

    def _narrow(self, rubric: Rubric | None, code: str) -> None:
        self._code, self._is_withdrawn_shown = code, False
        place = (rubric.criterion(code) or rubric.area_of(code)) if rubric and code else None
        area = rubric.area_of(code) if rubric and code else None
        codes = [each.code for each in area.criteria] if area and area.code == code else [code]
        places = frozenset((rubric.name, each) for each in codes) if rubric and code else frozenset()
        self._wish = replace(self._wish, places=places)
        self.list.narrow_to(code if place else "", words_of(place) if place else "")
        self.attempt(self._show_lines)

    # What the parts say.

    def _on_sought(self, words: str) -> None:
        self._wish = replace(self._wish, words=words)
        self.attempt(self._show_lines)

    def _on_chosen(self, note_id: str) -> None:
        self.show_note(note_id)

    def _on_entered_text(self) -> None:
        self.go_to("text")

    def _on_session(self, _session_id: str) -> None:
        if self.editor.note is None:
            self.editor.move_to(self._session())

    def _on_session_given(self) -> None:
        visit, fields = self.visit, self._form.fields()
        if visit is not None:
            self.attempt(lambda: self.timetable.choose(visit_acts.add_session(self.desk.store, visit, **fields)))
            self._on_session("")  # a page that is still empty belongs to it

    def _on_area(self, code: str) -> None:
        self._narrow(self.framework.box.rubric() if code else None, code)

    def _on_area_cleared(self) -> None:
        self.show_area("")
        self.list.field.setFocus()

    def _on_area_opened(self, _code: str) -> None:
        self.go_to("notes")

    def _on_rubric(self) -> None:
        self.show_area("")

    def _on_inked(self, note_id: str) -> None:
        self.list.choose(note_id)

    def _on_grown(self) -> None:
        self.attempt(self._show_all)

    def _show_all(self) -> None:
        self._read_sessions()
        self._show_lines()

    def _on_visits_asked(self) -> None:
        self.page_wanted.emit("visits")

    def _build(self) -> None:
        parts = {
            "timetable": self.timetable,
            "notes": self.list,
            "text": self.editor,
            "framework": self.framework,
        }
        self._pages = QStackedWidget()
        self.body.addWidget(self._pages, 1)  # from outside inwards: each part is dressed once, where it stays
        self.places = Places(self.desk.look, parts, self._pages)
        self._empty = EmptyState(
            self.desk.look,
            "clipboard-list",
            N_("No visit is open"),
            N_("A visit's desk holds its two days, its notes, and the framework with what has and has not been seen."),
            N_("Choose a &visit"),
        )
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.places)

    def _connect(self) -> None:
        self._empty.acted.connect(self._on_visits_asked)
        self.timetable.chosen.connect(self._on_session)
        self.timetable.new_note_asked.connect(self.new_note)
        self.timetable.new_session_asked.connect(self.ask_session)
        self.timetable.change_asked.connect(self.planning.change)
        self.timetable.retimed.connect(self.planning.retime)
        self.list.chosen.connect(self._on_chosen)
        self.list.sought.connect(self._on_sought)
        self.list.area_cleared.connect(self._on_area_cleared)
        self.list.new.clicked.connect(self.new_note)
        self.list.rows.entered_text.connect(self._on_entered_text)
        self.framework.area_chosen.connect(self._on_area)
        self.framework.area_opened.connect(self._on_area_opened)
        self.framework.rubric_chosen.connect(self._on_rubric)
        self.editor.inked.connect(self._on_inked)
        self.editor.history_asked.connect(self.history_asked)
        self.editor.feeding.chosen.connect(self.source_chosen)
        self.attaching.asked.connect(self.document_asked)
        self.reading.grown.connect(self._on_grown)
        self.desk.bus.stood.connect(self._show_places)
        self.reading.failed.connect(self.tell)
