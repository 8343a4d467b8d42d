# SPDX-License-Identifier: MIT
"""Parcels: what goes in comes out once; what was cut, altered, newer or meant for others is refused whole."""

import base64
import json
import random
import struct
from dataclasses import asdict
from pathlib import Path

import pytest

from storage import documents
from storage.acts import members, notes
from storage.errors import BadFile, CannotKeep, Refused
from storage.keys import wrap
from storage.model.visit import Visit
from storage.queries.documents import documents_of_stream
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visit
from storage.sealed import packed, seal_bytes
from storage.store import Store
from storage.sync import parcel
from storage.sync.wire import frame, pack
from tests.builders import a_note, a_store, a_visit, again, hand_over


@pytest.fixture
def pair() -> tuple[Store, Store, Visit]:
    """Give the lead's store, the second's, and a visit in which both have seats."""
    lead, second = a_store("Lead"), a_store("Second")
    there = a_visit(lead)
    a_note(lead, there, "The words of a child.")
    members.grant(lead, there.stream_id, members.my_card(second), "second")
    return lead, second, there


def _written(lead: Store, there: Visit, path: Path) -> Path:
    parcel.write(lead, [there.stream_id], path, parcel.addressees(lead, [there.stream_id]))
    return path


def test_what_goes_in_comes_out_once(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    lead, second, there = pair
    documents.keep(lead, there.stream_id, b"a scan", subject=there.id, title="scan.png")
    path = _written(lead, there, tmp_path / "p")
    first, again_ = parcel.read(second, path), parcel.read(second, path)
    assert (first.sender, first.received.same, first.documents) == ("Lead", 0, 1)
    assert (again_.received.new, again_.received.same) == (0, first.received.new)
    (kept,) = documents_of_stream(second, there.stream_id)
    assert documents.read(second, kept) == b"a scan"


def test_nothing_of_it_is_readable(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    lead, _, there = pair
    assert b"words of a child" not in _written(lead, there, tmp_path / "p").read_bytes()


def test_a_parcel_that_is_cut_or_altered_anywhere_is_refused_whole(
    pair: tuple[Store, Store, Visit], tmp_path: Path
) -> None:
    lead, second, there = pair
    whole = _written(lead, there, tmp_path / "p").read_bytes()
    chance = random.Random(7)
    spoilt = [whole[: chance.randrange(len(whole))] for _ in range(40)]
    for _ in range(40):
        place = chance.randrange(len(whole))
        spoilt.append(whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :])
    for each in (*spoilt, whole + b"\0"):
        (tmp_path / "spoilt").write_bytes(each)
        with pytest.raises(BadFile):
            parcel.read(second, tmp_path / "spoilt")
    assert visit(second, there.id) is None
    assert second.keyring.streams() == []


def test_a_parcel_for_somebody_else_is_refused(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    lead, _, there = pair
    with pytest.raises(BadFile, match="addressed to somebody else"):
        parcel.read(a_store("Stranger"), _written(lead, there, tmp_path / "p"))


def test_a_parcel_for_nobody_is_refused(store: Store, tmp_path: Path) -> None:
    there = a_visit(store)
    with pytest.raises(Refused, match="Nobody else"):
        parcel.write(store, [there.stream_id], tmp_path / "p", [])
    assert not (tmp_path / "p").exists()


def test_a_newer_protocol_is_told(
    pair: tuple[Store, Store, Visit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, second, there = pair
    with monkeypatch.context() as newer:
        newer.setattr(parcel, "WHOLE", 99)
        path = _written(lead, there, tmp_path / "p")
    with pytest.raises(BadFile, match="newer version"):
        parcel.read(second, path)


@pytest.mark.parametrize(
    "head", [b"[]", b"{}", b'{"sender": 3, "to": [], "protocol": "x"}', b"\xff", b'{"to": {}, "protocol": 1e999}']
)
def test_a_head_that_is_none_is_refused(store: Store, tmp_path: Path, head: bytes) -> None:
    body = b"AROLWG PARCEL\n" + struct.pack(">I", len(head)) + head + bytes(200)
    (tmp_path / "p").write_bytes(body)
    with pytest.raises(BadFile):
        parcel.read(store, tmp_path / "p")


def test_a_sender_who_is_no_member_brings_nothing_in(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    """A stranger who was handed a visit's key by mistake may add nothing to it."""
    lead, _, there = pair
    stranger = a_store("Stranger")
    hand_over(lead, stranger, there.stream_id)
    found = visit(stranger, there.id)
    assert found is not None
    with pytest.raises(Refused, match="not a member"):
        notes.write(stranger, found, "Smuggled in.")
    assert [each.text for each in notes_of_visit(stranger, there.id)] == ["The words of a child."]


def test_nothing_is_written_for_somebody_without_a_seat(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    lead, second, there = pair
    stranger = members.my_card(a_store("Stranger"))
    with pytest.raises(Refused, match="Stranger has no seat"):
        parcel.write(lead, [there.stream_id], tmp_path / "p", [stranger])
    members.remove(lead, there.stream_id, second.device.id)
    with pytest.raises(Refused, match="Second has no seat"):
        parcel.write(lead, [there.stream_id], tmp_path / "p", [members.my_card(second)])
    assert not (tmp_path / "p").exists()


def test_an_addressee_is_given_the_keys_of_those_visits_alone_in_which_she_sits(
    pair: tuple[Store, Store, Visit], tmp_path: Path
) -> None:
    lead, second, there = pair
    other, third = a_visit(lead), a_store("Third")
    members.grant(lead, other.stream_id, members.my_card(third), "second")
    streams = [there.stream_id, other.stream_id]
    parcel.write(lead, streams, tmp_path / "p", parcel.addressees(lead, streams))
    for store, mine in ((second, there), (third, other)):
        got = parcel.read(store, tmp_path / "p").received
        assert got.new
        assert got.set_aside == ()
        assert store.keyring.streams() == [mine.stream_id]
        assert store.marks.all_set_aside() == []


def test_whoever_was_removed_is_not_given_the_new_key_and_who_stays_is(
    pair: tuple[Store, Store, Visit], tmp_path: Path
) -> None:
    lead, second, there = pair
    third = a_store("Third")
    members.grant(lead, there.stream_id, members.my_card(third), "second")
    for each in (second, third):
        parcel.read(each, _written(lead, there, tmp_path / "p"))
    members.remove(lead, there.stream_id, second.device.id)
    a_note(lead, there, "Not for her.")
    written = _written(lead, there, tmp_path / "later")
    parcel.read(third, written)
    assert third.keyring.newest(there.stream_id) == lead.keyring.newest(there.stream_id)
    assert {each.text for each in notes_of_visit(third, there.id)} == {"The words of a child.", "Not for her."}
    with pytest.raises(BadFile, match="addressed to somebody else"):
        parcel.read(second, written)


def test_whoever_finds_a_parcel_does_not_learn_who_sent_it(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    lead, second, there = pair
    found = _written(lead, there, tmp_path / "p").read_bytes()
    assert second.device.id.encode() in found
    for told in (lead.device.id, "Lead", lead.me, members.my_card(lead).verify_key):
        assert told.encode() not in found


def test_a_parcel_of_the_first_protocol_is_still_read(pair: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    lead, second, there = pair
    stream = there.stream_id
    keys = {
        "verify": {lead.device.id: lead.device.verify_key.hex()},
        "streams": {stream: {str(epoch): key.hex() for epoch, key in lead.keyring.keys(stream).items()}},
    }
    inside = frame(b"keys", json.dumps(keys).encode()) + frame(b"chgs", pack(lead.ledger.sealed(stream, {})))
    key = bytes(32)
    head = json.dumps(
        {
            "protocol": 1,
            "sender": asdict(members.my_card(lead)),
            "to": {second.device.id: base64.b64encode(wrap(second.device.box_key, key)).decode()},
        }
    ).encode()
    signed = b"AROLWG PARCEL\n" + struct.pack(">I", len(head)) + head + seal_bytes(packed(inside), key)
    (tmp_path / "p").write_bytes(signed + lead.device.sign(parcel._digest(signed)))
    assert parcel.read(second, tmp_path / "p").sender == "Lead"
    assert [each.text for each in notes_of_visit(second, there.id)] == ["The words of a child."]


def test_a_bomb_is_refused_before_it_goes_off(
    pair: tuple[Store, Store, Visit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few kilobytes that would unpack to far more than any parcel of their size can hold."""
    lead, second, there = pair
    with monkeypatch.context() as evil:
        evil.setattr(parcel, "_from", lambda _store: frame(b"bomb", bytes(80 * 1024 * 1024)))
        path = _written(lead, there, tmp_path / "p")
    assert path.stat().st_size < 30_000
    with pytest.raises(BadFile, match="altered or damaged"):
        parcel.read(second, path)
    assert second.keyring.streams() == []


def test_a_file_in_the_way_of_the_folder_is_told_and_no_half_parcel_stays(
    pair: tuple[Store, Store, Visit], tmp_path: Path
) -> None:
    lead, _, there = pair
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotKeep):
        _written(lead, there, tmp_path / "file" / "p")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_addressees_are_everybody_else_with_a_seat(pair: tuple[Store, Store, Visit]) -> None:
    lead, second, there = pair
    assert [each.name for each in parcel.addressees(lead, [there.stream_id])] == ["Second"]
    assert again(lead, there)
    assert json.loads(json.dumps(members.my_card(second).device)) == second.device.id
