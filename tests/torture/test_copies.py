# SPDX-License-Identifier: MIT
"""Killed -9 in the middle of a backup, of a restore, of a rebuild: what was there before is as good as it was, nothing
half done counts as whole, and the next try succeeds where the last one was cut off.
"""

import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from storage import documents
from storage.acts import notes
from storage.backup import backing_up
from storage.backup_file import inspect
from storage.check import check
from storage.errors import StoreTrouble
from storage.halfway import is_halfway
from storage.job import run_now
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visits
from storage.rebuild import rebuild
from storage.restore import restore
from storage.store import Store, open_store
from tests.builders import PASSPHRASE
from tests.torture.side_by_side import Lived
from tests.torture.typist import killed_while_typing, words

pytestmark = [pytest.mark.torture, pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")]
Torment = Callable[[int, Lived], None]
Deed = Callable[[], None]
_NOTES = 8
_SCAN = 2**20
"""Bytes of the document that takes a while to copy."""


def filled(folder: Path) -> None:
    """Put notes and a document into the store, once."""
    if (folder.parent / "stick").exists():
        return
    (folder.parent / "stick").mkdir()
    store = open_store(folder, PASSPHRASE)
    [visit] = visits(store)
    for number in range(_NOTES):
        notes.write(store, visit, words(number))
    scan = random.Random(1).randbytes(_SCAN)
    documents.keep(store, visit.stream_id, scan, subject=visit.id, title="Scan", media_type="image/png")
    store.close()


@dataclass(slots=True)
class Took:
    """What something takes when nobody kills it."""

    seconds: float = 0.0
    calls: int = 0
    """Calls and returns of Python's."""


def killed_in(deed: Deed, chance: random.Random, took: Took) -> None:
    """Do something in a process of its own that is killed at a moment within what it takes, or just after.

    Half of the moments are seconds: they come in the middle of a system's call, but on a busy machine not always in the
    middle of the deed. The other half are calls of Python's, counted: these are the same on every machine. The typist's
    own pipe says that it has begun; there is no typing here.
    """
    part, is_counted = chance.random() * 1.1, chance.random() < 0.5
    last = int(part * took.calls) if is_counted else -1

    def begun(_folder: Path, tell: int, _first: int, _prepare: object) -> None:
        os.write(tell, b"0 0\n")
        with counted(last):
            deed()

    killed_while_typing(Path(), 0, 60.0 if is_counted else part * took.seconds, typing=begun)


@contextmanager
def counted(last: int = -1) -> Iterator[Took]:
    """Count the calls of what is done inside; kill the process at the last one that it is given."""
    took = Took()

    def called(_frame: object, _event: str, _argument: Any) -> None:
        took.calls += 1
        if took.calls == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(called)
    try:
        yield took
    finally:
        sys.setprofile(None)


def measured(deed: Deed, known: list[Took]) -> Took:
    """Return what something takes when nobody kills it; it is done once a process."""
    if not known:
        start = time.monotonic()
        with counted() as took:
            deed()
        took.seconds = time.monotonic() - start
        known.append(took)
    return known[0]


def is_whole(store: Store) -> bool:
    """Say whether every note and document is there; close the store."""
    [visit] = visits(store)
    found = {note.text for note in notes_of_visit(store, visit.id)}
    checked = check(store)
    store.close()
    return checked.problems == () and checked.documents == 1 and found == {words(number) for number in range(_NOTES)}


def a_backup(folder: Path) -> Path:
    """Make a backup of the store on the stick and return its file."""
    store = open_store(folder, PASSPHRASE)
    try:
        return Path(run_now(backing_up(folder.parent / "stick"), store).file)
    finally:
        store.close()


def test_killed_in_the_middle_of_a_backup(torment: Torment, totals: Counter[str]) -> None:
    known: list[Took] = []

    def lived(number: int, folder: Path, counted: Counter[str]) -> None:
        filled(folder)
        stick = folder.parent / "stick"
        took = measured(lambda: _forget(a_backup(folder)), known)
        before = set(stick.glob("*.backup"))
        killed_in(lambda: _forget(a_backup(folder)), random.Random(number), took)
        counted["backups cut off"] += bool(list(stick.glob("*.part"))) or (folder / "store.copy").exists()
        assert before & set(stick.glob("*.backup")), "the old backup is gone"
        for each in stick.glob("*.backup"):
            assert inspect(each).documents == 1
        assert is_whole(open_store(folder, PASSPHRASE))
        a_backup(folder)
        assert not list(stick.glob("*.part"))
        assert not (folder / "store.copy").exists()
        counted["kills in a backup"] += 1

    torment(200, lived)
    assert totals["backups cut off"] > 0, "no kill came in the middle"


def test_killed_in_the_middle_of_a_restore(torment: Torment, totals: Counter[str]) -> None:
    known: list[Took] = []

    def lived(number: int, folder: Path, counted: Counter[str]) -> None:
        filled(folder)
        [file, *_] = [*(folder.parent / "stick").glob("*.backup")] or [a_backup(folder)]
        into = folder.with_name("restored")
        took = measured(lambda: _forget(restore(file, into, PASSPHRASE)), known)
        shutil.rmtree(into, ignore_errors=True)
        killed_in(lambda: _forget(restore(file, into, PASSPHRASE)), random.Random(number), took)
        counted["restores cut off"] += _is_cut_off(into, lambda: _forget(restore(file, into, PASSPHRASE)))
        assert inspect(file).documents == 1
        counted["kills in a restore"] += 1

    torment(200, lived)
    assert totals["restores cut off"] > 0, "no kill came in the middle"


def test_killed_in_the_middle_of_a_rebuild(torment: Torment, totals: Counter[str]) -> None:
    known: list[Took] = []

    def lived(number: int, folder: Path, counted: Counter[str]) -> None:
        filled(folder)
        into, before = folder.with_name("rebuilt"), _bytes(folder)
        took = measured(lambda: _forget(rebuild(folder, PASSPHRASE, into)), known)
        shutil.rmtree(into, ignore_errors=True)
        killed_in(lambda: _forget(rebuild(folder, PASSPHRASE, into)), random.Random(number), took)
        counted["rebuilds cut off"] += _is_cut_off(into, lambda: _forget(rebuild(folder, PASSPHRASE, into)))
        assert _bytes(folder) == before
        counted["kills in a rebuild"] += 1

    torment(200, lived)
    assert totals["rebuilds cut off"] > 0, "no kill came in the middle"


def _is_cut_off(into: Path, again: Deed) -> bool:
    """Say whether the kill came in the middle: then what it left is known to be half done, and another try succeeds."""
    is_cut_off = not into.exists() or not any(into.iterdir()) or is_halfway(into)
    if is_halfway(into):
        with pytest.raises(StoreTrouble, match="not whole"):
            open_store(into, PASSPHRASE)
    if is_cut_off:
        again()
    assert is_whole(open_store(into, PASSPHRASE))
    shutil.rmtree(into)
    return is_cut_off


def _bytes(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def _forget(_made: object) -> None:
    pass
