# SPDX-License-Identifier: MIT
"""An authority's record as JSON: what docs/export.md says of it. That it comes in again: test_standing_in.py."""

import json

import pytest

from reports.exports.authority import as_json, file_name, known
from reports.exports.records import ILLUSTRATION
from storage.acts import standing
from storage.errors import Refused
from storage.store import Store
from tests.builders import a_recommendation, a_visit, an_authority


def test_the_record_goes_out_with_its_past_visits_and_everybody_it_knows(store: Store) -> None:
    council = an_authority(store)
    a_recommendation(store, council, title="Plans")
    standing.add_past_visit(store, council, dates="2017-01")
    standing.add_person(store, council, display_role="Chief executive")
    standing.add_person(store, council, name="An Inspector", is_inspector=True)
    a_visit(store, council)
    told = json.loads(as_json(known(store, council.id)))
    assert (told["format"], told["notice"], told["authority"]["id"]) == ("arolwg authority 1", "", council.id)
    kept = {name: len(each) for name, each in told["standing"].items() if each}
    assert kept == {"people": 2, "recommendations": 1, "past_visits": 1}


def test_an_invented_one_says_so_and_its_file_tells_nothing_of_it(store: Store) -> None:
    council = an_authority(store, illustration=True)
    record = known(store, council.id)
    assert json.loads(as_json(record))["notice"] == ILLUSTRATION
    assert file_name(record) == f"authority-{council.id[:12]}.json"


def test_one_that_is_not_here_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="no such authority"):
        known(store, "gone")
