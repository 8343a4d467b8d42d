# SPDX-License-Identifier: MIT
"""A short PIN that opens a locked store again while the process lives, for five tries. It is kept in memory alone.

What it protects from and what not: docs/decisions/0015-lock.md. The passphrase is the only lasting way in (keys.py).
"""

from pathlib import Path
from typing import Any

from resources.language import N_
from storage import keys
from storage.errors import Refused, Trouble, WrongPassphrase
from storage.keys import Keys

TRIES = 5
SHORTEST, LONGEST = 4, 8
"""Digits."""
_EASY = ("0123456789", "9876543210")


class WrongPin(Trouble):
    """The PIN does not fit, or has been tried too often."""

    code = 3

    def __init__(self, left: int) -> None:
        """Say how many tries are left."""
        if left:
            super().__init__(
                N_("This PIN does not fit."),
                N_("Tries left: {left}. After that only the passphrase opens your notes."),
                left=left,
            )
        else:
            super().__init__(
                N_("This PIN has been tried too often and is forgotten."),
                N_("Type your passphrase, or use the recovery code."),
            )


class Pin:
    """The master key of an open store, locked up under a PIN for as long as this object lives."""

    def __init__(self, unlocked: Keys, pin: str) -> None:
        """Lock up the master key. Raise Refused when the PIN is not 4 to 8 digits, or one that everybody tries."""
        refuse_unfit(pin)
        self._slot: dict[str, Any] | None = keys.lock_up(unlocked.master, pin)
        self._left = TRIES

    @property
    def left(self) -> int:
        """Return how many tries are left; 0 when the PIN is forgotten."""
        return self._left if self._slot is not None else 0

    def open(self, folder: Path, pin: str) -> Keys:
        """Return the keys of the store in the folder. Raise WrongPin, StoreTrouble; the fifth miss forgets the PIN."""
        if self._slot is None:
            raise WrongPin(0)
        self._left -= 1  # counted before it is tried: nothing that happens meanwhile gives a try back
        try:
            master = keys.take_out(self._slot, pin)
        except WrongPassphrase:
            if not self._left:
                self._slot = None
            raise WrongPin(self.left) from None
        self._left = TRIES
        return keys.resume(folder, master)


def refuse_unfit(pin: str) -> None:
    """Raise Refused when a PIN is not 4 to 8 digits, or one that everybody tries first."""
    if not (pin.isascii() and pin.isdecimal() and SHORTEST <= len(pin) <= LONGEST):
        raise Refused(N_("A PIN has four to eight digits."), N_("Six are better than four."))
    if len(set(pin)) == 1 or any(pin in row for row in _EASY):
        raise Refused(N_("This PIN is one of the first that anybody tries."), N_("Choose another."))
