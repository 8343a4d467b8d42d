# SPDX-License-Identifier: MIT
"""The store read through a second, read-only connection, as slow work: checked whole, or a visit written out.

What is checked and what an export holds are storage's and reports' affair.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from resources.language import N_
from storage.check import Checked, check
from storage.errors import Refused
from storage.job import Job, Tick
from storage.keys import Keys
from storage.shelf import write_whole
from storage.store import FILE, Store
from storage.vault import open_vault, world

Seen = TypeVar("Seen")
Way = tuple[Path, Keys]
"""A store's folder and the keys that open it."""


def checking() -> Job[Store, Way, Checked, Checked]:
    """Return the job that reads everything back and compares it; raises StoreTrouble when it cannot be read."""
    return _reading(check)


def exporting(visit_id: str, to: Path) -> Job[Store, Way, tuple[Path, ...], tuple[Path, ...]]:
    """Return the job that writes a visit as JSON and Markdown into a folder and returns the files.

    The files' names tell the visit's identifier and nothing else. Raise CannotKeep where the disk refuses.
    """
    return _reading(lambda store: _written(store, visit_id, to))


def _written(store: Store, visit_id: str, to: Path) -> tuple[Path, ...]:
    from reports.exports.text import as_markdown
    from reports.exports.visit import as_json, whole_visit

    whole = whole_visit(store, visit_id)
    stem = f"visit-{visit_id[:12]}"
    files = {to / f"{stem}.json": as_json, to / f"{stem}.md": as_markdown}
    with world(to):
        for path, told in files.items():
            write_whole(path, told(whole).encode())
    return tuple(files)


def _reading(look: Callable[[Store], Seen]) -> Job[Store, Way, Seen, Seen]:
    def take(store: Store) -> Way:
        if store.folder is None:
            raise Refused(N_("This store lies in no folder."), N_("Open one that does."))
        return store.folder, store.unlocked

    def work(way: Way, _tick: Tick) -> Seen:
        folder, unlocked = way
        store = Store(open_vault(folder / FILE, unlocked.store, read_only=True), unlocked, folder)
        with closing(store):
            return look(store)

    return Job(take, work, lambda _store, seen: seen)
