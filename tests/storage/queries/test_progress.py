# SPDX-License-Identifier: MIT
"""Looks at recommendations are told by their date, however they were recorded."""

from storage.acts import recommendations
from storage.queries.progress import progress_of_authority, progress_of_recommendation
from storage.store import Store
from tests.builders import a_recommendation, again, an_authority


def test_looks_come_by_date_and_those_of_others_do_not(store: Store) -> None:
    council = an_authority(store)
    one, other = (a_recommendation(store, council, number=number) for number in ("R1", "R2"))
    for seen, on in ((one, "2018-07"), (other, "autumn 2017"), (one, "2017")):
        recommendations.note_progress(store, again(store, seen), on=on, direction="unchanged")
    assert [each.on for each in progress_of_recommendation(store, one.id)] == ["2017", "2018-07"]
    assert [each.on for each in progress_of_authority(store, council.id)] == ["2017", "autumn 2017", "2018-07"]
