# SPDX-License-Identifier: MIT
"""A parcel carries only what its readers have not said that they have; where that is too little it is refused whole."""

from pathlib import Path

import pytest

from storage import documents
from storage.acts import members, notes
from storage.errors import BadFile
from storage.model.visit import Visit
from storage.queries.documents import documents_of_stream
from storage.queries.notes import notes_of_visit
from storage.queries.standing import place_of, reach
from storage.queries.visits import visit
from storage.store import Store
from storage.sync import parcel, partners, preview
from storage.sync.parcel import Written
from storage.sync.partners import Base, Holding, bases, read_have
from tests.builders import a_note, a_store, a_visit, again


@pytest.fixture
def trio() -> tuple[Store, Store, Store, Visit]:
    """Give a lead, two others, and a visit with a file in which all three have seats."""
    lead, second, third = a_store("Lead"), a_store("Second"), a_store("Third")
    there = a_visit(lead)
    for number in range(30):
        a_note(lead, there, f"Note {number} of the lead.")
    documents.keep(lead, there.stream_id, bytes(range(256)) * 200, subject=there.id, title="scan.png")
    for each in (second, third):
        members.grant(lead, there.stream_id, members.my_card(each), "second")
    return lead, second, third, there


def _writes(giver: Store, there: Visit, path: Path, *, everything: bool = False, to: tuple[Store, ...] = ()) -> Written:
    streams = [there.stream_id]
    cards = [members.my_card(each) for each in to] or parcel.addressees(giver, streams)
    return parcel.write(giver, streams, path, cards, everything=everything)


def _hand(giver: Store, taker: Store, there: Visit, path: Path) -> Written:
    written = _writes(giver, there, path, to=(taker,))
    parcel.read(taker, path)
    return written


def _says(store: Store, there: Visit, text: str) -> None:
    found = visit(store, there.id)
    assert found is not None
    notes.write(store, found, text)


def _texts(store: Store, there: Visit) -> set[str]:
    return {note.text for note in notes_of_visit(store, there.id)}


def test_after_her_first_parcel_a_partner_is_sent_what_she_lacks_alone(
    trio: tuple[Store, Store, Store, Visit], tmp_path: Path
) -> None:
    lead, second, _third, there = trio
    first = _hand(lead, second, there, tmp_path / "1")
    assert (first.is_whole, first.documents) == (True, 1)
    assert _hand(lead, second, there, tmp_path / "2").is_whole  # she has not said what she has
    _says(second, there, "Heard by the second.")
    back = _hand(second, lead, there, tmp_path / "3")
    assert (back.is_whole, back.changes, back.documents) == (False, 1, 0)

    _says(lead, there, "Seen by the lead.")
    third_time = _hand(lead, second, there, tmp_path / "4")
    assert (third_time.is_whole, third_time.changes, third_time.documents) == (False, 1, 0)
    assert third_time.size * 10 < first.size
    assert _texts(lead, there) == _texts(second, there)
    (kept,) = documents_of_stream(second, there.stream_id)
    assert documents.read(second, kept) == bytes(range(256)) * 200


def test_it_can_be_read_again_and_looked_into_and_brings_nothing_twice(
    trio: tuple[Store, Store, Store, Visit], tmp_path: Path
) -> None:
    lead, second, _third, there = trio
    _hand(lead, second, there, tmp_path / "1")
    _hand(second, lead, there, tmp_path / "2")
    _says(lead, there, "Once.")
    written = _writes(lead, there, tmp_path / "3", to=(second,))
    assert not written.is_whole
    (part,) = preview.look(second, tmp_path / "3").parts
    assert (part.new, part.same, part.set_aside) == (1, 0, ())
    assert [parcel.read(second, tmp_path / "3").received.new for _ in range(2)] == [1, 0]
    assert preview.look(second, tmp_path / "3").is_empty
    (part,) = preview.look(second, tmp_path / "1").parts
    assert (part.new, part.differing) == (0, 0)


def test_for_several_it_carries_what_any_of_them_lacks(trio: tuple[Store, Store, Store, Visit], tmp_path: Path) -> None:
    lead, second, third, there = trio
    for each in (second, third):
        _hand(lead, each, there, tmp_path / "to")
    _hand(second, lead, there, tmp_path / "back")
    assert _writes(lead, there, tmp_path / "1").is_whole  # the third has not said a word
    _hand(third, lead, there, tmp_path / "back")
    _says(lead, there, "For both.")
    _hand(lead, second, there, tmp_path / "2")
    _hand(second, lead, there, tmp_path / "back")
    both = _writes(lead, there, tmp_path / "3")
    assert (both.is_whole, both.changes) == (False, 1)
    for each in (second, third):
        parcel.read(each, tmp_path / "3")
    assert _texts(lead, there) == _texts(second, there) == _texts(third, there)


