# SPDX-License-Identifier: MIT
"""Asking for a letter's pair, where there is none."""

from storage.queries.pairs import both, pair_of, rows
from storage.store import Store
from tests.builders import a_letter, a_visit


def test_a_letter_that_stands_alone_has_no_pair_and_no_rows(store: Store) -> None:
    alone = a_letter(store, a_visit(store), "One.")
    assert pair_of(store, alone) is both(store, alone) is None
    assert rows(store, alone) == ()
