# SPDX-License-Identifier: MIT
"""A list comes in whole or not at all; references go into a stream of their own and nowhere else."""

from pathlib import Path

import pytest

from storage import documents
from storage.acts import cases as case_acts
from storage.acts.members import my_card
from storage.errors import Refused
from storage.imports import cases_in
from storage.job import Cancelled, run_now
from storage.model.population import number_of
from storage.queries.cases import key_of, list_of_visit, lists_of_visit
from storage.queries.documents import documents_of_stream
from storage.store import Store
from storage.sync import parcel
from tests.builders import a_store, a_visit, join
from tests.case_lists import a_list, as_csv, planned, some_rows


def test_a_list_is_one_record_however_long_and_its_rows_bear_pseudonyms(store: Store) -> None:
    visit = a_visit(store)
    the_list = a_list(store, visit)
    rows = case_acts.population_of(store, the_list).rows
    assert the_list.count == len(rows) == 40
    assert {row[0] for row in rows} == {f"CASE-{number:02}" for number in range(1, 41)}
    assert not any("LA/" in cell for row in rows for cell in row)


def test_the_key_leads_back_and_lies_in_a_stream_of_its_own(store: Store) -> None:
    visit = a_visit(store)
    the_list = a_list(store, visit)
    key = key_of(store, the_list)
    assert key is not None
    assert key.stream_id == the_list.key_stream not in (visit.stream_id, "")
    assert case_acts.reference_of(store, the_list, "case 7").startswith("LA/1")
    everything = [documents.read(store, each) for each in documents_of_stream(store, visit.stream_id)]
    assert not any(b"LA/1" in data for data in everything)
    with pytest.raises(Refused, match="not on the list"):
        case_acts.reference_of(store, the_list, "CASE-99")


def test_the_same_list_has_the_same_digest_in_any_order_on_any_machine(store: Store) -> None:
    first = a_list(store, a_visit(store))
    other = a_store("Other Inspector")
    visit = a_visit(other)
    plan = planned(as_csv(some_rows(40)[::-1]), style="day_first")
    run_now(cases_in.importing(visit, plan), other)
    second = list_of_visit(other, visit.id)
    assert second is not None
    assert second.digest == first.digest
    other.close()


def test_numbers_do_not_follow_the_order_of_the_references(store: Store) -> None:
    the_list = a_list(store, a_visit(store))
    found = [case_acts.reference_of(store, the_list, f"CASE-{number:02}") for number in range(1, 11)]
    assert found != sorted(found)


def test_a_later_list_keeps_every_pseudonym_and_adds_to_them(store: Store) -> None:
    visit = a_visit(store)
    first = a_list(store, visit)
    before = {name: case_acts.reference_of(store, first, name) for name in ("CASE-01", "CASE-40")}
    run_now(cases_in.importing(visit, planned(as_csv(some_rows(45)[3:]), style="day_first")), store)
    second = list_of_visit(store, visit.id)
    assert second is not None
    assert second.key_stream == first.key_stream
    assert {name: case_acts.reference_of(store, second, name) for name in before} == before
    numbers = sorted(number_of(row[0]) for row in case_acts.population_of(store, second).rows)
    assert len(numbers) == 42
    assert numbers[-5:] == [41, 42, 43, 44, 45]


def test_the_same_list_twice_is_refused_and_so_is_one_that_is_not_settled(store: Store) -> None:
    visit = a_visit(store)
    a_list(store, visit)
    with pytest.raises(Refused, match="here already"):
        a_list(store, visit)
    twice = planned(as_csv([*some_rows(3), *some_rows(1)]), style="day_first")
    with pytest.raises(Refused, match="as it is"):
        run_now(cases_in.importing(visit, twice), store)
    assert len(lists_of_visit(store, visit.id)) == 1


def test_stopping_half_way_leaves_nothing(store: Store) -> None:
    visit = a_visit(store)
    streams = store.keyring.streams()

    def stop(part: float) -> None:
        if part >= 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        run_now(cases_in.importing(visit, planned(as_csv(some_rows(5)), style="day_first")), store, stop)
    assert list_of_visit(store, visit.id) is None
    assert store.keyring.streams() == streams


def test_a_parcel_carries_cases_and_not_the_key(store: Store, tmp_path: Path) -> None:
    visit = a_visit(store)
    guest = a_store("Second Inspector")
    join(store, visit.stream_id, guest)
    the_list = a_list(store, visit)
    parcel.write(store, [visit.stream_id], tmp_path / "parcel", [my_card(guest)])
    inside = parcel._unwrapped(guest, tmp_path / "parcel")[1]
    key = store.keyring.newest(the_list.key_stream)
    assert key is not None
    assert the_list.key_stream.encode() not in inside.split(b"chgs")[0]
    assert key[1] not in inside
    assert key[1].hex().encode() not in inside
    parcel.read(guest, tmp_path / "parcel")
    assert not any("LA/1" in repr(change) for change in guest.ledger.changes(stream=visit.stream_id))
    there = list_of_visit(guest, visit.id)
    assert there is not None
    assert case_acts.population_of(guest, there) == case_acts.population_of(store, the_list)
    assert key_of(guest, there) is None
    assert guest.keyring.newest(the_list.key_stream) is None
    with pytest.raises(Refused, match="key of the case list is not on this computer"):
        case_acts.reference_of(guest, there, "CASE-01")
    with pytest.raises(Refused, match="on another computer"):
        run_now(cases_in.importing(visit, planned(as_csv(some_rows(9)), style="day_first")), guest)
    guest.close()


def test_fifty_thousand_cases_are_a_handful_of_changes(store: Store) -> None:
    visit = a_visit(store)
    before = len(list(store.ledger.sealed(visit.stream_id, {})))
    the_list = a_list(store, visit, 50_000)
    assert the_list.count == 50_000
    assert len(list(store.ledger.sealed(visit.stream_id, {}))) == before + 2
