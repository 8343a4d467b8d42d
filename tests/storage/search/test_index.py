# SPDX-License-Identifier: MIT
"""The index follows the fold: written, amended, withdrawn, linked, refolded, rolled back; and keeps no clear text."""

from collections.abc import Callable

import pytest

from storage import indexing
from storage.acts import links, notes
from storage.job import run_now
from storage.model.link import Link
from storage.queries.found import found
from storage.queries.rows import one
from storage.search.index import LONG, TABLES
from storage.search.query import Sought
from storage.steps import whole
from storage.store import FILE, Store, open_store
from tests.builders import PASSPHRASE, RUBRIC, a_link, a_note, a_store, a_visit, again, hand_over, join


def _ids(store: Store, text: str, **narrowed: str) -> list[str]:
    return [each.note_id for each in found(store, Sought(text, **narrowed)).found]


def test_an_amended_note_is_found_by_its_new_words_only(store: Store) -> None:
    note = a_note(store, a_visit(store), "Supervision was irregular.")
    notes.amend(store, note, text="Recording was thorough.")
    assert _ids(store, "supervision ") == []
    assert _ids(store, "recording ") == [note.id]


def test_a_withdrawn_note_is_not_found_and_a_restored_one_is(store: Store) -> None:
    note = a_note(store, a_visit(store), "Supervision was irregular.")
    notes.withdraw(store, note)
    assert _ids(store, "supervision ") == []
    notes.restore(store, again(store, note))
    assert _ids(store, "supervision ") == [note.id]


def test_a_confidential_note_is_found_on_this_laptop(store: Store) -> None:
    note = a_note(store, a_visit(store), "Heard in confidence.", confidential=True)
    assert _ids(store, "confidence ") == [note.id]


def test_linking_and_unlinking_moves_a_note_between_areas(store: Store) -> None:
    note = a_note(store, a_visit(store), "Words.")
    made = a_link(store, note, "QA1")
    assert _ids(store, "", area="QA1") == [note.id]
    links.unlink(store, made)
    assert _ids(store, "", area="QA1") == []
    restored = one(store, Link, made.id)
    assert restored is not None
    assert not restored.present


def test_what_comes_by_another_hand_is_found(store: Store) -> None:
    guest = a_store("Guest")
    visit = a_visit(store)
    join(store, visit.stream_id, guest)
    note = a_note(guest, visit, "Seen by the second inspector.")
    hand_over(guest, store, visit.stream_id)
    guest.close()
    run_now(indexing.job(), store)
    assert _ids(store, "second inspector ") == [note.id]


def test_what_another_amended_is_found_by_its_old_words_until_it_is_indexed(store: Store) -> None:
    guest = a_store("Guest")
    visit = a_visit(store)
    join(store, visit.stream_id, guest)
    note = a_note(guest, visit, "Seen by the second inspector.")
    hand_over(guest, store, visit.stream_id)
    run_now(indexing.job(), store)
    notes.amend(guest, note, text="Heard by her.")
    hand_over(guest, store, visit.stream_id)
    guest.close()
    [hit] = found(store, Sought("second inspector ")).found
    assert hit.snippet.text == "Heard by her."
    run_now(indexing.job(), store)
    assert (_ids(store, "second inspector "), _ids(store, "heard ")) == ([], [note.id])


def test_notes_that_lie_elsewhere_than_they_did_are_found(store: Store) -> None:
    visit = a_visit(store)
    made = [a_note(store, visit, f"Plan {number}.", event_at=f"2018-07-10T1{number}:00:00.000Z") for number in range(3)]
    store.db.execute("UPDATE note SET rowid = rowid + 1000")  # as a file that is written anew may have it
    assert _ids(store, "plan ") == _ids(store, "") == [each.id for each in made[::-1]]
    notes.amend(store, made[1], text="Plan again.")
    assert _ids(store, "again ") == [made[1].id]


def test_a_refolded_store_finds_the_same_in_the_same_order(store: Store) -> None:
    visit = a_visit(store)
    for number in range(30):
        a_note(store, visit, f"Plan {number}.", event_at=f"2018-07-10T{9 + number % 7:02}:00:00.000Z")
    before = _ids(store, "plan ")
    assert len(before) == 20
    store.refold()
    assert sorted(_ids(store, "plan ")) == sorted(before)
    times = [each.event_at for each in found(store, Sought("plan ")).found]
    assert times == sorted(times, reverse=True)


def test_what_was_rolled_back_left_the_index_as_it_was(store: Store) -> None:
    note = a_note(store, a_visit(store), "Kept after all.")
    with pytest.raises(RuntimeError):
        _forgotten_and_failed(store)
    assert _ids(store, "kept ") == [note.id]


def _forgotten_and_failed(store: Store) -> None:
    with store.transaction():
        store.db.execute("DELETE FROM search")
        store.db.execute("DELETE FROM search_place")
        raise RuntimeError


def test_an_amended_time_moves_a_note_to_its_place(store: Store) -> None:
    visit = a_visit(store)
    early = a_note(store, visit, "Plan one.", event_at="2018-07-10T09:00:00.000Z")
    late = a_note(store, visit, "Plan two.", event_at="2018-07-10T10:00:00.000Z")
    assert _ids(store, "plan ") == [late.id, early.id]
    notes.amend(store, early, event_at="2018-07-10T11:00:00.000Z")
    assert _ids(store, "plan ") == [early.id, late.id]


