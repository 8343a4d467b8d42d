# SPDX-License-Identifier: MIT
"""Ink twice: ledger and journal made to agree when a store is opened, whichever of them knows more. Compared, too.

What is handed to the journal while the store is in use is echo.py's affair; how records stand in the file,
journal_file.py's.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resources.language import N_, Phrase, phrases
from storage import incidents, journal_file, law, leaving
from storage.echo import ASIDE, CHANGES, CLOSED, KEY, MARK, OWN, in_runs, said_key, said_mark
from storage.envelope import Sealed, vouched_for
from storage.errors import StoreTrouble, Trouble
from storage.journal import AWAY, FILE, Journal, Pencil, places, refusal, remember_places
from storage.journal_file import Entry
from storage.model.change import Change
from storage.pencil import unfinished_in
from storage.steps import whole
from storage.sync.wire import Malformed, frames, pack, unpack
from storage.vault import open_vault, world

if TYPE_CHECKING:
    from storage.store import Store

_PAGE = 200
"""Changes in one record, where many are written at once."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What the next start found after a crash, a power cut, or a store put back to an older state."""

    changes: int = 0
    """Put back into the store from the journal."""
    pencils: tuple[Pencil, ...] = ()
    """Typing that had not become ink: back in its editors."""
    until: str = ""
    """When the newest of it was kept (UTC); empty when nothing had to be recovered."""
    lost: int = 0
    """Records that could not be read, or did not fit: damage. A copy of the damaged file stays beside the store."""
    torn: int = 0
    """Bytes at the end that were being written and had not been called kept."""
    missing: str = ""
    """The other places that hold some of it and are not there now; empty when none is missing."""

    @property
    def is_worth_telling(self) -> bool:
        """Say whether a person should be told."""
        return bool(self.changes or self.pencils or self.lost or self.missing)


@dataclass(slots=True)
class Known:
    """What a journal's records say."""

    sealed: dict[tuple[str, str, int], Sealed] = field(default_factory=dict)
    keys: dict[tuple[str, int], bytes] = field(default_factory=dict)
    marks: dict[str, Any] = field(default_factory=dict)
    aside: list[tuple[Sealed, str]] = field(default_factory=list)

    def reaches(self) -> dict[str, dict[str, int]]:
        """Return stream → device → up to which number nothing is missing."""
        vectors: dict[str, dict[str, int]] = {}
        for stream, device, seq in sorted(self.sealed):
            vector = vectors.setdefault(stream, {})
            if seq == vector.get(device, 0) + 1:
                vector[device] = seq
        return vectors


def begin(store: Store, vault: Path, key: bytes) -> Recovered | None:
    """Open the journal of a store that is opened for writing, and make both agree; `vault` is its file, with its key.

    Return what had to be recovered, or None after a clean close. Raise CannotKeep, StoreTrouble.
    """
    folder = vault.parent
    was_there = (folder / FILE).exists()
    journal = Journal.open(folder, store.echo.key)
    try:
        store.journal = store.echo.journal = journal
        is_clean = bool(journal.was_closed_as) and journal.was_closed_as == store.marks.get(CLOSED)
        recovered = None if is_clean else _agree(store, journal, was_there=was_there)
        recovered = _brought_home(store, journal, folder, recovered)
        with suppress(Trouble):  # a visit that was on its way out when something cut that off
            leaving.finish(store)
        _spare_gestures_the_disk(store, journal, vault, key)
    except BaseException:
        store.journal = store.echo.journal = None
        journal.close(timeout=1.0)
        raise
    journal.forget_found()
    if recovered is not None:
        counts = {"changes": recovered.changes, "pencils": len(recovered.pencils), "torn": recovered.torn}
        incidents.note(folder, "recovered", lost=recovered.lost, missing=bool(recovered.missing), **counts)
    return recovered


