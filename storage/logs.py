# SPDX-License-Identifier: MIT
"""The logs of many things, read together: what the fold of a delivery needs. One thing's: ledger.py."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from storage.ledger import Ledger, Thing
from storage.model.change import Change, Ref
from storage.steps import in_parts

Place = tuple[str, str, int]
"""(stream, device, number)"""
_LOGS = """
    WITH asked (stream, entity, entity_id) AS (VALUES {asked})
    SELECT log.stream, log.entity, log.entity_id, log.device, log.seq
    FROM asked CROSS JOIN changes AS log INDEXED BY changes_thing
    ON log.stream = asked.stream AND log.entity = asked.entity AND log.entity_id = asked.entity_id
    ORDER BY log.tick, log.device, log.seq
"""
"""Thing by thing along the index alone: a change need not be read, nor opened, that is at hand."""
_TOUCHED = "SELECT DISTINCT stream, entity, entity_id FROM changes WHERE stream = ? AND device = ?"
_BEGUN = """
    SELECT DISTINCT stream, entity, entity_id FROM changes INDEXED BY changes_thing
    WHERE stream = ? AND entity IN ({nouns}) AND entity_id LIKE '%.' || ?
"""
_AT_ONCE = 500


def logs(ledger: Ledger, things: Sequence[Thing], at_hand: Mapping[Place, Change]) -> dict[Thing, list[Change]]:
    """Return the whole readable log of each thing, by tick; what is `at_hand` is not opened again."""
    found: dict[Thing, list[Change]] = {}
    for some in in_parts(things, _AT_ONCE):
        values = [value for thing in some for value in thing]
        rows = ledger.db.execute(_LOGS.format(asked=", ".join(["(?, ?, ?)"] * len(some))), values).fetchall()
        for stream, entity, entity_id, device, seq in rows:
            change = at_hand.get((stream, device, seq)) or ledger.change(stream, Ref(device, seq))
            if change is not None:
                found.setdefault((stream, entity, entity_id), []).append(change)
    return found


def touched_between(ledger: Ledger, stream: str, device: str, first: int, last: int) -> list[Thing]:
    """Return what a device's changes of these numbers touch, in their order."""
    asked = "SELECT stream, entity, entity_id FROM changes WHERE stream = ? AND device = ? AND seq BETWEEN ? AND ?"
    rows = ledger.db.execute(f"{asked} ORDER BY seq", (stream, device, first, last)).fetchall()
    return [(found, entity, entity_id) for found, entity, entity_id in rows]


def lengths(ledger: Ledger, stream: str, entity: str, names: Sequence[str]) -> dict[str, int]:
    """Return how many changes touch each of these things of a noun; only of those that more than one touches."""
    asked = f"stream = ? AND entity = ? AND entity_id IN ({', '.join('?' * len(names))})"
    rows = ledger.db.execute(
        f"SELECT entity_id, count(*) FROM changes INDEXED BY changes_thing WHERE {asked}"
        " GROUP BY entity_id HAVING count(*) > 1",
        (stream, entity, *names),
    )
    return {str(name): int(count) for name, count in rows.fetchall()}


def known(ledger: Ledger, stream: str, entity: str, names: Sequence[str]) -> set[str]:
    """Return which of these things of a noun any change touches."""
    asked = f"stream = ? AND entity = ? AND entity_id IN ({', '.join('?' * len(names))})"
    rows = ledger.db.execute(
        f"SELECT DISTINCT entity_id FROM changes INDEXED BY changes_thing WHERE {asked}", (stream, entity, *names)
    )
    return {str(name) for (name,) in rows.fetchall()}


def touched_by(ledger: Ledger, stream: str, devices: Collection[str], owned: Sequence[str]) -> Iterator[Thing]:
    """Yield every thing of a stream that any of the devices touched, and of the `owned` nouns also what it began."""
    begun = _BEGUN.format(nouns=", ".join("?" * len(owned)))
    for device in devices:
        yield from ledger.db.execute(_TOUCHED, (stream, device)).fetchall()
        yield from ledger.db.execute(begun, (stream, *owned, device)).fetchall()
