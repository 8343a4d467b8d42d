# SPDX-License-Identifier: MIT
"""The journal: unfinished typing and every sealed change, on the disk before anything is called kept.

Its own thread writes; callers only queue, and never wait for a disk. What a record looks like is journal_file.py's
affair; which changes go in and come back, twice.py's. `on_kept` and `on_refused` are called on the writer's thread.
"""

import secrets
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from resources.language import N_
from storage import journal_file
from storage.errors import CannotKeep, Trouble
from storage.journal_file import Reading, Tail
from storage.model import clock
from storage.pencil import (
    CHECKPOINT,
    PENCIL,
    RUBBED,
    Kept,
    Pencil,
    checkpoint,
    checkpoint_of,
    ink_in,
    unfinished_in,
    written,
)

__all__ = ["AWAY", "FILE", "POINTER", "Journal", "Kept", "Pencil", "places", "refusal", "remember_places"]

FILE = journal_file.FILE
AWAY = "arolwg-journal"
"""What the file is called in another place, while the store's own folder refuses."""
POINTER = f"{FILE}.away"
"""Beside the store: where the other places were, a line each, as long as they are needed."""
_FIRST_WAIT, _LONGEST_WAIT = 0.1, 2.0
_IDLE = 2.0
"""Seconds without work after which the writer does its chores."""


Told = Callable[[Any], None]
Sieve = Callable[[list[tuple[bytes, bytes]]], list[tuple[bytes, bytes]]]
"""Given every record of the file that is no pencil, in order, (kind, data), returns those that stay."""
_NO_INK = (PENCIL, RUBBED, CHECKPOINT)
_Waiting = dict[object, tuple[bytes, bytes | Pencil, Kept | None]]


