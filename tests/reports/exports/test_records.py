# SPDX-License-Identifier: MIT
"""A record goes out as an object of its own fields, in JSON as it is."""

import json
from dataclasses import fields

from reports.exports.records import ILLUSTRATION, plain
from storage.store import Store
from tests.builders import a_visit


def test_every_field_of_a_record_goes_out(store: Store) -> None:
    visit = a_visit(store, scope=("permanence", "edge of care"))
    told = json.loads(json.dumps(plain(visit)))
    assert set(told) == {"id", "stream", *(each.name for each in fields(visit))} - {"stream_id", "seen"}
    assert (told["id"], told["stream"], told["scope"]) == (visit.id, visit.stream_id, ["permanence", "edge of care"])


def test_what_is_invented_is_said_to_be() -> None:
    assert "invented" in ILLUSTRATION
