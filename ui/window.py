# SPDX-License-Identifier: MIT
"""The window: lays out the pages, joins their navigation signals, and knows the visit on hand. It writes nothing.

Its own verbs are in window_verbs.py, what the palette finds in finder.py, menus in menus.py.
"""

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from resources import language
from resources.language import N_, _
from storage import outside
from storage import settings as kept
from storage.errors import Trouble
from storage.model.document import Document
from storage.model.rules import STATE_NAMES
from storage.queries.authorities import authority
from storage.queries.visits import visit, visits
from storage.settings import Settings
from ui.carrying import Carrying
from ui.day.strip import ConcernStrip
from ui.desk import Desk
from ui.drafting import Drafting
from ui.elsewhere import Elsewhere
from ui.errors import told
from ui.indexing import Indexing
from ui.look import speak
from ui.menus import Menus
from ui.onsite import OnSite
from ui.pages import PAGES, made
from ui.panel import Panel
from ui.rail import Rail
from ui.synced import Synced
from ui.widgets.kin import first_in_tab_order
from ui.widgets.notice import Notice
from ui.widgets.status_line import StatusLine
from ui.window_verbs import verbs_of

LAST_VISIT = "window.visit"
"""The mark under which the store remembers which visit was on hand."""
_NARROW = 1100
"""Pixels at 100 % below which the rail shows icons alone."""
_EDGE = 40
"""Pixels of the screen that are left to the window's own title when it is first shown."""


