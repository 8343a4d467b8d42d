# SPDX-License-Identifier: MIT
"""Cases from the terminal: a list in, a sample drawn, its sheet, readers, and the key shared only on purpose."""

import io
import re
from pathlib import Path

import pytest

from storage.acts import members
from storage.store import create
from tests.builders import PASSPHRASE, a_visit
from tests.case_lists import a_list
from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def listed(arolwg: Arolwg, tmp_path: Path) -> Arolwg:
    store, _code = create(tmp_path / "store", PASSPHRASE)
    members.introduce(store, "Practice Inspector")
    a_list(store, a_visit(store, dates="2026-11-24/2026-11-25"), 24)
    store.close()
    return arolwg


def test_a_list_is_looked_at_before_it_comes_in(begun: Arolwg, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Reference,Team,Opened\nLA/77,East,10/07/2018\nLA/77,West,\n,East,soon\n", "utf-8")
    words = ("cases", "import", "1", str(path))
    said = begun(*words, "--look", "--dates", "day_first")
    assert said.code == 6
    assert "A4: the case has no reference." in said.out
    assert "Rows 2, 3 have one reference and differ." in said.out
    assert "LA/77" not in said.out + said.err
    assert begun(*words, "--dates", "day_first", "--leave-out").code == 6
    assert "1 case is on the list." in begun(*words, "--dates", "day_first", "--leave-out", "--merge").out
    assert begun("cases", "import", "1", str(path), "--column", "hat=1").code == 6
    assert "two ways" in begun(*words).err


def test_a_sample_is_drawn_shown_replaced_and_printed(listed: Arolwg, tmp_path: Path) -> None:
    draw = ("sample", "draw", "1", "--seed", "2018", "--by", "team", "--size", "6")
    looked = listed(*draw, "--look", "--without", "CASE-03=known to us")
    assert "East: 3/3" in looked.out
    assert listed(*draw).code == 0
    shown = listed("sample", "show", "1").out
    assert "Seed: “2018”" in shown
    first = re.search(r"CASE-\d+", shown)
    assert first
    assert "took its place" in listed("sample", "replace", "1", first[0], "file is at court").out
    assert listed("sample", "show", "1", "--pdf", str(tmp_path / "sheet.pdf")).code == 0
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_cases_are_assigned_by_name(listed: Arolwg) -> None:
    listed("sample", "draw", "1", "--seed", "2018", "--size", "3")
    name = listed("cases", "list", "1").out.split()[0]
    assert listed("cases", "assign", "1", name, "--to", "Practice Inspector").code == 0
    assert f"{name}  Practice Inspector  Not started  0 notes" in listed("cases", "list", "1", "--mine").out
    assert "cannot be parted by “hat”" in listed("sample", "draw", "1", "--seed", "x", "--by", "hat", "--size", "6").err


def test_a_matter_of_concern_names_a_case_by_its_number_or_is_refused(
    listed: Arolwg, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed("sample", "draw", "1", "--seed", "2018", "--size", "3")
    name = listed("cases", "list", "1").out.split()[0]
    for word in (name, name.lower(), str(int(name.partition("-")[2]))):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"Raised by {word}."))
        assert listed("concern", "raise", "1", "--case", word).code == 0
        assert f"{name} · Raised by {word}." in listed("concern").out
    for word in ("77", "case 77"):
        monkeypatch.setattr("sys.stdin", io.StringIO("Not kept."))
        assert "There is no case" in listed("concern", "raise", "1", "--case", word).err
    assert "Not kept." not in listed("concern").out


def test_the_key_goes_to_one_device_and_only_when_asked(listed: Arolwg, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert listed("begin", "--name", "Second Inspector", store=other).code == 0
    assert listed("card", str(tmp_path / "card"), store=other).code == 0
    assert listed("seat", "1", str(tmp_path / "card")).code == 0
    assert listed("parcel", "write", "1", str(tmp_path / "visit.parcel")).code == 0
    assert listed("parcel", "read", str(tmp_path / "visit.parcel"), "--unknown", store=other).code == 0
    said = listed("cases", "key", "1", str(tmp_path / "card"), str(tmp_path / "key.parcel"))
    assert "for Second Inspector alone" in said.out
    assert listed("parcel", "read", str(tmp_path / "key.parcel"), store=other).code == 0
    assert listed("cases", "key", "1", str(tmp_path / "card"), str(tmp_path / "again"), store=other).code == 0


def test_a_visit_without_a_list_says_so(begun: Arolwg) -> None:
    assert "no list of cases yet" in begun("sample", "draw", "1", "--seed", "x", "--size", "3").err
    assert "no sample yet" in begun("sample", "show", "1").err
