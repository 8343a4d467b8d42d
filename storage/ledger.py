# SPDX-License-Identifier: MIT
"""The log's own tables: what cannot be rebuilt. Append-only by trigger; migrated, never refolded (tables.py is).

It keeps sealed changes and opens them; which of them are lawful, and what they mean, is not decided here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from storage import sealed as inside
from storage.envelope import START, Header, Sealed
from storage.keyring import Keyring
from storage.model.change import Change, Ref
from storage.model.ids import DeviceId
from storage.vault import Database

Thing = tuple[str, str, str]
"""(stream, entity, entity_id)"""
_HEADS = "stream, device, seq, epoch, previous, commitment, signature"
_COLUMNS = f"{_HEADS}, body"
_VECTOR = """
    WITH RECURSIVE devices (device) AS (
        SELECT min(device) FROM changes WHERE stream = :stream
        UNION ALL
        SELECT (SELECT min(device) FROM changes WHERE stream = :stream AND device > devices.device)
        FROM devices WHERE device IS NOT NULL
    )
    SELECT device, (SELECT max(seq) FROM changes WHERE stream = :stream AND device = devices.device)
    FROM devices WHERE device IS NOT NULL ORDER BY device
"""
"""Steps from device to device along the primary key: a GROUP BY would read every change of the stream."""
_GESTURE = """
    SELECT stream, entity, entity_id, device, seq, NOT EXISTS (
        SELECT 1 FROM changes AS later INDEXED BY changes_thing
        WHERE later.stream = mine.stream AND later.entity = mine.entity AND later.entity_id = mine.entity_id
        AND later.tick > mine.tick)
    FROM changes AS mine WHERE gesture = ? ORDER BY tick
