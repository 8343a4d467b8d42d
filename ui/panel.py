# SPDX-License-Identifier: MIT
"""What every panel is: given a desk, shown a visit, told of what was recorded. Panels never see each other."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.language import N_, _
from storage.errors import Damaged, Trouble
from storage.store import Recorded
from ui.desk import Desk
from ui.errors import told
from ui.widgets.notice import Notice


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing a person can do: in a menu, the command palette and the sheet of keys."""

    name: str
    """A gettext key, imperative: "New note"."""
    keys: str
    """Its shortcut in Qt's portable text, "Ctrl+N"; every verb has one."""
    menu: str
    """The menu it stands in: file, edit, visit, note, letter, authority, view or help."""
    run: Callable[[], None]
    is_possible: Callable[[], bool] = field(default=_always)
    """Asked when a menu opens or the palette lists it."""
    icon: str = ""


class Panel(QWidget):
    """A part of the window with a subject of its own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Keep the desk and listen to the bus; a child builds itself and then calls `refresh`."""
        super().__init__(parent or desk.room)
        self.setProperty("scroll", desk.room is not None)
        desk.room = None  # the page took it; panels inside find their own place, in their own order of Tab
        self.desk = desk
        self.visit_id = ""
        self._is_stale = True
        self.enters_at: QWidget | None = None
        """What has the keys when the page is shown, where it is not what Tab comes to first."""
        self.notice = Notice(desk.look)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.notice)
        desk.bus.recorded.connect(self._on_recorded)

    def show_visit(self, visit_id: str) -> None:
        """Show another visit; an empty identifier shows none."""
        self.visit_id = visit_id
        self._refresh_or_wait()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do here."""
        return ()

    def refresh(self) -> None:
        """Ask the store again and show the answer; a child says how."""

    def may_close(self) -> bool:
        """Keep what is unfinished and say whether the window may close now."""
        return True

    def attempt(self, act: Callable[[], None]) -> bool:
        """Do something; tell trouble here, where it was asked, and return whether it went well."""
        try:
            act()
        except Trouble as trouble:
            self.tell(trouble)
            return False
        self.notice.hide()
        return True

    def tell(self, trouble: Trouble) -> None:
        """Tell trouble in this panel, with what to do."""
        message, advice = told(trouble)
        self.notice.tell(message, advice, "bad")
        if isinstance(trouble, Damaged):
            self.notice.offer(N_("&Lock, and make it anew…"), self.desk.bus.damaged.emit)

    def touches_me(self, recorded: Recorded) -> bool:
        """Say whether what was recorded may alter what is shown; a child may narrow it."""
        return bool(recorded.changes)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was recorded while hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _on_recorded(self, recorded: Recorded) -> None:
        if self.touches_me(recorded):
            self._refresh_or_wait()

    def _refresh_or_wait(self) -> None:
        if self.isVisible():
            self._is_stale = False
            self.refresh()
        else:
            self._is_stale = True


def words_of(verb: Verb) -> str:
    """Return the verb's name in the language in use."""
    return _(verb.name)
