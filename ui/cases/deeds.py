# SPDX-License-Identifier: MIT
"""What a person can do on the page of cases: bring in, draw, assign, replace, look a reference up. Reviews: page.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reports.sheets.sample import told_of
from resources.language import N_, _
from storage.acts import cases as case_acts
from storage.errors import Trouble
from ui.cases.draw_dialog import DrawSample
from ui.cases.list_in import ListIn
from ui.cases.one_case import AddCase, ReplaceCase
from ui.cases.sheet_dialog import SampleSheet
from ui.panel import Verb

if TYPE_CHECKING:
    from storage.model.case import Case, CaseList
    from ui.cases.page import Cases


class Deeds(QObject):
    """Acts on what the page shows; trouble is told there."""

    def __init__(self, page: Cases) -> None:
        """Keep the page."""
        super().__init__(page)
        self._page = page

    def verbs(self) -> tuple[Verb, ...]:
        """Return them as the menus know them."""
        there = self._counts
        return (
            Verb(N_("Bring in the list of cases…"), "Ctrl+F2", "visit", self.ask_list, self._has_visit, "download"),
            Verb(N_("Draw a sample…"), "Ctrl+F3", "visit", self.ask_draw, self._has_list, "users"),
            Verb(N_("Sheet of the sample…"), "Ctrl+F5", "visit", self.show_sheet, self._has_sample, "file-text"),
            Verb(N_("Add a case…"), "Ctrl+F6", "visit", self.ask_case, self._has_visit, "plus"),
            Verb(N_("Read this case myself"), "Ctrl+F7", "visit", self.take, there, "eye"),
            Verb(N_("This case is read"), "Ctrl+F8", "visit", self.finish, there, "circle-check"),
            Verb(N_("Replace this case…"), "Ctrl+F9", "visit", self.ask_replace, self._is_drawn, "refresh-cw"),
            Verb(N_("Show the authority's reference"), "Ctrl+F10", "visit", self.show_reference, there, "lock"),
        )

    def ask_list(self) -> None:
        """Open the dialog that brings a list in."""
        if self._page.visit is not None:
            ListIn(self._page.desk, self._page.visit.id, self._page).open()

    def ask_draw(self) -> None:
        """Open the dialog that draws a sample."""
        if self._page.visit is not None and self._page.the_list is not None:
            DrawSample(self._page.desk, self._page.visit, self._page.the_list, self._page).open()

    def show_sheet(self) -> None:
        """Open the sheet of the sample."""
        if self._page.visit is not None and self._page.sample is not None:
            self._page.attempt(self._open_sheet)

    def ask_case(self) -> None:
        """Open the dialog that adds a case."""
        if self._page.visit is not None:
            dialog = AddCase(self._page.desk, self._page.visit, self._page)
            dialog.added.connect(self._page.choose)
            dialog.open()

    def ask_replace(self) -> None:
        """Open the dialog that replaces the case shown."""
        case, sample = self._page.case(), self._page.sample
        if case is not None and sample is not None and self._is_drawn() and self._page.keep():
            dialog = ReplaceCase(self._page.desk, sample, case, self._page)
            dialog.replaced.connect(self._on_replaced)
            dialog.open()

    def take(self) -> None:
        """Become the reader of the case shown."""
        self.assign(self._page.desk.store.me)

    def finish(self) -> None:
        """Say that the case shown is read."""
        self.move("read")

    def assign(self, reader: str) -> None:
        """Give the case shown to a reader."""
        if (case := self._kept_case()) is not None:
            self._page.attempt(lambda: case_acts.assign(self._page.desk.store, [case], reader))
            self._page.refresh()

    def move(self, progress: str) -> None:
        """Say how far the reading of the case shown is."""
        if (case := self._kept_case()) is not None:
            self._page.attempt(lambda: case_acts.move(self._page.desk.store, case, progress))
            self._page.refresh()

    def show_reference(self) -> None:
        """Show the authority's reference of the case, on this screen only and until it is closed."""
        case, the_list = self._page.case(), self._page.the_list
        if case is not None and the_list is not None:
            try:
                self._tell_reference(the_list, case)
            except Trouble as trouble:
                self._page.tell(trouble)

    def _kept_case(self) -> Case | None:
        """Return the case shown as it now stands, its typed words kept; None when they could not be."""
        return self._page.case() if self._page.keep() else None

    def _tell_reference(self, the_list: CaseList, case: Case) -> None:
        reference = case_acts.reference_of(self._page.desk.store, the_list, case.pseudonym)
        words = _(N_("{case} is {reference} with the authority.")).format(case=case.pseudonym, reference=reference)
        advice = _(N_("Use it to find the file, and write it nowhere. It goes when you close this message."))
        self._page.tell_words(words, advice)

    def _open_sheet(self) -> None:
        visit = self._page.visit
        assert visit is not None
        SampleSheet(self._page.desk, told_of(self._page.desk.store, visit.id), self._page).open()

    def _on_replaced(self, by: str) -> None:
        self._page.refresh()
        if by:
            self._page.said.emit(_(N_("{case} took its place.")).format(case=by))
        else:
            self._page.tell_words(_(N_("Its stratum has no case left to take its place.")), "")

    def _has_visit(self) -> bool:
        return self._page.visit is not None

    def _has_list(self) -> bool:
        return self._page.the_list is not None

    def _has_sample(self) -> bool:
        return self._page.sample is not None

    def _counts(self) -> bool:
        case = self._page.case()
        return case is not None and not case.dropped

    def _is_drawn(self) -> bool:
        case, sample = self._page.case(), self._page.sample
        return case is not None and sample is not None and case.pseudonym in sample.drawn