class Window(QMainWindow):
    """One unlocked store on the screen."""

    lock_asked = Signal()
    closed = Signal()
    settings_changed = Signal(object)
    """The Settings in use now."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the frame; pages are made when they are first shown, or a moment after the first paint."""
        super().__init__()
        self.desk, self.visit_id = desk, ""
        self.panels: dict[str, Panel] = {}
        self._frames: dict[str, QScrollArea] = {}
        self._going: dict[str, _Going] = {}
        self._is_leaving = False
        self.menus = Menus(desk.look, self.menuBar())
        self.rail, self.stack = Rail(desk.look, PAGES), QStackedWidget()
        self.status, self.notice = StatusLine(desk.look), Notice(desk.look)
        self.elsewhere = Elsewhere(desk, self.notice, self)
        self.indexing = Indexing(desk, self)
        self.strip, self.onsite = ConcernStrip(desk), OnSite(self)
        self.strip.asked.connect(self.onsite.see)
        self.drafting, self.carrying, self.synced = Drafting(self), Carrying(self), Synced(self)
        self.status.add(self.synced.foot)
        self._build()
        self.verbs = verbs_of(self)
        self.menus.add(self.verbs)
        self.rail.chosen.connect(self.go)
        desk.look.changed.connect(self._fit)
        desk.bus.recorded.connect(self._on_recorded)
        self._fit()
        self._remember_visit()

    def open(self) -> None:
        """Show the window where it was last, on the visit that was last on hand."""
        self._place_again()
        self.go("notes" if self.visit_id else "visits")
        found = self.desk.store.recovered
        if found is not None and found.is_worth_telling:
            self.elsewhere.tell(found)
        elif language.is_damaged(language.current()):
            words = _(N_("The words of this language are missing or damaged: English stands in for them."))
            self.notice.tell(
                words, _(N_("Install Arolwg again to have them back. Your notes are not touched.")), "info"
            )
        outside.bring_back(self.desk.home)  # what a crash left there
        self.show()
        if (panel := self.current) is not None:  # only now it knows its visit
            _enter(panel)
        self.indexing.begin()
        QTimer.singleShot(0, self._make_next)

    def go(self, code: str) -> None:
        """Show a page."""
        panel, focused = self.page(code), QApplication.focusWidget()
        stays = focused is not None and panel.isAncestorOf(focused)  # Qt hands on the keys of what it hides
        self.stack.setCurrentWidget(self._frames[code])
        self.rail.mark(code)
        self.synced.above.show_page(code)
        self.menus.lean(self._going[code])
        if not stays:
            _enter(panel)

    def page(self, code: str) -> Panel:
        """Return the page's panel, made and joined if need be."""
        if code not in self.panels:
            self._frames[code] = frame = _frame(self.stack)
            self.desk.room = frame.viewport()
            self.panels[code] = panel = made(next(page for page in PAGES if page.code == code), self.desk)
            frame.setWidget(panel)
            self.stack.addWidget(frame)
            self._join(code, panel)
            panel.show_visit(self.visit_id)
            if self.current is not None:
                self.menus.lean(next(self._going[each] for each, there in self.panels.items() if there is self.current))
        return self.panels[code]

    @property
    def current(self) -> Panel | None:
        """Return the page that is shown."""
        return next(
            (self.panels[code] for code, each in self._frames.items() if each is self.stack.currentWidget()), None
        )

    def _make_next(self) -> None:
        """Make one page that is not there yet, and come again: no page delays the first paint or a key."""
        waiting = [page.code for page in PAGES if page.code not in self.panels]
        if waiting and not self._is_leaving:
            self.page(waiting[0])
            QTimer.singleShot(0, self._make_next)

    def make_all(self) -> None:
        """Make every page now."""
        for page in PAGES:
            self.page(page.code)

    def show_visit(self, visit_id: str) -> None:
        """Put a visit on hand: every page shows it."""
        self.visit_id = visit_id
        self.desk.store.marks.keep(LAST_VISIT, visit_id)
        for panel in self.panels.values():
            panel.show_visit(visit_id)
        self.synced.above.show_visit(visit_id)
        self._say_where()

    def show_newest_visit(self) -> None:
        """Put the newest visit that was worked on here on hand, if there is one."""
        newest = [each.id for each in visits(self.desk.store) if each.frameworks]
        if newest:
            self.show_visit(newest[-1])

    def follow(self, reference: str) -> None:
        """Go to what a reference names: "visit:…", "note:…", "area:…" or "finding:…"; another kind goes nowhere."""
        kind, _colon, name = reference.partition(":")
        if kind == "visit":
            self.show_visit(name)
        if kind in ("visit", "note", "area"):
            self.go("notes")
        if kind == "finding":
            self.go("findings")
            findings = self.page("findings")
            if hasattr(findings, "choose"):
                findings.choose(name)
        notebook = self.page("notes")
        if kind == "note" and hasattr(notebook, "show_note"):
            notebook.show_note(name)
        if kind == "area" and hasattr(notebook, "show_area"):
            notebook.show_area(name)

    def tell(self, trouble: Trouble) -> None:
        """Tell trouble that belongs to no page."""
        self.notice.tell(*told(trouble), "bad")

    def wear(self, settings: Settings) -> None:
        """Use and keep other settings, while running."""
        before, self.desk.settings = self.desk.settings, settings
        if (before.scheme, before.percent) != (settings.scheme, settings.percent):
            self.desk.look.wear(settings.scheme, settings.percent)
        if before.language != settings.language:
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            speak(app, settings.language)
        try:
            kept.keep(self.desk.home, settings)
        except Trouble as trouble:
            self.tell(trouble)
        self.settings_changed.emit(settings)

    def may_close(self) -> bool:
        """Let every page keep what is unfinished; go to the one that cannot, and say whether all could."""
        for code, panel in self.panels.items():
            if not panel.may_close():
                self.go(code)
                return False
        return True

    def put_away(self) -> None:
        """Empty and leave the screen: dialogs, pages and what they show are gone, work under way is stopped."""
        self._is_leaving = True
        outside.bring_back(self.desk.home)
        QSettings(str(self.desk.home / "window.ini"), QSettings.Format.IniFormat).setValue(
            "geometry", self.saveGeometry()
        )
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog):
                dialog.reject()
        self.indexing.stop()
        self.desk.worker.close()
        self.close()
        for panel in self.panels.values():
            panel.deleteLater()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when every page has kept what is unfinished."""
        if self._is_leaving:
            event.accept()
        elif self.may_close():
            event.accept()
            self.closed.emit()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Say the standing sentence again in another language."""
        if event.type() == QEvent.Type.LanguageChange and not self._is_leaving:
            self._say_where()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages the room of the rail's words where there is little."""
        super().resizeEvent(event)
        self.rail.narrow(self.width() < self.desk.look.px(_NARROW))

    def _build(self) -> None:
        ground = QWidget()
        ground.setProperty("ground", True)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.strip)
        self._middle.addWidget(self.synced.above)
        self._middle.addWidget(self.notice)
        self._middle.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(self._middle, 1)
        everything = QVBoxLayout(ground)
        everything.setContentsMargins(0, 0, 0, 0)
        everything.setSpacing(0)
        everything.addLayout(across, 1)
        everything.addWidget(self.status)
        self.setCentralWidget(ground)
        self.setMinimumSize(640, 480)

    def _fit(self) -> None:
        side = self.desk.look.px(12)
        self._middle.setContentsMargins(side, side, side, side)
        self._middle.setSpacing(self.desk.look.px(8))
        self.rail.narrow(self.width() < self.desk.look.px(_NARROW))

    def _join(self, code: str, panel: Panel) -> None:
        """Connect what a page says with who answers it. A page need not say everything."""
        answers = {
            "visit_chosen": self._on_visit_chosen,
            "note_chosen": self._on_note_chosen,
            "area_chosen": self._on_area_chosen,
            "source_chosen": self.follow,
            "search_wanted": self._on_search_wanted,
            "framework_wanted": self._on_framework_wanted,
            "history_asked": self._on_history_asked,
            "concern_asked": self.onsite.see,
            "document_asked": self._on_document_asked,
            "settings_wanted": self.wear,
            "letter_wanted": self.drafting.ask,
            "record_out_asked": self.carrying.take_record_out,
            "record_in_asked": self.carrying.bring_record_in,
            "page_wanted": self.go,
            "said": self.status.pass_on,
            "stood": self.synced.foot.show_state,
        }
        own = {"note_chosen", "area_chosen"} if code == "notes" else set()
        for name, answer in answers.items():
            if name not in own and hasattr(panel, name):
                getattr(panel, name).connect(answer)
        self._going[code] = _Going(self, code)
        self.menus.add(panel.verbs(), self._going[code])
        if hasattr(panel, "tell_state"):
            panel.tell_state()

    def _remember_visit(self) -> None:
        visit_id = str(self.desk.store.marks.get(LAST_VISIT, ""))
        if visit_id and visit(self.desk.store, visit_id) is not None:
            self.visit_id = visit_id
        self.synced.above.show_visit(self.visit_id)
        self._say_where()

    def _place_again(self) -> None:
        place = QSettings(str(self.desk.home / "window.ini"), QSettings.Format.IniFormat).value("geometry")
        if place is None or not self.restoreGeometry(place):
            room = self.screen().availableSize()
            wide, high = (self.desk.look.px(each) for each in (1280, 800))
            self.resize(min(wide, room.width()), min(high, room.height() - _EDGE))

    def _say_where(self) -> None:
        there = visit(self.desk.store, self.visit_id) if self.visit_id else None
        council = authority(self.desk.store, there.authority_id) if there else None
        parts = [council.name] if council else []
        parts += [_(STATE_NAMES.get(there.status, there.status))] if there else []
        parts.append(_(N_("everything kept on this laptop")))
        if not language.is_reviewed(language.current()):
            parts.append(_(N_("Welsh words not yet reviewed by a Welsh speaker")))
        words = " · ".join(parts)
        self.status.where.show_text(words[:1].upper() + words[1:])
        self.setWindowTitle(f"{council.name} – Arolwg" if council else "Arolwg")

    def _on_recorded(self, _recorded: object) -> None:
        if not self._is_leaving:
            self._say_where()

    def _on_visit_chosen(self, visit_id: str) -> None:
        self.follow(f"visit:{visit_id}")

    def _on_note_chosen(self, note_id: str) -> None:
        self.follow(f"note:{note_id}")

    def _on_area_chosen(self, area: str) -> None:
        self.follow(f"area:{area}")

    def _on_search_wanted(self, sought: object) -> None:
        self.go("search")
        search = self.page("search")
        if hasattr(search, "look_for"):
            search.look_for(sought)

    def _on_framework_wanted(self) -> None:
        from ui.exports.framework_in import FrameworkIn

        FrameworkIn(self.desk, self.visit_id, self).open()

    def _on_history_asked(self, asked: object) -> None:
        from ui.history.dialog import show_history

        show_history(self.desk, asked, self)

    def _on_document_asked(self, document: object) -> None:
        from ui.attachments.viewer import Viewer

        if isinstance(document, Document):
            Viewer(self.desk, document, self).open()


def _frame(stack: QWidget) -> QScrollArea:
    """Let a page be scrolled where the window is smaller than it can become: at 200 % on a small screen."""
    frame = QScrollArea(stack)
    frame.setWidgetResizable(True)
    frame.setFrameShape(QFrame.Shape.NoFrame)
    frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return frame


def _enter(panel: Panel) -> None:
    """Put the focus on the first thing of a page that takes it, as if one had pressed Tab."""
    if panel.focusProxy() is not None:
        panel.setFocus()
        return
    entered = panel.enters_at
    first = entered if entered is not None and entered.isVisibleTo(panel) else first_in_tab_order(panel)
    if first is not None:
        first.setFocus()


class _Going:
    """Goes to a page before a verb of it is done."""

    def __init__(self, window: Window, code: str) -> None:
        self._window, self._code = window, code

    def __call__(self) -> None:
        self._window.go(self._code)
