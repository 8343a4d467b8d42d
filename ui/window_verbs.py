# SPDX-License-Identifier: MIT
"""What a person can do anywhere in the window: go to a page, undo, find, lock, change how it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resources import language
from resources.language import N_, _
from storage import undo
from storage.errors import Trouble
from storage.job import AnyJob, Job, Tick
from storage.steps import Steps, Underway
from storage.store import Store
from storage.undo import Turn
from ui.acts_named import doing
from ui.back import Back
from ui.doing import Doing
from ui.pages import PAGES
from ui.panel import Verb
from ui.widgets.command_palette import CommandPalette
from ui.widgets.key_sheet import KeySheet

if TYPE_CHECKING:
    from ui.window import Window

SIZES = (100, 125, 150, 200)
_AT_ONCE = 5
"""Steps of an undo that are taken before anything else: all of them, but for very large gestures."""


def verbs_of(window: Window) -> tuple[Verb, ...]:
    """Return the window's own verbs."""
    does, turns, looks, goods = _Anywhere(window), _Turns(window), _Looks(window), window.carrying
    back = Back(window)
    pages = tuple(Verb(page.name, page.keys, "view", _Go(window, page.code), icon=page.icon) for page in PAGES)
    return (
        Verb(N_("Take the visit out…"), "Ctrl+Shift+X", "visit", goods.take_out, goods.has_visit, "download"),
        Verb(N_("Bring notes in…"), "F12", "visit", goods.bring_in, icon="upload"),
        Verb(N_("Lock now"), "Ctrl+L", "file", does.lock, icon="lock"),
        Verb(N_("Close Arolwg"), "Ctrl+Q", "file", does.close),
        Verb(N_("Undo"), "Ctrl+Z", "edit", turns.undo, turns.can_undo, "undo-2"),
        Verb(N_("Redo"), "Ctrl+Shift+Z", "edit", turns.redo, turns.can_redo, "redo-2"),
        Verb(N_("Find and do"), "Ctrl+K", "edit", does.find, icon="command"),
        *window.onsite.verbs(),
        *pages,
        Verb(N_("Back to where you were"), "Alt+Left", "view", back.go, back.is_possible, "undo-2"),
        Verb(N_("Light or dark"), "Ctrl+Shift+D", "view", looks.other_scheme, icon="sun"),
        Verb(N_("Larger"), "Ctrl++", "view", looks.larger, looks.can_grow, "plus"),
        Verb(N_("Smaller"), "Ctrl+-", "view", looks.smaller, looks.can_shrink, "minus"),
        Verb(N_("Usual size"), "Ctrl+0", "view", looks.usual_size),
        Verb(N_("Other language"), "Ctrl+Shift+I", "view", looks.other_language, icon="languages"),
        Verb(N_("Keys"), "F1", "help", does.keys, icon="keyboard"),
    )


class _Go:
    def __init__(self, window: Window, code: str) -> None:
        self._window, self._code = window, code

    def __call__(self) -> None:
        self._window.go(self._code)


class _Anywhere(QObject):
    """Locking, closing, finding, the sheet of keys."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._palette = CommandPalette(window.desk.look, window)

    def lock(self) -> None:
        if self._window.may_close():
            self._window.lock_asked.emit()

    def close(self) -> None:
        self._window.close()

    def find(self) -> None:
        from ui.finder import entries

        self._palette.ask(entries(self._window))

    def keys(self) -> None:
        KeySheet(self._window.desk.look, self._window.menus.groups(), self._window).open()


class _Turns(QObject):
    """Undo and redo, which say what they will do."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._words, self._doing = "", Doing(window.desk, None, self)
        self._doing.failed.connect(window.tell)
        window.menus.menu("edit").aboutToShow.connect(self.say)

    @property
    def _store(self) -> Store:
        return self._window.desk.store

    def undo(self) -> None:
        self._turn(undo.undoing, N_("Undone: {what}"))

    def redo(self) -> None:
        self._turn(undo.redoing, N_("Done again: {what}"))

    def can_undo(self) -> bool:
        self.say()
        return undo.undoable(self._store) is not None

    def can_redo(self) -> bool:
        return undo.redoable(self._store) is not None

    def say(self) -> None:
        """Let menu and palette say what undo and redo will do."""
        actions = {each.verb.keys: each for each in self._window.menus.actions()}
        for keys, turn, words in (
            ("Ctrl+Z", undo.undoable(self._store), N_("Undo {what}")),
            ("Ctrl+Shift+Z", undo.redoable(self._store), N_("Redo {what}")),
        ):
            actions[keys].say(_(words).format(what=doing(turn.act)) if turn else "")

    def _turn(self, turning: Callable[[Store], Steps[Turn | None]], words: str) -> None:
        if not self._window.may_close():  # what is unfinished is kept first: nothing half-typed is turned over
            return
        self._words = words
        underway = Underway(turning(self._store))
        for _step in range(_AT_ONCE):
            underway.step()
        if underway.is_over:
            try:
                self._on_turned(underway.outcome())
            except Trouble as trouble:
                self._window.tell(trouble)
        else:  # thousands of notes: the rest as slow work, while the screen answers
            self._doing.start(_putting(underway), words, self._on_turned)

    def _on_turned(self, done: Turn | None) -> None:
        if done is not None:
            self._window.status.pass_on(_(self._words).format(what=doing(done.act)))


def _putting(underway: Underway[Turn | None]) -> AnyJob:
    """Return the Job that takes the steps that are left."""

    def rest(_store: Store, _worked: object) -> Steps[Turn | None]:
        try:
            while not underway.is_over:
                yield underway.part
                underway.step()
        finally:
            underway.drop()
        return underway.outcome()

    return Job(_nothing, _untouched, rest)


def _nothing(_store: Store) -> None:
    return None


def _untouched(taken: object, _tick: Tick) -> object:
    return taken


class _Looks(QObject):
    """Theme, size and language, changed while running and kept."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def other_scheme(self) -> None:
        self._wear(scheme="light" if self._window.desk.look.tokens.name == "dark" else "dark")

    def larger(self) -> None:
        self._wear(percent=min(size for size in SIZES if size > self._percent))

    def smaller(self) -> None:
        self._wear(percent=max(size for size in SIZES if size < self._percent))

    def usual_size(self) -> None:
        self._wear(percent=SIZES[0])

    def can_grow(self) -> bool:
        return self._percent < SIZES[-1]

    def can_shrink(self) -> bool:
        return self._percent > SIZES[0]

    def other_language(self) -> None:
        codes = list(language.LANGUAGES)
        self._wear(language=codes[(codes.index(language.current()) + 1) % len(codes)])

    @property
    def _percent(self) -> int:
        return self._window.desk.settings.percent

    def _wear(self, **wanted: str | int) -> None:
        self._window.wear(replace(self._window.desk.settings, **wanted))  # type: ignore[arg-type]
