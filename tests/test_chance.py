# SPDX-License-Identifier: MIT
"""Two runs of one test are one and the same."""

import secrets

from storage.model import ids
from tests import chance
from tests.builders import a_store


def drawn(name: str) -> tuple[object, ...]:
    chance.begin(name)
    store = a_store()
    device = store.device.id
    store.close()
    return device, ids._entropy(10), secrets.token_hex(4), secrets.randbits(31)


def test_a_test_that_is_run_again_has_the_same_devices_and_identifiers() -> None:
    first = drawn("test_a")
    assert drawn("test_a") == first
    assert len(set(first)) == 4


def test_another_test_has_others_and_torture_has_chance() -> None:
    assert not set(drawn("test_a")) & set(drawn("test_b"))
    chance.begin("test_a", is_real=True)
    first = secrets.token_bytes(16)
    chance.begin("test_a", is_real=True)
    assert secrets.token_bytes(16) != first
