# SPDX-License-Identifier: MIT
"""What stands in several wordings is told for its own stream, until somebody settles it."""

from storage.acts import findings
from storage.queries.differing import differing, set_aside
from storage.store import Store
from tests.builders import a_finding, a_store, a_visit, again, hand_over, join


def test_what_two_edited_unseen_differs_until_it_is_settled(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    finding = a_finding(store, visit, polarity="weakness")
    join(store, visit.stream_id, other)
    findings.amend(store, finding, polarity="strength")
    findings.amend(other, again(other, finding), polarity="neutral")
    hand_over(other, store, visit.stream_id)
    assert differing(store, visit.stream_id) == {("finding", finding.id)}
    assert differing(store, "another") == frozenset()
    findings.amend(store, again(store, finding), polarity="weakness")
    assert differing(store, visit.stream_id) == frozenset()
    other.close()


def test_nothing_is_set_aside_where_everybody_kept_the_rules(store: Store) -> None:
    assert set_aside(store, a_visit(store).stream_id) == frozenset()