class Journal:
    """One store's journal, open for writing. Callers use any thread; the file is the writer's alone."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """Read what is there and start the writer; `open` is the way to get one."""
        self.on_kept: Told | None = None
        """Told of each place that is on the disk now (Kept). On the writer's thread."""
        self.on_refused: Told | None = None
        """Told at once when the disk refuses (Trouble), and not again until that changes. On the writer's thread."""
        self.chore: Callable[[], None] | None = None
        """Done by the writer when it has been idle for a while after work."""
        self.trouble: Trouble | None = None
        """Why the disk refuses now; None while all is well."""
        self._folder, self._key = folder, key
        self.found = _found(folder / FILE, key)
        """What the file gave back at opening, until `forget_found`."""
        self.was_closed_as = checkpoint_of(self.found)
        """The name of the checkpoint with which it was closed; empty after a crash."""
        self._pencils = unfinished_in(self.found.entries)
        self.held = ink_in(self.found.entries)
        """Bytes of the file that are more than pencil."""
        self._home = Tail(folder / FILE, key, _repaired(folder / FILE, key, self.found))
        self._away: Tail | None = None
        self._lent: list[Tail] = []
        """Other places since the disk began to refuse: all they hold is owed."""
        self._owed: list[tuple[bytes, bytes]] = []
        self._waiting: _Waiting = {}
        self._numbers = count()
        self._asked = self._done = 0
        self._is_closing = False
        self._sieve: Sieve | None = None
        self._news = threading.Condition()
        self._writer = threading.Thread(target=self._write, name="journal", daemon=True)
        self._writer.start()

    @classmethod
    def open(cls, folder: Path, key: bytes) -> "Journal":
        """Open the journal in a store's folder, made when the first record comes. Raise CannotKeep."""
        try:
            return cls(folder, key)
        except OSError as problem:
            raise refusal(folder) from problem

    def pencil(self, entry: Pencil) -> None:
        """Keep what stands in pencil at a place, in place of what stood there. Return at once."""
        self._pencils[entry.place] = entry
        self._put(("place", entry.place), PENCIL, entry, Kept(entry.place, entry.at))

    def rub_out(self, place: str) -> None:
        """Forget the pencil at a place: it has become ink, or is not wanted. Return at once."""
        self._pencils.pop(place, None)
        self._put(("place", place), RUBBED, place.encode(), Kept(place, clock.stamp(), is_ink=True))

    def add(self, kind: bytes, data: bytes) -> None:
        """Keep a record of another kind, in order (twice.py). Return at once."""
        self._put(next(self._numbers), kind, data, None)

    def unfinished(self) -> tuple[Pencil, ...]:
        """Return what stands in pencil, oldest first."""
        return tuple(sorted(self._pencils.values(), key=lambda each: each.at))

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until all that was handed over before is on the disk; say whether it is."""
        with self._news:
            asked = self._asked
            return self._news.wait_for(lambda: self._done >= asked, timeout)

    def move_to(self, folder: Path) -> Path:
        """Keep what the store's own disk refuses in another folder as well, and return the file.

        The store's own place is tried again with each record, and gets what it missed. Raise CannotKeep.
        """
        path = folder / f"{AWAY}-{secrets.token_hex(4)}"
        tail = Tail(path, self._key, Reading(generation=secrets.randbits(31)))
        try:
            tail.append([(PENCIL, written(each)) for each in self.unfinished()])
        except OSError as problem:
            raise refusal(folder) from problem
        with suppress(OSError):
            remember_places(self._folder, [*places(self._folder), path])
        with self._news:
            self._away = tail
            self._lent.append(tail)
            self._news.notify_all()
        return path

    def read_whole(self) -> Reading:
        """Return everything in the file; call before anything is added. Raise CannotKeep."""
        try:
            return journal_file.read(self._home.path, self._key) if self.was_closed_as else self.found
        except OSError as problem:
            raise refusal(self._folder) from problem

    def rewrite(self, sieve: "Sieve", timeout: float = 60.0) -> bool:
        """Write the file anew with what a sieve lets through; wait for it, and say whether it is done.

        It is not while the disk refuses or another place is in use: then nothing was changed.
        """
        with self._news:
            if self.trouble is not None or self._away is not None:
                return False
            self._sieve = sieve
            self._news.notify_all()
            return self._news.wait_for(lambda: self._sieve is None, timeout) and self.trouble is None

    @property
    def is_touched(self) -> bool:
        """Say whether anything was added since it was opened."""
        return self._asked > 0

    def forget_found(self) -> None:
        """Drop what the file gave back at opening: it has been made use of."""
        self.found = Reading()

    def close(self, name: str = "", timeout: float = 10.0) -> bool:
        """Write what waits, make the file small again, end with a checkpoint of that name, stop the writer.

        Return whether everything is on the disk; a checkpoint is only written then.
        """
        is_kept = self.flush(timeout if self.trouble is None else min(timeout, _LONGEST_WAIT))
        with self._news:
            self._is_closing = True
            self._news.notify_all()
        self._writer.join(timeout)
        if self._writer.is_alive():
            return False
        with suppress(OSError):
            if is_kept and name and not self._owed:
                self._compact()
                self._home.append([(CHECKPOINT, checkpoint(name, self.unfinished(), self.held))])
        self._home.close()
        for tail in self._lent:
            tail.close()
        return is_kept

    # The queue.

    def _put(self, key: object, kind: bytes, data: bytes | Pencil, kept: Kept | None) -> None:
        with self._news:
            self._waiting.pop(key, None)  # the newest pencil of a place wins while waiting, in its own turn
            self._waiting[key] = (kind, data, kept)
            self._asked += 1
            self._news.notify_all()

    # The writer's thread.

    def _write(self) -> None:
        wait, is_tidy = _FIRST_WAIT, True
        while True:
            with self._news:
                is_idle = not self._news.wait_for(self._is_wanted, None if is_tidy else _IDLE)
                batch, self._waiting = self._waiting, {}
                asked, away = self._asked, self._away
            if batch and not self._keep(batch):
                if self._is_over(batch, away, wait):
                    return
                wait = min(2 * wait, _LONGEST_WAIT)
                continue
            wait = _FIRST_WAIT
            self._sift()
            self._settle(asked)
            if self._is_closing and not self._waiting:
                return
            if is_idle and self.chore is not None:
                _safely(lambda _: self.chore and self.chore(), None)
            is_tidy = is_idle

    def _is_wanted(self) -> bool:
        return bool(self._waiting or self._is_closing or self._sieve is not None)

    def _sift(self) -> None:
        if self._sieve is None:
            return
        try:
            self._home.close()
            there = journal_file.read(self._home.path, self._key)
            pencils = [(PENCIL, written(each)) for each in self.unfinished()]
            ink = self._sieve([(each.kind, each.data) for each in there.entries if each.kind not in _NO_INK])
            anew = journal_file.write_anew(self._home.path, self._key, [*ink, *pencils], there.generation + 1)
            self._home = Tail(self._home.path, self._key, anew)
            self.held = sum(len(data) for _, data in ink)
        except OSError as problem:
            self._refused(problem)
        with self._news:
            self._sieve = None
            self._news.notify_all()

    def _is_over(self, batch: _Waiting, away: Tail | None, wait: float) -> bool:
        """Put a refused batch back behind nothing newer, wait a little, and say whether to give up."""
        with self._news:
            self._waiting = {k: v for k, v in batch.items() if k not in self._waiting} | self._waiting
            self._news.wait_for(lambda: self._is_closing or self._away is not away, wait)
            return self._is_closing

    def _keep(self, batch: _Waiting) -> bool:
        """Put a batch on the disk, here or else away, and say so. Return whether it is there."""
        records = [(kind, written(data) if isinstance(data, Pencil) else data) for kind, data, _ in batch.values()]
        try:
            self._home.append([*self._owed, *records])
            self._back_home()
        except OSError as problem:
            self._refused(problem)
            if not self._is_kept_away(records):
                return False
        self.held += sum(len(data) for kind, data in records if kind not in (PENCIL, RUBBED))
        for _, _, kept in batch.values():
            if kept is not None:
                _safely(self.on_kept, kept)
        return True

    def _is_kept_away(self, records: list[tuple[bytes, bytes]]) -> bool:
        if self._away is None:
            return False
        try:
            self._away.append(records)
        except OSError:
            return False
        self._owed += records
        return True

    def _back_home(self) -> None:
        """The store's own place has everything: the other one is needed no more."""
        self._owed, self.trouble = [], None
        with self._news:
            self._away, lent, self._lent = None, self._lent, []
        if not lent:
            return
        paths = [tail.path for tail in lent]
        with suppress(OSError):
            remember_places(self._folder, [each for each in places(self._folder) if each not in paths])
        for tail in lent:
            tail.close()
            with suppress(OSError):
                tail.path.unlink(missing_ok=True)

    def _refused(self, problem: OSError) -> None:
        told, self.trouble = self.trouble, refusal(self._folder)
        self.trouble.__cause__ = problem
        if told is None:
            _safely(self.on_refused, self.trouble)

    def _settle(self, asked: int) -> None:
        with self._news:
            self._done = max(self._done, asked)
            self._news.notify_all()

    def _compact(self) -> None:
        """Write the file anew without the pencil that nobody needs, when that makes it much smaller."""
        if self._home.end < _WORTH_COMPACTING or self._home.end < 2 * self.held:
            return
        self._home.close()
        there = journal_file.read(self._home.path, self._key)
        ink = [(each.kind, each.data) for each in there.entries if each.kind not in _NO_INK]
        if there.is_whole and there.newest:
            anew = journal_file.write_anew(self._home.path, self._key, ink, there.generation + 1)
            self._home = Tail(self._home.path, self._key, anew)
            self.held = sum(len(data) for _, data in ink)


