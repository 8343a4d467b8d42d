# SPDX-License-Identifier: MIT
"""What is confidential and what is for no letter, said by two fields that never disagree."""

import pytest

from storage.acts import notes
from storage.model.handling import handling, in_step
from storage.queries.notes import note
from storage.store import Store
from tests.builders import a_note, a_visit, again


def test_a_confidential_source_is_so_for_older_versions_too(store: Store) -> None:
    made = a_note(store, a_visit(store), handling="confidential_source")
    assert (made.handling, made.confidential) == ("confidential_source", True)
    notes.amend(store, made, handling="not_for_letter")
    assert (again(store, made).handling, again(store, made).confidential) == ("not_for_letter", False)


def test_what_an_older_version_called_confidential_is_so_here(store: Store) -> None:
    made = a_note(store, a_visit(store), confidential=True)
    assert made.handling == "confidential_source"
    notes.amend(store, made, confidential=False)
    found = note(store, made.id)
    assert found is not None
    assert handling(found) == ""


@pytest.mark.parametrize("fields", [{"text": "Words."}, {}])
def test_where_neither_is_given_neither_is_altered(fields: dict[str, str]) -> None:
    assert in_step(fields) == fields
