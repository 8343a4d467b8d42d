# SPDX-License-Identifier: MIT
"""The hub's books, open within one transaction, whichever database they lie in. The doors: sqlite.py, postgres.py."""

from contextlib import AbstractContextManager
from typing import Protocol

from storage.hub.belonging import Belonging
from storage.hub.chains import Chains
from storage.hub.papers import Papers
from storage.hub.register import Register
from storage.hub.snapshots import Snapshots
from storage.hub.tables import Run


class Entries:
    """Everything the hub keeps, within one transaction."""

    def __init__(self, run: Run) -> None:
        """Open every book on the same transaction."""
        self.run = run
        self.chains, self.belonging = Chains(run), Belonging(run)
        self.papers, self.register = Papers(run), Register(run)
        self.snapshots = Snapshots(run)


class Books(Protocol):
    """A database that the hub's books lie in."""

    is_shared: bool
    """True when several threads and processes may write at once."""

    def open(self) -> AbstractContextManager[Entries]:
        """Give the books within one transaction: kept whole at its end, or not at all."""

    def close(self) -> None:
        """Let the database go."""
