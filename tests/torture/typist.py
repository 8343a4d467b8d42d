# SPDX-License-Identifier: MIT
"""Scripted typing in a process of its own, which tells by a pipe what was called kept; and what is found afterwards.

Note number n has a text that follows from n, so that whoever finds a part of it can tell what is missing.
"""

import os
import random
import select
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from storage.acts import members, notes
from storage.check import check
from storage.errors import CannotKeep
from storage.journal import Kept, Pencil
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visits
from storage.store import Store, create, open_store
from tests.builders import PASSPHRASE, a_visit

PLANTED = b"Cwmtorture"
Prepare = Callable[[Store], None]
Typing = Callable[[Path, int, int, Prepare | None], None]
_FRESH = 10
"""Kills after which a new store is begun."""


def words(number: int) -> str:
    """Return the text of a note; each begins with its number, so that none begins another."""
    chance = random.Random(number)
    return f"{number}: {PLANTED.decode()} " + " ".join(
        chance.choice(("plan", "visit", "supervision", "ŵyl", "child", "file")) for _ in range(chance.randrange(5, 60))
    )


def begin(folder: Path) -> None:
    """Make a store with a visit, closed cleanly."""
    store, _ = create(folder, PASSPHRASE)
    members.introduce(store, "Practice Inspector")
    a_visit(store)
    store.close()


def type_on(folder: Path, tell: int, first: int, prepare: Prepare | None = None, most: int = 10**9) -> None:
    """Open the store and type note after note, from number `first` on, telling each Kept by a line to `tell`."""
    store = open_store(folder, PASSPHRASE)
    assert store.journal is not None
    store.journal.on_kept = lambda kept: _tell(tell, kept)
    if prepare is not None:
        prepare(store)
    [visit] = visits(store)
    for number in range(first, first + most):
        _type_one(store, visit, number)
    store.close()


def _type_one(store: Store, visit: Visit, number: int) -> None:
    assert store.journal is not None
    text, place = words(number), f"note:{number}"
    chance = random.Random()
    at = 0
    while at < len(text):
        at = min(len(text), at + chance.randrange(1, 40))
        store.journal.pencil(Pencil(place, text[:at], {"n": number}, f"{at:06}"))
        time.sleep(chance.random() * 0.004)
    with suppress(CannotKeep):
        notes.write(store, visit, text)
        store.journal.rub_out(place)


def _tell(tell: int, kept: Kept) -> None:
    number = kept.place.removeprefix("note:")
    os.write(tell, f"{number} {'ink' if kept.is_ink else int(kept.at)}\n".encode())


@dataclass(slots=True)
class Told:
    """What was called kept: note → how many characters."""

    kept: dict[int, int] = field(default_factory=dict)

    def hear(self, lines: bytes) -> None:
        """Take in whole lines; half a line was never said."""
        for line in lines.decode().split("\n")[:-1]:
            number, what = line.split()
            whole = len(words(int(number)))
            self.kept[int(number)] = max(self.kept.get(int(number), 0), whole if what == "ink" else int(what))

    @property
    def next(self) -> int:
        """Return a number that no note has yet; there may be one that was never called kept."""
        return max(self.kept, default=0) + 1000


def killed_while_typing(
    folder: Path,
    first: int,
    after: float,
    prepare: Prepare | None = None,
    typing: Typing = type_on,
) -> Told:
    """Let a process type and kill it -9 some seconds after it first said *kept*, or after it began when negative."""
    out, into = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(out)
            typing(folder, into, first, prepare)
            code = 0
        except BaseException as problem:
            os.write(2, f"the typist stopped: {problem!r}\n".encode())
        finally:
            os._exit(code)
    os.close(into)
    heard = _heard_until_killed(out, child, after)
    os.waitpid(child, 0)
    told = Told()
    told.hear(heard)
    return told


def _heard_until_killed(out: int, child: int, after: float) -> bytes:
    heard = b""
    end = time.monotonic() - after if after < 0 else float("inf")
    is_alive = True
    while True:
        left = max(0.0, min(end - time.monotonic(), 20.0)) if is_alive else None
        if select.select([out], [], [], left)[0]:
            some = os.read(out, 65536)
            if not some:
                os.close(out)
                return heard
            if not heard and after >= 0:
                end = time.monotonic() + after
            heard += some
        if is_alive and time.monotonic() >= end:
            os.kill(child, signal.SIGKILL)
            is_alive = False


def lost(store: Store, told: Told) -> int:
    """Return how many characters that were called kept are neither in ink nor in pencil."""
    [visit] = visits(store)
    inked = {note.text for note in notes_of_visit(store, visit.id)}
    assert store.journal is not None
    pencils = [pencil.text for pencil in store.journal.unfinished()]
    missing = 0
    for number, count in told.kept.items():
        whole = words(number)
        if whole not in inked:
            found = max((len(text) for text in pencils if whole.startswith(text)), default=0)
            missing += max(0, count - found)
    return missing


def found_whole(folder: Path, told: Told, totals: Counter[str]) -> None:
    """Open what the killed process left; nothing that it called kept may be missing."""
    store = open_store(folder, PASSPHRASE)
    missing = lost(store, told)
    problems = check(store).problems
    for pencil in store.journal.unfinished() if store.journal else ():
        store.journal.rub_out(pencil.place) if store.journal else None
    store.close()
    totals["characters kept"] += sum(told.kept.values())
    totals["characters lost"] += missing
    totals["damaged stores"] += bool(problems)
    assert not missing
    assert problems == ()


def renewed(folder: Path, number: int) -> None:
    """Begin a new store now and then, so that all of them stay small."""
    if number % _FRESH == _FRESH - 1:
        shutil.rmtree(folder)
        begin(folder)
