# SPDX-License-Identifier: MIT
"""What a person can do for an authority, as verbs: each opens its form on its part of the page. The forms: asked_of_….

Deeds that belong to one chosen thing: deeds.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resources.language import N_
from ui.authority import asked_of_authority, asked_of_events, asked_of_letters, asked_of_plans, deeds, parts
from ui.authority.form import Asked
from ui.authority.standpoint import Standpoint
from ui.panel import Verb

if TYPE_CHECKING:
    from ui.authority.page import AuthorityPage


class Asking(QObject):
    """Asks on the page."""

    def __init__(self, page: AuthorityPage) -> None:
        """Ask on this page."""
        super().__init__(page)
        self._page = page

    def verbs(self) -> tuple[Verb, ...]:
        """Return everything that can be asked for."""
        there, page = self.is_possible, self._page
        return (
            Verb(N_("Add a person of the authority"), "Alt+Shift+1", "authority", self.person, there, "users"),
            Verb(N_("Add a recommendation"), "Alt+Shift+2", "authority", self.recommendation, there, "flag"),
            Verb(N_("Note progress on a recommendation"), "Alt+Shift+3", "authority", self.look, there, "trending-up"),
            Verb(N_("Add an action of the plan"), "Alt+Shift+4", "authority", self.action, there, "clipboard-list"),
            Verb(N_("The improvement plan has come"), "Alt+Shift+5", "authority", self.plan, there, "inbox"),
            Verb(N_("Add a meeting"), "Alt+Shift+6", "authority", self.meeting, there, "calendar"),
            Verb(N_("Record what happened"), "Alt+Shift+7", "authority", self.happened, there, "history"),
            Verb(N_("Change the level of concern"), "Alt+Shift+8", "authority", self.level, there, "flag"),
            Verb(N_("Draft a letter to the authority"), "Alt+Shift+9", "authority", self.letter, there, "file-plus"),
            Verb(N_("Take the record out…"), "Alt+Shift+X", "authority", self._out, there, "download"),
            Verb(N_("Bring a record in…"), "Alt+Shift+I", "authority", page.record_in_asked.emit, icon="upload"),
        )

    def is_possible(self) -> bool:
        """Say whether an authority is shown."""
        return self._page.known is not None

    def person(self) -> None:
        """Ask for somebody who holds an office."""
        self._new(parts.PEOPLE.code)

    def recommendation(self) -> None:
        """Ask for a recommendation."""
        self._new(parts.RECOMMENDATIONS.code)

    def action(self) -> None:
        """Ask for an action of the plan."""
        self._new(parts.PLAN.code)

    def meeting(self) -> None:
        """Ask for a meeting."""
        self._new(parts.MEETINGS.code)

    def happened(self) -> None:
        """Ask what happened."""
        self._new(parts.EVENTS.code)

    def plan(self) -> None:
        """Ask when the improvement plan came."""
        self._page.show_part(parts.PLAN.code)
        self._open(asked_of_plans.received)

    def look(self) -> None:
        """Ask how the recommendation stood that is chosen, or the first."""
        self._page.show_part(parts.RECOMMENDATIONS.code)
        view = self._page.parts[parts.RECOMMENDATIONS.code]
        if view.list.chosen():
            view.asked.emit(parts.LOOK, view.list.chosen())

    def level(self) -> None:
        """Ask which level of concern holds from when."""
        self._open(asked_of_events.level)

    def right(self) -> None:
        """Ask what of the authority's own entry is to be put right."""
        self._open(lambda here: asked_of_authority.amend(here, here.known.authority))

    def letter(self) -> None:
        """Ask which letter is to be drafted."""
        page = self._page
        self._open(lambda here: asked_of_letters.letter(here.known, page.due, page.letter_wanted.emit))

    def _out(self) -> None:
        if self._page.known is not None:
            self._page.record_out_asked.emit(self._page.known.authority.id)

    def _new(self, part: str) -> None:
        self._page.show_part(part)
        self._open(lambda here: deeds.new(part, here))

    def _open(self, make: Callable[[Standpoint], Asked]) -> None:
        """Open a form; trouble is told on the page."""
        self._page.attempt(lambda: self._page.ask(make(self._page.standpoint())))
