# SPDX-License-Identifier: MIT
"""A sync in the window, round after round: progress, stop, trouble, resume; sent is only what a receipt covers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.queries.notes import notes_of_visit
from storage.sync.exchange import Progress
from tests.builders import a_note, a_store
from tests.storage.hub.conftest import RunningHub
from tests.ui.shown import a_desk
from tests.ui.sync.conftest import Pair
from tests.ui.sync.faulty import Faulty
from ui.desk import Desk
from ui.look import Look
from ui.sync.syncing import Syncing


@pytest.fixture
def desk(pair: Pair, look: Look, home: Callable[[str], Path]) -> Iterator[Desk]:
    """Give the lead inspector's desk."""
    desk = a_desk(pair.lead, look, home("lead"))
    yield desk
    desk.worker.close()


def whole(qtbot: QtBot, syncing: Syncing) -> Progress:
    """Sync and return what it came to."""
    with qtbot.waitSignal(syncing.over) as over:
        syncing.start()
    qtbot.waitUntil(lambda: not syncing.is_busy())
    return over.args[0]  # type: ignore[no-any-return]


def test_nothing_is_called_sent_before_the_receipt_covers_it(qtbot: QtBot, pair: Pair, desk: Desk) -> None:
    syncing = Syncing(desk)
    assert syncing.state.phase == "whole"
    a_note(pair.lead, pair.there)
    assert (syncing.state.phase, syncing.state.waiting) == ("waiting", 1)
    heard: list[tuple[str, int]] = []
    syncing.changed.connect(lambda: heard.append((syncing.state.phase, syncing.state.waiting)))
    assert whole(qtbot, syncing).sent == 1
    assert heard[0] == ("busy", 1)
    assert heard[-1] == ("whole", 0)
    assert syncing.state.at


def test_without_an_invitation_nothing_begins(qtbot: QtBot, look: Look, home: Callable[[str], Path]) -> None:
    store = a_store()
    desk = a_desk(store, look, home("alone"))
    syncing = Syncing(desk)
    syncing.start()
    assert not syncing.is_busy()
    assert syncing.state.phase == "apart"
    store.close()


def test_a_hub_that_is_away_is_told_and_the_next_try_goes_on(
    qtbot: QtBot, pair: Pair, desk: Desk, office: RunningHub
) -> None:
    syncing = Syncing(desk)
    a_note(pair.lead, pair.there)
    office.stop()
    try:
        with qtbot.waitSignal(syncing.failed) as failed:
            syncing.start()
        assert "cannot be reached" in failed.args[0].message
        qtbot.waitUntil(lambda: not syncing.is_busy())
        assert (syncing.state.phase, syncing.state.waiting) == ("failed", 1)
    finally:
        office.start()
    whole(qtbot, syncing)
    assert syncing.state.phase == "whole"


def test_stopped_it_keeps_everything_here_and_begins_again(qtbot: QtBot, pair: Pair, desk: Desk) -> None:
    syncing = Syncing(desk)
    a_note(pair.lead, pair.there)
    syncing.start()
    syncing.stop()
    qtbot.waitUntil(lambda: not syncing.is_busy())
    assert (syncing.state.phase, syncing.state.waiting) == ("waiting", 1)
    assert len(notes_of_visit(pair.lead, pair.there.id)) == 1
    whole(qtbot, syncing)
    assert syncing.state.waiting == 0


def test_a_road_that_drops_delays_repeats_and_reorders_loses_nothing(
    qtbot: QtBot, pair: Pair, look: Look, office: RunningHub, home: Callable[[str], Path]
) -> None:
    fates = ("lost", "late", "unanswered", "twice", "cut", "", "again", "lost", "cut", "unanswered", "twice", "again")
    with Faulty(office.port, fates) as faulty:
        desks = [a_desk(store, look, home(name)) for name, store in (("one", pair.lead), ("two", pair.second))]
        for number in range(4):
            for desk in desks:
                notes.write(desk.store, pair.there, f"Note {number} of {desk.store.device.id[:6]}")
                syncing = Syncing(desk)
                syncing.road = faulty.road(desk.store)
                for _try in range(12):  # each is broken off somewhere else, and the next goes on from there
                    syncing.start()
                    qtbot.waitUntil(lambda syncing=syncing: not syncing.is_busy())
                    if syncing.state.phase == "whole":
                        break
                assert syncing.state.phase == "whole"
        assert faulty.done.issuperset(fates)
    for desk in desks:
        whole(qtbot, Syncing(desk))
    seen = [{note.text for note in notes_of_visit(desk.store, pair.there.id)} for desk in desks]
    assert seen[0] == seen[1]
    assert len(seen[0]) == 8
    assert [note.id for note in notes_of_visit(pair.lead, pair.there.id)] == [
        note.id for note in notes_of_visit(pair.second, pair.there.id)
    ]
    for desk in desks:
        desk.worker.close()
