# SPDX-License-Identifier: MIT
"""What a person can do at the visit's desk, each with its keys. How it is done stands in notebook.py and editor.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from resources.language import N_
from storage.model.handling import CONFIDENTIAL, NOT_FOR_LETTER
from ui.notes.details import HANDLING_KEYS, POLARITY_KEYS, TICK_KEYS
from ui.panel import Verb

if TYPE_CHECKING:
    from ui.notes.notebook import Notebook


def verbs_of(desk: "Notebook") -> tuple[Verb, ...]:
    """Return the verbs of a notebook."""
    return (*_on_notes(desk), *_to_mark(desk), *_on_areas(desk), *_to_go(desk))


def _on_notes(desk: "Notebook") -> tuple[Verb, ...]:
    editor = desk.editor
    possible, back = _Possible(desk), desk.attaching
    return (
        Verb(N_("New note"), "Ctrl+N", "note", desk.new_note, possible.visit, "file-plus"),
        Verb(N_("Finish note"), "Ctrl+Return", "note", _Do(editor.ink), possible.visit, "check"),
        Verb(N_("When it was said or seen"), "Shift+F3", "note", editor.card.moment.ask, possible.own, "clock"),
        Verb(N_("Unfinished notes"), "Shift+F4", "note", desk.recovering.ask, desk.recovering.is_any, "pen-line"),
        Verb(N_("Withdraw note"), "Ctrl+Shift+Backspace", "note", editor.withdraw, possible.withdrawing, "x"),
        Verb(N_("Restore note"), "Ctrl+Shift+R", "note", editor.withdraw, possible.restoring, "undo-2"),
        Verb(N_("Show withdrawn notes, or hide them"), "Ctrl+Shift+H", "note", desk.show_withdrawn, possible.visit),
        Verb(N_("Attach files"), "F11", "note", desk.attaching.ask, possible.own, "paperclip"),
        Verb(N_("Put back a file taken off"), "Shift+F12", "note", back.put_back, back.can_put_back, "undo-2"),
        Verb(N_("History of this note"), "Ctrl+H", "note", editor.ask_history, possible.note, "history"),
        Verb(N_("Change the session"), "Shift+F2", "visit", desk.planning.change, possible.session, "pen-line"),
        Verb(N_("Withdraw the session"), "Ctrl+F2", "visit", desk.planning.withdraw, possible.session, "x"),
        Verb(N_("Add a session"), "Ctrl+Shift+E", "visit", desk.ask_session, possible.visit, "plus"),
    )


def _to_mark(desk: "Notebook") -> tuple[Verb, ...]:
    possible, details = _Possible(desk), desk.editor.card.details
    return (
        *(
            Verb(
                name,
                POLARITY_KEYS[polarity],
                "note",
                _Do(details.set_polarity, polarity),
                possible.own,
                icon,
            )
            for polarity, name, icon in (
                ("strength", N_("Mark as strength"), "check"),
                ("neutral", N_("Mark as neutral"), "minus"),
                ("weakness", N_("Mark as weakness"), "triangle-alert"),
            )
        ),
        *(
            Verb(name, TICK_KEYS[field], "note", _Do(details.turn, field), possible.own, icon)
            for field, name, icon in (
                ("verbatim", N_("Their own words, or a summary"), "quote"),
                ("observed", N_("Seen by me, or claimed"), "eye"),
            )
        ),
        *(
            Verb(name, HANDLING_KEYS[code], "note", _Do(details.turn_handling, code), possible.own, icon)
            for code, name, icon in (
                (CONFIDENTIAL, N_("Confidential source, or not"), "lock"),
                (NOT_FOR_LETTER, N_("Not for the letter, or for it again"), "eye-off"),
            )
        ),
    )


def _on_areas(desk: "Notebook") -> tuple[Verb, ...]:
    possible, editor = _Possible(desk), desk.editor
    return (
        Verb(N_("Link to an area"), "Ctrl+T", "note", editor.linking.ask, possible.present, "link"),
        Verb(
            N_("Link the selected words"),
            "Ctrl+Shift+T",
            "note",
            editor.linking.ask_for_selection,
            possible.selected,
            "quote",
        ),
        Verb(N_("Unlink an area"), "Ctrl+Shift+U", "note", editor.linking.ask_to_unlink, possible.linked, "x"),
        Verb(N_("Show the notes of all areas"), "Ctrl+Shift+A", "view", _Do(desk.show_area, ""), possible.visit),
    )


def _to_go(desk: "Notebook") -> tuple[Verb, ...]:
    possible = _Possible(desk)
    return (
        Verb(N_("Search notes"), "Ctrl+F", "view", desk.find_notes, possible.visit, "search"),
        Verb(N_("Go to the timetable"), "F2", "view", _Do(desk.go_to, "timetable"), possible.visit, "clock"),
        Verb(N_("Go to the notes"), "F3", "view", _Do(desk.go_to, "notes"), possible.visit, "file-text"),
        Verb(N_("Go to the text"), "F4", "view", _Do(desk.go_to, "text"), possible.visit, "pen-line"),
        Verb(N_("Go to the framework"), "F5", "view", _Do(desk.go_to, "framework"), possible.visit, "list-tree"),
    )


class _Do:
    """A verb's action with its subject filled in: kept by the menu, it holds what it needs."""

    def __init__(self, act: Callable[..., object], *subject: object) -> None:
        self._act, self._subject = act, subject

    def __call__(self) -> None:
        self._act(*self._subject)


class _Possible:
    """What is possible now, asked whenever a menu opens."""

    def __init__(self, desk: "Notebook") -> None:
        self._desk = desk

    def visit(self) -> bool:
        return self._desk.visit is not None

    def session(self) -> bool:
        return self.visit() and bool(self._desk.timetable.session_id)

    def note(self) -> bool:
        return self._desk.editor.note is not None

    def present(self) -> bool:
        note = self._desk.editor.note
        return self.visit() and (note is None or note.present)

    def own(self) -> bool:
        note = self._desk.editor.note
        return self.present() and (note is None or note.author == self._desk.desk.store.me)

    def selected(self) -> bool:
        return self.present() and self._desk.editor.card.page.span() is not None

    def linked(self) -> bool:
        return self.present() and bool(self._desk.editor.card.chips.buttons())

    def withdrawing(self) -> bool:
        return self.note() and self.own()

    def restoring(self) -> bool:
        note = self._desk.editor.note
        return note is not None and not note.present and note.author == self._desk.desk.store.me
