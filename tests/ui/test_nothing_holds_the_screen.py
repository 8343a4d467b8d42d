# SPDX-License-Identifier: MIT
"""Nothing that a person does at the window holds its thread for more than a moment, with 5,000 notes in the visit.

By counting, not by the clock (effort.py): on the real window, with every page made. What acts and queries do by
themselves: test_what_the_window_asks.py. In milliseconds: `make bench`, the table of screens.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication

from storage import undo
from storage.acts import members, notes
from storage.model.session import Session
from storage.model.visit import Visit
from storage.queries import note_pages
from storage.store import Store, create
from tests.builders import PASSPHRASE, RUBRIC, a_finding, a_session, a_visit
from tests.ui.effort import FEW, MANY, MOST, counted, fill, with_all
from tests.ui.shown import a_desk, action, dialogs, gone
from ui import finder
from ui.look import Look
from ui.notes import reading
from ui.notes.notebook import Notebook
from ui.window import Window

Counts = dict[str, int]


@dataclass(frozen=True)
class Seat:
    """A window on a visit, nothing under way."""

    window: Window
    store: Store
    visit: Visit
    session: Session

    @property
    def notebook(self) -> Notebook:
        """Return the visit's desk."""
        page = self.window.page("notes")
        assert isinstance(page, Notebook)
        return page

    def answer(self) -> None:
        """Let everything that waits happen."""
        for _turn in range(4):
            QApplication.processEvents()
        while not self.notebook.reading.is_whole() or self.window.desk.worker.busy():
            QApplication.processEvents()

    def effort(self, deed: Callable[["Seat"], object]) -> int:
        """Return the heaviest piece of what a deed makes the window do: the deed, or one turn of the loop after it."""
        self.answer()
        with counted(self.store) as effort:
            deed(self)
        most, turns = int(effort), 0
        while turns < 5 or self.window.desk.worker.busy() or not self.notebook.reading.is_whole():
            with counted(self.store) as effort:
                QApplication.processEvents()
            most, turns = max(most, int(effort)), turns + 1
        for dialog in dialogs():
            dialog.reject()
        return most

    def counts(self) -> Counts:
        """Do everything that is in the tables below, and count it."""
        self.window.go("notes")
        found = {name: self.effort(deed) for name, deed in DEEDS.items()}
        for code, page in self.window.panels.items():
            self.window.go("settings" if code != "settings" else "visits")
            page.show_visit(self.visit.id)  # stale: it reads again when it is shown
            found[f"{code} is shown"] = self.effort(lambda seat, name=code: seat.window.go(name))  # type: ignore[misc]
            found[f"{code} hears of a note"] = self.effort(DEEDS["a note arriving"])
        return found


@pytest.fixture(scope="module")
def seat(worn: Look, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seat]:
    """Give a window on a visit of few notes, in a folder: what is read elsewhere is read elsewhere.

    What is read by the hundred is read by the dozen here, so that few notes have many pages.
    """
    with pytest.MonkeyPatch.context() as small:
        small.setattr(reading, "page_of_visit", lambda *asked: note_pages.page_of_visit(*asked, 12))
        small.setattr(reading, "MOST", 12)
        small.setattr(finder, "NEWEST", 12)
        small.setattr(undo, "_DEPTH", 40)
        folder = tmp_path_factory.mktemp("counted")
        store, _code = create(folder / "store", PASSPHRASE)
        members.introduce(store, "Practice Inspector")
        visit = a_visit(store, days=2)
        made = Seat(Window(a_desk(store, worn, folder)), store, visit, a_session(store, visit))
        a_finding(store, visit)
        fill(store, visit, made.session.id, FEW)
        made.window.resize(1280, 800)
        made.window.show_visit(visit.id)
        made.window.show()
        made.window.make_all()
        made.window.go("notes")
        made.answer()
        yield made
        gone(made.window)
        store.close()


@pytest.fixture(scope="module")
def few(seat: Seat) -> Counts:
    """Give the counts with few notes."""
    return seat.counts()


@pytest.fixture(scope="module")
def many(seat: Seat, few: Counts) -> Counts:
    """Give the counts with many notes, after those with few."""
    assert few
    fill(seat.store, seat.visit, seat.session.id, MANY - FEW)
    seat.answer()
    return seat.counts()


def _type(seat: Seat) -> None:
    seat.notebook.editor.card.page.insertPlainText("Six of eight files held a current plan.")


def _choose_last(seat: Seat) -> None:
    listed = seat.notebook.list
    listed.rows.setCurrentIndex(listed.model.index(listed.model.rowCount() - 1))


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
    "seeking words": lambda seat: seat.notebook.list.field.setText("managers since"),
    "seeking nothing": lambda seat: seat.notebook.list.field.setText(""),
    "narrowing to an area": lambda seat: seat.notebook.show_area("QA"),
    "seeing all areas": lambda seat: seat.notebook.show_area(""),
    "listing what is withdrawn": lambda seat: seat.notebook.show_withdrawn(),
    "listing the others again": lambda seat: seat.notebook.show_withdrawn(),
    "opening the visit": lambda seat: (seat.notebook.show_visit(""), seat.notebook.show_visit(seat.visit.id)),
}
"""What a person does at a visit's desk, in an order that makes each of them possible."""
OF_ONE_NOTE = (
    *("choosing the last note", "a new page", "typing", "making it ink", "linking it", "withdrawing it"),
    *("bringing it back", "a note arriving", "undoing", "doing it again"),
)


def test_the_window_shows_every_note_of_a_visit_of_few(seat: Seat) -> None:
    assert seat.notebook.list.model.rowCount() == FEW


def test_every_deed_is_some_work_and_none_is_much_with_few_notes(few: Counts) -> None:
    assert min(few.values()) > 0
    assert max(few.values()) < MOST


def test_nothing_at_the_window_holds_it_with_five_thousand_notes(few: Counts, many: Counts) -> None:
    found = {name: with_all(few[name], many[name]) for name in few}
    assert {name: effort for name, effort in found.items() if effort > MOST} == {}


def test_what_touches_one_note_is_the_same_work_among_few_and_among_many(few: Counts, many: Counts) -> None:
    more = {name: (few[name], many[name]) for name in OF_ONE_NOTE if many[name] > 1.25 * few[name] + 3_000}
    assert more == {}


def test_hidden_pages_read_nothing_when_a_note_arrives(seat: Seat, many: Counts) -> None:
    assert many
    seat.window.go("settings")
    seat.answer()
    with counted(seat.store) as heard:
        notes.write(seat.store, seat.visit, "Written here.")
    listeners, seat.store._listeners[:] = list(seat.store._listeners), []
    with counted(seat.store) as unheard:
        notes.write(seat.store, seat.visit, "Written here.")
    seat.store._listeners[:] = listeners
    assert heard.steps < unheard.steps + 3_000  # which visit is on hand, and no more


def test_the_counting_sees_what_grows(seat: Seat, many: Counts) -> None:
    """A deed that goes through all notes many times, in Python or in SQLite, is over the limit."""
    assert many

    def through_all(one: Seat) -> None:
        for line in one.notebook.reading.lines.found(one.notebook._wish):
            for _time in range(60):
                assert line is not None

    def crossed(one: Seat) -> None:
        one.store.db.execute("SELECT count(*) FROM note AS a, note AS b WHERE a.text < b.text").fetchone()

    for planted in (through_all, crossed):
        assert with_all(0, seat.effort(planted)) > MOST