def end(store: Store) -> None:
    """Close the journal, with a checkpoint that both files name when everything is on the disk."""
    journal, store.journal, store.echo.journal = store.journal, None, None
    if journal is None:
        return
    name = secrets.token_hex(16) if journal.is_touched or not journal.was_closed_as else ""
    if journal.close(name) and name:
        with suppress(Trouble), world(store.folder):
            store.marks.keep(CLOSED, name)


def assure(store: Store) -> None:
    """Wait until everything recorded is on the disk, before it is given to anybody. Raise CannotKeep.

    Otherwise a power cut could take back what another laptop has, and its number would be used twice.
    """
    if store.journal is not None and not store.journal.flush() and store.folder is not None:
        raise store.journal.trouble or refusal(store.folder)


def differences(store: Store) -> Iterator[Phrase]:
    """Yield in plain sentences where journal and ledger do not say the same. Change nothing. Raise OSError."""
    if store.folder is None or not (store.folder / FILE).exists():
        return
    if store.journal is not None:
        store.journal.flush()
    there = journal_file.read(store.folder / FILE, store.echo.key)
    if there.gaps:
        yield unread(there.gaps)
    known = known_from(there.entries)
    streams = {*store.keyring.streams(), *(stream for stream, _, _ in known.sealed)}
    reaches = known.reaches()
    short = sum(1 for each in streams for _ in store.ledger.sealed(each, reaches.get(each, {})))
    if short:
        yield phrases(
            "The journal lacks {count} change that the store has.",
            "The journal lacks {count} changes that the store has.",
            short,
        )
    ahead = sum(1 for ref, each in known.sealed.items() if store.ledger.digest_at(ref[0], each.header.ref) is None)
    if ahead:
        yield phrases(
            "The store lacks {count} change that the journal has.",
            "The store lacks {count} changes that the journal has.",
            ahead,
        )
    other = sum(
        1
        for ref, each in known.sealed.items()
        if store.ledger.digest_at(ref[0], each.header.ref) not in (None, each.digest)
    )
    if other:
        yield phrases(
            "{count} change differs between the store and its journal.",
            "{count} changes differ between the store and its journal.",
            other,
        )


def unread(count: int) -> Phrase:
    """Say how much of a journal is damaged."""
    return phrases(
        "{count} record of the journal cannot be read.", "{count} records of the journal cannot be read.", count
    )


def known_from(entries: Iterable[Entry]) -> Known:
    """Return what the records say; of marks, the last word."""
    known = Known()
    for each in entries:
        with suppress(Malformed, ValueError):
            if each.kind == CHANGES:
                _hold(known, unpack(each.data))
            elif each.kind == KEY:
                stream, epoch, key = json.loads(each.data)
                known.keys[stream, epoch] = bytes.fromhex(key)
            elif each.kind == MARK:
                name, value = json.loads(each.data)
                known.marks[name] = value
            elif each.kind == ASIDE:
                parts = dict(frames(each.data))
                known.aside.append((unpack(parts[b"chgs"])[0], parts[b"why "].decode()))
    return known


def _hold(known: Known, sealed: Sequence[Sealed]) -> None:
    for each in sealed:
        known.sealed[each.header.stream, each.header.device, each.header.seq] = each


def _agree(store: Store, journal: Journal, *, was_there: bool) -> Recovered | None:
    found = journal.read_whole()
    known = known_from(found.entries)
    taken, refused = _taken_in(store, known, is_in_journal=True)
    _told_the_journal(store, journal, known)
    lost = found.gaps + refused + (0 if found.entries or not found.torn else 1)
    if not was_there or (journal.was_closed_as and not taken and not lost):
        return None
    return _recovered(taken, journal.unfinished(), lost, found.torn)


def _recovered(taken: Sequence[Change], pencils: tuple[Pencil, ...], lost: int, torn: int) -> Recovered:
    times = [change.at for change in taken] + [pencil.at for pencil in pencils]
    return Recovered(len(taken), pencils, max(times, default=""), lost, torn)


