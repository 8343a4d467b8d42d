# SPDX-License-Identifier: MIT
"""The logs of many things, read together: what the fold of a delivery needs. One thing's: ledger.py."""

from collections.abc import Mapping, Sequence

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
