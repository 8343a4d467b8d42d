# SPDX-License-Identifier: MIT
"""The outside of a sealed change: what its signature covers, and how changes chain."""

from dataclasses import replace
from typing import Any

import pytest

from storage import keys
from storage.envelope import START, Header, Sealed, is_by, is_signed, vouched_for
from storage.model.ids import DeviceId, StreamId

DEVICE = keys.fleeting().device


def sealed(**fields: Any) -> Sealed:
    given = {
        "stream": StreamId("s"),
        "device": DEVICE.id,
        "seq": 1,
        "epoch": 1,
        "previous": START,
        "commitment": bytes(32),
    }
    header = Header(**{**given, **fields})
    return Sealed(header, DEVICE.sign(header.canonical()), b"body")


def test_a_header_names_its_change() -> None:
    assert sealed().header.ref == (DEVICE.id, 1)


def test_its_own_devices_signature_holds() -> None:
    assert is_signed(sealed(), DEVICE.verify_key)


@pytest.mark.parametrize(
    "other",
    [
        {"stream": StreamId("t")},
        {"seq": 2},
        {"epoch": 2},
        {"previous": bytes(31) + b"1"},
        {"commitment": bytes(31) + b"1"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_every_part_of_the_header_is_signed(other: dict[str, Any]) -> None:
    one = sealed()
    altered = Sealed(replace(one.header, **other), one.signature, one.body)
    assert not is_signed(altered, DEVICE.verify_key)
    assert altered.digest != one.digest


def test_a_name_cannot_run_into_the_next() -> None:
    one, two = (replace(sealed().header, stream=StreamId(s), device=DeviceId(d)) for s, d in (("ab", "c"), ("a", "bc")))
    assert one.canonical() != two.canonical()


def test_another_devices_key_or_no_key_proves_nothing() -> None:
    assert not is_signed(sealed(), keys.fleeting().device.verify_key)
    assert not is_signed(sealed(), b"")
    assert not is_signed(replace(sealed(), signature=b"short"), DEVICE.verify_key)


def test_a_redacted_body_changes_neither_signature_nor_chain() -> None:
    one = sealed()
    without = replace(one, body=None)
    assert is_signed(without, DEVICE.verify_key)
    assert without.digest == one.digest


def test_a_message_is_by_the_device_whose_key_it_is() -> None:
    signature = DEVICE.sign(b"words")
    assert is_by(DEVICE.id, DEVICE.verify_key, b"words", signature)
    assert not is_by(DEVICE.id, DEVICE.verify_key, b"other", signature)
    assert not is_by("another", DEVICE.verify_key, b"words", signature)
    assert not is_by(DEVICE.id, b"short", b"words", signature)


@pytest.mark.parametrize(("wrong", "count"), [((), 4), ((1,), 4), ((3,), 3), ((2, 3), 2), ((0, 1, 2, 3), 0)])
def test_a_true_signature_vouches_for_all_before_it_and_for_none_after(wrong: tuple[int, ...], count: int) -> None:
    run = [replace(sealed(), signature=bytes(64)) if at in wrong else sealed() for at in range(4)]
    assert vouched_for(run, DEVICE.verify_key) == count
