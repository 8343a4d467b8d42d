# SPDX-License-Identifier: MIT
"""Questions about authorities."""

from storage.queries.authorities import authorities, authority
from storage.store import Store
from tests.builders import an_authority


def test_authorities_come_by_name_and_one_by_its_identifier(store: Store) -> None:
    second, first = an_authority(store, name="Ynys"), an_authority(store, name="Abergynolwyn")
    assert authorities(store) == (first, second)
    assert authority(store, second.id) == second
    assert authority(store, "nobody") is None
