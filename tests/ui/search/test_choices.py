# SPDX-License-Identifier: MIT
"""What the filters offer: everything of every visit, or what belongs to one."""

from storage.store import Store
from tests.ui.search.conftest import filled
from ui.search.choices import Choices, choices


def test_without_a_visit_its_days_sessions_and_cases_are_not_offered(store: Store) -> None:
    filled(store)
    given = choices(store, "")
    assert [words for _, words in given.visits] == [
        *("Practice Borough Council · 8 January 2019", "Practice Borough Council · 10 July 2018")
    ]
    assert given.days == given.sessions == given.cases == ()
    assert ("QA", "QA") in [(code, words[:2]) for code, words in given.areas]
    assert given.authors == ((store.me, "Practice Inspector"),)


def test_a_visit_offers_its_own_days_sessions_and_cases(store: Store) -> None:
    one, _ = filled(store)
    given = choices(store, one.id)
    assert [day for day, _ in given.days] == ["2018-07-10", "2018-07-11"]
    assert [words for _, words in given.sessions] == ["09:30 File reading"]
    assert given.cases == (("Case 07", "Case 07"),)


def test_an_empty_store_offers_nothing(store: Store) -> None:
    assert choices(store, "") == Choices()
