# SPDX-License-Identifier: MIT
"""Cases in the order of their numbers, how far each reader is, and the notes that name a case however it is written."""

from storage import undo
from storage.acts import cases
from storage.model.visit import Visit
from storage.queries.authorities import authority
from storage.queries.cases import (
    case_id,
    cases_of_visit,
    key_streams,
    list_of_visit,
    lists_of_visit,
    note_counts,
    notes_of_case,
    readings,
)
from storage.store import Store
from storage.sync import talk
from storage.sync.exchange import Progress, rounds
from storage.sync.road import Hub, Road
from tests.builders import a_note, a_store, a_visit, join
from tests.case_lists import a_list


def test_cases_stand_by_number(store: Store) -> None:
    visit = a_visit(store)
    for number in (12, 3, 101):
        cases.add(store, visit, number, "tracked")
    assert [each.pseudonym for each in cases_of_visit(store, visit.id)] == ["CASE-03", "CASE-12", "CASE-101"]
    assert case_id(visit.id, "Case 3") == case_id(visit.id, "CASE-03")


def test_how_far_each_reader_is(store: Store) -> None:
    visit = a_visit(store)
    for number in range(1, 6):
        cases.add(store, visit, number, "tracked")
    one, two, *_rest = cases_of_visit(store, visit.id)
    cases.move(store, one, "read")
    cases.move(store, two, "reading")
    mine, nobodys = readings(cases_of_visit(store, visit.id))
    assert (mine.reader, mine.total, mine.read, mine.reading) == (store.me, 2, 1, 1)
    assert (nobodys.reader, nobodys.total, nobodys.read) == ("", 3, 0)


def test_notes_are_found_by_the_case_they_name(store: Store) -> None:
    visit = a_visit(store)
    first = a_note(store, visit, case_ref="Case 07", event_at="2018-07-10T09:00:00.000Z")
    second = a_note(store, visit, case_ref="CASE-7", event_at="2018-07-10T10:00:00.000Z")
    a_note(store, visit, case_ref="the boy in the red house")
    a_note(store, visit)

    assert note_counts(store, visit.id) == {7: 2}
    assert [each.id for each in notes_of_case(store, visit.id, 7)] == [first.id, second.id]
    assert notes_of_case(store, visit.id, 8) == ()


def test_the_newest_list_is_the_visits_list(store: Store) -> None:
    visit = a_visit(store)
    assert list_of_visit(store, visit.id) is None
    assert a_list(store, visit) == list_of_visit(store, visit.id) == lists_of_visit(store, visit.id)[0]


def test_the_keys_stream_is_known_also_without_the_visit_and_after_an_undo(store: Store) -> None:
    visit = a_visit(store)
    key = a_list(store, visit).key_stream
    assert key_streams(store) == {key}
    other = a_store("Other Inspector")
    join(store, key, other)
    assert key_streams(other) == {key}
    undo.undo(store)
    assert list_of_visit(store, visit.id) is None
    assert key_streams(store) == {key}
    other.close()


def test_nothing_of_a_lists_key_is_said_to_a_hub(store: Store) -> None:
    visit = a_visit(store)
    key = a_list(store, visit).key_stream
    hub = Hub("http://127.0.0.1:1", "", "")
    progress = Progress(is_greeted=True, documents={visit.stream_id: (), key: ()})
    job = next(rounds(store, hub, progress, Road(hub, store.device.id, store.device.sign)))
    said = job.take(store)
    body = talk.signed_request("/sync", said.request, store.device.sign)
    assert visit.stream_id.encode() in body
    assert key.encode() not in body
    assert {stream for stream, _name, _data in said.files} == {visit.stream_id}
    assert {each.header.stream for each in said.request.sealed} == {visit.stream_id, an_authority_of(store, visit)}


def an_authority_of(store: Store, visit: Visit) -> str:
    """Return the stream of the visit's authority."""
    found = authority(store, visit.authority_id)
    assert found is not None
    return found.stream_id
