# SPDX-License-Identifier: MIT
"""A first sync seen in the window: every page opens while a visit's log is still on its way."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reports.acts import draft
from reports.facts import facts_of
from storage import ahead
from storage.acts import members
from storage.job import run_now
from storage.store import Store
from storage.sync import exchange
from storage.sync.exchange import Progress
from storage.tables import NOUNS
from tests.builders import a_store
from tests.storage.hub.near import NearHub, portrayed
from tests.ui.shown import the_example
from ui.look import Look
from ui.pages import PAGES
from ui.screens import opened_window, settle


@pytest.fixture
def arriving(tmp_path: Path) -> Iterator[Store]:
    """Give a laptop on which the worked example is shown, and nothing of its log is here."""
    lead, about = the_example()
    people = (about.ids[about.about["lead"]], about.ids[about.about["addressee"]])
    draft(lead, facts_of(lead, about.visit_id, about.about["letter_date"], *people), "improvement_conference")
    near, second = NearHub(tmp_path / "hub"), a_store("Second")
    near.enrol(lead, second)
    streams = exchange.shared_streams(lead)
    for stream in streams:
        members.grant(lead, stream, members.my_card(second), "second")
    near.synced(lead)
    assert all(portrayed(lead, stream, near.road(lead)) for stream in streams)
    for job in exchange.rounds(second, near.known, Progress(), near.road(second)):
        run_now(job, second)
        if _rows(second, streams) == _rows(lead, streams):
            break
    yield second
    for store in (lead, second):
        store.close()
    near.books.close()


def _rows(store: Store, streams: Sequence[str]) -> int:
    asked = (f'SELECT count(*) FROM "{noun}" WHERE stream_id = ?' for noun in NOUNS)
    return sum(store.db.execute(each, (stream,)).fetchone()[0] for each in asked for stream in streams)


def test_every_page_opens_while_a_visit_is_arriving(arriving: Store, worn: Look, qtbot: QtBot) -> None:
    assert ahead.streams(arriving)
    assert not any(arriving.ledger.vector(stream) for stream in ahead.streams(arriving))
    with opened_window(arriving, worn) as window:
        for page in PAGES:
            window.go(page.code)
            settle(window.desk.worker)
            assert window.panels[page.code].isVisible()
