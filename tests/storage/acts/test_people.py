# SPDX-License-Identifier: MIT
"""People of an authority: appointed, put right, left; names only beside a public office; nobody is deleted."""

import pytest

from storage import undo
from storage.acts import people
from storage.errors import Refused
from storage.queries.people import people_of_stream, person
from storage.store import Store
from tests.builders import again, an_authority


def test_somebody_takes_an_office_and_leaves_it_and_stays_on_record(store: Store) -> None:
    council = an_authority(store)
    who = people.appoint(
        store, council, name="A. Practice", display_role="Chief executive", is_public_office=True, since="2017-04"
    )
    there = person(store, who)
    assert there is not None
    assert (there.organisation, there.since, there.until) == (council.name, "2017-04", "")
    people.leave(store, there, "early 2019-05")
    assert again(store, there).until == "early 2019-05"
    assert who in {each.id for each in people_of_stream(store, council.stream_id)}
    undo.undo(store)
    assert again(store, there).until == ""


def test_a_private_person_is_known_by_role_alone(store: Store) -> None:
    council = an_authority(store)
    with pytest.raises(Refused):
        people.appoint(store, council, name="A. Practice", display_role="Social worker")
    who = person(store, people.appoint(store, council, display_role="Social worker C"))
    assert who is not None
    with pytest.raises(Refused):
        people.amend(store, who, name="A. Practice")
    people.amend(store, who, name="A. Practice", display_role="Leader of the council", is_public_office=True)
    assert again(store, who).name == "A. Practice"


def test_nobody_is_no_person_and_an_end_is_a_date(store: Store) -> None:
    council = an_authority(store)
    with pytest.raises(Refused):
        people.appoint(store, council, name=" ", display_role="")
    who = person(store, people.appoint(store, council, display_role="Team manager 1"))
    assert who is not None
    for until in ("", "soon"):
        with pytest.raises(Refused):
            people.leave(store, who, until)
    with pytest.raises(Refused):
        people.amend(store, who, since="soon")
    assert again(store, who) == who
