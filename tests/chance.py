# SPDX-License-Identifier: MIT
"""Chance that is the same in every run: keys of devices and identifiers come of a test's own name.

Which of two laptops' names sorts first decides what stands first in many lists; a test that thinks it is always the
same one fails every other time. With this it fails every time or never. Torture keeps real chance.
"""

import os
import random
import secrets

from storage.model import ids

_dice = random.Random(2018)
_is_real = False


def use() -> None:
    """Draw what `secrets` gives from the dice from now on; nonces of encryption are libsodium's own."""
    secrets.token_bytes = _bytes  # type: ignore[assignment]
    secrets.randbits = _bits
    ids._entropy = _bytes


def begin(name: str, is_real: bool = False) -> None:
    """Begin anew with a test's name; or leave it to chance."""
    global _is_real
    _is_real = is_real
    _dice.seed(name)


def _bytes(count: int | None = None) -> bytes:
    count = 32 if count is None else count
    return os.urandom(count) if _is_real else _dice.randbytes(count)


def _bits(count: int) -> int:
    return random.SystemRandom().getrandbits(count) if _is_real else _dice.getrandbits(count)
