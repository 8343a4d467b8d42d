# SPDX-License-Identifier: MIT
"""The writer: callers never wait, nothing is called kept before the disk has it, refusals are told at once."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage import journal as journals
from storage import journal_file
from storage.errors import CannotKeep
from storage.journal import Journal, Kept, Pencil
from storage.pencil import unfinished_in

KEY = bytes(range(32))
_LONG = 60.0
"""Seconds that anybody waits for the writer before it is called lost: a busy machine is not wrong."""


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Give an open journal in an empty folder."""
    made = Journal.open(tmp_path, KEY)
    yield made
    made.close()


def a_pencil(text: str = "words", place: str = "note:1", at: str = "2018-07-10T10:42:07.000Z") -> Pencil:
    """Return something typed."""
    return Pencil(place, text, {"session": "s1"}, at)


def on_disk(folder: Path) -> dict[str, str]:
    """Return the pencil that another process would find in the folder now: place → text."""
    found = unfinished_in(journal_file.read(folder / journals.FILE, KEY).entries)
    return {place: pencil.text for place, pencil in found.items()}


class SlowDisk:
    """An fsync that takes as long as the test likes."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Hold every fsync until `go`."""
        self.is_asked, self._go, self._real = threading.Event(), threading.Event(), os.fsync
        patch.setattr(os, "fsync", self)

    def __call__(self, descriptor: int) -> None:
        self.is_asked.set()
        self._go.wait(_LONG)
        self._real(descriptor)

    def go(self) -> None:
        """Let the disk work."""
        self._go.set()


class RefusingDisk:
    """An fsync that fails until it is mended, and a word for when it has."""

    def __init__(self, patch: pytest.MonkeyPatch, journal: Journal, folder: Path) -> None:
        """Refuse the folder's journal from now on."""
        self._file = folder / journals.FILE
        self.is_broken, self._real, self.told = True, os.fsync, threading.Event()
        self.troubles: list[Any] = []
        journal.on_refused = self._refused
        patch.setattr(os, "fsync", self)

    def __call__(self, descriptor: int) -> None:
        if self.is_broken and self._file.exists() and os.path.samestat(os.fstat(descriptor), self._file.stat()):
            raise OSError(28, "no room")
        self._real(descriptor)

    def _refused(self, trouble: object) -> None:
        self.troubles.append(trouble)
        self.told.set()


def test_typing_returns_while_the_disk_is_still_busy_and_is_not_called_kept(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Kept] = []
    journal.on_kept = kept.append
    disk = SlowDisk(monkeypatch)
    journal.pencil(a_pencil("one"))
    assert disk.is_asked.wait(_LONG)
    for number in range(1000):
        journal.pencil(a_pencil(f"more {number}"))
    assert kept == []
    assert not journal.flush(timeout=0.05)
    disk.go()
    assert journal.flush()
    assert on_disk(tmp_path) == {"note:1": "more 999"}


def test_while_waiting_the_newest_pencil_of_a_place_takes_the_place_of_the_older(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Kept] = []
    journal.on_kept = kept.append
    disk = SlowDisk(monkeypatch)
    journal.pencil(a_pencil("one", at="t0"))
    assert disk.is_asked.wait(_LONG)
    for number in range(50):
        journal.pencil(a_pencil(f"{number}", at=f"t1{number:02}"))
        journal.pencil(a_pencil(f"other {number}", "note:2", f"t2{number:02}"))
    disk.go()
    assert journal.flush()
    assert kept == [Kept("note:1", "t0"), Kept("note:1", "t149"), Kept("note:2", "t249")]
    assert len(journal_file.read(tmp_path / "journal", KEY).entries) == 3


def test_when_it_is_called_kept_another_process_would_find_it(journal: Journal, tmp_path: Path) -> None:
    found: list[tuple[str, str]] = []
    journal.on_kept = lambda kept: found.append((kept.at, on_disk(tmp_path)[kept.place]))
    for number in range(20):
        journal.pencil(a_pencil(f"text {number}", at=f"{number}"))
        assert journal.flush()
    assert found == [(f"{number}", f"text {number}") for number in range(20)]


def test_ink_takes_the_pencil_away_and_says_so(journal: Journal, tmp_path: Path) -> None:
    kept: list[Kept] = []
    journal.pencil(a_pencil())
    assert journal.flush()
    journal.on_kept = kept.append
    journal.add(b"c", b"ink")
    journal.rub_out("note:1")
    assert journal.flush()
    assert [(each.place, each.is_ink) for each in kept] == [("note:1", True)]
    assert on_disk(tmp_path) == {}
    assert journal.unfinished() == ()


