# SPDX-License-Identifier: MIT
"""Rows say state, strength and what stands behind, and keep their place."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from storage.store import Store
from tests.builders import a_finding, a_note, a_visit
from ui.findings.rows import Rows, finding_row, note_row


def test_a_finding_says_what_it_rests_on(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    finding = a_finding(store, visit, supports=(note.id, "of a note that is not here"), areas=("QA1",))
    row = finding_row(finding, {note.id: note})
    assert (row.title, row.chips, row.mark, row.time) == ("Hunch", ("QA1",), "Weakness", "1 note · 1 kind of source")
    assert note_row(note, False).time == "Against it"


def test_the_same_things_stay_in_place(qtmodeltester: ModelTester, store: Store) -> None:
    visit, rows = a_visit(store), Rows()
    finding = a_finding(store, visit)
    rows.show([(finding.id, finding_row(finding, {}))])
    qtmodeltester.check(rows)
    resets: list[None] = []
    rows.modelReset.connect(lambda: resets.append(None))
    rows.show([(finding.id, finding_row(finding, {}))])
    assert resets == []
    assert rows.row_of(finding.id) == 0
    assert rows.key(rows.index(0)) == finding.id
    assert rows.key(rows.index(7)) == ""
    assert finding.statement in rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