def test_too_little_is_noticed_and_nothing_is_taken_in(trio: tuple[Store, Store, Store, Visit], tmp_path: Path) -> None:
    """She said what she had, and lost it: her laptop is not what its last parcel said."""
    lead, second, third, there = trio
    _hand(lead, second, there, tmp_path / "1")
    _hand(second, lead, there, tmp_path / "2")
    said = lead.marks.get(partners.MARK)
    lead.marks.keep(partners.MARK, {third.device.id: said[second.device.id]})
    for word in ("one more", ""):  # also where nothing is left to carry, and so no chain has a gap
        if word:
            _says(lead, there, word)
        else:
            lead.marks.keep(partners.MARK, {third.device.id: partners.have(lead, [there.stream_id])})
        assert not _writes(lead, there, tmp_path / "3", to=(third,)).is_whole
        for way in (parcel.read, preview.look):
            with pytest.raises(BadFile, match="too little" if not word else "missing before"):
                way(third, tmp_path / "3")
        assert (third.keyring.streams(), third.shelf.names(), third.marks.get(partners.MARK)) == ([], set(), None)
    assert _writes(lead, there, tmp_path / "4", to=(third,), everything=True).is_whole
    parcel.read(third, tmp_path / "4")
    assert _texts(third, there) == _texts(lead, there)


def test_whoever_sits_in_one_of_its_streams_alone_takes_that_one_in(
    trio: tuple[Store, Store, Store, Visit], tmp_path: Path
) -> None:
    """She was removed from the visit: what the others have of it is left out, and she lacks it."""
    lead, second, third, there = trio
    streams = [there.stream_id, a_visit(lead).stream_id]
    for each in (second, third):
        members.grant(lead, streams[1], members.my_card(each), "second")
    for each in (second, third):
        parcel.write(lead, streams, tmp_path / "1", [members.my_card(each)])
        parcel.read(each, tmp_path / "1")
        parcel.write(each, streams, tmp_path / "2", [members.my_card(lead)])
        parcel.read(lead, tmp_path / "2")
    members.remove(lead, there.stream_id, third.device.id)
    _says(lead, there, "Not for her.")
    _hand(lead, second, there, tmp_path / "3")
    _hand(second, lead, there, tmp_path / "4")
    _says(lead, there, "Nor this.")
    written = parcel.write(lead, streams, tmp_path / "5", parcel.addressees(lead, streams))
    assert not written.is_whole
    before = third.ledger.vector(there.stream_id)
    brought = parcel.read(third, tmp_path / "5")
    assert (brought.received.set_aside, third.ledger.vector(there.stream_id)) == ((), before)
    parcel.read(second, tmp_path / "5")
    assert "Nor this." in _texts(second, there)


def test_where_histories_part_everything_is_sent_and_the_door_says_so(
    trio: tuple[Store, Store, Store, Visit], tmp_path: Path
) -> None:
    lead, second, _third, there = trio
    _hand(lead, second, there, tmp_path / "1")
    _hand(second, lead, there, tmp_path / "2")
    said = lead.marks.get(partners.MARK)
    said[second.device.id][there.stream_id]["ends"][lead.device.id][1] = "00" * 32
    lead.marks.keep(partners.MARK, said)
    made = _writes(lead, there, tmp_path / "3", to=(second,))
    assert made.changes == sum(
        seq for device, seq in lead.ledger.vector(there.stream_id).items() if device == lead.device.id
    )


def test_whoever_is_restored_is_another_device_and_is_sent_everything(
    trio: tuple[Store, Store, Store, Visit],
) -> None:
    lead, second, third, there = trio
    lead.marks.keep(partners.MARK, {second.device.id: partners.have(lead, [there.stream_id])})
    assert bases(lead, [there.stream_id], {second.device.id})[there.stream_id].ends == lead.ledger.vector(
        there.stream_id
    )
    assert bases(lead, [there.stream_id], {third.device.id})[there.stream_id] == Base()
    assert bases(lead, [there.stream_id], {second.device.id, third.device.id})[there.stream_id] == Base()


def test_what_a_partner_says_that_she_has_is_with_her(trio: tuple[Store, Store, Store, Visit], tmp_path: Path) -> None:
    lead, second, _third, there = trio
    note = a_note(lead, there, "Where is it?")
    _hand(lead, second, there, tmp_path / "1")
    assert place_of(reach(lead, there.stream_id), again(lead, note)) == "given"
    assert not _hand(second, lead, there, tmp_path / "2").changes
    assert place_of(reach(lead, there.stream_id), again(lead, note)) == "partner"


@pytest.mark.parametrize(
    "plain",
    [
        *([], {"s": {}}, {"s": {"ends": [], "files": []}}, {"s": {"ends": {"d": [0, ""]}, "files": []}}, {"s": 3}),
        {"s": {"ends": {"d": [2**63, ""]}, "files": []}},
    ],
)
def test_what_says_nothing_of_the_kind_is_not_read(plain: object) -> None:
    with pytest.raises((ValueError, TypeError, AttributeError, KeyError)):
        read_have(plain)
    assert read_have({"s": {"ends": {"d": [2, "aa"]}, "files": ["f"]}}) == {
        "s": Holding({"d": (2, "aa")}, frozenset({"f"}))
    }