def test_times_that_are_none_or_strange_still_have_a_place(store: Store) -> None:
    visit = a_visit(store)
    for at in ("", "soon", "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.000Z", "2018-07-10"):
        a_note(store, visit, "Plan.", event_at=at)
    assert len(_ids(store, "plan ")) == 5


def test_two_notes_of_one_second_have_two_places(store: Store) -> None:
    visit = a_visit(store)
    made = [a_note(store, visit, "Plan.", event_at="2018-07-10T09:00:00.000Z").id for _ in range(3)]
    assert _ids(store, "plan ") == made[::-1]


def test_the_index_holds_each_present_note_once(store: Store) -> None:
    visit = a_visit(store)
    for _ in range(3):
        note = a_note(store, visit, "Plan.")
        notes.amend(store, again(store, note), text="Plan again.")
        links.link(store, again(store, note), RUBRIC, "QA1")
    counted = [store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES]
    assert counted == [3, 3, 0]


def test_no_word_of_a_note_stands_in_the_clear_on_the_disk(folder_store: Callable[..., tuple[Store, str]]) -> None:
    store, _ = folder_store()
    a_note(store, a_visit(store), "Xylophonequartz was heard.")
    assert _ids(store, "xylophonequartz ")
    folder = store.folder
    assert folder is not None
    store.close()
    assert (folder / FILE).exists()
    for file in folder.rglob("*"):
        if file.is_file():
            assert b"xylophonequartz" not in file.read_bytes().lower(), file.name


def test_many_small_writes_leave_few_pieces_behind(store: Store) -> None:
    visit = a_visit(store)
    for number in range(120):
        a_note(store, visit, f"Plan {number} was reviewed by the team.")
    assert store.db.execute("SELECT count(DISTINCT segid) FROM search_idx").fetchone()[0] < 40
    assert len(_ids(store, "plan ")) == 20


LONG_TEXT = "Beginning. " + "Six of eight files held a plan. " * (LONG // 30) + "Daffodils at the end of it."
"""Longer than what is indexed with a note."""


def test_a_very_long_note_is_found_by_its_beginning_at_once_and_by_its_end_a_little_later(store: Store) -> None:
    note = a_note(store, a_visit(store), LONG_TEXT)
    assert (_ids(store, "beginning "), _ids(store, "daff")) == ([note.id], [])
    assert store.tables.later.waiting() == 1
    assert run_now(indexing.job(), store) == 1
    assert _ids(store, "beginning ") == _ids(store, "daff") == _ids(store, '"the end of"') == [note.id]
    assert store.tables.later.waiting() == 0


def test_what_a_crash_left_of_a_very_long_note_is_indexed_after_the_next_start(
    folder_store: Callable[..., tuple[Store, str]],
) -> None:
    store, _ = folder_store()
    note = a_note(store, a_visit(store), LONG_TEXT)
    steps = indexing.indexing(store)
    next(steps)
    steps.close()
    folder = store.folder
    assert folder is not None
    store.close()
    again_open = open_store(folder, PASSPHRASE)
    assert (_ids(again_open, "daffodils "), again_open.tables.later.waiting()) == ([], 1)
    run_now(indexing.job(), again_open)
    assert (_ids(again_open, "daffodils "), again_open.tables.later.waiting()) == ([note.id], 0)
    again_open.close()


def test_a_very_long_note_that_is_amended_while_it_is_read_is_found_as_it_stands(store: Store) -> None:
    note = a_note(store, a_visit(store), LONG_TEXT)
    steps = indexing.indexing(store)
    next(steps)
    notes.amend(store, note, text=LONG_TEXT.replace("Daffodils", "Snowdrops"))
    assert whole(steps) == 2  # once for nothing
    assert (_ids(store, "daffodils "), _ids(store, "snowdrops ")) == ([], [note.id])


def test_a_very_long_note_that_is_withdrawn_or_made_short_owes_nothing(store: Store) -> None:
    visit = a_visit(store)
    withdrawn, shortened = a_note(store, visit, LONG_TEXT), a_note(store, visit, LONG_TEXT)
    notes.withdraw(store, withdrawn)
    notes.amend(store, shortened, text="Daffodils.")
    assert store.tables.later.waiting() == 0
    assert _ids(store, "daffodils ") == [shortened.id]
    assert run_now(indexing.job(), store) == 0


def test_folding_anew_indexes_very_long_notes_whole(store: Store) -> None:
    note = a_note(store, a_visit(store), LONG_TEXT)
    store.refold()
    assert (_ids(store, "daffodils "), store.tables.later.waiting()) == ([note.id], 0)


def test_a_second_that_is_full_overflows_into_the_next(store: Store) -> None:
    last: dict[int, int | None] = {7: 7 * 65_536 + 65_535, 8: 8 * 65_536}
    assert store.tables._search._free_place(7, last) == 8 * 65_536 + 1
    assert store.tables._search._free_place(9, last) == 9 * 65_536
