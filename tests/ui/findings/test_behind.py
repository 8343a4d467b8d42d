# SPDX-License-Identifier: MIT
"""Notes behind findings are read once, some hundreds at a time, and again only when they were touched."""

import pytest
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.store import Store
from tests.builders import a_finding, a_note, a_visit, again
from ui.findings import behind as module
from ui.findings.behind import Behind


def test_thousands_come_in_parts(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 2)
    visit = a_visit(store)
    made = [a_note(store, visit) for _each in range(5)]
    finding = a_finding(store, visit, supports=("elsewhere", *(each.id for each in made)))
    behind = Behind(store)
    with qtbot.waitSignal(behind.complete):
        behind.fetch([finding])
        assert set(behind.notes) == {made[0].id}
    assert set(behind.notes) == {each.id for each in made}


def test_what_was_touched_is_read_again(qtbot: QtBot, store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    finding = a_finding(store, visit, contradicts=(note.id,))
    behind = Behind(store)
    behind.fetch([finding])
    notes.withdraw(store, note)
    behind.fetch([finding])
    assert behind.notes[note.id].present
    behind.forget([note.id])
    behind.fetch([finding])
    assert behind.notes[note.id] == again(store, note)
    behind.forget()
    assert behind.notes == {}
