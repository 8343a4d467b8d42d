# SPDX-License-Identifier: MIT
"""Syncing with a hub page by page: what comes, what goes, what is broken off, and who has left."""

from dataclasses import replace
from itertools import cycle

import pytest

from storage import documents, keys
from storage.acts import members, notes
from storage.errors import Refused
from storage.gesture import Gesture
from storage.hub import office
from storage.model.visit import Visit
from storage.queries.documents import documents_of_stream
from storage.queries.members import entitled
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visit
from storage.store import Store
from storage.sync import exchange, receipt, talk
from storage.sync.road import NoRoad
from tests.builders import a_note, a_store, a_visit, hand_over
from tests.storage.hub.near import NearHub


@pytest.fixture
def pair(near: NearHub) -> tuple[Store, Store, Visit]:
    """Give two enrolled stores and a visit in which both have seats."""
    lead, second = a_store("Lead"), a_store("Second")
    near.enrol(lead, second)
    there = a_visit(lead)
    a_note(lead, there, "First.")
    members.grant(lead, there.stream_id, members.my_card(second), "second")
    near.synced(lead)
    near.synced(second)
    return lead, second, there


def _texts(store: Store, there: Visit) -> set[str]:
    return {note.text for note in notes_of_visit(store, there.id)}


def _writes(store: Store, there: Visit, text: str) -> None:
    found = visit(store, there.id)
    assert found is not None
    notes.write(store, found, text)


