# SPDX-License-Identifier: MIT
"""Differences: each wording with who left it and when, and what her eyes had seen; none for what was seen."""

from storage.acts import findings
from storage.queries.differences import clashes
from storage.store import Store
from tests.builders import FakeClock, a_finding, a_store, a_visit, again, hand_over, join


def _apart(clock: FakeClock) -> tuple[Store, Store, str]:
    """Return two inspectors' stores that reworded one finding without having seen each other, and its stream."""
    rhian, tomos = a_store("Rhian (practice)"), a_store("Tomos (practice)")
    there = a_visit(rhian)
    finding = a_finding(rhian, there, "Supervision is irregular in the long-term team.")
    join(rhian, there.stream_id, tomos)
    findings.amend(rhian, finding, statement="Supervision is monthly in the long-term team.", direction="improved")
    clock.step(minutes=5)
    a_visit(tomos)  # so that his counter is the later one: of equals the device's name, which is chance, decides
    findings.amend(tomos, again(tomos, finding), statement="Supervision is irregular in the duty team.")
    hand_over(tomos, rhian, there.stream_id)
    return rhian, tomos, there.stream_id


def test_each_wording_is_told_with_its_author_and_what_stood_before(clock: FakeClock) -> None:
    rhian, _tomos, stream = _apart(clock)
    [clash] = clashes(rhian, stream)
    assert clash.field == "statement"
    assert clash.is_prose
    assert clash.stands == "Supervision is monthly in the duty team."
    first, second = clash.wordings
    assert (first.name, first.is_mine, second.name, second.is_mine) == (
        "Rhian (practice)",
        True,
        "Tomos (practice)",
        False,
    )
    assert first.value == "Supervision is monthly in the long-term team."
    assert first.before == second.before == "Supervision is irregular in the long-term team."
    assert first.at < second.at
    assert clashes(rhian) == (clash,)


def test_what_was_reworded_having_been_seen_is_no_difference(clock: FakeClock) -> None:
    rhian, tomos, stream = _apart(clock)
    hand_over(rhian, tomos, stream)
    assert len(clashes(tomos, stream)) == 1
    findings.amend(tomos, clashes(tomos, stream)[0].record, statement="Supervision is monthly.")  # type: ignore[arg-type]
    assert clashes(tomos) == ()
    hand_over(tomos, rhian, stream)
    assert clashes(rhian) == ()


def test_a_field_that_one_side_alone_touched_does_not_differ(clock: FakeClock) -> None:
    rhian, _tomos, stream = _apart(clock)
    assert {clash.field for clash in clashes(rhian, stream)} == {"statement"}  # not the direction
