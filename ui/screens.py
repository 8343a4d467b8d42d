# SPDX-License-Identifier: MIT
"""Pictures of every screen, in both themes and both languages: for the demonstration, the README and whoever checks.

`python -m ui.screens STORE OUT`, the passphrase on standard input. What the screens are is here too, for the tests.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from PySide6.QtCore import QDeadlineTimer, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from resources.language import LANGUAGES, _
from storage import indexing, vouched
from storage.job import run_now
from storage.pencil import Pencil
from storage.queries.visits import visit
from storage.search.query import Sought
from storage.settings import Settings
from storage.store import Store, open_store
from ui.bus import Bus
from ui.desk import Desk
from ui.look import Look
from ui.pages import PAGES
from ui.sweeping import Sweeping
from ui.window import Window
from ui.worker import Worker

SIZE = (1360, 820)
"""Of the window, in pixels."""
CODE = "7QHK-2M4D-X9RT-0BWC-5N8V-GJ3E-PZ6A-Y1SF"
"""Stands for a recovery code in a picture."""
SOUGHT = "supervision"
"""A word that notes of the worked example hold."""
UNFINISHED = "Two of three duty workers had no pho"
"""Stands for typing that a crash cut off."""

NAMES = ("Practice inspector A", "Practice inspector B")
WORDINGS = (
    "Supervision is irregular, and its records are thin.",
    "Supervision is monthly in one team, and its records are thin.",
    "Supervision is irregular, and its records are thin or missing.",
)
"""Stand for a difference in a picture: what stood before, and what each of two people made of it."""

_ASKING = {
    "palette": "Find and do",
    "keys": "Keys",
    "plan-visit": "Plan a visit",
    "change-visit": "Change the visit",
    "take-out": "Take the visit out…",
    "bring-in": "Bring notes in…",
    "framework-in": "Load a framework…",
    "new-authority": "Add an authority",
    "case-list": "Bring in the list of cases…",
    "sample": "Draw a sample…",
    "sample-sheet": "Sheet of the sample…",
    "case": "Add a case…",
    "session": "Add a session",
    "members": "Members of the visit…",
    "concern": "Raise a matter of concern",
    "state": "Change the state of the visit",
    "keeping": "How long it is kept…",
    "giving": "Write a parcel…",
    "parcel": "Take a parcel in…",
    "pairing": "Pair with a laptop…",
    "wiped": "Wiped from this laptop…",
    "officers": "Recovery officers…",
    "area": "Link to an area",
    "draft": "Draft a letter…",
    "checks": "Check the letter…",
    "names": "Names to look for…",
    "details": "Date, address and close…",
    "sign": "Sign the letter…",
    "accuracy": "Factual accuracy…",
    "other-language": "The letter in the other language…",
    "then-and-now": "The letter, then and now…",
    "shape": "Save in another shape…",
    "enclosures": "Enclosures…",
    "heard": "What a screen reader hears…",
    "pin": "A PIN for today…",
    **{
        "authority-person": "Add a person of the authority",
        "authority-recommendation": "Add a recommendation",
        "authority-look": "Note progress on a recommendation",
        "authority-meeting": "Add a meeting",
        "authority-level": "Change the level of concern",
        "authority-letter": "Draft a letter to the authority",
        "record-out": "Take the record out…",
        "record-in": "Bring a record in…",
    },
    "habits": "Abbreviations and own words…",
    "moment": "When it was said or seen",
}
"""Screens that a verb opens: file name → the verb's name."""