_WORTH_COMPACTING = 2**20


def places(folder: Path) -> list[Path]:
    """Return the files in other places that hold something which this store's own journal may lack, oldest first."""
    try:
        return [Path(line) for line in (folder / POINTER).read_text("utf-8").splitlines() if line]
    except (OSError, UnicodeDecodeError):
        return []


def remember_places(folder: Path, files: Iterable[Path]) -> None:
    """Remember these files and no others. Raise OSError."""
    lines = list(dict.fromkeys(map(str, files)))
    if lines:
        (folder / POINTER).write_text("\n".join(lines) + "\n", "utf-8")
    else:
        (folder / POINTER).unlink(missing_ok=True)


def refusal(folder: Path) -> CannotKeep:
    """Return what to say when the disk refuses the journal."""
    return CannotKeep(
        N_("What you are typing is not being kept: the disk of {folder} refuses."),
        N_("Make room, put the disk back, or choose another place such as a USB stick. Arolwg keeps trying."),
        folder=folder,
    )


def _found(path: Path, key: bytes) -> Reading:
    last = journal_file.read_last(path, key)
    return last if checkpoint_of(last) else journal_file.read(path, key)


def _repaired(path: Path, key: bytes, found: Reading) -> Reading:
    """Set a damaged file aside and go on with what could be read; a torn tail is simply cut by the next record."""
    if not found.gaps and (found.entries or not found.torn):
        return found if found.generation else Reading(generation=1)
    aside = path.with_name(f"{path.name}.damaged-{secrets.token_hex(4)}")
    records = [(each.kind, each.data) for each in found.entries]
    path.replace(aside)
    return journal_file.write_anew(path, key, records, found.generation + 1 or secrets.randbits(31))


def _safely(told: Told | None, news: Any) -> None:
    """Tell somebody; a listener that fails must never stop the writer."""
    try:
        if told is not None:
            told(news)
    except Exception:
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
