# SPDX-License-Identifier: MIT
"""Each probe says how a thing stands and what to do: disk, clock, framework, identity, backup, restore, partner."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import probes
from storage.backup import LAST, Backup
from storage.drill import DRILLED, Drilled
from storage.errors import BadFile
from storage.model import clock as time
from storage.pencil import Pencil
from storage.probes import FINE, LOOK, NOT_READY, SIGNER, Found
from storage.store import Store
from storage.sync.carried import GIVEN, TAKEN, remember
from tests.builders import FakeClock, a_concern, a_note, a_store, a_visit, an_authority, join

Maker = Callable[..., tuple[Store, str]]


@pytest.fixture
def now(clock: FakeClock) -> FakeClock:
    """Give a clock that shows a day after Arolwg was written."""
    clock.moment = datetime(2026, 12, 1, 9, tzinfo=UTC)
    return clock


def told(found: Found) -> tuple[str, str]:
    """Return how it stands, and the sentence with its values; whatever is not fine says what to do."""
    assert bool(found.todo) == (found.level != FINE)
    return found.level, found.said.format(**found.values)


@pytest.mark.parametrize(
    ("free", "level"), [(20_000_000_000, FINE), (900_000_000, LOOK), (100_000_000, NOT_READY), (None, LOOK)]
)
def test_the_disk_has_room_or_not(free: int | None, level: str) -> None:
    assert told(probes.disk(free))[0] == level


def test_the_clock_is_plausible_or_not(store: Store, clock: FakeClock) -> None:
    assert told(probes.the_clock(store))[0] == NOT_READY  # 2018: before Arolwg was written
    a_visit(store)
    clock.moment = datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert told(probes.the_clock(store))[0] == LOOK  # the last entry is of 2018
    a_visit(store)
    assert told(probes.the_clock(store))[0] == FINE
    clock.step(hours=-2)
    level, said = told(probes.the_clock(store))
    assert level == NOT_READY
    assert "lies behind" in said
    clock.step(days=500)
    assert told(probes.the_clock(store))[0] == LOOK
    assert told(probes.clock_jumped())[0] == NOT_READY


def test_a_framework_is_here_with_its_digest_or_not(store: Store) -> None:
    level, said = told(probes.rubric(store, a_visit(store)))
    assert level == FINE
    assert "improvement-conference-2018 " in said
    assert told(probes.rubric(store, a_visit(store, frameworks=("gone-2030",))))[0] == NOT_READY
    assert told(probes.rubric(store, a_visit(store, frameworks=())))[0] == NOT_READY


@pytest.mark.parametrize(
    ("days", "practice", "level"), [(400, False, FINE), (20, False, LOOK), (-1, False, NOT_READY), (400, True, LOOK)]
)
def test_an_identity_holds_or_not(store: Store, now: FakeClock, days: int, practice: bool, level: str) -> None:
    assert told(probes.signer(store))[0] == LOOK
    until = time.stamp(time.now() + timedelta(days=days))
    store.marks.keep(SIGNER, {"name": "Practice Inspector", "until": until, "practice": practice})
    found = told(probes.signer(store))
    assert found[0] == level
    assert "Practice Inspector" in found[1]


def test_a_partner_has_her_parcel_or_not(store: Store, now: FakeClock) -> None:
    visit = a_visit(store)
    assert told(probes.partner(store, visit))[0] == LOOK  # nobody else has a seat
    second = a_store("Second Inspector")
    join(store, visit.stream_id, second)
    second.close()
    assert told(probes.partner(store, visit))[0] == NOT_READY
    remember(store, GIVEN, [visit.stream_id])
    assert told(probes.partner(store, visit))[1].endswith("none has been taken yet.")
    remember(store, TAKEN, [visit.stream_id])
    assert told(probes.partner(store, visit))[0] == FINE
    now.step(hours=30)
    assert told(probes.partner(store, visit))[0] == LOOK


def _keep(store: Store, *, hours: float = 0, beside: bool = False) -> None:
    at = time.stamp(time.now() - timedelta(hours=hours))
    tick = store.ledger.highest_tick()
    store.marks.keep(LAST, asdict(Backup("/stick/a.backup", at, 10, 0, tick, is_beside=beside)))


def test_a_backup_is_young_enough_apart_and_there_or_not(store: Store, now: FakeClock) -> None:
    assert told(probes.last_backup(store, is_there=False))[0] == NOT_READY
    _keep(store, hours=48)
    assert told(probes.last_backup(store, is_there=True))[0] == FINE  # nothing was written since
    assert told(probes.last_backup(store, is_there=False))[0] == LOOK
    a_visit(store)
    assert told(probes.last_backup(store, is_there=True))[0] == NOT_READY
    _keep(store, beside=True)
    assert told(probes.last_backup(store, is_there=True))[0] == LOOK


def _drilled(store: Store, days: float, *problems: str) -> None:
    at = time.stamp(time.now() - timedelta(days=days))
    store.marks.keep(DRILLED, asdict(Drilled(at, "/stick/a.backup", at, 2, 40, 0, 0, problems)))


def test_a_restore_was_tried_out_or_not(store: Store, now: FakeClock) -> None:
    assert told(probes.last_restore(store))[0] == LOOK
    _drilled(store, 2)
    assert told(probes.last_restore(store))[0] == FINE
    _drilled(store, 40)
    assert told(probes.last_restore(store))[0] == LOOK
    _drilled(store, 0, "Something differs.")
    assert told(probes.last_restore(store))[0] == NOT_READY
    trouble = BadFile("It is damaged in {place}.", "Take another.", place=Path("a.backup"))
    assert told(probes.restore_refused(trouble)) == (NOT_READY, "It is damaged in a.backup.")


def test_the_close_of_a_day_looks_at_typing_and_at_concerns(folder_store: Maker) -> None:
    store, _code = folder_store()
    visit = a_visit(store)
    a_note(store, visit)
    assert [told(each)[0] for each in probes.of_the_day(store)] == [FINE, FINE]
    a_concern(store, visit)
    assert store.journal is not None
    store.journal.pencil(Pencil("note:one", "half a line"))
    assert [told(each)[0] for each in probes.of_the_day(store)] == [LOOK, NOT_READY]


def test_outcomes_of_earlier_visits_are_asked_for_before_the_next(store: Store) -> None:
    council = an_authority(store)
    before, visit = a_visit(store, council), a_visit(store, council)
    assert probes.outcomes(store, visit) == []
    a_concern(store, before)
    (found,) = probes.outcomes(store, visit)
    assert told(found) == (LOOK, "Outcomes of earlier visits to ask for: 1.")
    assert found in probes.of_store(store, visit.id)


def test_without_a_visit_there_is_no_framework_to_look_at(store: Store) -> None:
    found = {each.subject: each for each in probes.of_store(store, "")}
    assert found["rubric"].level == LOOK
    assert "partner" not in found
    assert "partner" in {each.subject for each in probes.of_store(store, a_visit(store).id)}