def test_both_have_everything_and_a_second_time_nothing_moves(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    lead, second, there = pair
    _writes(second, there, "Second.")
    assert near.synced(second).sent == 1
    assert near.synced(lead).new == 1
    assert _texts(lead, there) == _texts(second, there) == {"First.", "Second."}
    for store in (lead, second):
        progress = near.synced(store)
        assert (progress.new, progress.sent, progress.documents_new, progress.held) == (0, 0, 0, 0)


def test_whoever_wrote_much_is_no_stranger_for_being_handed_over_before_her_lead(
    near: NearHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "PAGE", 1_000)
    monkeypatch.setattr(office, "_ROWS", 2)
    second, lead = sorted((a_store("One"), a_store("Two")), key=lambda each: each.device.id)
    third = a_store("Third")
    near.enrol(lead, second, third)
    there = a_visit(lead)
    for each in (second, third):
        members.grant(lead, there.stream_id, members.my_card(each), "second")
    near.synced(lead)
    near.synced(second)
    for number in range(9):
        _writes(second, there, f"Note {number}.")
    near.synced(second)
    progress = near.synced(third)
    assert _texts(third, there) == {f"Note {number}." for number in range(9)}, "one sync brings all of it"
    assert progress.set_aside == 0, "and in the end nothing of it was set aside"


def test_a_sync_that_is_cut_anywhere_goes_on_where_it_was(
    near: NearHub, pair: tuple[Store, Store, Visit], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, second, there = pair
    monkeypatch.setattr(talk, "PAGE", 1500)
    monkeypatch.setattr(office, "PAGE", 1500)
    monkeypatch.setattr(office, "_ROWS", 3)
    for number in range(12):
        _writes(lead, there, f"Note {number}.")
    documents.keep(lead, there.stream_id, b"a scan", subject=there.id, title="scan.png")
    for giver in (lead, second):
        fates = cycle(("", "", "unanswered", "twice", "", "lost"))
        for _ in range(12):
            try:
                near.synced(giver, lambda fates=fates: next(fates))
            except NoRoad:
                assert not giver.db.conn.in_transaction
        near.synced(giver)
    assert receipt.standing(lead, there.stream_id).is_covered
    assert len(_texts(second, there)) == 13
    (kept,) = documents_of_stream(second, there.stream_id)
    assert documents.read(second, kept) == b"a scan"


def test_a_change_larger_than_a_page_goes_all_the_same(
    near: NearHub, pair: tuple[Store, Store, Visit], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, second, there = pair
    monkeypatch.setattr(talk, "PAGE", 1)
    monkeypatch.setattr(office, "PAGE", 1)
    _writes(lead, there, "Long.")
    near.synced(lead)
    near.synced(second)
    assert _texts(second, there) == {"First.", "Long."}


def test_what_is_private_never_leaves(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    lead, _, _ = pair
    own = a_visit(lead)
    lead.marks.keep(exchange.PRIVATE, [own.stream_id, own.authority_id])
    near.synced(lead)
    with near.books.open() as entries:
        assert own.stream_id not in {stream for stream, *_ in entries.register.streams()}
    assert own.stream_id not in exchange.shared_streams(lead)


def test_a_hub_that_was_restored_is_given_back_what_it_forgot(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    lead, second, there = pair
    backup = near.remember("yesterday")
    _writes(second, there, "Today.")
    documents.keep(second, there.stream_id, b"a scan", subject=there.id, title="scan.png")
    near.synced(second)
    near.roll_back(backup)
    assert receipt.standing(second, there.stream_id).is_covered
    progress = near.synced(second)
    assert (progress.hub_forgot, progress.documents_sent) == (True, 1)
    assert receipt.standing(second, there.stream_id).is_covered
    assert not near.synced(second).hub_forgot
    assert near.synced(lead).new == 2


def test_another_member_gives_back_what_the_hub_forgot(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    """The laptop that wrote it may be gone by then."""
    lead, second, there = pair
    backup = near.remember("yesterday")
    _writes(second, there, "Today.")
    near.synced(second)
    near.synced(lead)
    near.roll_back(backup)
    assert near.synced(lead).hub_forgot
    third = a_store("Third")
    near.enrol(third)
    members.grant(lead, there.stream_id, members.my_card(third), "quality_reader")
    near.synced(lead)
    near.synced(third)
    assert _texts(third, there) == {"First.", "Today."}


def test_a_revoked_laptops_work_is_held_and_on_the_offices_word_reaches_everybody(
    near: NearHub, pair: tuple[Store, Store, Visit], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, second, there = pair
    monkeypatch.setattr(talk, "PAGE", 1500)
    with near.books.open() as entries:
        entries.register.revoke(second.device.id, "2018-07-10T09:30:00.000Z")
    for number in range(8):
        _writes(second, there, f"Late {number}.")
    _writes(lead, there, "Meanwhile.")
    near.synced(lead)
    documents.keep(second, there.stream_id, b"a late scan", subject=there.id, title="scan.png")

    progress = near.synced(second)
    assert (progress.documents_sent, near.synced(second).documents_sent) == (1, 0)
    assert (progress.is_revoked, progress.held, progress.new, progress.hub_forgot) == (True, 9, 0, False)
    assert not receipt.standing(second, there.stream_id).is_covered
    assert near.synced(second).held == 9
    assert near.synced(lead).new == 0

    with near.books.open() as entries:
        assert office.accept_held(entries, second.device.id) == 9
    assert near.synced(lead).new == 9
    (kept,) = documents_of_stream(lead, there.stream_id)
    assert documents.read(lead, kept) == b"a late scan"
    assert _texts(lead, there) == {"First.", "Meanwhile.", *(f"Late {number}." for number in range(8))}


def test_whoever_left_cannot_read_what_is_written_afterwards_and_what_she_wrote_counts_once_accepted(
    near: NearHub, pair: tuple[Store, Store, Visit]
) -> None:
    lead, second, there = pair
    third = a_store("Third")
    near.enrol(third)
    members.grant(lead, there.stream_id, members.my_card(third), "second")
    near.synced(lead)
    near.synced(third)
    _writes(second, there, "Written before she knew.")
    members.remove(lead, there.stream_id, second.device.id)
    _writes(lead, there, "Not for her.")
    near.synced(lead)

    progress = near.synced(second)
    assert (progress.new, progress.held, progress.is_revoked, progress.hub_forgot) == (0, 1, False, False)
    newest = lead.keyring.newest(there.stream_id)
    assert newest is not None
    assert second.keyring.key(there.stream_id, newest[0]) is None
    near.synced(third)
    assert third.keyring.newest(there.stream_id) == newest
    assert _texts(third, there) == {"First.", "Not for her."}

    with near.books.open() as entries:
        assert office.accept_held(entries, second.device.id) == 1
    near.synced(lead)
    assert "Written before she knew." not in _texts(lead, there)
    members.accept(lead, there.stream_id, second.device.id)
    near.synced(lead)
    near.synced(third)
    assert _texts(lead, there) == _texts(third, there) == {"First.", "Not for her.", "Written before she knew."}


def test_whoever_lacks_the_newest_key_gets_it_from_any_member(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    """The lead began a new key before she knew of the third's seat; the second knows both."""
    lead, second, there = pair
    third, office_ = a_store("Third"), a_store("Office")
    near.enrol(third, office_)
    members.grant(lead, there.stream_id, members.my_card(office_), "office")
    near.synced(lead)
    near.synced(office_)
    members.grant(office_, there.stream_id, members.my_card(third), "second")
    near.synced(office_)
    members.rotate(lead, there.stream_id)
    _writes(lead, there, "Under the new key.")
    sent = near.synced(lead, most=2)
    assert sent.sent == 1
    blocked = near.synced(third)
    assert blocked.set_aside in (0, 1)
    near.synced(second)
    near.synced(third)
    assert _texts(third, there) == {"First.", "Under the new key."}


def test_a_restored_store_enrols_in_place_of_the_one_it_was(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    _, second, there = pair
    assert exchange.succeeding(second, near.known) is None
    old = second._unlocked
    second._unlocked = replace(old, device=keys.fleeting().device, before=(old.device,))
    job = exchange.succeeding(second, near.known, near.road(second))
    assert job is not None
    job.put(second, job.work(job.take(second), lambda _part: None))
    _writes(second, there, "From the restored store.")
    near.synced(second)
    assert receipt.standing(second, there.stream_id).is_covered


def test_a_restored_store_gets_what_it_lacks_before_it_writes_anything(
    near: NearHub, pair: tuple[Store, Store, Visit]
) -> None:
    lead, second, there = pair
    old = second._unlocked
    second._unlocked = replace(old, device=keys.fleeting().device, before=(old.device,))
    _writes(lead, there, "Written after her backup.")
    near.synced(lead)
    job = exchange.succeeding(second, near.known, near.road(second))
    assert job is not None
    job.put(second, job.work(job.take(second), lambda _part: None))
    progress = near.synced(second)
    assert _texts(second, there) == {"First.", "Written after her backup."}
    # The hub knows whose seat she took before it answers: nothing goes twice, and it is not taken for a restored one.
    assert (progress.sent, progress.hub_forgot) == (1, False)


def test_whoever_was_removed_does_not_come_back_by_restoring_a_backup(
    near: NearHub, pair: tuple[Store, Store, Visit]
) -> None:
    lead, second, there = pair
    members.remove(lead, there.stream_id, second.device.id)
    _writes(lead, there, "Not for her.")
    near.synced(lead)
    old = second._unlocked
    second._unlocked = replace(old, device=keys.fleeting().device, before=(old.device,))
    job = exchange.succeeding(second, near.known, near.road(second))
    assert job is not None
    job.put(second, job.work(job.take(second), lambda _part: None))
    progress = near.synced(second)
    assert (progress.new, progress.held) == (0, 1)
    near.synced(lead)
    near.synced(second)
    assert _texts(second, there) == {"First."}

    hand_over(second, lead, there.stream_id)
    assert second.device.id not in {seat.device for seat in entitled(lead, there.stream_id)}
    members.grant(lead, there.stream_id, members.my_card(second), "second")
    near.synced(lead)
    near.synced(second)
    near.synced(lead)
    assert _texts(second, there) == {"First.", "Not for her."}
    assert second.device.id in {seat.device for seat in entitled(lead, there.stream_id)}


def test_a_lost_laptop_is_removed_and_the_one_restored_from_its_backup_goes_on(
    near: NearHub, pair: tuple[Store, Store, Visit]
) -> None:
    lead, second, there = pair
    old = second._unlocked
    second._unlocked = replace(old, device=keys.fleeting().device, before=(old.device,))
    job = exchange.succeeding(second, near.known, near.road(second))
    assert job is not None
    job.put(second, job.work(job.take(second), lambda _part: None))
    near.synced(second)
    near.synced(lead)
    members.remove(lead, there.stream_id, old.device.id)
    _writes(lead, there, "Under the new key.")
    near.synced(lead)
    near.synced(second)
    assert _texts(second, there) == {"First.", "Under the new key."}


def test_an_older_version_hands_on_what_it_does_not_know(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    """A newer Arolwg wrote a noun and a field that this one lacks: both are carried, unread, and lose nothing."""
    newer, older, there = pair
    seen = visit(newer, there.id)
    assert seen is not None
    gesture = Gesture("moods.set", newer.me)
    gesture.touch(seen, {"mood": ""}, {"mood": "calm", "present": True}, seen.seen)
    unknown = replace(
        gesture.changes[0], entity="mood", entity_id="m" * 32, before={}, after={"value": "calm"}, parents={}
    )
    newer.record(*gesture.changes, unknown)
    near.synced(newer)
    near.synced(older)
    found = visit(older, there.id)
    assert found is not None
    notes.write(older, found, "By the older.")
    near.synced(older)

    third = a_store("Third")
    near.enrol(third)
    members.grant(newer, there.stream_id, members.my_card(third), "second")
    near.synced(newer)
    near.synced(third)
    for store in (newer, older, third):
        told = store.ledger.changes(stream=there.stream_id)
        assert [change.after for change in told if change.entity == "mood"] == [{"value": "calm"}]
        assert "calm" in [change.after.get("mood") for change in told]
        now = visit(store, there.id)
        assert now is not None
        assert now.dates == there.dates
        assert store.marks.all_set_aside() == []


def test_a_device_that_is_not_enrolled_is_told(near: NearHub, pair: tuple[Store, Store, Visit]) -> None:
    with pytest.raises(Refused, match="not enrolled"):
        near.synced(a_store("Stranger"))
    assert exchange.enrolled(pair[0]) == near.known
    assert exchange.enrolled(a_store("Nobody")) is None
