# SPDX-License-Identifier: MIT
"""Beginning and amending an authority's standing record."""

import pytest

from storage.acts import authorities
from storage.errors import Refused
from storage.queries.members import my_seat
from storage.store import Store, scratch
from tests.builders import again, an_authority


def test_an_authority_is_a_stream_of_its_own(store: Store) -> None:
    one, two = an_authority(store), an_authority(store, name="Another")
    assert one.stream_id != two.stream_id
    assert my_seat(store, one.stream_id) is not None


def test_an_authority_is_amended_as_it_was_seen(store: Store) -> None:
    seen = an_authority(store)
    authorities.amend(store, seen, concern_level="serious", address=["1 High Street", "Practice"])
    now = again(store, seen)
    assert (now.concern_level, now.address, now.name) == ("serious", ("1 High Street", "Practice"), seen.name)


def test_nobody_begins_one_before_she_is_introduced() -> None:
    with pytest.raises(Refused, match="introduced"):
        authorities.add(scratch(), name="Practice")
