# SPDX-License-Identifier: MIT
"""What a preview counts has a name for each noun."""

from storage.imports.count import OF_A_VISIT, OF_AN_AUTHORITY, Count
from storage.tables import NOUNS


def test_every_noun_that_is_counted_is_one_and_has_a_name() -> None:
    known = set(NOUNS)
    for entity in (*OF_A_VISIT, *OF_AN_AUTHORITY):
        assert entity in known
        assert Count(entity).name
    assert Count("visit").name == "Earlier visits"
