# SPDX-License-Identifier: MIT
"""Pairing: the words agree on both sides or a card was swapped; afterwards records go either way, again and again."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.acts import members, notes
from storage.errors import BadFile, Refused
from storage.queries.notes import notes_of_visit
from storage.store import Store
from storage.sync import pairing, parcel
from tests.builders import a_note, a_store, a_visit


@pytest.fixture
def two() -> Iterator[tuple[Store, Store]]:
    """Give two laptops."""
    one, other = a_store("Lead Inspector"), a_store("Second Inspector")
    yield one, other
    one.close()
    other.close()


def _paired(one: Store, other: Store) -> None:
    pairing.pair(one, members.my_card(other), " ".join(pairing.words(other, members.my_card(one))))


def test_both_sides_show_the_same_words(two: tuple[Store, Store]) -> None:
    one, other = two
    assert pairing.words(one, members.my_card(other)) == pairing.words(other, members.my_card(one))


def test_a_swapped_card_is_noticed_on_either_side(two: tuple[Store, Store]) -> None:
    one, other = two
    between = a_store("Second Inspector")
    swapped = members.my_card(between)
    heard = " ".join(pairing.words(other, members.my_card(one)))
    with pytest.raises(Refused, match="not the same"):
        pairing.pair(one, swapped, heard)
    assert pairing.paired(one) == ()
    renamed = replace(members.my_card(other), name="Somebody Else")
    with pytest.raises(Refused, match="not the same"):
        pairing.pair(one, renamed, heard)
    between.close()


def test_who_was_paired_is_remembered_and_can_be_forgotten(two: tuple[Store, Store]) -> None:
    one, other = two
    _paired(one, other)
    _paired(one, other)
    (known,) = pairing.paired(one)
    assert known.card == members.my_card(other)
    pairing.part(one, known.card.device)
    assert pairing.paired(one) == ()


def test_a_laptop_is_not_paired_with_itself(two: tuple[Store, Store]) -> None:
    one, _ = two
    with pytest.raises(Refused, match="own card"):
        pairing.pair(one, members.my_card(one), "")


def test_after_pairing_once_parcels_go_either_way_any_number_of_times(two: tuple[Store, Store], tmp_path: Path) -> None:
    one, other = two
    _paired(one, other)
    _paired(other, one)
    for giver, taker in ((one, other), (other, one)):
        visit = a_visit(giver)
        for stream in giver.keyring.streams():
            if members.my_card(giver).device in stream:
                members.grant(giver, stream, pairing.paired(giver)[0].card, "second")
        streams = [visit.stream_id]
        for turn in range(3):
            a_note(giver, visit, f"Seen {turn}.")
            parcel.write(giver, streams, tmp_path / "p", parcel.addressees(giver, streams))
            assert parcel.read(taker, tmp_path / "p").received.set_aside == ()
            notes.write(taker, visit, f"And seen {turn}.")
            parcel.write(taker, streams, tmp_path / "p", parcel.addressees(taker, streams))
            assert parcel.read(giver, tmp_path / "p").received.set_aside == ()
        assert len(notes_of_visit(giver, visit.id)) == len(notes_of_visit(taker, visit.id)) == 6


def test_a_card_goes_by_file_and_what_is_no_card_is_told(two: tuple[Store, Store], tmp_path: Path) -> None:
    one, _ = two
    pairing.write_card(one, tmp_path / "card")
    assert pairing.card_in(tmp_path / "card") == members.my_card(one)
    plain = json.loads((tmp_path / "card").read_text("utf-8"))
    for spoilt in ({**plain, "box_key": "00"}, {**plain, "device": "x"}, {**plain, "name": " "}, [], {"a": 1}):
        (tmp_path / "spoilt").write_text(json.dumps(spoilt), "utf-8")
        with pytest.raises(BadFile):
            pairing.card_in(tmp_path / "spoilt")
    (tmp_path / "spoilt").write_text("[" * 9000, "utf-8")
    with pytest.raises(BadFile):
        pairing.card_in(tmp_path / "spoilt")
    with pytest.raises(BadFile):
        pairing.card_in(tmp_path / "nothing")
