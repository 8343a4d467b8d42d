# SPDX-License-Identifier: MIT
"""The pages of the window, in the order of its rail. How they are shown and joined is window.py's."""

from collections.abc import Callable
from dataclasses import dataclass

from resources.language import N_
from ui.desk import Desk
from ui.panel import Panel


@dataclass(frozen=True, slots=True)
class Page:
    """One place to go to."""

    code: str
    name: str
    """A gettext key."""
    icon: str
    keys: str
    make: Callable[[Desk], Panel]


def _visits(desk: Desk) -> Panel:
    from ui.visits.visit_list import VisitList

    return VisitList(desk)


def _notes(desk: Desk) -> Panel:
    from ui.notes.notebook import Notebook

    return Notebook(desk)


def _framework(desk: Desk) -> Panel:
    from ui.coverage.framework import Framework

    return Framework(desk)


def _cases(desk: Desk) -> Panel:
    from ui.cases.page import Cases

    return Cases(desk)


def _findings(desk: Desk) -> Panel:
    from ui.findings.findings import Findings

    return Findings(desk)


def _day(desk: Desk) -> Panel:
    from ui.day.page import DayPage

    return DayPage(desk)


def _letters(desk: Desk) -> Panel:
    from ui.letters.letters import Letters

    return Letters(desk)


def _authority(desk: Desk) -> Panel:
    from ui.authority.page import AuthorityPage

    return AuthorityPage(desk)


def _search(desk: Desk) -> Panel:
    from ui.search.search import Search

    return Search(desk)


def _sync(desk: Desk) -> Panel:
    from ui.together import Together

    return Together(desk)


def _backup(desk: Desk) -> Panel:
    from ui.backup.page import Backups

    return Backups(desk)


def _settings(desk: Desk) -> Panel:
    from ui.settings.preferences import Preferences

    return Preferences(desk)


PAGES = (
    Page("visits", N_("Visits"), "calendar", "Ctrl+1", _visits),
    Page("notes", N_("Notes"), "file-text", "Ctrl+2", _notes),
    Page("framework", N_("Framework"), "list-tree", "Ctrl+3", _framework),
    Page("cases", N_("Cases"), "users", "Ctrl+4", _cases),
    Page("findings", N_("Findings"), "flag", "Ctrl+5", _findings),
    Page("day", N_("The day"), "clipboard-check", "Ctrl+6", _day),
    Page("letters", N_("Letters"), "book-open", "Ctrl+7", _letters),
    Page("authority", N_("Authority"), "building-2", "Alt+Shift+0", _authority),
    Page("search", N_("Search"), "search", "Ctrl+8", _search),
    Page("sync", N_("Sync"), "refresh-cw", "Ctrl+Shift+F2", _sync),
    Page("backup", N_("Backups"), "save", "Ctrl+9", _backup),
    Page("settings", N_("Settings"), "settings", "Ctrl+,", _settings),
)


def made(page: Page, desk: Desk) -> Panel:
    """Make the page's panel."""
    return page.make(desk)
