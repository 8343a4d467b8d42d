# SPDX-License-Identifier: MIT
"""Streams' keys: kept by epoch, never replaced, gone again with a rollback."""

import pytest

from storage.keys import new_stream_key
from storage.store import Store


def test_each_epoch_has_its_key_and_the_newest_seals(store: Store) -> None:
    one, two = new_stream_key(), new_stream_key()
    store.keyring.keep("s", 1, one)
    store.keyring.keep("s", 2, two)
    assert store.keyring.key("s", 1) == one
    assert store.keyring.keys("s") == {1: one, 2: two}
    assert store.keyring.newest("s") == (2, two)


def test_a_key_that_is_known_stays_as_it_is(store: Store) -> None:
    one = new_stream_key()
    store.keyring.keep("s", 1, one)
    store.keyring.keep("s", 1, new_stream_key())
    assert store.keyring.key("s", 1) == one


def test_a_stream_whose_key_was_not_given_cannot_be_read(store: Store) -> None:
    assert store.keyring.key("s", 1) is None
    assert store.keyring.newest("s") is None
    assert store.keyring.keys("s") == {}
    store.keyring.keep("s", 1, new_stream_key())
    assert store.keyring.key("s", 1) is not None
    assert store.keyring.streams() == ["s"]


def test_a_rolled_back_key_is_forgotten(store: Store) -> None:
    def keep_and_fail() -> None:
        with store.transaction():
            store.keyring.keep("s", 1, new_stream_key())
            assert store.keyring.key("s", 1)
            raise KeyError("the disk")

    with pytest.raises(KeyError):
        keep_and_fail()
    assert store.keyring.key("s", 1) is None
