# SPDX-License-Identifier: MIT
"""Questions about findings."""

from storage.acts import notes
from storage.queries.findings import (
    earlier_for,
    earlier_of,
    finding,
    findings_fed_by,
    findings_of_visit,
    inspectors_of_stream,
    names_of_stream,
    weigh,
    weighed_of_visit,
)
from storage.store import Store
from tests.builders import (
    FakeClock,
    a_finding,
    a_note,
    a_recommendation,
    a_store,
    a_visit,
    again,
    an_authority,
    join,
)


def test_findings_come_in_the_order_they_were_recorded(clock: FakeClock, store: Store) -> None:
    visit = a_visit(store)
    made = tuple(a_finding(store, visit, text) for text in ("Zeal.", "Apathy.", "Middling."))
    a_finding(store, a_visit(store))
    assert findings_of_visit(store, visit.id) == made
    assert finding(store, made[1].id) == made[1]
    assert finding(store, "none") is None


def test_a_finding_is_weighed_with_the_notes_that_are_here(store: Store) -> None:
    visit = a_visit(store)
    first, second, against = (a_note(store, visit, source_kind=kind) for kind in ("file", "data", "meeting"))
    made = a_finding(
        store, visit, supports=(second.id, "elsewhere", first.id), contradicts=(against.id,), state="agreed"
    )
    (found,) = weighed_of_visit(store, visit.id)
    assert (found.finding, found.supports, found.contradicts) == (made, (second, first), (against,))
    assert (found.strength.level, found.strength.caveats) == ("two_kinds", ("contradicted",))
    assert (found.state, found.yes.missing, found.yes.unseated) == ("proposed", (store.me,), ("second",))


def test_notes_that_are_given_are_not_read_again(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    finding = a_finding(store, visit, supports=(note.id,))
    notes.withdraw(store, note)
    (stale,) = weigh(store, visit.id, [finding], {note.id: note})
    (fresh,) = weighed_of_visit(store, visit.id)
    assert (stale.supports[0].present, fresh.supports[0].present) == (True, False)
    assert fresh.bereft == (note.id,)


def test_a_note_says_which_findings_it_feeds(store: Store) -> None:
    visit = a_visit(store)
    note, other = a_note(store, visit), a_note(store, visit)
    for_it = a_finding(store, visit, supports=(note.id, other.id))
    against_it = a_finding(store, visit, contradicts=(note.id,))
    a_finding(store, visit, supports=(other.id,))
    assert findings_fed_by(store, note) == ((for_it, True), (against_it, False))


def test_a_finding_is_measured_against_other_visits_and_recommendations(store: Store) -> None:
    council = an_authority(store)
    before, visit = a_visit(store, council), a_visit(store, council)
    old = a_finding(store, before, "Plans were late.")
    a_finding(store, before, "Set aside.", state="set_aside")
    asked = a_recommendation(store, council)
    own = a_finding(store, visit, earlier=old.id)
    assert earlier_for(store, council.id, visit.id) == (old, asked)
    assert earlier_of(store, own) == old
    assert earlier_of(store, again(store, old)) is None


def test_inspectors_are_those_who_sit_and_lead_or_second(store: Store) -> None:
    visit, second, reader = a_visit(store), a_store("Second Inspector"), a_store("Reader")
    join(store, visit.stream_id, second)
    join(store, visit.stream_id, reader, "quality_reader")
    assert inspectors_of_stream(store, visit.stream_id) == {store.me: "lead", second.me: "second"}
    assert names_of_stream(store, visit.stream_id)[reader.me] == "Reader"
    for each in (second, reader):
        each.close()
