# SPDX-License-Identifier: MIT
"""What the tests of the search page share: two visits with notes, in memory or on disk, and the page over them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.model.visit import Visit
from storage.store import Store
from tests.builders import a_link, a_note, a_session, a_visit, an_authority
from tests.ui.shown import a_desk
from ui.look import Look
from ui.search.search import Search

EARLY, LATE = "2018-07-10T09:30:00.000Z", "2018-07-11T10:00:00.000Z"


def filled(store: Store) -> tuple[Visit, Visit]:
    """Write four notes of two visits and return the visits."""
    council = an_authority(store)
    one, other = a_visit(store, council), a_visit(store, council, dates="2019-01-08")
    session = a_session(store, one)
    a_link(store, a_note(store, one, "Supervision was irregular.", event_at=EARLY, polarity="weakness"), "QA1")
    a_note(store, one, "A care plan stood in six files.", event_at=LATE, case_ref="Case 07", session_id=session.id)
    a_note(store, one, "Roedd ei phlentyn hi yn y tŷ.", event_at=LATE, source_kind="interview")
    a_note(store, other, "Supervision had improved.", event_at="2019-01-08T10:00:00.000Z", polarity="strength")
    return one, other


@pytest.fixture
def visits(store: Store) -> tuple[Visit, Visit]:
    return filled(store)


@pytest.fixture
def make(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Callable[[Store], Search]]:
    """Give a maker of the page over a store, shown and active."""
    made: list[Search] = []

    def page(store: Store) -> Search:
        panel = Search(a_desk(store, look, tmp_path))
        made.append(panel)
        panel.resize(1000, 640)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        return panel

    yield page
    for panel in made:
        panel.may_close()
        panel.desk.worker.close()
        panel.close()
        panel.deleteLater()  # now: nothing of the page may ask a store that is closed
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shown(make: Callable[[Store], Search], store: Store, visits: tuple[Visit, Visit]) -> Search:
    return make(store)


def texts(page: Search) -> list[str]:
    """Return the words of the rows."""
    return [hit.snippet.text for hit in page.results.hits.hits]
