# SPDX-License-Identifier: MIT
"""The restore drill: a backup is really restored in a scratch place, opened, checked, and compared with the living
store; then the scratch is removed. What was found is remembered, and said in plain words. Restoring: restore.py.
"""

import shutil
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from resources.language import N_, Phrase, phrase, phrases
from storage.backup import backups, mark_of
from storage.errors import Refused
from storage.job import Job, Tick
from storage.model import clock
from storage.restore import Restored, restore
from storage.store import Store, open_store
from storage.twice import unread
from storage.vault import world

DRILLED = "backup.drill"
"""The mark that remembers the last drill."""
_SCRATCH = "drill"


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a drill found."""

    at: str
    """UTC."""
    file: str
    made_at: str
    """When the backup was made, UTC."""
    streams: int
    changes: int
    documents: int
    since: int
    """Changes that the living store has and the backup has not: recorded since."""
    problems: tuple[Phrase, ...] = ()

    @property
    def is_well(self) -> bool:
        """Say whether everything was there and the same."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class _Scratch:
    at: str
    file: Path
    restored: Restored
    ends: dict[str, dict[str, tuple[int, bytes]]]
    """Stream → device → its newest number and header digest: the evidence of everything before it."""


def drilling(secret: str, file: Path | None = None, folder: Path | None = None) -> Job[Store, Any, _Scratch, Drilled]:
    """Return the job that tries a backup out: the one given, or this store's newest in the folder given.

    It raises Refused where there is none, and what `restore` raises: a wrong passphrase, no room, a damaged file.
    """

    def take(store: Store) -> tuple[Path, Path]:
        newest = [file] if file else list(backups(folder, mark_of(store)) if folder else ())
        if store.folder is None or not newest:
            raise Refused(N_("There is no backup to try."), N_("Make one first."))
        return store.folder / _SCRATCH, newest[0]

    def work(taken: tuple[Path, Path], tick: Tick) -> _Scratch:
        scratch, chosen = taken
        shutil.rmtree(scratch, ignore_errors=True)
        try:
            restored = restore(chosen, scratch, secret, told=lambda part: tick(0.9 * part))
            with closing(open_store(scratch, secret, read_only=True)) as store:
                return _Scratch(clock.stamp(), chosen, restored, _ends(store))
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def put(store: Store, found: _Scratch) -> Drilled:
        outcome = _compared(store, found)
        with world(store.folder):
            store.marks.keep(DRILLED, asdict(outcome))
        return outcome

    return Job(take, work, put)


def last_drill(store: Store) -> Drilled | None:
    """Return what the last drill found, or None."""
    plain: Any = store.marks.get(DRILLED)
    with suppress(TypeError):
        return Drilled(**{**plain, "problems": tuple(map(_read, plain["problems"]))}) if plain else None
    return None


def _read(problem: Any) -> Phrase:
    return Phrase(problem) if isinstance(problem, str) else Phrase(**problem)  # older stores kept the words


def sentences(outcome: Drilled) -> tuple[Phrase, ...]:
    """Return in plain words what a drill found, the judgement first; dates are not in it."""
    if outcome.is_well:
        judgement = phrase("The backup was really restored, opened and compared: it is whole.")
    else:
        judgement = phrase("The backup was restored, and not all is well.")
    came_back = (
        N_("{changes} changes in {streams} streams and {documents} documents came back as they are here.")
        if outcome.is_well
        else N_("{changes} changes in {streams} streams and {documents} documents came back.")
    )
    counts = {"changes": outcome.changes, "streams": outcome.streams, "documents": outcome.documents}
    found = [judgement, phrase(came_back, **counts)]
    if outcome.since:
        found.append(
            phrases(
                "{count} change was recorded after it: the next backup holds it.",
                "{count} changes were recorded after it: the next backup holds them.",
                outcome.since,
            )
        )
    return (*found, *outcome.problems)


def _ends(store: Store) -> dict[str, dict[str, tuple[int, bytes]]]:
    return {
        stream: {device: store.ledger.newest(stream, device) for device in store.ledger.vector(stream)}
        for stream in store.keyring.streams()
    }


def _compared(store: Store, found: _Scratch) -> Drilled:
    """Each header names the one before: where the newest is the same here, everything before it is."""
    problems = list(found.restored.problems)
    other = sum(
        store.ledger.digest_at(stream, (device, seq)) != digest  # type: ignore[arg-type]
        for stream, devices in found.ends.items()
        for device, (seq, digest) in devices.items()
    )
    if other:
        problems.append(
            phrases(
                "{count} chain of changes is not what it is here.",
                "{count} chains of changes are not what they are here.",
                other,
            )
        )
    if found.restored.lost:
        problems.append(unread(found.restored.lost))
    living = sum(sum(store.ledger.vector(stream).values()) for stream in store.keyring.streams())
    return Drilled(
        found.at,
        str(found.file),
        found.restored.at,
        len(found.ends),
        found.restored.changes,
        found.restored.documents,
        max(0, living - found.restored.changes),
        tuple(problems),
    )
