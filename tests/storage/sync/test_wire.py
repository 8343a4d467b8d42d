# SPDX-License-Identifier: MIT
"""Sealed changes as bytes: there and back again; cut anywhere, they are malformed and never half read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.envelope import Sealed
from storage.store import Store
from storage.sync.wire import Malformed, frame, frames, pack, unpack
from tests.builders import a_note, a_visit


def _sealed(store: Store, count: int = 5) -> list[Sealed]:
    there = a_visit(store)
    for number in range(count):
        a_note(store, there, f"Note {number}")
    return [each for stream in store.keyring.streams() for each in store.ledger.sealed(stream, {})]


def test_there_and_back_again(store: Store) -> None:
    every = _sealed(store)
    assert unpack(pack(every)) == every
    assert unpack(b"") == []


def test_a_later_part_of_a_chain_keeps_its_place(store: Store) -> None:
    every = _sealed(store)
    stream = every[-1].header.stream
    later = list(store.ledger.sealed(stream, {store.device.id: 3}))
    assert later[0].header.seq == 4
    assert unpack(pack(later)) == later


def test_a_redacted_body_stays_redacted(store: Store) -> None:
    every = [replace(each, body=None) for each in _sealed(store)]
    assert unpack(pack(every)) == every


def test_every_cut_is_malformed_or_shorter(store: Store) -> None:
    every = _sealed(store)
    data = pack(every)
    for end in range(0, len(data), 7):
        try:
            assert len(unpack(data[:end])) < len(every)
        except Malformed:
            continue


def test_overhead_stays_under_160_bytes_a_change(store: Store) -> None:
    every = _sealed(store, 60)
    bodies = sum(len(each.body or b"") for each in every)
    salt_tag_and_format = 16 + 16 + 1
    assert (len(pack(every)) - bodies) / len(every) + salt_tag_and_format < 160


@given(st.lists(st.tuples(st.binary(min_size=4, max_size=4), st.binary(max_size=50))))
def test_frames_come_back(parts: list[tuple[bytes, bytes]]) -> None:
    assert list(frames(b"".join(frame(kind, data) for kind, data in parts))) == parts


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_malformed(data: bytes) -> None:
    for read in (unpack, lambda given_: list(frames(given_))):
        try:
            read(data)
        except Malformed:
            continue


def test_a_frame_that_claims_too_much_is_malformed() -> None:
    with pytest.raises(Malformed):
        list(frames(b"file" + (2**62).to_bytes(8) + b"x"))
