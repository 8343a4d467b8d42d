# SPDX-License-Identifier: MIT
"""The open store read through a second, read-only connection, as slow work: the screen's thread waits for nothing."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from resources.language import N_
from storage.errors import Refused
from storage.job import Job, Tick
from storage.keys import Keys
from storage.store import FILE, Store
from storage.vault import open_vault

Seen = TypeVar("Seen")
Way = tuple[Path, Keys]
"""A store's folder and the keys that open it."""


def reading(look: Callable[[Store, Tick], Seen]) -> Job[Store, Way, Seen, Seen]:
    """Return the job that looks at a store and returns what was seen. Raise Refused for one that lies in no folder."""

    def take(store: Store) -> Way:
        if store.folder is None:
            raise Refused(N_("This store lies in no folder."), N_("Open one that does."))
        return store.folder, store.unlocked

    def work(way: Way, tick: Tick) -> Seen:
        folder, unlocked = way
        store = Store(open_vault(folder / FILE, unlocked.store, read_only=True), unlocked, folder)
        with closing(store):
            return look(store, tick)

    return Job(take, work, lambda _store, seen: seen)
