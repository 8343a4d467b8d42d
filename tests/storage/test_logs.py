# SPDX-License-Identifier: MIT
"""Many things' logs read together say what each says by itself."""

from storage.acts import notes
from storage.gesture import Gesture
from storage.law import OWNED
from storage.logs import logs, touched_by
from storage.model.change import Ref
from storage.model.ids import NoteId
from storage.model.note import Note
from tests.builders import a_finding, a_note, a_store, a_visit, again, hand_over, join


def test_many_logs_together_are_each_thing_s_own_log() -> None:
    store = a_store()
    there = a_visit(store)
    first = a_note(store, there, "A first wording.")
    notes.amend(store, first, "clearer", text="A second wording.")
    a_finding(store, there)
    a_note(store, there, "Another note.")
    things = list(store.ledger.things(there.stream_id))
    found = logs(store.ledger, things, {})
    assert sorted(found) == sorted(things)
    for stream, entity, name in things:
        own = store.ledger.changes(stream=stream, entity=entity, entity_id=name)
        assert found[stream, entity, name] == own
    store.close()


def test_what_is_at_hand_is_given_back_itself_and_what_nobody_knows_has_no_log() -> None:
    store = a_store()
    there = a_visit(store)
    note = a_note(store, there, "A wording.")
    [made] = store.ledger.changes(stream=note.stream_id, entity="note", entity_id=note.id)
    thing, nobody = (note.stream_id, "note", note.id), (note.stream_id, "note", "nobody")
    found = logs(store.ledger, [thing, nobody], {(made.stream, made.device, made.seq): made})
    assert found[thing][0] is made
    assert nobody not in found
    assert store.ledger.change(made.stream, Ref(made.device, made.seq)) == made
    store.close()


def test_more_things_than_one_question_holds_all_have_their_logs() -> None:
    store = a_store()
    there = a_visit(store)
    note = a_note(store, there, "A wording.")
    things = [(there.stream_id, "note", f"nobody {number}") for number in range(700)]
    found = logs(store.ledger, [*things, (note.stream_id, "note", note.id)], {})
    assert list(found) == [(note.stream_id, "note", note.id)]
    assert again(store, note) == note
    store.close()


def test_what_a_device_touched_or_began_is_found_and_nothing_else() -> None:
    store, partner = a_store(), a_store("Second")
    there = a_visit(store)
    mine = a_note(store, there, "A wording.")
    join(store, there.stream_id, partner)
    theirs = a_note(partner, again(partner, there), "Another wording.")
    hand_over(partner, store, there.stream_id)
    found = {
        (entity, name) for _, entity, name in touched_by(store.ledger, there.stream_id, [partner.device.id], OWNED)
    }
    assert ("note", theirs.id) in found
    assert ("note", mine.id) not in found
    assert ("visit", there.id) not in found
    partner.close()
    store.close()


def test_what_a_device_began_is_found_also_where_only_others_touched_it() -> None:
    store = a_store()
    there = a_visit(store)
    stranger = "a" * 26
    began = Gesture("rogue", store.me)
    began.add(Note(id=NoteId(f"{'0' * 32}.{stranger}"), stream_id=there.stream_id, visit_id=there.id, text="Words."))
    with store.transaction():
        store._append(began.changes)
    assert list(touched_by(store.ledger, there.stream_id, [stranger], OWNED)) == [
        (there.stream_id, "note", f"{'0' * 32}.{stranger}")
    ]
    store.close()
