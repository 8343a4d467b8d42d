# SPDX-License-Identifier: MIT
"""What a file would become is found the same whether the store lies in a folder or in memory; nothing is recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.exports.visit import as_json, whole_visit
from storage.errors import BadFile, Refused
from storage.job import run_now
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.store import Store
from tests.builders import a_note, a_store, a_visit
from ui.desk import Desk
from ui.exports.looking import Looked, looking_at_file, looking_at_sheet, visit_named


def _looked(store: Store, path: Path, visit_id: str) -> Looked:
    found = run_now(looking_at_file(store, path, visit_id), store)
    assert isinstance(found, Looked)
    return found


@pytest.fixture
def in_memory() -> Iterator[Store]:
    """Give a store that lies in no folder."""
    store = a_store()
    yield store
    store.close()


def test_rows_are_planned_in_both_kinds_of_store(desk: Desk, there: Visit, in_memory: Store, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("text,date\nFirst.,31/07/2018\nSecond.,30/07/2018\n", "utf-8")
    for store, visit in ((desk.store, there), (in_memory, a_visit(in_memory))):
        before = len(notes_of_visit(store, visit.id))
        found = _looked(store, file, visit.id)
        assert found.planned is not None
        assert [each.becomes for each in found.planned.drafts] == ["new", "new"]
        assert len(notes_of_visit(store, visit.id)) == before


def test_columns_and_dates_are_read_as_they_were_chosen(desk: Desk, there: Visit, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("a,date\nWords.,10/07/2018\n", "utf-8")
    found = _looked(desk.store, file, there.id)
    assert (found.planned, type(found.trouble)) == (None, BadFile)
    assert found.sheet is not None
    chosen = {"text": 0, "date": 1}, "month_first"
    again = run_now(looking_at_sheet(desk.store, found.sheet, there.id, chosen), desk.store)
    assert again.planned is not None
    assert str(again.planned.new[0].fields["event_at"]).startswith("2018-10-0")


def test_a_visit_is_counted(desk: Desk, in_memory: Store, tmp_path: Path) -> None:
    visit = a_visit(in_memory)
    a_note(in_memory, visit, "Hers.")
    file = tmp_path / "visit.json"
    file.write_text(as_json(whole_visit(in_memory, visit.id)), "utf-8")
    found = _looked(desk.store, file, "")
    assert found.shown is not None
    assert found.read is not None
    assert not found.shown.is_here


def test_notes_without_a_visit_are_refused(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "typed.txt"
    file.write_text("Words.", "utf-8")
    with pytest.raises(Refused, match="no visit"):
        _looked(desk.store, file, "")
    with pytest.raises(Refused, match="no visit"):
        visit_named(desk.store, "")
