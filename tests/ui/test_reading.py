# SPDX-License-Identifier: MIT
"""Looking at a store through a second connection while the first is open for work."""

from collections.abc import Callable

import pytest

from storage.errors import Refused
from storage.job import run_now
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import a_note, a_visit
from ui.reading import reading


def test_what_the_first_connection_wrote_is_seen_by_the_second(folder_store: Callable[..., tuple[Store, str]]) -> None:
    store, _code = folder_store()
    visit = a_visit(store)
    a_note(store, visit, "Six of eight.")
    seen = run_now(reading(lambda other, _tick: (other.is_read_only, notes_of_visit(other, visit.id))), store)
    assert seen[0]
    assert [each.text for each in seen[1]] == ["Six of eight."]
    a_note(store, visit)  # the first still writes


def test_a_store_that_dies_with_its_process_has_nothing_to_read_twice(store: Store) -> None:
    with pytest.raises(Refused):
        run_now(reading(lambda other, _tick: other.me), store)
