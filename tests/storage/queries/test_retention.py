# SPDX-License-Identifier: MIT
"""How long a visit is kept: by its class, by a day set by hand, and never while somebody holds it."""

from datetime import date

from storage.acts import retention
from storage.queries.retention import keeping_of
from storage.store import Store
from tests.builders import a_concern, a_store, a_visit, again, hand_over, join


def test_a_matter_of_concern_keeps_a_visit_longer(store: Store) -> None:
    visit = a_visit(store)
    assert keeping_of(store, visit).review == date(2024, 7, 11)
    a_concern(store, visit)
    keeping = keeping_of(store, visit)
    assert (keeping.code, keeping.review) == ("concern", date(2039, 7, 11))
    assert keeping.kept_as.months == 252


def test_a_day_set_by_hand_holds_and_needs_no_sum(store: Store) -> None:
    visit = a_visit(store)
    retention.classify(store, visit, "routine", date(2030, 1, 1))
    keeping = keeping_of(store, again(store, visit))
    assert (keeping.review, keeping.sum) == (date(2030, 1, 1), "")
    assert not keeping.is_over(date(2029, 12, 31))
    assert keeping.is_over(date(2030, 1, 1))


def test_of_a_fuzzy_date_the_later_day_counts_and_no_date_has_no_day(store: Store) -> None:
    assert keeping_of(store, a_visit(store, dates="2018")).review == date(2024, 12, 31)
    keeping = keeping_of(store, a_visit(store, dates=""))
    assert keeping.review is None
    assert not keeping.is_over(date(2999, 1, 1))


def test_a_hold_stays_where_two_decided_without_having_seen_each_other(store: Store) -> None:
    visit, office = a_visit(store), a_store("Office")
    retention.hold(store, visit, "A court has asked for them.")
    join(store, visit.stream_id, office, "office")
    retention.lift(office, again(office, visit), "The case is over.")
    retention.hold(store, again(store, visit), "A second court has asked.")
    retention.lift(office, again(office, visit), "Over indeed.")
    hand_over(office, store, visit.stream_id)
    hand_over(store, office, visit.stream_id)
    for each in (store, office):
        assert keeping_of(each, again(each, visit)).is_held
    retention.lift(store, again(store, visit), "Both are over.")
    assert not keeping_of(store, again(store, visit)).is_held
    office.close()
