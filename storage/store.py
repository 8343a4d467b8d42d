# SPDX-License-Identifier: MIT
"""The one door: record() = check, append, fold, announce. Everything that is known enters here and nowhere else.

What a store is made of: parts.py. The verbs that build changes are in acts/; what others sent is checked at the door
(door.py) and comes in by take().
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from resources.language import N_
from storage import ahead, keys, own, twice
from storage.envelope import Sealed
from storage.epochs import sealing_key
from storage.errors import StoreTrouble
from storage.halfway import must_be_whole
from storage.keys import Keys
from storage.logs import Place
from storage.migrations import VERSION, migrate, version_of
from storage.model.change import Change
from storage.parts import Parts
from storage.parts import Recorded as Recorded
from storage.sealed import numbered, seal
from storage.steps import Steps, Underway, in_parts, whole
from storage.twice import Recovered
from storage.vault import Database, Lock, check_pages, in_memory, open_vault, world

FILE = "arolwg.store"
Outcome = TypeVar("Outcome")
_STEP = 10
"""Changes recorded, or things folded, between two rests: some 5 ms."""
_MANY = 100
"""Received changes taken in, or their things folded, between two rests: the same."""


class Store(Parts):
    """One inspector's encrypted memory on one device; `create`, `open_store` and `scratch` are the ways to get one."""

    recovered: Recovered | None = None
    """What had to be recovered when it was opened; None after a clean close."""

    def record(self, *changes: Change, source: str = "here") -> tuple[Change, ...]:
        """Check, append, fold and announce changes made here, in one transaction; return them numbered.

        Raise Refused when a rule forbids one, CannotKeep when the disk refuses; then nothing is kept.
        """
        return whole(self._recorded(changes, source, len(changes))) if changes else ()

    def recording(self, *changes: Change, source: str = "here") -> Steps[tuple[Change, ...]]:
        """Do what `record` does in small steps, for hundreds of changes: between two of them the screen may answer.

        It is one transaction all the same: nothing is kept when the steps are given up. Whoever else records, closes
        or undoes meanwhile first brings it to its end (`settle`).
        """
        if not changes:
            return ()
        return (yield from resting(self, self._recorded(changes, source, _STEP)))

    def _recorded(self, changes: Sequence[Change], source: str, most: int) -> Steps[tuple[Change, ...]]:
        """Record at most so many changes, and fold at most so many things, in a step."""
        with self.transaction():
            kept: tuple[Change, ...] = ()
            for part in in_parts((*own.successions(self, changes), *changes), most):
                kept += self._append(part)
                yield len(kept) / (3 * len(changes))
            things = self.tables.touched(kept)
            for at, some in enumerate(in_parts(things, most)):
                self.tables.fold_things(some)
                yield (1 + at * most / len(things)) / 3
            for at, part in enumerate(in_parts(kept, most)):
                own.refuse_broken(self, part)
                yield (2 + at * most / len(kept)) / 3
            self.tell(Recorded(kept, source))
        return kept

    def take(self, received: Sequence[tuple[Sealed, Change]], source: str) -> Steps[None]:
        """Append, fold and announce received changes that passed the door (door.py), in small steps.

        Take the steps within `transaction`, whose other work (keys, quarantine) then stands or falls with them.
        """
        kept = tuple(change for _, change in received)
        for at, part in enumerate(in_parts(received, _MANY)):
            self.ledger.append(*part)
            for sealed, _ in part:
                self.echo.changed(sealed)
            yield at * _MANY / (2 * len(received))
        at_hand: dict[Place, Change] = {(each.stream, each.device, each.seq): each for each in kept}
        things = self.tables.touched(kept)
        for at, some in enumerate(in_parts(things, _MANY)):
            self.tables.fold_many(some, at_hand)
            yield (1 + at * _MANY / len(things)) / 2
        self.tell(Recorded(kept, source))

    def refold(self) -> None:
        """Make every table anew from the log."""
        with self.transaction():
            self.tables.refold()

    def close(self) -> None:
        """Put everything on the disk, close the files and let others in."""
        try:
            self.settle()
        finally:  # also of a store that is found damaged: nobody may be kept out of making it anew
            self.is_open = False
            try:
                twice.end(self)
            finally:
                self.db.close()
                if self._lock is not None:
                    self._lock.free()
                    self._lock = None

    def _append(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        tick = self.ledger.highest_tick()
        ends: dict[str, tuple[int, bytes]] = {}
        keys_used = {stream: sealing_key(self, stream) for stream in {change.stream for change in changes}}
        kept = []
        for change in changes:
            stream = change.stream
            seq, previous = ends.get(stream) or self.ledger.newest(stream, self.device.id)
            tick += 1
            key = keys_used[stream]
            if key is None:
                raise RuntimeError("no key for the stream: begin it first (acts/members.begin)")
            made = numbered(change, self.device, seq + 1, tick)
            sealed = seal(made, self.device, previous, key)
            self.ledger.append((sealed, made))
            self.ledger.made[sealed] = made
            self.echo.changed(sealed)
            ends[stream] = (seq + 1, sealed.digest)
            kept.append(made)
        return tuple(kept)


def resting(store: Parts, steps: Steps[Outcome]) -> Steps[Outcome]:
    """Take the steps of one transaction, resting between them; whoever else records, closes or undoes ends it first."""
    store.settle()
    underway = store._underway = Underway(steps)
    try:
        while not underway.is_over:
            yield underway.part
            underway.step()
    finally:
        if not underway.is_over:
            underway.drop()
        if store._underway is underway:
            store._underway = None
    outcome: Outcome = underway.outcome()
    return outcome


def create(folder: Path, passphrase: str) -> tuple[Store, str]:
    """Begin a new store in a folder that is empty or not there yet; return it and its recovery code.

    Raise StoreTrouble when a store is there already, whole or half made; CannotKeep when the folder cannot be written.
    """
    must_be_whole(folder)
    with world(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if (folder / FILE).exists() or (folder / keys.FILE).exists():
        raise StoreTrouble(
            N_("There is a store in {folder} already."), N_("Open it, or choose another folder."), folder=folder
        )
    _, code = keys.create(folder, passphrase)
    return open_store(folder, passphrase), code


def open_store(folder: Path, secret: str, *, read_only: bool = False) -> Store:
    """Open the store with its passphrase or recovery code.

    Raise WrongPassphrase; StoreTrouble when it is missing, damaged, half made, newer, or open elsewhere; CannotKeep
    when its folder cannot be written. Nothing is changed then.
    """
    must_be_whole(folder)
    return open_unlocked(folder, keys.unlock(folder, secret), read_only=read_only)


def open_unlocked(folder: Path, unlocked: Keys, *, read_only: bool = False) -> Store:
    """Open the store with keys that are unlocked already. Raise as `open_store` does."""
    path = folder / FILE
    if read_only:
        return _looked_at(Store(open_vault(path, unlocked.store, read_only=True), unlocked, folder))
    lock = Lock(folder)
    try:
        db = open_vault(path, unlocked.store)
        return _opened(db, keys.settle(folder, unlocked, path), folder, lock)
    except BaseException:
        lock.free()
        raise


def looker(store: Store) -> Callable[[], Store] | None:
    """Return how another thread opens the store to look, and closes it again; None for one that lives in memory."""
    folder, unlocked = store.folder, store._unlocked
    if folder is None:
        return None
    return lambda: Store(open_vault(folder / FILE, unlocked.store, read_only=True), unlocked, folder)


def scratch() -> Store:
    """Return a store that dies with its process: for tests, drills and previews."""
    unlocked = keys.fleeting()
    return _opened(in_memory(unlocked.store), unlocked, None, None)


def _opened(db: Database, unlocked: Keys, folder: Path | None, lock: Lock | None) -> Store:
    try:
        path = folder / FILE if folder else None
        if path:
            check_pages(db, path)
        with world(folder):
            migrate(db, path)
            store = Store(db, unlocked, folder, lock)
            if not store.tables.are_current():
                store.refold()
            if ahead.streams(store):
                ahead.settle(store)
            if path:
                store.recovered = twice.begin(store, path, unlocked.store)
    except BaseException:
        db.close()
        raise
    return store


def _looked_at(store: Store) -> Store:
    with world(store.folder):
        if version_of(store.db) == VERSION and store.tables.are_current():
            return store
    store.close()
    raise StoreTrouble(
        N_("This store was last used by another version of Arolwg."),
        N_("Open it once for work (not only to look), then try again."),
    )
