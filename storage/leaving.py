# SPDX-License-Identifier: MIT
"""A stream leaves this device whole: log, tables, index, keys, what was set aside, marks, journal, files.

It goes by one transaction, which also marks the stream as left; what lies outside the store's file follows, and is
made up for at the next start when something cuts it off. Whether a visit may go at all is sync/wiping.py's affair.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storage.echo import ASIDE, CHANGES, KEY, MARK, OWN, said_mark
from storage.journal import FILE as JOURNAL
from storage.migrations import without_ink_kept
from storage.sync.wire import Malformed, frames, pack, unpack
from storage.vault import world

if TYPE_CHECKING:
    from storage.store import Recorded, Store

WIPED = "wiped"
"""The mark that keeps what has left: stream → what was said of it, its `vector`, and while it goes its `files`."""
_SHORTEST = 16
"""Letters of the shortest identifier that is looked for in marks: no word happens to be one."""
_NOBODY = ("member", "person")
"""Nouns whose identifiers name devices and people, who are also in other visits."""

Records = list[tuple[bytes, bytes]]


def left(store: Store) -> dict[str, Any]:
    """Return what was said of every stream that has left this device and that nobody has allowed back.

    One that is here all the same, because a backup was restored, has not left.
    """
    kept: Mapping[str, Any] = store.marks.get(WIPED, {})
    gone = {stream: said for stream, said in kept.items() if not said.get("welcome")}
    return {stream: said for stream, said in gone.items() if not store.ledger.vector(stream)}


def allow_back(store: Store, stream: str, at: str) -> None:
    """Let a stream that has left come in again."""
    kept = dict(store.marks.get(WIPED, {}))
    if stream in kept:
        store.marks.keep(WIPED, {**kept, stream: {**kept[stream], "welcome": at}})


def is_half_back(store: Store, stream: str) -> bool:
    """Say whether this device's own changes in a stream that had left are not all here again.

    Until they are it must not go on in the stream: a number would be used twice.
    """
    said = store.marks.get(WIPED, {}).get(stream)
    mine = int(said.get("vector", {}).get(store.device.id, 0)) if said else 0
    return mine > store.ledger.newest(stream, store.device.id)[0]


def identifiers(store: Store, streams: Collection[str]) -> frozenset[str]:
    """Return what marks and unfinished typing may name the streams' things by."""
    things = (each for stream in streams for each in store.ledger.things(stream))
    names = {name for _, entity, name in things if entity not in _NOBODY and len(name) >= _SHORTEST}
    return frozenset({*names, *streams})


def take_out(store: Store, said: Mapping[str, Mapping[str, Any]], files: Sequence[str], news: Recorded) -> None:
    """Take streams out for good: `said` is what stays known of each, `files` are sealed names of no other stream.

    Who listens to the store is told `news`.

    Raise CannotKeep, StoreTrouble; before the store's own file has let go of it, nothing has changed.
    """
    vectors = {stream: store.ledger.vector(stream) for stream in said}
    names = identifiers(store, said)
    store.db.execute("PRAGMA secure_delete = ON")
    with store.transaction():
        without_ink_kept(store.db, lambda: _delete(store, said))
        for stream in said:
            store.tables.take_out(stream)
        store.keyring.forget()
        _forget_marks(store, names)
        entries = {stream: {**each, "vector": vectors[stream], "files": list(files)} for stream, each in said.items()}
        store.marks.keep(WIPED, {**store.marks.get(WIPED, {}), **entries})
        store._waiting.append(news)
    finish(store)


def _delete(store: Store, streams: Collection[str]) -> None:
    for table in ("changes", "stream_keys", "quarantine"):
        for stream in streams:
            store.db.execute(f"DELETE FROM {table} WHERE stream = ?", (stream,))


def _forget_marks(store: Store, names: frozenset[str]) -> None:
    for name, value in store.db.execute("SELECT name, value FROM meta").fetchall():
        if name in OWN or name == WIPED:
            continue
        if _speaks_of(name, names):
            store.db.execute("DELETE FROM meta WHERE name = ?", (name,))
        elif _speaks_of(value, names):
            store.marks.keep(name, _without(json.loads(value), names))


def _without(value: Any, names: frozenset[str]) -> Any:
    """Return a mark's value without every entry that speaks of these: which of its words do, nobody can tell."""
    if isinstance(value, dict):
        return {key: each for key, each in value.items() if not _speaks_of(json.dumps([key, each]), names)}
    if isinstance(value, list):
        return [each for each in value if not _speaks_of(json.dumps(each), names)]
    return ""


def _speaks_of(text: str, names: frozenset[str]) -> bool:
    return any(each in text for each in names)


def finish(store: Store) -> bool:
    """Do what is left to do outside the store's file, and say whether all of it is done. Raise CannotKeep."""
    kept: dict[str, Any] = store.marks.get(WIPED, {})
    going = {stream: each for stream, each in kept.items() if "files" in each}
    if not going:
        return True
    if not _emptied_log(store) or (store.journal is not None and not _sifted(store, going)):
        return False
    for name in {name for each in going.values() for name in each["files"]}:
        store.shelf.remove(name)
    if store.folder is not None:
        _remove_copies(store.folder)
    done = {stream: {name: each[name] for name in each if name != "files"} for stream, each in going.items()}
    with world(store.folder):
        store.marks.keep(WIPED, {**kept, **done})
    return True


def is_unfinished(store: Store) -> bool:
    """Say whether a stream is still on its way out."""
    return any("files" in each for each in store.marks.get(WIPED, {}).values())


def _emptied_log(store: Store) -> bool:
    """Carry everything over into the file and empty the write-ahead log, which still has the old pages."""
    if store.folder is None:
        return True
    with world(store.folder):
        busy = store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def _sifted(store: Store, streams: Collection[str]) -> bool:
    marks = [
        (MARK, said_mark(name, json.loads(value)))
        for name, value in store.db.execute("SELECT name, value FROM meta").fetchall()
        if name not in OWN
    ]

    def sieve(records: Records) -> Records:
        return [*(each for record in records if (each := _let_through(record, streams)) is not None), *marks]

    assert store.journal is not None
    return store.journal.flush() and store.journal.rewrite(sieve)


def _let_through(record: tuple[bytes, bytes], streams: Collection[str]) -> tuple[bytes, bytes] | None:
    """Return a record without what belongs to the streams; None when nothing is left of it. Marks are said anew."""
    kind, data = record
    with suppress(Malformed, ValueError, KeyError):
        if kind == CHANGES:
            kept = [each for each in unpack(data) if each.header.stream not in streams]
            return (kind, pack(kept)) if kept else None
        if kind == KEY:
            return None if json.loads(data)[0] in streams else record
        if kind == ASIDE:
            return None if unpack(dict(frames(data))[b"chgs"])[0].header.stream in streams else record
        return None if kind == MARK else record
    return None


def _remove_copies(folder: Path) -> None:
    """Copies that were made beside the store before a step of its schema, or of a damaged journal, hold it still."""
    for pattern in ("*.store.before-*", f"{JOURNAL}.damaged-*"):
        for each in folder.glob(pattern):
            with world(folder):
                each.unlink()
