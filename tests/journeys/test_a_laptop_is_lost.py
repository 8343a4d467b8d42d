# SPDX-License-Identifier: MIT
"""A laptop is lost: the partner alone gives the visit back; a copied store is another device; a fork is refused."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import documents, keys
from storage.acts import members, notes
from storage.check import check
from storage.errors import BadFile
from storage.model.ids import StreamId
from storage.queries.documents import documents_of_stream
from storage.queries.findings import findings_of_visit
from storage.queries.members import members as seats_of
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visits
from storage.store import Store, open_store
from storage.sync import pairing, parcel
from storage.sync.preview import look
from tests.builders import PASSPHRASE, a_finding, a_note, a_visit, again

Make = Callable[..., tuple[Store, str]]


def _carried(giver: Store, taker: Store, streams: list[StreamId], path: Path) -> parcel.Opened:
    parcel.write(giver, streams, path, parcel.addressees(giver, streams))
    return parcel.read(taker, path)


def test_a_partners_laptop_alone_rebuilds_the_visit_on_a_fresh_device(folder_store: Make, tmp_path: Path) -> None:
    lead, _ = folder_store("lead")
    partner, _ = folder_store("partner")
    visit = a_visit(lead)
    a_note(lead, visit, "What the lead saw.")
    a_finding(lead, visit, "Supervision is irregular.")
    documents.keep(lead, visit.stream_id, b"a scan", subject=visit.id, title="scan.png")
    streams = lead.keyring.streams()
    for stream in streams:
        members.grant(lead, stream, members.my_card(partner), "lead")
    _carried(lead, partner, streams, tmp_path / "there")
    notes.write(partner, again(partner, visit), "What the partner saw.")
    lead.close()
    shutil.rmtree(tmp_path / "lead")  # the laptop lies in the canal, and no backup was made

    fresh, _ = folder_store("fresh")
    pairing.pair(partner, members.my_card(fresh), " ".join(pairing.words(fresh, members.my_card(partner))))
    for stream in streams:
        members.grant(partner, stream, pairing.paired(partner)[0].card, "lead")
    path = tmp_path / "back"
    parcel.write(partner, streams, path, parcel.addressees(partner, streams))
    assert sum(part.new for part in look(fresh, path).parts) > 0
    brought = parcel.read(fresh, path)
    assert brought.received.set_aside == ()
    (found,) = visits(fresh)
    assert {each.text for each in notes_of_visit(fresh, found.id)} == {"What the lead saw.", "What the partner saw."}
    assert [each.statement for each in findings_of_visit(fresh, found.id)] == ["Supervision is irregular."]
    (kept,) = documents_of_stream(fresh, found.stream_id)
    assert documents.read(fresh, kept) == b"a scan"
    assert check(fresh).problems == ()
    notes.write(fresh, found, "And on it goes.")
    assert _carried(fresh, partner, streams, tmp_path / "on").received.set_aside == ()


def test_a_copied_store_is_a_new_device_before_its_first_change_and_both_go_on(
    folder_store: Make, tmp_path: Path
) -> None:
    lead, _ = folder_store("lead")
    partner, _ = folder_store("partner")
    visit = a_visit(lead)
    streams = [visit.stream_id]
    members.grant(lead, visit.stream_id, members.my_card(partner), "second")
    lead.close()
    shutil.copytree(tmp_path / "lead", tmp_path / "copy")
    first, copy = open_store(tmp_path / "lead", PASSPHRASE), open_store(tmp_path / "copy", PASSPHRASE)
    assert copy.device.id != first.device.id
    notes.write(first, again(first, visit), "On the old one.")
    notes.write(copy, again(copy, visit), "On the copy.")
    for number, each in enumerate((first, copy)):
        assert _carried(each, partner, streams, tmp_path / f"p{number}").received.set_aside == ()
    texts = {each.text for each in notes_of_visit(partner, visit.id)}
    assert texts == {"On the old one.", "On the copy."}
    assert len({seat.device for seat in seats_of(partner, visit.stream_id)}) == 3
    for each in (first, copy):
        each.close()


def test_a_fork_is_refused_whole_and_looking_says_so_too(
    folder_store: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A virtual machine that was put back in its very place: the one copy that no store can notice by itself."""
    monkeypatch.setattr(keys, "_home", lambda _anchor: "one and the same place")
    lead, _ = folder_store("lead")
    partner, _ = folder_store("partner")
    visit = a_visit(lead)
    streams = [visit.stream_id]
    members.grant(lead, visit.stream_id, members.my_card(partner), "second")
    lead.close()
    shutil.copytree(tmp_path / "lead", tmp_path / "put back")
    first, second = open_store(tmp_path / "lead", PASSPHRASE), open_store(tmp_path / "put back", PASSPHRASE)
    assert first.device.id == second.device.id
    notes.write(first, again(first, visit), "Before it was put back.")
    for number in range(3):
        notes.write(second, again(second, visit), f"Afterwards {number}.")
    _carried(first, partner, streams, tmp_path / "p1")
    documents.keep(second, visit.stream_id, b"a scan", subject=visit.id, title="scan.png")
    before = partner.ledger.vector(visit.stream_id)
    parcel.write(second, streams, tmp_path / "p2", parcel.addressees(second, streams))
    for take in (look, parcel.read):
        with pytest.raises(BadFile, match="Two different changes bear the same number"):
            take(partner, tmp_path / "p2")
    assert partner.ledger.vector(visit.stream_id) == before
    assert partner.shelf.names() == set()
    assert [each.text for each in notes_of_visit(partner, visit.id)] == ["Before it was put back."]
    assert check(partner).problems == ()
    for each in (first, second):
        each.close()
