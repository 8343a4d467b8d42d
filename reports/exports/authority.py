# SPDX-License-Identifier: MIT
"""An authority's standing record outside the store, as JSON (docs/export.md). With its visit: visit.py.

Like every export it leaves the encrypted store: whoever writes one to disk says so first.
"""

import json
from typing import Any

from reports.exports.records import ILLUSTRATION, plain
from resources.language import N_
from storage.ahead import must_be_here
from storage.errors import Refused
from storage.imports.plain import AUTHORITY_FORMAT
from storage.model.record import Record
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store


def known(store: Store, authority_id: str) -> StandingRecord:
    """Return an authority's standing record. Raise Refused when it is not here, or still arriving."""
    found = standing_record(store, authority_id)
    if found is None:
        raise Refused(
            N_("There is no such authority in this store."), N_("The verb 'authority list' lists those that are.")
        )
    must_be_here(store, found.authority.stream_id)
    return found


def file_name(record: StandingRecord) -> str:
    """Return how its file is called: by the identifier, and nothing else."""
    return f"authority-{record.authority.id[:12]}.json"


def as_json(record: StandingRecord) -> str:
    """Return the record as JSON, keys sorted."""
    told: dict[str, Any] = {
        "format": AUTHORITY_FORMAT,
        "notice": ILLUSTRATION if record.authority.illustration else "",
        "authority": plain(record.authority),
        "standing": standing(record),
    }
    return json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def standing(record: StandingRecord) -> dict[str, Any]:
    """Return what is known between visits: each kind a list of records. Visits with streams of their own go out so."""
    past = [each for each in record.visits if each.stream_id == record.authority.stream_id]
    lists: dict[str, tuple[Record, ...]] = {
        "people": (*record.people, *record.others),
        "recommendations": record.recommendations,
        "progress": record.progress,
        "actions": record.actions,
        "meetings": record.meetings,
        "events": record.events,
        "past_visits": tuple(past),
    }
    return {name: [plain(each) for each in records] for name, records in lists.items()}
