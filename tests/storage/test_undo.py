# SPDX-License-Identifier: MIT
"""Undo and redo from the log: the last own gesture still on top, also after a restart."""

import json
from collections.abc import Callable

from storage import undo
from storage.acts import findings, links, members, notes
from storage.gesture import Gesture
from storage.model.ids import new_note
from storage.model.note import Note
from storage.queries.findings import findings_of_visit
from storage.queries.links import links_of_visit
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visits
from storage.store import Store, open_store
from tests.builders import (
    PASSPHRASE,
    RUBRIC,
    a_finding,
    a_letter,
    a_link,
    a_note,
    a_store,
    a_visit,
    again,
    hand_over,
    join,
)

Maker = Callable[..., tuple[Store, str]]


def test_nothing_done_is_nothing_to_undo(store: Store) -> None:
    assert undo.undoable(store) is None
    assert undo.undo(store) is None
    assert undo.redo(store) is None


def test_an_amendment_is_undone_and_done_again(store: Store) -> None:
    note = a_note(store, a_visit(store), text="one")
    notes.amend(store, note, text="one two")
    assert undo.undoable(store).act == "notes.amend"  # type: ignore[union-attr]
    undo.undo(store)
    assert again(store, note).text == "one"
    assert undo.redoable(store).act == "notes.amend"  # type: ignore[union-attr]
    undo.redo(store)
    assert again(store, note).text == "one two"
    assert undo.redoable(store) is None


def test_a_whole_gesture_is_undone_at_once(store: Store) -> None:
    visit = a_visit(store)
    notes.write(store, visit, "words", areas=(f"{RUBRIC}:QA1", f"{RUBRIC}:QA2"))
    undo.undo(store)
    assert notes_of_visit(store, visit.id) == ()
    assert links_of_visit(store, visit.id) == ()
    undo.redo(store)
    assert len(links_of_visit(store, visit.id)) == 2
    assert notes_of_visit(store, visit.id)[0].text == "words"


def test_undo_goes_back_step_by_step_and_forward_again(store: Store) -> None:
    finding = a_finding(store, a_visit(store), "0")
    for word in "123":
        findings.amend(store, again(store, finding), statement=word)
    seen = []
    for _ in range(3):
        undo.undo(store)
        seen.append(again(store, finding).statement)
    for _ in range(3):
        undo.redo(store)
        seen.append(again(store, finding).statement)
    assert seen == ["2", "1", "0", "1", "2", "3"]


def test_something_new_after_undo_leaves_nothing_to_redo(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit, text="one")
    notes.amend(store, note, text="one two")
    undo.undo(store)
    a_note(store, visit)
    assert undo.redoable(store) is None


def test_undo_and_redo_live_through_a_restart(folder_store: Maker) -> None:
    store, _ = folder_store()
    note = a_note(store, a_visit(store), text="one")
    notes.amend(store, note, text="one two")
    store.close()
    assert store.folder is not None
    second = open_store(store.folder, PASSPHRASE)
    assert undo.undo(second).act == "notes.amend"  # type: ignore[union-attr]
    assert again(second, note).text == "one"
    second.close()
    third = open_store(store.folder, PASSPHRASE)
    undo.redo(third)
    assert again(third, note).text == "one two"
    third.close()


def test_undo_is_written_into_the_log_like_everything_else(store: Store) -> None:
    note = a_note(store, a_visit(store), text="one")
    notes.amend(store, note, text="one two")
    turn = undo.undo(store)
    assert turn is not None
    *_, amended, undone = store.ledger.changes(entity="note")
    assert amended.gesture == turn.gesture == undone.undoes
    assert undone.before == amended.after
    assert undone.after == amended.before
    assert undone.parents["text"] == (amended.ref,)


def test_what_somebody_else_touched_since_is_not_undone(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    finding = a_finding(store, visit, "one")
    join(store, visit.stream_id, other)
    findings.amend(store, finding, statement="one two")
    hand_over(store, other, visit.stream_id)
    findings.amend(other, again(other, finding), statement="one two three")
    hand_over(other, store, visit.stream_id)
    undo.undo(store)
    assert again(store, finding).statement == "one two three"


def test_others_work_is_never_mine_to_undo(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    a_finding(other, visit, "theirs")
    hand_over(other, store, visit.stream_id)
    while undo.undo(store):
        pass
    assert [each.statement for each in findings_of_visit(store, visit.id)] == ["theirs"]


def test_a_seat_and_a_signature_are_not_undone(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    other = a_store("Second Inspector")
    members.grant(store, visit.stream_id, members.my_card(other), "second")
    assert undo.undo(store).act == "notes.write"  # type: ignore[union-attr]
    assert not again(store, note).present
    assert other.device.id in store.tables.roster(visit.stream_id)


def test_a_sealed_letters_words_are_not_undone(store: Store) -> None:
    letter = a_letter(store, a_visit(store), "One.")
    gesture = Gesture("letters.amend", store.me)
    gesture.amend(letter, salutation="Dear all")
    store.record(*gesture.changes)
    vector = json.dumps(store.ledger.vector(letter.stream_id))
    seal = Gesture("letters.seal", store.me)
    seal.amend(again(store, letter), document_id="d", status="signed", cites=((letter.stream_id, vector, "x"),))
    store.record(*seal.changes)
    while undo.undo(store):
        pass
    assert again(store, letter).salutation == "Dear all"
    assert again(store, letter).present


def test_a_withdrawal_and_a_link_are_undone(store: Store) -> None:
    note = a_note(store, a_visit(store))
    link = a_link(store, note)
    links.unlink(store, link)
    undo.undo(store)
    assert again(store, link).present
    notes.withdraw(store, note)
    undo.undo(store)
    assert again(store, note).present


def test_a_planned_visit_is_undone_but_its_seat_stays(store: Store) -> None:
    visit = a_visit(store)
    undo.undo(store)
    assert visits(store) == ()
    assert store.device.id in store.tables.roster(visit.stream_id)


def test_a_large_gesture_is_undone_and_done_again_in_steps(store: Store) -> None:
    visit = a_visit(store)
    gesture = Gesture("notes.import", store.me)
    for number in range(25):
        fields = {"visit_id": visit.id, "author": store.me, "text": f"Note {number}."}
        gesture.add(Note(id=new_note(store.device.id), stream_id=visit.stream_id, **fields))
    store.record(*gesture.changes)
    for steps, left in ((undo.undoing(store), 0), (undo.redoing(store), 25)):
        rests = 0
        while True:
            try:
                next(steps)
                rests += 1
            except StopIteration as end:
                turn = end.value
                break
        assert turn.act == "notes.import"
        assert rests > 8
        assert len(notes_of_visit(store, visit.id)) == left


def test_the_newest_change_of_a_thing_is_not_undone_where_it_shares_a_field_with_anothers(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    finding = a_finding(store, visit, "one")
    join(store, visit.stream_id, other)
    hand_over(store, other, visit.stream_id)
    findings.amend(other, again(other, finding), statement="theirs")
    a_note(store, visit)  # so that mine has the greater tick
    findings.amend(store, again(store, finding), statement="mine")
    assert undo.undoable(store).act == "findings.amend"  # type: ignore[union-attr]
    hand_over(other, store, visit.stream_id)
    assert undo.undoable(store).act == "notes.write"  # type: ignore[union-attr]
