# SPDX-License-Identifier: MIT
"""The demonstration: everything it promises is there; nobody's folder is ever replaced."""

from pathlib import Path

import pytest

from reports.demo import MARKER, PASSPHRASE, demonstrate
from reports.exports.records import ILLUSTRATION
from reports.signing.verify import verify
from storage.check import check
from storage.errors import Refused
from storage.model import clock
from storage.readiness import last_check
from storage.store import open_store


def test_it_leaves_a_signed_letter_and_sound_stores_in_which_nothing_is_readable(tmp_path: Path) -> None:
    steps: list[str] = []
    made = demonstrate(tmp_path / "demo", steps.append)
    assert verify(made.letter.read_bytes(), now=clock.now()).is_well
    assert made.notes >= 40
    assert len(steps) == 4
    for secret in (PASSPHRASE, made.recovery_code):
        store = open_store(made.store, secret, read_only=True)
        assert check(store).problems == ()
        assert last_check(store, "ready") is not None
        store.close()
    assert all(ILLUSTRATION in path.read_text("utf-8") for path in made.exports)

    for path in (each for each in made.folder.glob("store*/**/*") if each.is_file()):
        assert b"Case 0" not in path.read_bytes()


def test_it_replaces_an_earlier_one_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / MARKER).write_text("")
    (folder / "old").write_text("")
    with pytest.raises(_Enough):
        demonstrate(folder, _stop)
    assert [each.name for each in folder.iterdir()] == [MARKER]


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(Refused, match="something else"):
        demonstrate(tmp_path, lambda _step: None)
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


class _Enough(Exception):
    pass


def _stop(_step: str) -> None:
    raise _Enough
