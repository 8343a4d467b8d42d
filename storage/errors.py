# SPDX-License-Identifier: MIT
"""Trouble and its few children: the world's fault, safe to say aloud.

A message names what happened and what to do; it never quotes content. Bugs are not Trouble: let them crash.
"""

from resources.language import N_


class Trouble(Exception):
    """Something outside the program went wrong. `str()` is a plain English sentence or two."""

    code = 1
    """The exit code a terminal verb ends with."""

    def __init__(self, message: str, advice: str = "", **values: object) -> None:
        """Keep the message and advice as gettext keys, and the values to put in."""
        self.message, self.advice, self.values = message, advice, values
        super().__init__(" ".join(part.format(**values) for part in (message, advice) if part))


class WrongPassphrase(Trouble):
    """Neither passphrase nor recovery code opens the store."""

    code = 3

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            N_("This passphrase does not open the store."),
            N_("Check capitals and keyboard layout and try again, or use the printed recovery code."),
        )


class StoreTrouble(Trouble):
    """The store cannot be opened: missing, damaged, no store, too new, in use."""

    code = 4


class Damaged(StoreTrouble):
    """The store's file is not what was written: its journal may make it anew (rebuild.py)."""


class CannotKeep(Trouble):
    """The disk refuses: full, read-only, not there."""

    code = 5


class Refused(Trouble):
    """A rule of the field forbids it: a role without the right, a sealed letter, somebody else's note."""

    code = 6


class BadFile(Trouble):
    """A file given to Arolwg is not what it should be: rubric, parcel, certificate, PDF."""

    code = 7
