# SPDX-License-Identifier: MIT
"""Rows ahead of their log: only what a table holds, readable, not to be written on, and gone when no log comes."""

import json
from pathlib import Path
from typing import Any

import pytest

from storage import ahead
from storage.acts import members
from storage.errors import Refused
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.queries.standing import place_of, reach, stands
from storage.store import Recorded, Store, create, open_store
from tests.builders import PASSPHRASE, a_note, a_store, a_visit

STREAM = "0" * 32 + "." + "a" * 26
HEADS = json.dumps([[[["a" * 26, 1]], ["text", "author"]], [[["a" * 26, 2], ["b" * 26, 7]], ["kind"]]])


def _fitted(entity: str, **columns: list[Any]) -> list[ahead.Row]:
    return ahead.fitted(entity, columns, STREAM)


def test_rows_come_as_the_table_has_them() -> None:
    [one, two] = _fitted("note", id=["n1", "n2"], text=["Six.", "Eight."], heads=[HEADS, "[]"], present=[1, 0])
    assert (one[:2], two[:2]) == (("n1", STREAM), ("n2", STREAM))
    assert len(one) == len(two) == len(ahead.columns_of("note")) + 1
    at = ahead.columns_of("note").index("text") + 1
    assert (one[at], two[at]) == ("Six.", "Eight.")


def test_another_version_s_columns_are_passed_over_and_filled_in() -> None:
    [row] = _fitted("note", colour=["blue"], id=["n1"], text=["Six."])
    assert "Six." in row
    assert "blue" not in row
    assert _fitted("planet", id=["n1"]) == []


@pytest.mark.parametrize(
    "said",
    [
        {"text": 5},
        {"text": None},
        {"present": "yes"},
        {"present": 2**63},
        {"id": ["n1"]},
        {"differs": 1.5},
        {"heads": "[[["},
        {"heads": "[[[[1, 2]], [\"text\"]]]"},
        {"heads": "{}"},
        {"heads": HEADS + "]"},
        {"heads": HEADS[:-1] + HEADS[1:]},
        {"heads": HEADS[:-1] + ", ]"},
        {"heads": '[[[["a", 01]], ["text"]]]'},
        {"heads": '[[[["a", ٣]], ["text"]]]'},
        {"present": 10**400},
        {"differs": -(10**400)},
    ],
)  # fmt: skip
def test_what_no_table_holds_is_refused(said: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"type|great|heads"):
        _fitted("note", **{"id": ["n1"], "heads": [HEADS], **{name: [value] for name, value in said.items()}})


@pytest.mark.parametrize("areas", ["{}", '"QA1"', '[{"a": 1}]', "[1e999]", '["\\ud800"]', "nonsense", "[" * 100_000])
def test_a_list_that_is_none_is_refused(areas: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        _fitted("finding", id=["f1"], areas=[areas])


def _shown(store: Store, there: Visit, *texts: str) -> None:
    """Show notes that no log stands behind."""
    count, names = len(texts), [f"n{at}" for at in range(len(texts))]
    same = {"visit_id": [there.id] * count, "present": [1] * count, "heads": [HEADS] * count}
    fitted = ahead.fitted("note", {"id": names, "text": texts, **same}, there.stream_id)
    news = Recorded((ahead.shown(there.stream_id, "note", "n0"),), "hub")
    for _ in ahead.showing(store, "note", fitted, {}, news):
        pass


def _texts(store: Store, there: Visit) -> list[str]:
    return sorted(note.text for note in notes_of_visit(store, there.id))


def test_what_is_shown_is_read_and_told_is_being_checked_and_is_not_written_on() -> None:
    store, heard = a_store(), list[Recorded]()
    there = a_visit(store)
    a_note(store, there, "Mine.")
    store.listen(heard.append)
    _shown(store, there, "One.", "Two.")
    assert heard[0].touches(there.stream_id)
    assert _texts(store, there) == ["Mine.", "One.", "Two."]
    assert {place_of(reach(store, there.stream_id), each) for each in notes_of_visit(store, there.id)} == {"unproven"}
    assert stands(store, [there.stream_id])[there.stream_id].place == "unproven"
    with pytest.raises(Refused, match="still arriving"):
        a_note(store, there, "Not now.")
    elsewhere = a_visit(store)
    a_note(store, elsewhere, "Another visit is not held up.")


def test_what_no_log_stands_behind_is_gone_at_the_end_and_what_has_one_stays() -> None:
    store = a_store()
    there = a_visit(store)
    a_note(store, there, "Mine.")
    _shown(store, there, "One.", "Two.")
    ahead.settle(store)
    assert _texts(store, there) == ["Mine."]
    assert ahead.streams(store) == []
    a_note(store, there, "Now.")
    assert place_of(reach(store, there.stream_id), *notes_of_visit(store, there.id)) == "here"


def test_what_a_crash_left_shown_is_gone_at_the_next_start(tmp_path: Path) -> None:
    store, _ = create(tmp_path / "store", PASSPHRASE)
    members.introduce(store, "Practice Inspector")
    there = a_visit(store)
    a_note(store, there, "Mine.")
    _shown(store, there, *(f"Number {at}." for at in range(600)))
    assert len(_texts(store, there)) == 601
    store.close()
    store = open_store(tmp_path / "store", PASSPHRASE)
    assert _texts(store, there) == ["Mine."]
    a_note(store, there, "Now.")
    store.close()


def test_a_note_that_waits_for_the_rest_of_its_log_stands_as_it_was_shown() -> None:
    store = a_store()
    there = a_visit(store)
    note = a_note(store, there, "As it was first written.")
    thing = (there.stream_id, "note", note.id)
    store.db.execute("UPDATE note SET text = 'As it stands.' WHERE id = ?", (note.id,))
    store.tables.awaited[there.stream_id] = {thing: 2}
    with store.transaction():
        store.tables.fold_many([thing], {})
    assert _texts(store, there) == ["As it stands."]
    store.marks.keep(ahead.MARK, [there.stream_id])
    ahead.settle(store)
    assert _texts(store, there) == ["As it was first written."]
