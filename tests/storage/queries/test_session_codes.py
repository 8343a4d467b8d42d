# SPDX-License-Identifier: MIT
"""Codes of sessions: given once, kept, and understood as people write them."""

import pytest

from storage.acts import visits
from storage.queries.session_codes import session_codes, session_named
from storage.store import Store
from tests.builders import a_session, a_visit, again


def test_a_code_stays_when_sessions_are_moved_withdrawn_or_added(store: Store) -> None:
    visit = a_visit(store)
    first, second = a_session(store, visit, starts="11:00"), a_session(store, visit, starts="09:00")
    assert session_codes(store, visit.id) == {first.id: "S01", second.id: "S02"}
    visits.amend_session(store, second, starts="15:00")
    visits.withdraw_session(store, first)
    third = a_session(store, visit, starts="08:00")
    assert session_codes(store, visit.id) == {first.id: "S01", second.id: "S02", third.id: "S03"}
    assert not again(store, first).present


@pytest.mark.parametrize(
    ("text", "session"),
    [("S03", "c"), ("s3", "c"), (" S 03 ", "c"), ("S003", "c"), ("S04", ""), ("S", ""), ("S0", ""), ("3", "")],
)
def test_a_code_is_understood_as_people_write_it(text: str, session: str) -> None:
    assert session_named(text, {"a": "S01", "c": "S03"}) == session
