# SPDX-License-Identifier: MIT
"""Stating, weighing and moving findings."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from storage import undo
from storage.acts import findings, notes
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model.finding import Finding
from storage.queries.findings import agreements_to, findings_of_visit, weighed
from storage.queries.notes import note as one_note
from storage.store import Store
from tests.builders import a_finding, a_note, a_store, a_visit, again, hand_over, join


def test_a_finding_stands_on_notes_for_and_against(store: Store) -> None:
    visit = a_visit(store)
    note, against = a_note(store, visit), a_note(store, visit, text="But two were late.")
    finding = a_finding(store, visit, supports=(note.id,))
    findings.amend(store, finding, contradicts=(against.id,), areas=["QA1"])
    now = again(store, finding)
    assert (now.supports, now.contradicts, now.areas) == ((note.id,), (against.id,), ("QA1",))


def test_a_finding_without_words_is_refused(store: Store) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match="no words"):
        findings.state(store, visit, "  ")
    assert findings_of_visit(store, visit.id) == ()


def test_a_finding_moves_from_hunch_on_and_not_across(store: Store) -> None:
    visit = a_visit(store)
    ids = [a_note(store, visit, source_kind=kind).id for kind in ("file", "interview")]
    finding = a_finding(store, visit, supports=tuple(ids[:1]))
    with pytest.raises(Refused, match=r"hunch cannot become agreed.*proposed"):
        findings.move(store, finding, "agreed")
    findings.move(store, finding, "proposed")
    with pytest.raises(Refused, match="two kinds of source"):
        findings.move(store, again(store, finding), "corroborated")
    findings.amend(store, again(store, finding), supports=tuple(ids))
    findings.move(store, again(store, finding), "corroborated")
    with pytest.raises(Refused, match="each inspector"):
        findings.move(store, again(store, finding), "agreed")
    assert again(store, finding).state == "corroborated"


@pytest.fixture
def two(store: Store) -> Iterator[tuple[Store, Store, Finding]]:
    """Two inspectors with one proposed finding that a note of the first supports."""
    visit, other = a_visit(store), a_store("Second Inspector")
    note = a_note(store, visit)
    finding = a_finding(store, visit, supports=(note.id,))
    findings.move(store, finding, "proposed")
    join(store, visit.stream_id, other)
    yield store, other, again(store, finding)
    other.close()


def test_a_finding_is_agreed_with_the_last_yes(two: tuple[Store, Store, Finding]) -> None:
    one, other, finding = two
    findings.agree(one, finding)
    assert again(one, finding).state == "proposed"
    assert weighed(one, again(one, finding)).yes.missing == (other.me,)
    hand_over(one, other, finding.stream_id)
    findings.agree(other, again(other, finding))
    assert again(other, finding).state == "agreed"
    hand_over(other, one, finding.stream_id)
    findings.move(one, again(one, finding), "in_letter")
    assert weighed(one, again(one, finding)).state == "in_letter"


def test_two_yeses_that_cross_each_other_agree_it(two: tuple[Store, Store, Finding]) -> None:
    one, other, finding = two
    for each in (one, other):
        findings.agree(each, again(each, finding))
    hand_over(one, other, finding.stream_id)
    hand_over(other, one, finding.stream_id)
    for each in (one, other):
        assert again(each, finding).state == "proposed"  # nobody knew that hers was the last
        assert weighed(each, again(each, finding)).state == "agreed"
        findings.move(each, again(each, finding), "in_letter")


def test_rewording_asks_both_again(two: tuple[Store, Store, Finding]) -> None:
    one, other, finding = two
    findings.agree(one, finding)
    hand_over(one, other, finding.stream_id)
    findings.agree(other, again(other, finding))
    findings.amend(other, again(other, finding), role="systemic", impact="Children wait.")
    assert again(other, finding).state == "agreed"
    findings.amend(other, again(other, finding), statement="Supervision is thin.")
    now = weighed(other, again(other, finding))
    assert (now.finding.state, now.state) == ("proposed", "proposed")
    assert set(now.yes.asked_again) == {one.me, other.me}
    findings.agree(other, now.finding)
    hand_over(other, one, finding.stream_id)
    findings.agree(one, again(one, finding))
    assert again(one, finding).state == "agreed"
    assert len(agreements_to(one, finding)) == 2


def test_nobody_agrees_for_another(two: tuple[Store, Store, Finding]) -> None:
    one, other, finding = two
    findings.agree(one, finding)
    hand_over(one, other, finding.stream_id)
    (hers,) = agreements_to(other, finding)
    gesture = Gesture("findings.take_back", other.me)
    gesture.withdraw(hers)
    with pytest.raises(Refused):
        other.record(*gesture.changes)
    gesture = Gesture("findings.agree", other.me)
    gesture.add(replace(hers, id=f"{finding.id}.{one.device.id}2", author=one.me))
    with pytest.raises(Refused):
        other.record(*gesture.changes)


def test_a_yes_is_taken_back_and_given_again(two: tuple[Store, Store, Finding]) -> None:
    one, other, finding = two
    findings.agree(one, finding)
    hand_over(one, other, finding.stream_id)
    findings.agree(other, again(other, finding))
    findings.take_back(other, again(other, finding))
    now = weighed(other, again(other, finding))
    assert (now.finding.state, now.yes.agreed) == ("proposed", (one.me,))
    undo.undo(other)
    assert weighed(other, again(other, finding)).state == "agreed"
    findings.take_back(other, again(other, finding))
    findings.agree(other, again(other, finding))
    assert again(other, finding).state == "agreed"


def test_a_finding_that_lost_its_last_note_cannot_be_agreed_until_looked_at(two: tuple[Store, Store, Finding]) -> None:
    one, _other, finding = two
    (note_id,) = finding.supports
    note = one_note(one, note_id)
    assert note is not None
    notes.withdraw(one, note)
    assert weighed(one, finding).bereft == (note_id,)
    with pytest.raises(Refused, match="was withdrawn"):
        findings.agree(one, finding)
    findings.look_at(one, finding)
    findings.agree(one, again(one, finding))
    assert weighed(one, again(one, finding)).yes.agreed == (one.me,)


def test_a_hunch_is_not_agreed_to(store: Store) -> None:
    with pytest.raises(Refused, match="hunch"):
        findings.agree(store, a_finding(store, a_visit(store)))


def test_a_finding_is_set_aside_with_its_reason_and_stays(store: Store) -> None:
    finding = a_finding(store, a_visit(store))
    for refuse in (lambda: findings.move(store, finding, "set_aside"), lambda: findings.set_aside(store, finding, " ")):
        with pytest.raises(Refused, match="for a reason"):
            refuse()
    findings.set_aside(store, finding, "One case only.")
    (now,) = findings_of_visit(store, finding.visit_id)
    assert (now.state, now.set_aside_because, now.present) == ("set_aside", "One case only.", True)
    findings.move(store, now, "hunch")
    assert again(store, finding).set_aside_because == "One case only."


def test_two_inspectors_amend_one_finding_and_no_word_is_lost(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    finding = a_finding(store, visit, "Supervision is irregular.")
    join(store, visit.stream_id, other)
    theirs = again(other, finding)
    findings.amend(store, finding, statement="Staff supervision is irregular.")
    findings.amend(other, theirs, statement="Supervision is irregular. Records are late.")
    hand_over(store, other, visit.stream_id)
    hand_over(other, store, visit.stream_id)
    for each in (store, other):
        words = again(each, finding).statement
        assert {"Staff", "irregular.", "Records", "late."} <= set(words.split())
    assert again(store, finding).statement == again(other, finding).statement
