# SPDX-License-Identifier: MIT
"""An authority's record is read away from the screen where the store is in a folder, and at once in memory."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from storage.model.authority import Authority
from storage.store import Store
from tests.builders import a_recommendation, a_visit, an_authority
from tests.ui.shown import a_desk
from ui.authority.page import AuthorityPage
from ui.authority.parts import SHAPES
from ui.authority.reading import Shown, shown_of
from ui.look import Look

TODAY = date(2018, 11, 6)
Maker = Callable[..., tuple[Store, str]]


def test_everything_that_is_shown_is_read_together(store: Store, full: Authority) -> None:
    shown = shown_of(store, full.id, TODAY)
    assert shown.known is not None
    assert shown.councils == ((full.id, full.name),)
    assert set(shown.rows) == {*(shape.code for shape in SHAPES), "due", "levels"}
    assert shown.due[0].subject == "plan"
    assert shown.telling is not None
    assert shown.scene is not None


def test_an_unknown_authority_is_the_first_and_none_is_nothing(store: Store) -> None:
    assert shown_of(store, "gone", TODAY) == Shown(())
    council = an_authority(store)
    shown = shown_of(store, "gone", TODAY)
    assert shown.known is not None
    assert shown.known.authority == council


def test_in_a_folder_the_page_fills_by_itself_and_follows(
    qtbot: QtBot, look: Look, folder_store: Maker, tmp_path: Path
) -> None:
    store, _code = folder_store()
    council = an_authority(store)
    visit = a_visit(store, council)
    page = AuthorityPage(a_desk(store, look, tmp_path))
    qtbot.addWidget(page)
    page.show()
    page.show_visit(visit.id)
    qtbot.waitUntil(lambda: page.known is not None)
    a_recommendation(store, council)
    qtbot.waitUntil(lambda: page.known is not None and len(page.known.recommendations) == 1)
    qtbot.waitUntil(lambda: not page.reading.is_busy())
    assert page.may_close()
    assert shown_of(store, council.id, TODAY).known == page.known
