# SPDX-License-Identifier: MIT
"""A sentence leads to its findings, a finding to its notes; what is gone says so."""

from dataclasses import replace

from storage.acts import findings, notes
from tests.builders import a_finding, a_note, again
from tests.ui.letters.conftest import Written
from ui.letters.origins import origins


def test_a_finding_is_followed_by_its_notes(written: Written) -> None:
    found = origins(written.store, written.sentences()[1])
    assert [each.key for each in found] == [f"finding:{written.finding.id}", f"note:{written.note.id}"]
    assert found[0].row.title == "Finding · Hunch"
    assert found[0].row.text == written.finding.statement
    assert found[1].row.title.startswith("For it · File")
    assert found[1].row.text == written.note.text


def test_notes_against_a_finding_are_said_to_be_that(written: Written) -> None:
    against = a_note(written.store, written.visit, "Supervision is monthly.", polarity="strength")
    finding = again(written.store, written.finding)
    findings.amend(written.store, finding, contradicts=(against.id,))
    last = origins(written.store, written.sentences()[1])[-1]
    assert last.row.title.startswith("Against it")
    assert last.row.mark == "Strength"


def test_a_confidential_note_says_so(written: Written) -> None:
    note = a_note(written.store, written.visit, "In confidence.", confidential=True, verbatim=True)
    sentence = replace(written.sentences()[0], sources=(f"note:{note.id}",))
    assert origins(written.store, sentence)[0].row.chips == ("Confidential", "Own words")


def test_a_record_that_is_elsewhere_or_withdrawn_says_so(written: Written) -> None:
    notes.withdraw(written.store, again(written.store, written.note))
    sentence = replace(written.sentences()[1], sources=(f"note:{written.note.id}", "note:elsewhere", "omen:7"))
    texts = [each.row.text for each in origins(written.store, sentence)]
    assert texts == ["This record was withdrawn.", *["This record is not on this laptop."] * 2]


def test_a_thing_named_twice_is_shown_once(written: Written) -> None:
    other = a_finding(written.store, written.visit, "Another.", supports=(written.note.id,))
    keys = (f"finding:{written.finding.id}", f"finding:{other.id}")
    found = origins(written.store, replace(written.sentences()[1], sources=keys))
    assert len(found) == 3


def test_a_visit_as_a_source_is_named_by_its_dates(written: Written) -> None:
    sentence = replace(written.sentences()[1], sources=(f"visit:{written.visit.id}",))
    row = origins(written.store, sentence)[0].row
    assert row.title == "Visit"
    assert "2018-07-10" in row.text
