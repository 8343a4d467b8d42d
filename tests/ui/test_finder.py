# SPDX-License-Identifier: MIT
"""What the palette finds: verbs, visits, areas and notes, each going where it should; and how many notes at most."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.builders import a_note, a_visit
from tests.ui.shown import a_desk, gone
from ui import finder
from ui.look import Look
from ui.widgets.ranking import Ranking
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> Iterator[Window]:
    """Give a window with a visit on hand and one note."""
    there = a_visit(store)
    a_note(store, there, "Chronologies are  current\nin every file.")
    window = Window(a_desk(store, look, tmp_path))
    window.show_visit(there.id)
    window.show()
    window.make_all()
    yield window
    gone(window)


def test_actions_visits_areas_and_notes_are_all_found_by_a_few_letters(window: Window) -> None:
    ranking = Ranking(finder.entries(window))
    assert ranking.best("lock now")[0].keys == "Ctrl+L"
    assert ranking.best("practice boro")[0].title == "Practice Borough Council 2018-07-10/2018-07-11"
    assert ranking.best("qa1")[0].title.startswith("QA1 ")
    assert ranking.best("chronol")[0].title == "Chronologies are current in every file."


def test_the_palette_does_not_offer_itself_nor_what_is_impossible_now(window: Window) -> None:
    titles = [each.title for each in finder.entries(window)]
    assert "Find and do" not in titles
    assert "Smaller" not in titles
    assert "Larger" in titles


def test_choosing_a_note_or_an_area_goes_to_the_visits_desk(window: Window) -> None:
    window.go("settings")
    Ranking(finder.entries(window)).best("chronol")[0].do()
    assert window.current is window.panels["notes"]
    window.go("settings")
    Ranking(finder.entries(window)).best("qa1")[0].do()
    assert window.current is window.panels["notes"]


def test_of_very_many_notes_the_newest_are_offered(
    window: Window, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "NEWEST", 1)
    from storage.queries.visits import visit

    there = visit(store, window.visit_id)
    assert there is not None
    a_note(store, there, "The newest.", event_at="2030-01-01T09:00:00.000Z")
    found = [each.title for each in finder.entries(window)]
    assert "The newest." in found
    assert "Chronologies are current in every file." not in found
