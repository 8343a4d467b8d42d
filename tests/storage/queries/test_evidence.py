# SPDX-License-Identifier: MIT
"""The evidence digest: one hash that covers everything known at a moment."""

import json

from storage.queries.evidence import cite, evidence
from storage.store import Store
from tests.builders import a_note, a_store, a_visit, hand_over, join


def test_the_digest_moves_with_every_change_and_only_then(store: Store) -> None:
    visit = a_visit(store)
    before = evidence(store, visit.stream_id)
    a_visit(store)
    assert evidence(store, visit.stream_id) == before
    a_note(store, visit)
    vector, digest = evidence(store, visit.stream_id)
    assert vector == {store.device.id: 3}
    assert digest != before[1]
    assert len(digest) == 64


def test_whoever_knows_the_same_has_the_same_digest(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    a_note(store, visit)
    a_note(other, visit)
    assert evidence(store, visit.stream_id)[1] != evidence(other, visit.stream_id)[1]
    hand_over(store, other, visit.stream_id)
    hand_over(other, store, visit.stream_id)
    assert cite(store, visit.stream_id) == cite(other, visit.stream_id)


def test_a_citation_names_stream_vector_and_digest(store: Store) -> None:
    visit = a_visit(store)
    stream, vector, digest = cite(store, visit.stream_id)
    assert (stream, digest) == (visit.stream_id, evidence(store, visit.stream_id)[1])
    assert json.loads(vector) == {store.device.id: 2}