def grab_all(store_folder: Path, passphrase: str, out: Path) -> list[Path]:
    """Write a picture of every screen of the store and return the files. Raise what opening a store raises."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_said_by_qt)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    look, sweeping = Look(app, "light"), Sweeping(app)
    store = open_store(store_folder, passphrase)
    try:
        with opened_window(store, look) as window:
            return [
                file
                for theme in ("light", "dark")
                for code in LANGUAGES
                for file in _grab(app, window, out, (theme, code))
            ]
    finally:
        store.close()
        sweeping.end()


@contextmanager
def opened_window(store: Store, look: Look) -> Iterator[Window]:
    """Give a window on an open store, every page made; of what it shows nothing is kept."""
    _finish_waiting(store)
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(store, Bus(), Worker(), look, Settings(scheme=look.scheme), Path(home))
        window = Window(desk)
        if not window.visit_id:
            window.show_newest_visit()
        window.resize(*SIZE)
        window.show()
        window.make_all()
        settle()
        try:
            yield window
        finally:
            window.put_away()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _finish_waiting(store: Store) -> None:
    """Index and check what is left for later: on a day like any other the strip speaks of neither."""
    run_now(indexing.job(), store)
    for each in vouched.checking(store):
        run_now(each, store)


def screens(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield every screen by name, shown and settled; each is closed before the next."""
    for page in PAGES:
        window.go(page.code)
        settle(window.desk.worker)
        yield page.code, window
        other = getattr(window.panels[page.code], "other_view", None)
        if other is not None:  # the framework's board
            other()
            settle(window.desk.worker)
            yield f"{page.code}-board", window
            other()
    yield from _search(window)
    yield from _findings(window)
    yield from _parts(window)
    yield from _differing(window)
    yield from _told_by_the_office(window)
    window.go("notes")
    for name, dialog in _dialogs(window):
        settle(window.desk.worker)
        yield name, dialog
        dialog.close()
        # Gone now, as in a loop of events: what is closed hears of no other look or language any more.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield from _fronts(window)


