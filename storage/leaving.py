# SPDX-License-Identifier: MIT
"""A stream leaves this device whole: log, tables, index, keys, what was set aside, marks, journal, files.

It goes by one transaction, which also marks the stream as left; what lies outside the store's file follows, and is
made up for at the next start when something cuts it off. Whether a visit may go at all is sync/wiping.py's affair.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any

from storage.echo import ASIDE, CHANGES, KEY, MARK, OWN, said_mark
from storage.journal import FILE as JOURNAL
from storage.journal import Journal
from storage.migrations import without_ink_kept
from storage.model.ids import DeviceId
from storage.parts import Parts, Recorded
from storage.shelf import Shelf
from storage.steps import Steps, whole
from storage.sync.wire import Malformed, frames, pack, unpack
from storage.vault import CACHE, Database, world

WIPED = "wiped"
"""The mark that keeps what has left: stream → what was said of it, its `vector`, and while it goes its `files`."""
_SHORTEST = 16
"""Letters of the shortest identifier that is looked for in marks: no word happens to be one."""
_AT_ONCE, _IN_MEMORY = 250, 2_048
"""Changes of a device that are taken out in one step; kilobytes of pages that wait in memory meanwhile."""
_LETTERS = 100_000
"""Letters of marks that are looked through in one step: some ten milliseconds."""
_PAUSES = (0.05, 0.2, 1.0)
"""Seconds between two tries to empty the log."""
_NOBODY = ("member", "person")
"""Nouns whose identifiers name devices and people, who are also in other visits."""

Records = list[tuple[bytes, bytes]]


def left(store: Parts) -> dict[str, Any]:
    """Return what was said of every stream that has left this device and that nobody has allowed back.

    One that is here all the same, because a backup was restored, has not left.
    """
    kept: Mapping[str, Any] = store.marks.get(WIPED, {})
    gone = {stream: said for stream, said in kept.items() if not said.get("welcome")}
    return {stream: said for stream, said in gone.items() if not store.ledger.vector(stream)}


def allow_back(store: Parts, stream: str, at: str) -> None:
    """Let a stream that has left come in again."""
    kept = dict(store.marks.get(WIPED, {}))
    if stream in kept:
        store.marks.keep(WIPED, {**kept, stream: {**kept[stream], "welcome": at}})


def is_half_back(store: Parts, stream: str) -> bool:
    """Say whether this device's own changes in a stream that had left are not all here again.

    Until they are it must not go on in the stream: a number would be used twice.
    """
    said = store.marks.get(WIPED, {}).get(stream)
    mine = int(said.get("vector", {}).get(store.device.id, 0)) if said else 0
    return mine > store.ledger.newest(stream, store.device.id)[0]


def identifiers(store: Parts, streams: Collection[str]) -> frozenset[str]:
    """Return what marks and unfinished typing may name the streams' things by."""
    things = (each for stream in streams for each in store.ledger.things(stream))
    names = {name for _, entity, name in things if entity not in _NOBODY and len(name) >= _SHORTEST}
    return frozenset({*names, *streams})


def take_out(store: Parts, said: Mapping[str, Mapping[str, Any]], files: Sequence[str], news: Recorded) -> None:
    """Take streams out for good: `said` is what stays known of each, `files` are sealed names of no other stream.

    Who listens to the store is told `news`.

    Raise CannotKeep, StoreTrouble; before the store's own file has let go of it, nothing has changed.
    """
    with parting(store):
        whole(taking_out(store, said, files, news))
    finish(store)


def taking_out(
    store: Parts, said: Mapping[str, Mapping[str, Any]], files: Sequence[str], news: Recorded
) -> Steps[None]:
    """Do the first half of `take_out`, within the store's file, in small steps inside `parting`; then `finish`."""
    vectors = {stream: store.ledger.vector(stream) for stream in said}
    names = identifiers(store, said)
    yield 0.0
    with without_ink_kept(store.db):
        for stream in said:
            yield from _deleting(store, stream, vectors[stream])
    for at, stream in enumerate(said):
        for part in store.tables.taking_out(stream):
            yield (1 + (at + part) / len(said)) / 2
    store.keyring.forget()
    yield from _forgetting_marks(store, naming(names))
    entries = {stream: {**each, "vector": vectors[stream], "files": list(files)} for stream, each in said.items()}
    store.marks.keep(WIPED, {**store.marks.get(WIPED, {}), **entries})
    store.tell(news)


@contextmanager
def parting(store: Parts) -> Iterator[None]:
    """Give a transaction in which what goes is written over; it is carried to the log as it goes.

    Kept in memory, all of it would be sealed and written in one last step. Raise as `transaction` does.
    """
    store.db.execute("PRAGMA secure_delete = ON")
    store.db.execute(f"PRAGMA cache_size = -{_IN_MEMORY}")
    try:
        with store.transaction():
            yield
    finally:
        store.db.execute(f"PRAGMA cache_size = -{CACHE}")


def _deleting(store: Parts, stream: str, vector: Mapping[DeviceId, int]) -> Steps[None]:
    for device, newest in vector.items():
        for last in range(_AT_ONCE, newest + _AT_ONCE, _AT_ONCE):
            store.db.execute("DELETE FROM changes WHERE stream = ? AND device = ? AND seq <= ?", (stream, device, last))
            yield min(last / newest, 1.0) / 2
    for table in ("changes", "stream_keys", "quarantine"):
        store.db.execute(f"DELETE FROM {table} WHERE stream = ?", (stream,))


