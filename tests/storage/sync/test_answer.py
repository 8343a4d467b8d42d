# SPDX-License-Identifier: MIT
"""What a hub said of this device is known until it says otherwise, also after a restart: held, closed, revoked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.acts import members
from storage.errors import Refused
from storage.hub import office
from storage.job import run_now
from storage.model.visit import Visit
from storage.queries.standing import Stand, is_revoked, stands
from storage.store import Store, open_store
from storage.sync import answer, wiping
from storage.sync.exchange import Progress
from storage.sync.road import NoRoad
from tests.builders import PASSPHRASE, a_note, a_visit, join
from tests.storage.hub.near import NearHub

Pair = tuple[Store, Store, Visit]


def synced(near: NearHub, store: Store, fate: str = "") -> Progress:
    """Sync, keeping what was said."""
    progress = Progress()
    for job in answer.rounds(store, near.known, progress, near.road(store, lambda: fate)):
        run_now(job, store)
    return progress


def stand_of(store: Store, there: Visit) -> Stand:
    return stands(store, [there.stream_id])[there.stream_id]


@pytest.fixture
def pair(near: NearHub, folder_store: Callable[..., tuple[Store, str]]) -> Pair:
    """Give a lead and a second inspector, enrolled, with one visit that both hold and the hub has."""
    lead, second = folder_store("lead")[0], folder_store("second")[0]
    there = a_visit(lead)
    join(lead, there.stream_id, second)
    near.enrol(lead, second)
    synced(near, lead)
    synced(near, second)
    return lead, second, there


def removed(near: NearHub, pair: Pair) -> None:
    """Take the second inspector's seat back; she writes a note before she knows, and syncs."""
    lead, second, there = pair
    members.remove(lead, there.stream_id, second.device.id)
    synced(near, lead)
    a_note(second, there, "Written before she knew.")
    synced(near, second)


def test_whoever_lost_her_seat_knows_it_and_that_her_changes_are_held(near: NearHub, pair: Pair) -> None:
    _lead, second, there = pair
    assert (stand_of(second, there).is_closed, stand_of(second, there).held) == (False, 0)
    removed(near, pair)
    stand = stand_of(second, there)
    assert (stand.is_closed, stand.held, stand.waiting, is_revoked(second)) == (True, 1, 1, False)
    with near.books.open() as entries:
        office.accept_held(entries, second.device.id)
    synced(near, second)
    stand = stand_of(second, there)
    assert (stand.is_closed, stand.held, stand.waiting) == (True, 0, 0)


def test_it_is_known_after_a_restart_and_gone_with_the_seat_that_is_given_again(
    near: NearHub, pair: Pair, tmp_path: Path
) -> None:
    lead, second, there = pair
    removed(near, pair)
    second.close()
    again = open_store(tmp_path / "second", PASSPHRASE)
    assert (stand_of(again, there).is_closed, stand_of(again, there).held) == (True, 1)
    members.grant(lead, there.stream_id, members.my_card(again), "second")
    synced(near, lead)
    synced(near, again)
    assert (stand_of(again, there).is_closed, stand_of(again, there).held) == (False, 0)
    again.close()


def test_a_revoked_device_knows_it_until_the_office_welcomes_it_back(near: NearHub, pair: Pair) -> None:
    _lead, second, there = pair
    with near.books.open() as entries:
        entries.register.revoke(second.device.id, "2018-07-11T08:00:00.000Z")
    a_note(second, there)
    synced(near, second)
    assert is_revoked(second)
    assert (stand_of(second, there).held, stand_of(second, there).is_closed) == (1, False)
    assert stand_of(second, there).place == "held"
    with pytest.raises(NoRoad):
        synced(near, second, "lost")
    assert is_revoked(second)  # without an answer nothing is known that was not known before
    with near.books.open() as entries:
        entries.register.revoke(second.device.id, "")
        office.accept_held(entries, second.device.id)
    synced(near, second)
    assert not is_revoked(second)
    stand = stand_of(second, there)
    assert (stand.held, stand.waiting, stand.is_closed, stand.place) == (0, 0, False, "office")


def test_what_the_office_holds_is_no_reason_to_wipe_and_says_so(near: NearHub, pair: Pair) -> None:
    _lead, second, there = pair
    removed(near, pair)
    with pytest.raises(Refused, match="held for the office"):
        wiping.may_go(second, there)


def test_a_sync_that_says_nothing_new_writes_nothing(near: NearHub, pair: Pair) -> None:
    lead, _second, _there = pair
    progress = synced(near, lead)
    before = lead.db.execute("SELECT total_changes()").fetchone()
    answer.keep(lead, progress)
    assert lead.db.execute("SELECT total_changes()").fetchone() == before
