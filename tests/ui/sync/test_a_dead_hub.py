# SPDX-License-Identifier: MIT
"""A hub that takes the connection and then says nothing: nobody waits for it, and nothing is half done."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.queries.notes import notes_of_visit
from storage.store import Store
from storage.sync import exchange
from storage.sync.road import Road
from tests.builders import a_note
from tests.storage.hub.conftest import RunningHub
from tests.ui.shown import a_desk, gone
from tests.ui.sync.conftest import Pair
from ui.look import Look
from ui.sync.syncing import Syncing
from ui.sync.words import of_state
from ui.together import Together
from ui.window import Window
from ui.worker import _ADRIFT


class DeadHub:
    """Listens, and never answers."""

    def __init__(self) -> None:
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self._callers: list[socket.socket] = []

    def road(self, store: Store) -> Road:
        """Return a store's road to nowhere."""
        hub = exchange.enrolled(store)
        assert hub is not None
        address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        return exchange.road_of(store, replace(hub, address=address))

    def wait(self) -> None:
        """Wait until somebody asks, and say nothing."""
        caller, _whence = self._listener.accept()
        assert caller.recv(1)
        self._callers.append(caller)

    def close(self) -> None:
        """Hang up."""
        for each in (*self._callers, self._listener):
            each.close()


@pytest.fixture
def dead() -> Iterator[DeadHub]:
    """Give a hub that is dead."""
    made = DeadHub()
    yield made
    made.close()


def test_the_window_closes_while_the_hub_is_dead_and_what_was_written_is_here(
    qtbot: QtBot, pair: Pair, office: RunningHub, look: Look, home: Callable[[str], Path], dead: DeadHub
) -> None:
    desk = a_desk(pair.lead, look, home("lead"))
    window = Window(desk)
    a_note(pair.lead, pair.there)
    together = window.page("sync")
    assert isinstance(together, Together)
    together.office.syncing.road = dead.road(pair.lead)
    together.sync_now()
    dead.wait()
    gone(window)  # it has come back, though nobody has answered
    assert desk.worker.busy() == 0
    dead.close()
    qtbot.waitUntil(lambda: not _ADRIFT)
    assert len(notes_of_visit(pair.lead, pair.there.id)) == 1
    again = Syncing(a_desk(pair.lead, look, home("again")))
    with qtbot.waitSignal(again.over) as over:
        again.start()
    assert over.args[0].sent == 1
    assert again.state.phase == "whole"


def test_stopped_it_can_begin_again_at_once(
    qtbot: QtBot, pair: Pair, office: RunningHub, look: Look, home: Callable[[str], Path], dead: DeadHub
) -> None:
    desk = a_desk(pair.lead, look, home("lead"))
    syncing = Syncing(desk)
    a_note(pair.lead, pair.there)
    syncing.road = dead.road(pair.lead)
    syncing.start()
    dead.wait()
    syncing.stop()
    assert (syncing.is_busy(), syncing.state.phase, syncing.state.waiting) == (False, "waiting", 1)
    syncing.road = None
    with qtbot.waitSignal(syncing.over):
        syncing.start()
    assert syncing.state.phase == "whole"
    dead.close()
    qtbot.waitUntil(lambda: not _ADRIFT)
    desk.worker.close()


def test_a_sync_that_lost_its_connection_is_tried_again_by_itself(
    qtbot: QtBot, pair: Pair, office: RunningHub, look: Look, home: Callable[[str], Path]
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # nobody listens there
        hub = exchange.enrolled(pair.lead)
        assert hub is not None
        gone_away = replace(hub, address=f"http://127.0.0.1:{nobody.getsockname()[1]}")
        desk = a_desk(pair.lead, look, home("lead"))
        syncing = Syncing(desk)
        syncing.road = exchange.road_of(pair.lead, gone_away)
        a_note(pair.lead, pair.there)
        syncing.pauses = (3_600_000,)
        with qtbot.waitSignal(syncing.failed):
            syncing.start()
        qtbot.waitUntil(lambda: not syncing.is_busy())
        assert "tries again by itself" in of_state(syncing.state).words
        syncing.stop()  # whoever stops it is not asked again
        assert not syncing.state.tries_again
        syncing.pauses = (0,)
        with qtbot.waitSignals([syncing.failed, syncing.failed]):
            syncing.start()
        with qtbot.waitSignal(syncing.over):
            syncing.road = None  # the connection is back
    assert syncing.state.phase == "whole"
    assert not syncing.state.tries_again
    desk.worker.close()