Names = Callable[[str], bool]
"""Says whether a text holds any of some identifiers."""


def naming(identifiers: Iterable[str]) -> Names:
    """Return what says whether a text holds any of these: it goes through the text once, however many they are."""
    by_head: dict[str, list[str]] = {}
    for each in identifiers:
        by_head.setdefault(each[:_SHORTEST], []).append(each)

    def speaks_of(text: str) -> bool:
        places = range(len(text) - _SHORTEST + 1)
        return any(text.startswith(each, at) for at in places for each in by_head.get(text[at : at + _SHORTEST], ()))

    return speaks_of


def _forgetting_marks(store: Parts, speaks_of: Names) -> Steps[None]:
    for (name,) in store.db.execute("SELECT name FROM meta").fetchall():
        if name in OWN or name == WIPED:
            continue
        if speaks_of(name):
            store.db.execute("DELETE FROM meta WHERE name = ?", (name,))
            continue
        value = store.marks.get(name)
        kept = yield from _without(value, speaks_of)
        if kept != value:
            store.marks.keep(name, kept)


def _without(value: Any, speaks_of: Names) -> Steps[Any]:
    """Return a mark's value without every entry that speaks of these: which of its words do, nobody can tell."""
    if not isinstance(value, dict | list):
        return "" if speaks_of(json.dumps(value)) else value
    kept, read = [], 0
    for each in value.items() if isinstance(value, dict) else value:
        text = json.dumps(each)
        if not speaks_of(text):
            kept.append(each)
        read += len(text)
        if read > _LETTERS:
            read = 0
            yield 1.0
    return dict(kept) if isinstance(value, dict) else kept


@dataclass(frozen=True, slots=True)
class Outside:
    """What is left to do outside the store's file, for any thread."""

    going: Mapping[str, Any]
    """Stream → what was said of it."""
    journal: Journal | None
    shelf: Shelf
    folder: Path | None


def outside(store: Parts) -> Outside:
    """Return what is left to do outside the store's file; nothing where no stream is on its way out."""
    return Outside(_going(store), store.journal, store.shelf, store.folder)


def cleared(what: Outside, db: Database, said: Callable[[], Records]) -> bool:
    """Empty the write-ahead log, sift the journal, take files and copies away; say whether all of it is done.

    `db` is a connection of this thread's own to the store's file; `said` gives the store's marks as records of a
    journal, when the journal's thread asks for them. Raise CannotKeep.
    """
    if not what.going:
        return True
    if not _emptied_log(what.folder, db) or (what.journal is not None and not _sifted(what.journal, what.going, said)):
        return False
    for name in {name for each in what.going.values() for name in each["files"]}:
        what.shelf.remove(name)
    if what.folder is not None:
        _remove_copies(what.folder)
    return True


def settled(store: Parts, what: Outside) -> None:
    """Remember that nothing is left to do for these streams. Raise CannotKeep."""
    kept: dict[str, Any] = store.marks.get(WIPED, {})
    done = {
        stream: {name: each for name, each in kept[stream].items() if name != "files"}
        for stream in what.going
        if stream in kept
    }
    if done:
        with world(store.folder):
            store.marks.keep(WIPED, {**kept, **done})


def finish(store: Parts) -> bool:
    """Do what is left to do outside the store's file, and say whether all of it is done. Raise CannotKeep."""
    what, said = outside(store), marks_said(store.db)
    is_done = cleared(what, store.db, lambda: said)
    if is_done:
        settled(store, what)
    return is_done


def marks_said(db: Database) -> Records:
    """Return what the store's marks are now, as records of a journal."""
    rows = db.execute("SELECT name, value FROM meta").fetchall()
    return [(MARK, said_mark(name, json.loads(value))) for name, value in rows if name not in OWN]


def _going(store: Parts) -> dict[str, Any]:
    kept: dict[str, Any] = store.marks.get(WIPED, {})
    return {stream: each for stream, each in kept.items() if "files" in each}


def is_unfinished(store: Parts) -> bool:
    """Say whether a stream is still on its way out."""
    return bool(_going(store))


def _emptied_log(folder: Path | None, db: Database) -> bool:
    """Carry everything over into the file and empty the write-ahead log, which still has the old pages."""
    if folder is None:
        return True
    for pause in _PAUSES:
        with world(folder):
            busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if not busy:
            return True
        sleep(pause)  # the journal's thread may be carrying the log over just now: SQLite does not wait for that
    return False


def _sifted(journal: Journal, streams: Collection[str], said: Callable[[], Records]) -> bool:
    def sieve(records: Records) -> Records:
        # Marks are asked for only now: one that was kept a moment ago may be in the file already.
        return [*(each for record in records if (each := _let_through(record, streams)) is not None), *said()]

    return journal.flush() and journal.rewrite(sieve)


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
    """Copies made beside the store before a step of its schema, or of a damaged store or journal, hold it still."""
    for pattern in ("*.store.before-*", "*.store.damaged-*", f"{JOURNAL}.damaged-*"):
        for each in folder.glob(pattern):
            with world(folder):
                each.unlink()
