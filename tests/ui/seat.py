# SPDX-License-Identifier: MIT
"""A window on a visit of thousands, and what a person does at it: for the test that counts and the bench that clocks.

No tests here; how work is counted: effort.py.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import SupportsInt

from PySide6.QtWidgets import QApplication

from reports.acts import Wanted, drafting
from storage.acts import members, notes
from storage.model.session import Session
from storage.model.visit import Visit
from storage.store import Store, create
from tests.builders import PASSPHRASE, RUBRIC, a_finding, a_session, a_visit
from tests.ui.effort import counted, fill
from tests.ui.shown import a_desk, action, dialogs
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.window import Window
from ui.worker import Running

Counts = dict[str, int]
_BREATH = 0.002
"""Seconds between two looks at work that another thread does: who only looks takes its time away."""


@dataclass(frozen=True)
class Seat:
    """A window on a visit, nothing under way."""

    window: Window
    store: Store
    visit: Visit
    session: Session
    gauge: Callable[[Store], AbstractContextManager[SupportsInt]] = counted
    """What measures a piece of work on a store: counted, or clocked for the bench."""

    @property
    def notebook(self) -> Notebook:
        """Return the visit's desk."""
        page = self.window.page("notes")
        assert isinstance(page, Notebook)
        return page

    def answer(self) -> None:
        """Let everything that waits happen."""
        for _turn in range(2):
            QApplication.processEvents()
        while not self.notebook.reading.is_whole() or self.window.desk.worker.busy():
            sleep(_BREATH)
            QApplication.processEvents()

    def effort(self, deed: Callable[["Seat"], object]) -> int:
        """Return the heaviest piece of what a deed makes the window do: the deed, or one turn of the loop after it."""
        self.answer()
        with self.gauge(self.store) as effort:
            deed(self)
        most, turns = int(effort), 0
        while turns < 3 or self.window.desk.worker.busy() or not self.notebook.reading.is_whole():
            sleep(_BREATH)
            with self.gauge(self.store) as effort:
                QApplication.processEvents()
            most, turns = max(most, int(effort)), turns + 1
        for dialog in dialogs():
            dialog.reject()
        return most

    def counts(self) -> Counts:
        """Do everything that is in the tables below, and count it."""
        self.window.go("notes")
        self.notebook.new_note()  # nothing is chosen
        self.answer()
        found = {name: self.effort(deed) for name, deed in DEEDS.items()}
        for code in self.window.panels:
            # The least of three: that two answers came within one turn of the loop is chance.
            found[f"{code} is shown"] = min(self._showing(code) for _ in range(3))
            found[f"{code} hears of a note"] = self.effort(DEEDS["a note arriving"])
        return found

    def _showing(self, code: str) -> int:
        """Return the effort of going to a page that has to read again."""
        self.window.go("settings" if code != "settings" else "visits")
        self.window.panels[code].show_visit(self.visit.id)
        return self.effort(lambda seat: seat.window.go(code))


def seated(look: Look, folder: Path, count: int) -> Seat:
    """Return a window, every page made, on a visit of so many notes in a new store in the folder.

    In a folder: what is read away from the screen is read there here too.
    """
    store, _code = create(folder / "store", PASSPHRASE)
    members.introduce(store, "Practice Inspector")
    visit = a_visit(store, days=2)
    made = Seat(Window(a_desk(store, look, folder)), store, visit, a_session(store, visit))
    a_finding(store, visit)
    for first in range(0, count, 1_000):
        fill(store, visit, made.session.id, min(1_000, count - first))
    made.window.resize(1280, 800)
    made.window.show_visit(visit.id)
    made.window.show()
    made.window.make_all()
    made.window.go("notes")
    made.answer()
    return made


def _type(seat: Seat) -> None:
    seat.notebook.editor.card.page.insertPlainText("Six of eight files held a current plan.")


def _choose_last(seat: Seat) -> None:
    listed = seat.notebook.list
    listed.rows.setCurrentIndex(listed.model.index(listed.model.rowCount() - 1))


def _draft(seat: Seat) -> None:
    wanted = Wanted(seat.visit.id, "monitoring_visit", date="2018-07-18")
    seat.window.desk.worker.start(Running(drafting(wanted), seat.store))


DEEDS: dict[str, Callable[[Seat], object]] = {
    "choosing the first note": lambda seat: seat.notebook.list.rows.setCurrentIndex(seat.notebook.list.model.index(0)),
    "choosing the last note": _choose_last,
    "a new page": lambda seat: seat.notebook.new_note(),
    "typing": _type,
    "making it ink": lambda seat: seat.notebook.editor.ink(),
    "linking it": lambda seat: seat.notebook.editor.linking.wanted.emit(f"{RUBRIC}:QA1", None),
    "withdrawing it": lambda seat: seat.notebook.editor.withdraw(),
    "bringing it back": lambda seat: seat.notebook.editor.withdraw(),
    "a note arriving": lambda seat: notes.write(seat.store, seat.visit, "Hers.", (f"{RUBRIC}:HR1",)),
    "undoing": lambda seat: action(seat.window, "Ctrl+Z").go(),
    "doing it again": lambda seat: action(seat.window, "Ctrl+Shift+Z").go(),
    "looking into the menu of undo": lambda seat: seat.window.menus.menu("edit").aboutToShow.emit(),
    "opening the palette": lambda seat: action(seat.window, "Ctrl+K").go(),
    "seeking words": lambda seat: seat.notebook.list.sought.emit("managers since"),
    "seeking nothing": lambda seat: seat.notebook.list.sought.emit(""),
    "narrowing to an area": lambda seat: seat.notebook.show_area("QA"),
    "seeing all areas": lambda seat: seat.notebook.show_area(""),
    "listing what is withdrawn": lambda seat: seat.notebook.show_withdrawn(),
    "listing the others again": lambda seat: seat.notebook.show_withdrawn(),
    "drafting a letter": _draft,
    "undoing the letter": lambda seat: action(seat.window, "Ctrl+Z").go(),
    "opening the visit": lambda seat: (seat.notebook.show_visit(""), seat.notebook.show_visit(seat.visit.id)),
}
"""What a person does at a visit's desk, in an order that makes each of them possible."""
