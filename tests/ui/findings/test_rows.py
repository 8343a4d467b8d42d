# SPDX-License-Identifier: MIT
"""Rows say state, strength and what stands behind, and keep their place."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from storage.acts import notes
from storage.model.triangulation import pairs
from storage.queries.findings import weighed
from storage.store import Store
from tests.builders import a_finding, a_note, a_visit, again
from ui.findings.rows import finding_row, note_row, pair_row
from ui.models.row_list import RowList


def test_a_finding_says_how_strong_it_is(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    finding = a_finding(
        store, visit, supports=(note.id, "of a note that is not here"), areas=("QA1",), grade="priority"
    )
    row = finding_row(weighed(store, finding))
    assert (row.title, row.chips, row.mark, row.time) == ("Hunch", ("QA1",), "Priority for improvement", "One source")
    urgent = finding_row(weighed(store, a_finding(store, visit, immediate=True)))
    assert (urgent.mark, urgent.mark_role) == ("Immediate", "bad")


def test_a_note_says_how_it_is_to_be_handled_and_whether_it_is_gone(store: Store) -> None:
    note = a_note(store, a_visit(store), handling="confidential_source", observed=False)
    assert note_row(note).chips == ("Said", "Confidential source")
    notes.withdraw(store, note)
    assert note_row(again(store, note)).chips[0] == "Withdrawn"


def test_a_claim_says_what_was_seen_of_it(store: Store) -> None:
    visit = a_visit(store)
    claim = a_note(store, visit, "Supervision is monthly.", observed=False, polarity="strength")
    seen = [a_note(store, visit, words, polarity="weakness") for words in ("None for weeks.", "Nor here.")]
    areas = {note.id: ("QA1",) for note in (claim, *seen)}
    row = pair_row(pairs([claim, *seen], areas)[0])
    assert row.mark == "At odds with what was seen"
    assert row.text == "“Supervision is monthly.”\nSeen: None for weeks. (and 1 more)"
    alone = pair_row(pairs([claim], {})[0])
    assert alone.text.endswith("Nothing was seen of this.")


def test_the_same_things_stay_in_place(qtmodeltester: ModelTester, store: Store) -> None:
    visit, rows = a_visit(store), RowList()
    finding = a_finding(store, visit)
    rows.show([(finding.id, finding_row(weighed(store, finding)))])
    qtmodeltester.check(rows)
    told: list[str] = []
    rows.modelReset.connect(lambda: told.append("reset"))
    rows.dataChanged.connect(lambda: told.append("changed"))
    rows.show([(finding.id, finding_row(weighed(store, finding)))])
    assert told == []
    rows.show([(finding.id, finding_row(weighed(store, a_finding(store, visit, "Other."))))])
    assert told == ["changed"]
    assert rows.row_of(finding.id) == 0
    assert rows.key(rows.index(0)) == finding.id
    assert rows.key(rows.index(7)) == ""
    assert "Other." in str(rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
