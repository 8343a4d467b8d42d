# SPDX-License-Identifier: MIT
"""A parcel written as slow work: whole or not at all, whoever stops it and whatever the stick does."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.acts import members
from storage.errors import CannotKeep
from storage.job import Cancelled, run_now
from storage.model.visit import Visit
from storage.queries.standing import place_of, reach
from storage.store import Store
from storage.sync import parcel
from storage.sync.carried import carried
from storage.sync.giving import Order, file_name, giving
from tests.builders import FakeClock, a_note, a_store, a_visit


@pytest.fixture
def lead(folder_store: Callable[..., tuple[Store, str]]) -> Store:
    """Give the store that writes parcels; it lies in a folder."""
    return folder_store()[0]


@pytest.fixture
def shared(lead: Store) -> tuple[Store, Visit]:
    """Give a colleague's store, and a visit in which she has a seat."""
    second, there = a_store("Second"), a_visit(lead)
    for stream in lead.keyring.streams():
        members.grant(lead, stream, members.my_card(second), "second")
    return second, there


def order(lead: Store, there: Visit, path: Path) -> Order:
    return Order([there.stream_id], parcel.addressees(lead, [there.stream_id]), path)


def test_what_was_written_is_read_and_remembered_as_given(
    lead: Store, shared: tuple[Store, Visit], tmp_path: Path
) -> None:
    second, there = shared
    note = a_note(lead, there)
    parts: list[float] = []
    written = run_now(giving(order(lead, there, tmp_path / "p")), lead, parts.append)
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    assert written.size == (tmp_path / "p").stat().st_size
    assert parcel.read(second, tmp_path / "p").received.new == written.changes
    assert carried(lead, there.stream_id).given
    assert place_of(reach(lead, there.stream_id), note) == "given"


def test_a_store_in_memory_writes_the_same(tmp_path: Path) -> None:
    lead, second = a_store("Lead"), a_store("Second")
    there = a_visit(lead)
    members.grant(lead, there.stream_id, members.my_card(second), "second")
    written = run_now(giving(order(lead, there, tmp_path / "p")), lead)
    assert parcel.read(second, tmp_path / "p").received.new == written.changes


@pytest.mark.parametrize("at", [0.0, 0.3, 0.5, 0.75, 1.0])
def test_stopped_anywhere_it_leaves_no_file_and_nothing_is_called_given(
    lead: Store, shared: tuple[Store, Visit], tmp_path: Path, at: float
) -> None:
    def stop(part: float) -> None:
        if part >= at:
            raise Cancelled

    (tmp_path / "stick").mkdir()
    with pytest.raises(Cancelled):
        run_now(giving(order(lead, shared[1], tmp_path / "stick" / "p")), lead, stop)
    assert list((tmp_path / "stick").iterdir()) == []
    assert carried(lead, shared[1].stream_id).given == ""


def test_a_stick_that_is_full_in_the_middle_keeps_no_half(
    lead: Store, shared: tuple[Store, Visit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    real = os.fsync

    def full(file: int) -> None:
        if list((tmp_path / "stick").iterdir()):
            raise OSError(errno.ENOSPC, "no space left")
        real(file)

    job = giving(order(lead, shared[1], tmp_path / "stick" / "p"))
    worked = job.take(lead)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotKeep, match="refuses to be written"):
        job.work(worked, lambda _part: None)
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_stick_that_was_pulled_out_is_told(lead: Store, shared: tuple[Store, Visit], tmp_path: Path) -> None:
    with pytest.raises(CannotKeep, match="not there any more"):
        run_now(giving(order(lead, shared[1], tmp_path / "stick" / "p")), lead)
    assert not (tmp_path / "stick").exists()


def test_a_file_is_named_by_its_moment_alone(clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    first = file_name()
    assert first.startswith("arolwg-2018071")
    assert first.endswith(".parcel")
    clock.step(seconds=1)
    assert file_name() != first