def test_what_stands_in_pencil_is_there_after_a_crash_and_after_a_clean_close(tmp_path: Path) -> None:
    first = Journal.open(tmp_path, KEY)
    first.pencil(a_pencil("unfinished"))
    assert first.flush()
    after_a_crash = Journal.open(tmp_path, KEY)
    assert after_a_crash.was_closed_as == ""
    assert after_a_crash.unfinished() == (a_pencil("unfinished"),)
    assert after_a_crash.close("checkpoint one")
    again = Journal.open(tmp_path, KEY)
    assert again.was_closed_as == "checkpoint one"
    assert len(again.found.entries) == 1, "a clean file is not read from its beginning"
    assert again.unfinished() == (a_pencil("unfinished"),)
    again.close()
    first.close()


def test_a_disk_that_refuses_is_told_once_at_once_and_tried_again_until_it_takes_the_words(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Kept] = []
    journal.on_kept = kept.append
    disk = RefusingDisk(monkeypatch, journal, tmp_path)
    journal.pencil(a_pencil("one"))
    assert disk.told.wait(_LONG)
    journal.pencil(a_pencil("two"))
    assert not journal.flush(timeout=0.5)
    assert kept == []
    assert len(disk.troubles) == 1
    assert isinstance(journal.trouble, CannotKeep)
    disk.is_broken = False
    assert journal.flush()
    assert journal.trouble is None
    assert on_disk(tmp_path) == {"note:1": "two"}
    assert journal_file.read(tmp_path / "journal", KEY).is_whole


