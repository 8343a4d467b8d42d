# SPDX-License-Identifier: MIT
"""When parcels went and came is remembered for each stream, on both sides."""

from pathlib import Path

from storage.store import Store
from storage.sync import parcel
from storage.sync.carried import GIVEN, Carried, carried, remember
from tests.builders import FakeClock, a_store, a_visit, join


def test_giving_and_taking_a_parcel_are_remembered_by_whoever_did_it(
    store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    assert carried(store, visit.stream_id) == Carried()
    parcel.write(store, [visit.stream_id], tmp_path / "p", parcel.addressees(store, [visit.stream_id]))
    clock.step(hours=1)
    parcel.read(other, tmp_path / "p")
    given, taken = carried(store, visit.stream_id), carried(other, visit.stream_id)
    assert (given.given[:16], given.taken) == ("2018-07-10T09:00", "")
    assert (taken.given, taken.taken[:16]) == ("", "2018-07-10T10:00")
    other.close()


def test_a_later_parcel_of_another_visit_leaves_the_first_ones_moment(store: Store, clock: FakeClock) -> None:
    remember(store, GIVEN, ["one"])
    clock.step(hours=1)
    remember(store, GIVEN, ["two"])
    assert carried(store, "one").given < carried(store, "two").given
