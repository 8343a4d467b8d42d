# SPDX-License-Identifier: MIT
"""What every JSON that leaves the store is made of: a record as a plain object, and what is said of an invented one."""

from typing import Any

from resources.language import N_
from storage.model.record import Record, contents

ILLUSTRATION = N_(
    "worked example: invented for illustration from public sources, not a record or letter of Care Inspectorate Wales"
)


def plain(record: Record) -> dict[str, Any]:
    """Return a record as an object of its own fields."""
    return {"id": record.id, "stream": record.stream_id, **contents(record)}
