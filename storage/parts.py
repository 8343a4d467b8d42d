# SPDX-License-Identifier: MIT
"""What an open store is made of, one transaction over all of it, and the news that is told after it.

Whatever works inside the store knows these parts alone; what is recorded and taken in with them: store.py.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storage.echo import Echo
from storage.journal import Journal
from storage.keyring import Keyring
from storage.keys import Device, Keys
from storage.ledger import Ledger
from storage.marks import Marks
from storage.model.change import Change
from storage.shelf import Shelf
from storage.steps import Underway
from storage.tables import Tables
from storage.vault import Database, Lock, world


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was just kept: told to whoever listens."""

    changes: tuple[Change, ...]
    source: str
    """"here", or the road by which it came."""

    def touches(self, stream: str) -> bool:
        """Say whether anything in the stream was touched."""
        return any(change.stream == stream for change in self.changes)


class Parts:
    """Files, tables, keys, marks."""

    def __init__(self, db: Database, unlocked: Keys, folder: Path | None = None, lock: Lock | None = None) -> None:
        """Wrap an open database; whoever opens one is store.py."""
        self.db, self.folder, self._unlocked, self._lock = db, folder, unlocked, lock
        self.echo = Echo(db, unlocked.journal)
        self.is_open = True
        """Not closed yet."""
        self.is_read_only = lock is None and folder is not None
        """It was opened to look only."""
        self.journal: Journal | None = None
        """None for a store that dies with its process, or was opened to look."""
        self.keyring, self.marks = Keyring(db, self.echo), Marks(db, self.echo)
        self.ledger = Ledger(db, self.keyring)
        self.tables = Tables(db, self.ledger, self.marks)
        self.shelf = Shelf(folder / "documents" if folder else None)
        self._listeners: list[Callable[[Recorded], None]] = []
        self._waiting: list[Recorded] = []
        self._announcing = False
        self._underway: Underway[Any] | None = None

    @property
    def device(self) -> Device:
        """Return this device's own keys."""
        return self._unlocked.device

    @property
    def unlocked(self) -> Keys:
        """Return the keys in use: for a connection on another thread (backup), and for locking (pin.py)."""
        return self._unlocked

    @property
    def before(self) -> tuple[Device, ...]:
        """Return who this device was before its store was moved, copied or restored."""
        return self._unlocked.before

    @property
    def me(self) -> str:
        """Return the person this device acts for (PersonId); empty before she is introduced."""
        return str(self.marks.get("me", ""))

    def settle(self) -> None:
        """Bring what is being recorded in steps to its end, now."""
        underway, self._underway = self._underway, None
        if underway is not None:
            underway.finish()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all of what happens inside, or nothing; announce it afterwards. Raise CannotKeep, StoreTrouble."""
        if self._announcing:
            raise RuntimeError("recording while announcing: no screen may answer news by writing")
        self.settle()
        with world(self.folder):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                self.echo.begun()
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.conn.in_transaction:
                    self.db.execute("ROLLBACK")
                self.echo.forget()
                self.keyring.forget()
                self.tables.forget()
                self._waiting.clear()
                raise
            finally:
                self.ledger.made.clear()
        self.echo.committed()
        self._announce()

    def listen(self, listener: Callable[[Recorded], None]) -> None:
        """Tell the listener of everything that is recorded from now on."""
        self._listeners.append(listener)

    def tell(self, news: Recorded) -> None:
        """Have news told when the transaction is kept. Call in a transaction."""
        self._waiting.append(news)

    @property
    def is_recording(self) -> bool:
        """Say whether something is being recorded in steps: a transaction would bring it to its end at once."""
        return self._underway is not None

    def _announce(self) -> None:
        news, self._waiting = self._waiting, []
        self._announcing = True
        try:
            for each in news:
                for listener in self._listeners:
                    listener(each)
        finally:
            self._announcing = False
