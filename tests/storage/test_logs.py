# SPDX-License-Identifier: MIT
"""Many things' logs read together say what each says by itself."""

from storage.acts import notes
from storage.logs import logs
from storage.model.change import Ref
from tests.builders import a_finding, a_note, a_store, a_visit, again


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
