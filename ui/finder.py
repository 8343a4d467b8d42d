# SPDX-License-Identifier: MIT
"""What the palette finds: every verb possible now, every visit, the areas and notes of the one on hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from resources.language import N_, _, current
from storage.queries.authorities import authority
from storage.queries.editions import rubrics_of_visit
from storage.queries.note_pages import beginnings
from storage.queries.visits import visit, visits
from ui.menus import MENUS
from ui.widgets.ranking import Entry

if TYPE_CHECKING:
    from ui.window import Window

NEWEST = 2000
"""Notes offered: more would make the palette slow to open; the note list searches them all."""
_LETTERS = 90
_FIRST = ("note", "visit", "letter", "authority", "edit", "view", "file", "help")
"""Whose verbs stand first before anything is typed: what is done most."""
_ITSELF = "Ctrl+K"


def entries(window: Window) -> list[Entry]:
    """Return everything that can be found and done now."""
    return [*_verbs(window), *_visits(window), *_areas(window), *_notes(window)]


def _verbs(window: Window) -> Iterator[Entry]:
    order = list(_FIRST)
    for action in sorted(window.menus.actions(), key=lambda each: order.index(each.verb.menu)):
        if action.verb.keys != _ITSELF and action.verb.is_possible():
            menu = _(MENUS[action.verb.menu]).replace("&", "")
            yield Entry(action.text().replace("&&", "&"), menu, action.verb.keys, action.go)


def _visits(window: Window) -> Iterator[Entry]:
    store = window.desk.store
    for each in visits(store):
        council = authority(store, each.authority_id)
        if each.present and each.frameworks:
            words = f"{council.name if council else ''} {each.dates}".strip()
            yield Entry(words, _(N_("Visit")), do=_Later(window.follow, f"visit:{each.id}"))


def _areas(window: Window) -> Iterator[Entry]:
    there = visit(window.desk.store, window.visit_id) if window.visit_id else None
    for rubric in rubrics_of_visit(window.desk.store, there) if there else ():
        for area in rubric.areas:
            named = [(area.code, area.title), *((each.code, each.title) for each in area.criteria)]
            for code, title in named:
                words = f"{code} {title.get(current()) or title['en']}"
                yield Entry(words, _(N_("Area")), do=_Later(window.follow, f"area:{code}"))


def _notes(window: Window) -> Iterator[Entry]:
    found = beginnings(window.desk.store, window.visit_id, NEWEST, 2 * _LETTERS) if window.visit_id else ()
    name = _(N_("Note"))
    for each in found:
        words = " ".join(each.text.split())[:_LETTERS]
        yield Entry(words, each.source_role or name, do=_Later(window.follow, f"note:{each.id}"))


class _Later:
    def __init__(self, do: Callable[[str], None], name: str) -> None:
        self._do, self._name = do, name

    def __call__(self) -> None:
        self._do(self._name)