"""
_SOME = 500
_OPENED = 1000
"""Changes kept open: a few pages of what comes in."""
_NARROWED_BY = ("stream", "entity", "entity_id", "gesture")
_INSERT = (
    f"INSERT INTO changes ({_COLUMNS}, entity, entity_id, gesture, undoes, act, tick) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Ledger:
    """The log: sealed changes, and what finds them again."""

    def __init__(self, db: Database, keyring: Keyring) -> None:
        """Keep the connection; the schema is migrations.py's."""
        self.db = self._db = db
        """Where the log lies: the tables may lie in another (check.py)."""
        self._keyring = keyring
        # What comes in is opened at the door, then for the fold, then for whoever listens.
        self._opened = lru_cache(maxsize=_OPENED)(inside.open_body)
        self.made: dict[Sealed, Change] = {}
        """What was sealed here in this transaction: to be folded it need not be opened."""

    def append(self, *pairs: tuple[Sealed, Change]) -> None:
        """Keep sealed changes and what finds them again. Ink: triggers refuse to alter or delete it."""
        self._db.conn.executemany(_INSERT, [_row(sealed, change) for sealed, change in pairs])

    def open(self, sealed: Sealed) -> Change | None:
        """Return the change inside, or None when it is redacted, its key is not here, or it does not open."""
        key = self._keyring.key(sealed.header.stream, sealed.header.epoch)
        try:
            return (self.made.get(sealed) or self._opened(sealed, key)) if key else None
        except inside.Unreadable:
            return None

    def changes(self, **where: str) -> list[Change]:
        """Return every readable change, by tick; narrowed by any of stream, entity, entity_id and gesture."""
        given = [name for name in _NARROWED_BY if name in where]
        narrowed = " AND ".join(f"{name} = ?" for name in given) or "true"
        # Left to itself the planner reads a whole stream to find one thing of it.
        index = "INDEXED BY changes_thing" if "entity" in where else ""
        found = self._sealed(f"{narrowed} ORDER BY tick, device, seq", [where[name] for name in given], index)
        return [change for each in found if (change := self.open(each)) is not None]

    def change(self, stream: str, ref: Ref) -> Change | None:
        """Return one change by its number, or None when it is not here or not readable."""
        where = "stream = ? AND device = ? AND seq = ?"
        return next((self.open(each) for each in self._sealed(where, (stream, *ref))), None)

    def gesture(self, gesture: str) -> list[tuple[Thing, Ref, bool]]:
        """Return of each change of a gesture what it touches, its number, and whether it is its thing's newest."""
        rows = self._db.execute(_GESTURE, (gesture,)).fetchall()
        return [
            ((stream, *thing), Ref(device, seq), bool(is_newest)) for stream, *thing, device, seq, is_newest in rows
        ]

    def sealed(self, stream: str, after: Mapping[str, int]) -> Iterator[Sealed]:
        """Yield what a peer with the version vector `after` lacks of a stream, each device's in order."""
        for device, newest in self.vector(stream).items():
            where, at = f"stream = ? AND device = ? AND seq > ? ORDER BY seq LIMIT {_SOME}", after.get(device, 0)
            while at < newest:  # whoever wants a page of it does not read it all
                some = tuple(self._sealed(where, (stream, device, at)))
                yield from some
                at = some[-1].header.seq if some else newest

    def newest(self, stream: str, device: str) -> tuple[int, bytes]:
        """Return the number and header digest of a device's newest change in a stream; (0, START) when none."""
        where = "stream = ? AND device = ? ORDER BY seq DESC LIMIT 1"
        return next(((each.header.seq, each.digest) for each in self._heads(where, (stream, device))), (0, START))

    def digest_at(self, stream: str, ref: Ref) -> bytes | None:
        """Return the header digest of one change, or None when it is not here."""
        where = "stream = ? AND device = ? AND seq = ?"
        return next((each.digest for each in self._heads(where, (stream, *ref))), None)

    def vector(self, stream: str) -> dict[DeviceId, int]:
        """Return the stream's version vector: device → its highest number here."""
        rows = self._db.execute(_VECTOR, {"stream": stream})
        return {DeviceId(device): seq for device, seq in rows.fetchall()}

    def highest_tick(self) -> int:
        """Return the greatest tick known."""
        return int(self._db.execute("SELECT coalesce(max(tick), 0) FROM changes").fetchone()[0])

    def gestures_by(self, device: str, most: int) -> list[tuple[str, str, str]]:
        """Return (gesture, the gesture it undoes, its first act) of a device's newest gestures, oldest first."""
        rows = self._db.execute(
            "SELECT gesture, undoes, act, min(tick) AS began FROM"
            " (SELECT gesture, undoes, act, tick FROM changes WHERE device = ? ORDER BY tick DESC LIMIT ?)"
            " GROUP BY gesture ORDER BY began",
            (device, most),
        )
        return [(gesture, undoes, act) for gesture, undoes, act, _ in rows.fetchall()]

    def things(self, stream: str | None = None, entities: Sequence[str] = ()) -> Iterator[Thing]:
        """Yield everything that any change touches, in a stream or everywhere; of these nouns, where they are named."""
        where, values = ("WHERE stream = ?", [stream]) if stream else ("", [])
        if stream and entities:  # by the index: a visit has a hundred notes for every piece of a letter
            where += f" AND entity IN ({', '.join('?' * len(entities))})"
            values += entities
        found = self._db.execute(f"SELECT DISTINCT stream, entity, entity_id FROM changes {where}", values)
        yield from found.fetchall()

    def _sealed(self, where: str, values: Iterable[Any], index: str = "") -> Iterator[Sealed]:
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM changes {index} WHERE {where}", tuple(values))
        for stream, device, seq, epoch, previous, commitment, signature, body in rows.fetchall():
            yield Sealed(Header(stream, device, seq, epoch, previous, commitment), signature, body)

    def _heads(self, where: str, values: Iterable[Any]) -> Iterator[Sealed]:
        """Yield changes without what is in them, which may be a book."""
        rows = self._db.execute(f"SELECT {_HEADS} FROM changes WHERE {where}", tuple(values))
        for *header, signature in rows.fetchall():
            yield Sealed(Header(*header), signature, None)


def _row(sealed: Sealed, change: Change) -> tuple[Any, ...]:
    head = sealed.header
    row = (head.stream, head.device, head.seq, head.epoch, head.previous, head.commitment, sealed.signature)
    found_by = (change.entity, change.entity_id, change.gesture, change.undoes, change.act, change.tick)
    return (*row, sealed.body, *found_by)