def _search(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield the search page with a question and what answers it, and with one that nothing answers."""
    from ui.search.search import Search

    page = window.page("search")
    assert isinstance(page, Search)
    window.go("search")
    page.field.setText(SOUGHT)
    settle(window.desk.worker)
    yield "search-found", window
    page.look_for(Sought(SOUGHT, polarity="strength", source_kind="meeting"))
    settle(window.desk.worker)
    yield "search-none", window
    page.clear()


def _findings(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield what the findings page shows behind its tabs."""
    from ui.findings.findings import Findings

    page = window.page("findings")
    assert isinstance(page, Findings)
    window.go("findings")
    for at, name in ((1, "finding-claims"), (2, "finding-details"), (3, "finding-agreement")):
        page.sheet.tabs.setCurrentIndex(at)
        settle(window.desk.worker)
        yield name, window
    page.sheet.tabs.setCurrentIndex(0)
    page.rate()
    settle(window.desk.worker)
    yield "ratings", window
    page.tabs.setCurrentIndex(0)


def _differing(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield the page of sync with a difference to settle: the visit's conclusion, in two wordings."""
    from storage.queries.differences import Clash, Wording
    from ui.together import Together

    page, there = window.page("sync"), visit(window.desk.store, window.visit_id)
    if there is None or not isinstance(page, Together):
        return
    window.go("sync")
    at, before = "2018-07-11T15:10:00.000Z", WORDINGS[0]
    wordings = tuple(
        Wording(words, before, name, at, name == NAMES[0]) for name, words in zip(NAMES, WORDINGS[1:], strict=True)
    )
    page.differences.show_clashes((Clash(there, "conclusion", wordings, True),))
    settle(window.desk.worker)
    yield "differences", window
    page.differences.refresh()


def _told_by_the_office(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield a page of the visit as it is once the seat in it is gone and something is held."""
    from storage.queries.standing import Stand
    from ui.models.office_words import of_visit

    word = of_visit(Stand(3, 1, held=2, is_closed=True), is_revoked=False)
    assert word is not None
    window.go("findings")
    window.synced.above.tell(*word)
    settle(window.desk.worker)
    yield "no-seat", window
    window.synced.above.refresh()


def _parts(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Yield what the pages of cases and of the day show behind their tabs."""
    from ui.authority.page import AuthorityPage
    from ui.authority.stack import CODES
    from ui.cases.page import Cases
    from ui.day.page import DayPage

    cases, day, council = window.page("cases"), window.page("day"), window.page("authority")
    assert isinstance(cases, Cases)
    assert isinstance(day, DayPage)
    assert isinstance(council, AuthorityPage)
    for code, tabs, names in (
        ("cases", cases.review.tabs, ("case-grades", "case-times", "case-notes")),
        ("day", day.tabs, ("day-feedback", "day-ready")),
        ("authority", council.tabs, tuple(f"authority-{code}" for code in CODES)),
    ):
        window.go(code)
        for at, name in enumerate(names, 1):
            tabs.setCurrentIndex(at)
            settle(window.desk.worker)
            yield name, window
        tabs.setCurrentIndex(0)


def settle(worker: Worker | None = None) -> None:
    """Let everything that is waiting happen: layouts, paints, and slow work, which may take a minute."""
    limit = QDeadlineTimer(60_000)
    for _turn in range(3):
        QApplication.processEvents()
    while worker is not None and worker.busy() and not limit.hasExpired():
        sleep(0.002)  # who only looks takes time away from the work
        QApplication.processEvents()
    QApplication.processEvents()


def _said_by_qt(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    # Said of every window with a least size where there is no screen; the rest is worth hearing.
    if "propagateSizeHints" not in words:
        sys.stderr.write(f"{words}\n")


def _dialogs(window: Window) -> Iterator[tuple[str, QDialog]]:
    from storage.recovering import Lost
    from ui.errors import CrashBox
    from ui.history.dialog import HistoryDialog
    from ui.notes.unfinished_dialog import Unfinished, UnfinishedDialog
    from ui.settings.passphrase_dialog import PassphraseDialog
    from ui.unlock.asking import AskingDialog
    from ui.unlock.restore_dialog import RestoreDialog

    for name, verb in _ASKING.items():
        action = next((each for each in window.menus.actions() if each.verb.name == verb), None)
        if action is not None:
            action.go()
            settle(window.desk.worker)
            if (asked := _front_dialog()) is not None:
                yield name, asked
    window.go("notes")
    there = visit(window.desk.store, window.visit_id)
    if there is not None:
        dialog = HistoryDialog(window.desk, there, window)
        dialog.open()
        yield "history", dialog
    pencil = Pencil("note:new", UNFINISHED)
    unfinished = UnfinishedDialog(window.desk.look, [Unfinished(pencil, _("New note"), "10:42:07")], window)
    unfinished.open()
    yield "unfinished", unfinished
    change = PassphraseDialog(window.desk, window)
    change.open()
    yield "passphrase", change
    restore = RestoreDialog(window.desk.look, window.desk.home / "new", window)
    restore.open()
    yield "restore", restore
    asking = AskingDialog(window.desk.look, Lost(window.desk.home / "new"), window)
    asking.open()
    yield "two-officers", asking
    crash = CrashBox(window.desk.look, "", window.desk.home / "report.txt", window)
    crash.open()
    yield "crash", crash


def _front_dialog() -> QDialog | None:
    return next(
        (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()), None
    )


def _fronts(window: Window) -> Iterator[tuple[str, QWidget]]:
    from ui.unlock.first_run import FirstRun
    from ui.unlock.unlock import Unlock

    look = window.desk.look
    first = FirstRun(look, window.desk.home / "new")
    first.recovery.show_code(CODE, "")
    for front in (first, Unlock(look, window.desk.store.folder or window.desk.home)):
        front.resize(look.px(760), look.px(700))
        front.show()
        for at, name in enumerate(first.names) if front is first else ((0, "unlock"),):
            if front is first:
                first.show_step(at)
            settle()
            yield name, front
        front.leave()


def _grab(app: QApplication, window: Window, out: Path, how: tuple[str, str]) -> Iterator[Path]:
    theme, code = how
    window.wear(Settings(language=code, scheme=theme))
    app.processEvents()
    for name, widget in screens(window):
        file = out / f"{name}-{theme}-{code}.png"
        widget.grab().save(str(file))
        yield file


if __name__ == "__main__":
    grab_all(Path(sys.argv[1]), sys.stdin.readline().rstrip("\r\n"), Path(sys.argv[2]))
