# SPDX-License-Identifier: MIT
"""A PIN opens what its passphrase opened, for five tries, and holds no key in the clear."""

import pickle
from collections.abc import Callable

import pytest

from storage.errors import Refused
from storage.pin import TRIES, Pin, WrongPin
from storage.store import Store, open_unlocked

Maker = Callable[..., tuple[Store, str]]


def test_a_pin_opens_the_store_again(folder_store: Maker) -> None:
    store, _ = folder_store()
    pin, folder, device = Pin(store.unlocked, "2750"), store.folder, store.device.id
    assert folder is not None
    store.close()
    again = open_unlocked(folder, pin.open(folder, "2750"))
    assert again.device.id == device
    assert again.me
    again.close()


def test_five_misses_forget_it_and_a_hit_counts_anew(folder_store: Maker) -> None:
    store, _ = folder_store()
    pin, folder = Pin(store.unlocked, "2750"), store.folder
    assert folder is not None
    for left in range(TRIES - 1, 0, -1):
        with pytest.raises(WrongPin, match=f"left: {left}"):
            pin.open(folder, "1357")
    assert pin.open(folder, "2750").master == store.unlocked.master
    for _try in range(TRIES):
        with pytest.raises(WrongPin):
            pin.open(folder, "1357")
    assert pin.left == 0
    with pytest.raises(WrongPin, match="forgotten"):
        pin.open(folder, "2750")


def test_the_master_key_is_not_in_it(folder_store: Maker) -> None:
    store, _ = folder_store()
    pin = Pin(store.unlocked, "2750")
    assert store.unlocked.master not in pickle.dumps(vars(pin))
    assert store.unlocked.store not in pickle.dumps(vars(pin))


@pytest.mark.parametrize("unfit", ["", "123", "123456789", "27a0", "²750", "1111", "1234", "9876", "0000000"])
def test_a_pin_that_is_none_or_everybodys_is_refused(folder_store: Maker, unfit: str, store: Store) -> None:
    with pytest.raises(Refused):
        Pin(store.unlocked, unfit)