def _taken_in(store: Store, known: Known, *, is_in_journal: bool) -> tuple[list[Change], int]:
    """Take in what the ledger lacks and return it, with how many did not fit."""
    known = _still_here(store, known)
    with store.transaction():
        for (stream, epoch), key in known.keys.items():
            store.keyring.keep(stream, epoch, key)
        for name, value in known.marks.items():
            if store.marks.get(name) is None:
                store.marks.keep(name, value)
        for sealed, reason in known.aside:
            store.marks.set_aside(sealed, reason)
        placed, refused = _placed(store, known)
        if placed:
            whole(store.take(placed, "journal"))
            store.tables.later.follow(len(placed))
        if is_in_journal:
            store.echo.forget()
    return [change for _, change in placed], refused


def _still_here(store: Store, known: Known) -> Known:
    """Return it without what has left this device; of marks the store's own are the newer ones while something goes."""
    gone = leaving.left(store)
    if not gone:
        return known
    return Known(
        {ref: each for ref, each in known.sealed.items() if ref[0] not in gone},
        {name: key for name, key in known.keys.items() if name[0] not in gone},
        {} if leaving.is_unfinished(store) else known.marks,
        [each for each in known.aside if each[0].header.stream not in gone],
    )


def _placed(store: Store, known: Known) -> tuple[list[tuple[Sealed, Change]], int]:
    """Return what continues the ledger's chains and bears its device's signature, and how many do not."""
    runs = [
        run
        for (stream, device), each in groupby(sorted(known.sealed), key=lambda ref: ref[:2])
        if (run := _continuing(store, [known.sealed[ref] for ref in each]))
    ]
    verify = _verify_keys(store, [pair for run in runs for pair in run])
    placed: list[tuple[Sealed, Change]] = []
    for run in runs:
        head = run[0][0].header
        placed += run[: vouched_for([sealed for sealed, _ in run], verify.get((head.stream, head.device), b""))]
    vectors: dict[str, dict[Any, int]] = {ref[0]: {} for ref in known.sealed}
    vectors = {stream: {**store.ledger.vector(stream)} for stream in vectors}
    lacking = sum(1 for stream, device, seq in known.sealed if seq > vectors[stream].get(device, 0))
    return placed, lacking - len(placed)


def _continuing(store: Store, run: Sequence[Sealed]) -> list[tuple[Sealed, Change]]:
    head = run[0].header
    newest, digest = store.ledger.newest(head.stream, head.device)
    found: list[tuple[Sealed, Change]] = []
    for sealed in run:
        if sealed.header.seq <= newest:
            continue
        change = store.ledger.open(sealed)
        if sealed.header.seq != newest + 1 or sealed.header.previous != digest or change is None:
            break
        found.append((sealed, change))
        newest, digest = sealed.header.seq, sealed.digest
    return found


def _verify_keys(store: Store, candidates: Sequence[tuple[Sealed, Change]]) -> dict[tuple[str, str], bytes]:
    found: dict[tuple[str, str], bytes] = {}
    for stream in {sealed.header.stream for sealed, _ in candidates}:
        members = store.ledger.changes(stream=stream, entity="member")
        members += [change for _, change in candidates if (change.stream, change.entity) == (stream, "member")]
        for device, seat in law.roster(members).items():
            with suppress(ValueError):
                found[stream, device] = bytes.fromhex(seat.verify_key)
    return found


def _told_the_journal(store: Store, journal: Journal, known: Known) -> None:
    """Add to the journal what only the ledger has."""
    reaches = known.reaches()
    for stream in store.keyring.streams():
        for epoch, key in store.keyring.keys(stream).items():
            if (stream, epoch) not in known.keys:
                journal.add(KEY, said_key(stream, epoch, key))
        lacking = in_runs(list(store.ledger.sealed(stream, reaches.get(stream, {}))))
        for at in range(0, len(lacking), _PAGE):
            journal.add(CHANGES, pack(lacking[at : at + _PAGE]))
    for name, value in store.db.execute("SELECT name, value FROM meta").fetchall():
        if name not in OWN and (name not in known.marks or known.marks[name] != json.loads(value)):
            journal.add(MARK, said_mark(name, json.loads(value)))