def test_another_place_keeps_what_the_first_refuses_until_it_can_come_home(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    disk = RefusingDisk(monkeypatch, journal, tmp_path)
    journal.pencil(a_pencil("one"))
    assert disk.told.wait(_LONG)
    away = journal.move_to(stick)
    assert journal.flush()
    journal.pencil(a_pencil("two"))
    assert journal.flush()
    assert {pencil.text for pencil in unfinished_in(journal_file.read(away, KEY).entries).values()} == {"two"}
    disk.is_broken = False
    journal.pencil(a_pencil("three"))
    assert journal.flush()
    assert on_disk(tmp_path) == {"note:1": "three"}
    assert not away.exists()
    assert not (tmp_path / journals.POINTER).exists()


def test_places_chosen_one_after_the_other_are_all_remembered_until_all_is_home(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = tmp_path / "lost" / "arolwg-journal-00000000"
    journals.remember_places(tmp_path, [earlier])
    disk = RefusingDisk(monkeypatch, journal, tmp_path)
    journal.pencil(a_pencil("one"))
    assert disk.told.wait(_LONG)
    for name in ("stick", "other stick"):
        (tmp_path / name).mkdir()
    lent = [journal.move_to(tmp_path / name) for name in ("stick", "other stick")]
    assert journal.flush()
    assert journals.places(tmp_path) == [earlier, *lent]
    disk.is_broken = False
    journal.pencil(a_pencil("two"))
    assert journal.flush()
    assert not any(path.exists() for path in lent)
    assert journals.places(tmp_path) == [earlier]  # of another day: what it holds is not known here


def test_a_folder_that_is_taken_away_is_told_and_nothing_is_called_kept_until_it_is_back(
    journal: Journal, tmp_path: Path
) -> None:
    told, kept = threading.Event(), list[Kept]()
    journal.pencil(a_pencil("one"))
    assert journal.flush()
    journal.on_refused, journal.on_kept = lambda _trouble: told.set(), kept.append
    (tmp_path / journals.FILE).rename(tmp_path / "elsewhere")  # the open file takes words as before
    journal.pencil(a_pencil("two"))
    assert told.wait(_LONG)
    assert isinstance(journal.trouble, CannotKeep)
    assert kept == []
    (tmp_path / "elsewhere").rename(tmp_path / journals.FILE)
    assert journal.flush()
    assert on_disk(tmp_path) == {"note:1": "two"}
    assert [each.place for each in kept] == ["note:1"]


def test_another_place_that_refuses_too_is_told_to_whoever_chose_it(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(CannotKeep):
        journal.move_to(tmp_path / "not there")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_listener_that_fails_never_stops_the_writer(journal: Journal, tmp_path: Path) -> None:
    def fail(_kept: Kept) -> None:
        raise ValueError("a screen broke")

    journal.on_kept = fail
    journal.pencil(a_pencil("one"))
    assert journal.flush()
    journal.pencil(a_pencil("two"))
    assert journal.flush()
    assert on_disk(tmp_path) == {"note:1": "two"}


def test_closing_a_large_journal_drops_only_pencil_that_nobody_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "_WORTH_COMPACTING", 10_000)
    journal = Journal.open(tmp_path, KEY)
    for number in range(60):
        journal.add(b"c", f"ink {number}".encode())
        journal.pencil(a_pencil(os.urandom(300).hex()))
        assert journal.flush()
    journal.pencil(a_pencil("the last of it"))
    before = (tmp_path / "journal").stat().st_size
    assert journal.close("closed")
    assert (tmp_path / "journal").stat().st_size < before / 3
    found = journal_file.read(tmp_path / "journal", KEY)
    assert [each.data for each in found.entries if each.kind == b"c"] == [b"ink %d" % n for n in range(60)]
    assert found.is_whole
    again = Journal.open(tmp_path, KEY)
    assert again.unfinished() == (a_pencil("the last of it"),)
    assert again.held == sum(len(b"ink %d" % number) for number in range(60))
    again.close()


def test_a_damaged_file_is_set_aside_and_everything_readable_goes_on(tmp_path: Path) -> None:
    first = Journal.open(tmp_path, KEY)
    for number in range(10):
        first.pencil(a_pencil(f"text {number}", f"note:{number}"))
        assert first.flush()
    first.close()
    data = bytearray((tmp_path / "journal").read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "journal").write_bytes(data)
    again = Journal.open(tmp_path, KEY)
    assert len(again.unfinished()) == 9
    assert again.found.gaps == 1
    again.close("closed")
    assert [path.read_bytes() for path in tmp_path.glob("journal.damaged-*")] == [bytes(data)]
    assert journal_file.read(tmp_path / "journal", KEY).is_whole


def test_a_file_that_is_no_journal_of_this_store_is_set_aside_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "journal").write_bytes(b"something else entirely")
    journal = Journal.open(tmp_path, KEY)
    journal.pencil(a_pencil())
    assert journal.flush()
    journal.close()
    assert on_disk(tmp_path) == {"note:1": "words"}
    assert [path.read_bytes() for path in tmp_path.glob("journal.damaged-*")] == [b"something else entirely"]


def test_the_chore_is_done_when_there_is_nothing_else_to_do(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    is_done = threading.Event()
    monkeypatch.setattr(journals, "_IDLE", 0.05)
    journal.chore = lambda: (done.append(threading.current_thread().name), is_done.set())[0]
    journal.pencil(a_pencil())
    assert is_done.wait(_LONG)
    assert set(done) == {"journal"}


_FULL = """
import resource, signal, sys
from pathlib import Path
from storage.journal import Journal, Pencil
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
journal = Journal.open(Path(sys.argv[1]), bytes(range(32)))
kept = []
journal.on_kept = lambda each: kept.append(each.at)
number = 0
while journal.trouble is None:
    number += 1
    journal.pencil(Pencil("note:1", "x" * number, {}, f"{number:06}"))
    journal.flush(0.2)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(kept[-1], number, journal.flush(), kept[-1])
"""


def test_on_a_full_disk_nothing_kept_is_lost_and_the_rest_is_kept_when_there_is_room(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _FULL, str(tmp_path), "20000"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    kept_when_full, number, is_flushed, kept_at_last = ran.stdout.split()
    assert int(kept_when_full) < int(number) == int(kept_at_last)
    assert is_flushed == "True"
    assert on_disk(tmp_path) == {"note:1": "x" * int(number)}
    assert journal_file.read(tmp_path / "journal", KEY).is_whole


def test_the_file_is_written_anew_with_what_a_sieve_lets_through(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, KEY)
    journal.add(b"c", b"goes")
    journal.add(b"c", b"stays")
    journal.pencil(Pencil("note:new", "half a sentence"))
    journal.flush()
    assert journal.rewrite(lambda records: [each for each in records if each[1] != b"goes"])
    journal.add(b"c", b"comes later")
    journal.close()
    found = journal_file.read(tmp_path / journals.FILE, KEY)
    assert found.is_whole
    assert [each.data for each in found.entries if each.kind == b"c"] == [b"stays", b"comes later"]
    again = Journal.open(tmp_path, KEY)
    assert [each.text for each in again.unfinished()] == ["half a sentence"]
    again.close()
