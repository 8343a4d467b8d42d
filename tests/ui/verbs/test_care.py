# SPDX-License-Identifier: MIT
"""begin, passphrase, check, demo."""

import re
from pathlib import Path

import pytest

from storage.store import FILE
from tests.ui.verbs.conftest import PASSPHRASE, Arolwg


def test_begin_shows_a_recovery_code_that_opens_the_store(arolwg: Arolwg) -> None:
    said = arolwg("begin", "--name", "Practice Inspector")
    code = re.search(r"(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}", said.out)
    assert said.code == 0
    assert code is not None
    assert arolwg("check", secret=code.group().lower()).code == 0


def test_begin_refuses_a_short_passphrase_and_a_second_store(arolwg: Arolwg, tmp_path: Path) -> None:
    assert arolwg("begin", "--name", "P", secret="short").code == 6
    assert not (tmp_path / "store").exists()
    arolwg("begin", "--name", "P")
    assert arolwg("begin", "--name", "P").code == 4


def test_a_new_passphrase_opens_and_the_old_one_does_not(begun: Arolwg, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.write_text("four quiet words here\n")
    with new.open() as file:
        assert begun("passphrase", "--new-fd", str(file.fileno())).code == 0
    assert begun("check", secret="four quiet words here").code == 0
    said = begun("check")
    assert said.code == 3
    assert said.err.startswith("arolwg: This passphrase does not open the store.")
    assert said.err.count("\n") == 1


def test_check_says_that_all_is_well(begun: Arolwg) -> None:
    said = begun("check")
    assert said.code == 0
    assert "All is well" in said.out


@pytest.mark.parametrize("cut", [4096, 10_000])
def test_a_truncated_store_is_told_in_one_line_and_left_as_it_is(begun: Arolwg, tmp_path: Path, cut: int) -> None:
    path = tmp_path / "store" / FILE
    path.write_bytes(path.read_bytes()[:cut])
    for verb in (["visits"], ["undo"], ["check"]):
        said = begun(*verb)
        assert said.code == 4
        assert "damaged" in said.err
        assert said.err.count("\n") == 1
    assert path.stat().st_size == cut


def test_a_store_that_is_none_is_told(begun: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "store" / FILE).write_bytes(b"not a store, only words " * 400)
    assert begun("visits").code == 4


def test_a_missing_store_is_told(arolwg: Arolwg, tmp_path: Path) -> None:
    said = arolwg("visits", store=tmp_path / "nowhere")
    assert said.code == 4
    assert "There is no store" in said.err
    assert not (tmp_path / "nowhere").exists()


def test_the_demonstration_does_the_whole_job(arolwg: Arolwg, tmp_path: Path) -> None:
    said = arolwg("demo", "--to", str(tmp_path / "demo"), "--no-window")
    assert said.code == 0
    assert "All is well: the letter is signed" in said.out
    assert PASSPHRASE not in said.out
    assert arolwg("verify", str(tmp_path / "demo" / "letter.pdf")).code == 0
    letter = tmp_path / "demo" / "letter.pdf"
    letter.write_bytes(letter.read_bytes().replace(b"/Type", b"/Tipe", 1))
    assert arolwg("verify", str(letter)).code == 1