def _brought_home(store: Store, journal: Journal, folder: Path, so_far: Recovered | None) -> Recovered | None:
    """Take in what was kept in other places while the store's own refused, where such a place is there."""
    every = places(folder)
    there = [path for path in every if path.exists()]
    gone = [path for path in every if path not in there]
    found = reduce(_sum, (bring_back(store, path) for path in there), so_far or Recovered())
    if there and journal.flush():
        with suppress(OSError):
            for path in there:
                path.unlink()
            remember_places(folder, gone)
    if gone:
        found = replace(found, missing=", ".join(dict.fromkeys(str(path.parent) for path in gone)))
    return found if every else so_far


def bring_home(store: Store, place: Path | None = None) -> Recovered:
    """Take in what was kept in another place, now that it is there: where it was, or in a folder. It goes from there.

    `missing` says that it is not there. Raise StoreTrouble for a folder that holds nothing of the kind, CannotKeep.
    """
    journal, folder = store.journal, store.folder
    if journal is None or folder is None:
        raise RuntimeError("only a store opened for writing has a journal")
    if journal.trouble is not None:
        raise journal.trouble
    if place is None:
        return _brought_home(store, journal, folder, None) or Recovered()
    there = sorted(place.glob(f"{AWAY}-*"))
    if not there:
        raise StoreTrouble(
            N_("Nothing that Arolwg kept is in that folder."),
            N_("Choose the folder that you chose when the disk refused."),
        )
    brought = {path: bring_back(store, path) for path in there}
    found = reduce(_sum, brought.values())
    if journal.flush():
        with suppress(OSError):
            for path in (each for each, of_it in brought.items() if not of_it.lost):
                path.unlink(missing_ok=True)
            names = {path.name for path in there}  # a stick may be somewhere else today
            remember_places(folder, [each for each in places(folder) if each.name not in names])
    return found


def bring_back(store: Store, path: Path) -> Recovered:
    """Take in what was kept in another place while the store's own disk refused. Raise CannotKeep, StoreTrouble."""
    journal = store.journal
    if journal is None:
        raise RuntimeError("only a store opened for writing has a journal")
    with world(path.parent):
        found = journal_file.read(path, store.echo.key)
    taken, refused = _taken_in(store, known_from(found.entries), is_in_journal=False)
    here = {pencil.place: pencil.text for pencil in journal.unfinished()}
    pencils = tuple(
        # Clocks may lie about which is newer: where the two differ both stay, side by side.
        replace(each, place=each.place + "~") if each.place in here else each
        for each in unfinished_in(found.entries).values()
        if here.get(each.place) != each.text
    )
    for pencil in pencils:
        journal.pencil(pencil)
    return _recovered(taken, pencils, found.gaps + refused, found.torn)


def _sum(one: Recovered, two: Recovered) -> Recovered:
    pencils = {each.place: each for each in (*one.pencils, *two.pencils)}
    until = max(one.until, two.until)
    return Recovered(
        one.changes + two.changes, tuple(pencils.values()), until, one.lost + two.lost, one.torn + two.torn
    )


def _spare_gestures_the_disk(store: Store, journal: Journal, vault: Path, key: bytes) -> None:
    """From here on the journal's fsync is what keeps: the ledger's own waits for the writer's idle moments."""
    with world(vault.parent):
        store.db.execute("PRAGMA synchronous = NORMAL")
        store.db.execute("PRAGMA wal_autocheckpoint = 0")

    def checkpoint() -> None:
        with suppress(Trouble), world(vault.parent), closing(open_vault(vault, key).conn) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    journal.chore = checkpoint
