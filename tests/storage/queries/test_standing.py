# SPDX-License-Identifier: MIT
"""Where records are: only here, in a parcel, with the partner, with the office; never more than is known."""

from pathlib import Path

from storage import documents
from storage.acts import findings
from storage.model.change import Ref
from storage.model.ids import DeviceId
from storage.queries.documents import documents_of_stream
from storage.queries.standing import FILES, RECEIPTS, WAITS, Reach, place_of, reach, stands
from storage.store import Store
from storage.sync import parcel, receipt
from tests.builders import a_finding, a_note, a_store, a_visit, again, join


def _receipt(store: Store, stream: str, upto: int) -> None:
    at = store.ledger.digest_at(stream, Ref(store.device.id, upto))
    assert at is not None
    receipt.keep(store, {stream: {store.device.id: (upto, at.hex())}}, "2018-07-10T10:00:00.000Z")


def test_a_record_is_with_the_office_only_as_far_as_a_receipt_covers_it(store: Store) -> None:
    there = a_visit(store)
    first, second = a_note(store, there, "One."), a_note(store, there, "Two.")
    newest = store.ledger.vector(there.stream_id)[store.device.id]
    assert place_of(reach(store, there.stream_id), first) == "here"
    _receipt(store, there.stream_id, newest - 1)
    known = reach(store, there.stream_id)
    assert (place_of(known, first), place_of(known, second)) == ("office", "here")
    assert place_of(known, first, second) == "here"
    stand = stands(store, [there.stream_id])[there.stream_id]
    assert (stand.waiting, stand.place, stand.at) == (1, "here", "2018-07-10T10:00:00.000Z")


def test_an_amendment_that_no_receipt_covers_brings_a_record_back_to_only_here(store: Store) -> None:
    there = a_visit(store)
    finding = a_finding(store, there)
    _receipt(store, there.stream_id, store.ledger.vector(there.stream_id)[store.device.id])
    assert place_of(reach(store, there.stream_id), finding) == "office"
    findings.amend(store, finding, statement="Supervision is monthly.")
    assert place_of(reach(store, there.stream_id), again(store, finding)) == "here"


def test_a_parcel_given_is_under_way_and_the_partner_has_what_came_back_in_hers(tmp_path: Path) -> None:
    mine, partner = a_store("Rhian (practice)"), a_store("Tomos (practice)")
    there = a_visit(mine)
    join(mine, there.stream_id, partner)
    note = a_note(mine, there)
    assert place_of(reach(mine, there.stream_id), note) == "here"
    stick = tmp_path / "visit.parcel"
    parcel.write(mine, [there.stream_id], stick, parcel.addressees(mine, [there.stream_id]))
    assert place_of(reach(mine, there.stream_id), note) == "given"
    parcel.read(partner, stick)
    theirs = a_note(partner, there, "Seen by the partner.")
    back = tmp_path / "back.parcel"
    parcel.write(partner, [there.stream_id], back, parcel.addressees(partner, [there.stream_id]))
    parcel.read(mine, back)
    known = reach(mine, there.stream_id)
    assert place_of(known, again(mine, note)) == "partner"
    assert place_of(known, again(mine, theirs)) == "partner"
    assert stands(mine, [there.stream_id])[there.stream_id].place == "partner"


def test_a_file_that_the_hub_does_not_list_is_not_with_the_office(store: Store) -> None:
    there = a_visit(store)
    documents.keep(store, there.stream_id, b"a scan", subject=there.id, title="scan.png")
    _receipt(store, there.stream_id, store.ledger.vector(there.stream_id)[store.device.id])
    stand = stands(store, [there.stream_id])[there.stream_id]
    assert (stand.waiting, stand.files, stand.place) == (1, 1, "here")
    store.marks.keep(FILES, {there.stream_id: [each.sealed for each in documents_of_stream(store, there.stream_id)]})
    assert stands(store, [there.stream_id])[there.stream_id].waiting == 0


def test_what_the_hub_holds_is_held_until_a_receipt_covers_it(store: Store) -> None:
    there = a_visit(store)
    first, second = a_note(store, there, "One."), a_note(store, there, "Two.")
    newest = store.ledger.vector(there.stream_id)[store.device.id]
    _receipt(store, there.stream_id, newest - 2)
    store.marks.keep(WAITS, {there.stream_id: {store.device.id: newest - 1}})
    known = reach(store, there.stream_id)
    assert (place_of(known, first), place_of(known, second)) == ("held", "here")
    stand = stands(store, [there.stream_id])[there.stream_id]
    assert (stand.held, stand.waiting) == (1, 2)
    _receipt(store, there.stream_id, newest)
    stand = stands(store, [there.stream_id])[there.stream_id]
    assert (stand.held, stand.waiting, stand.place) == (0, 0, "office")


def test_a_predecessor_of_this_device_is_no_partner() -> None:
    old, other = DeviceId("before"), DeviceId("other")
    known = Reach(frozenset({"now", "before"}))
    assert known.place_of(Ref(old, 1)) == "here"
    assert known.place_of(Ref(other, 1)) == "partner"


def test_receipts_are_read_under_the_name_they_are_kept_under() -> None:
    assert RECEIPTS == receipt.MARK
