# SPDX-License-Identifier: MIT
"""A note is called by its source, and its strength said by word and shape."""

from storage.store import Store
from tests.builders import a_note, a_visit
from ui.models.note_words import KINDS, POLARITIES, kind_name, title_of


def test_a_note_is_called_by_its_source(store: Store) -> None:
    note = a_note(store, a_visit(store), source_kind="interview", source_role="Team manager 1", case_ref="Case 07")
    assert title_of(note) == "Interview · Team manager 1 · Case 07"
    assert kind_name("something newer") == "something newer"
    assert all(KINDS.values())


def test_each_polarity_has_a_shape_of_its_own() -> None:
    assert len({said.icon for said in POLARITIES.values()}) == len(POLARITIES) == 3
