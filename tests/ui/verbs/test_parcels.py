# SPDX-License-Identifier: MIT
"""card, seat, parcel write|read: two laptops and a stick."""

import io
from contextlib import closing
from pathlib import Path

import pytest

from storage.queries.standing import stands
from storage.queries.visits import visits
from storage.store import open_store
from storage.sync.carried import carried
from tests.ui.verbs.conftest import PASSPHRASE, Arolwg


def test_a_visit_goes_to_a_second_laptop_and_its_notes_come_back(
    begun: Arolwg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, card, there, back = (tmp_path / name for name in ("other", "card", "there.parcel", "back.parcel"))
    begun("begin", "--name", "Second Practice Inspector", store=other)
    assert begun("card", str(card), store=other).code == 0
    assert "Second Practice Inspector has a seat" in begun("seat", "1", str(card)).out
    assert begun("parcel", "write", "1", str(there)).code == 0
    refused = begun("parcel", "read", str(there), store=other)
    assert (refused.code, "not known here" in refused.err) == (6, True)
    assert "There is no visit yet." in begun("visits", store=other).out
    assert "new changes from Practice Inspector" in begun("parcel", "read", str(there), "--unknown", store=other).out
    monkeypatch.setattr("sys.stdin", io.StringIO("Seen by the second inspector."))
    assert begun("notes", "1", "--write", store=other).code == 0
    assert begun("parcel", "write", "1", str(back), store=other).code == 0
    assert begun("parcel", "read", str(back)).code == 0
    assert "Seen by the second inspector." in begun("notes", "1").out
    assert "0 new changes" in begun("parcel", "read", str(back)).out
    again = begun("parcel", "write", "1", str(there))
    assert ": 0 changes" in again.out
    assert "was left out" in again.out
    assert "was left out" not in begun("parcel", "write", "1", str(there), "--all").out


def test_a_parcel_is_looked_into_before_it_is_taken_in(begun: Arolwg, tmp_path: Path) -> None:
    other, card, there = (tmp_path / name for name in ("other", "card", "there.parcel"))
    begun("begin", "--name", "Second Practice Inspector", store=other)
    begun("card", str(card), store=other)
    begun("seat", "1", str(card))
    begun("parcel", "write", "1", str(there))
    seen = begun("parcel", "look", str(there), store=other)
    assert seen.code == 0
    assert "From Practice Inspector. Nothing has been taken in." in seen.out
    assert "Practice Borough Council · 2026-11-24/2026-11-25\n" in seen.out
    assert "New from: Practice Inspector" in seen.out
    assert "Practice Borough Council" not in begun("visits", store=other).out
    begun("parcel", "read", str(there), "--unknown", store=other)
    assert " 0 new, " in begun("parcel", "look", str(there), store=other).out
    assert begun("parcel", "look", str(card), store=other).code == 7


def test_two_laptops_pair_by_words_and_then_need_no_card(begun: Arolwg, tmp_path: Path) -> None:
    other, mine, theirs = (tmp_path / name for name in ("other", "mine", "theirs"))
    begun("begin", "--name", "Second Practice Inspector", store=other)
    begun("card", str(mine))
    begun("card", str(theirs), store=other)
    heard = begun("pair", str(mine), store=other).out.splitlines()[0]
    assert begun("pair", str(theirs)).out.splitlines()[0] == heard
    assert begun("pair", str(theirs), "--words", "bado bado bado bado bado bado").code == 6
    assert begun("pair").out == ""
    assert begun("pair", str(theirs), "--words", heard.upper()).code == 0
    assert "Second Practice Inspector" in begun("pair").out
    theirs.unlink()
    assert begun("seat", "1", "Second Practice Inspector").code == 0
    begun("parcel", "write", "1", str(tmp_path / "there"))
    assert begun("parcel", "read", str(tmp_path / "there"), store=other).code == 6  # she has not given the words yet
    begun("pair", str(mine), "--words", heard, store=other)
    assert begun("parcel", "read", str(tmp_path / "there"), store=other).code == 0
    assert begun("seat", "1", "Nobody").code == 7


def places(store: Path) -> dict[str, str]:
    """Return where each visit of a store is said to be, and when a parcel with it was last given."""
    with closing(open_store(store, PASSPHRASE)) as there:
        return {
            stands(there, [each.stream_id])[each.stream_id].place: carried(there, each.stream_id).given
            for each in visits(there)
        }


def test_a_parcel_is_remembered_as_given_and_one_that_could_not_be_written_is_not(
    begun: Arolwg, tmp_path: Path
) -> None:
    other, card, mine = (tmp_path / name for name in ("other", "card", "store"))
    begun("begin", "--name", "Second Practice Inspector", store=other)
    begun("card", str(card), store=other)
    begun("seat", "1", str(card))
    gone = begun("parcel", "write", "1", str(tmp_path / "stick" / "p"))
    assert (gone.code, "not there any more" in gone.err) == (5, True)
    (tmp_path / "taken").mkdir()
    assert begun("parcel", "write", "1", str(tmp_path / "taken")).code == 5  # a folder lies where the file should
    assert places(mine) == {"here": ""}
    assert begun("parcel", "write", "1", str(tmp_path / "p")).code == 0
    [(place, at)] = places(mine).items()
    assert (place, bool(at)) == ("given", True)


def test_a_parcel_for_nobody_is_refused(begun: Arolwg, tmp_path: Path) -> None:
    said = begun("parcel", "write", "1", str(tmp_path / "p"))
    assert said.code == 6
    assert not (tmp_path / "p").exists()


def test_what_is_no_card_and_no_parcel_is_told(begun: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "words").write_text("{}")
    assert begun("seat", "1", str(tmp_path / "words")).code == 7
    assert begun("parcel", "read", str(tmp_path / "words")).code == 7
    assert begun("parcel", "read", str(tmp_path / "nothing")).code == 7
