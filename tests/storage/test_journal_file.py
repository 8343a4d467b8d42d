# SPDX-License-Identifier: MIT
"""The journal as bytes: every cut, every flipped byte, dropped, swapped and replayed records."""

import os
import random
import shutil
from pathlib import Path

import pytest

from storage import journal_file
from storage.journal_file import Reading, Tail, read, read_last, write_anew

KEY = bytes(range(32))
RECORDS = [(b"x", f"words of record {number}".encode() * (5 + number % 5)) for number in range(14)]


def a_file(path: Path, records: list[tuple[bytes, bytes]] = RECORDS) -> list[int]:
    """Write the records one by one and return where each ends."""
    tail, ends = Tail(path, KEY, Reading(generation=1)), []
    for record in records:
        tail.append([record])
        ends.append(tail.end)
    tail.close()
    return ends


def said(found: Reading) -> list[tuple[bytes, bytes]]:
    """Return (kind, data) of what was read."""
    return [(each.kind, each.data) for each in found.entries]


def test_what_is_appended_is_read_back_in_order(tmp_path: Path) -> None:
    a_file(tmp_path / "journal")
    found = read(tmp_path / "journal", KEY)
    assert said(found) == RECORDS
    assert found.is_whole


def test_nothing_is_in_a_missing_or_an_empty_file(tmp_path: Path) -> None:
    assert read(tmp_path / "journal", KEY) == Reading()
    (tmp_path / "journal").touch()
    assert read(tmp_path / "journal", KEY) == Reading()
    assert read_last(tmp_path / "journal", KEY) == Reading()


def test_no_word_stands_in_the_file_in_the_clear(tmp_path: Path) -> None:
    a_file(tmp_path / "journal")
    assert b"words" not in (tmp_path / "journal").read_bytes()


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    a_file(tmp_path / "journal")
    assert read(tmp_path / "journal", bytes(32)).entries == ()


def test_a_tail_torn_at_any_byte_of_the_last_two_thousand_costs_only_what_was_torn(tmp_path: Path) -> None:
    ends = a_file(tmp_path / "journal")
    length = (tmp_path / "journal").stat().st_size
    for size in range(length, length - 2049, -1):
        os.truncate(tmp_path / "journal", size)
        found = read(tmp_path / "journal", KEY)
        whole = [end for end in ends if end <= size]
        assert said(found) == RECORDS[: len(whole)]
        assert (found.end, found.torn, found.gaps) == (whole[-1], size - whole[-1], 0)


def test_after_a_torn_tail_writing_goes_on_where_the_last_sound_record_ends(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    a_file(path)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 7)
    tail = Tail(path, KEY, read(path, KEY))
    tail.append([(b"y", b"after the cut")])
    tail.close()
    found = read(path, KEY)
    assert said(found) == [*RECORDS[:-1], (b"y", b"after the cut")]
    assert found.is_whole


def test_a_flipped_byte_anywhere_costs_one_record_and_is_seen(tmp_path: Path) -> None:
    ends = a_file(tmp_path / "journal")
    data = bytearray((tmp_path / "journal").read_bytes())
    chance = random.Random(7)
    for _ in range(200):
        at = chance.randrange(len(journal_file.MAGIC), len(data))
        data[at] ^= 1 << chance.randrange(8)
        (tmp_path / "flipped").write_bytes(data)
        hit = next(number for number, end in enumerate(ends) if at < end)
        found = read(tmp_path / "flipped", KEY)
        assert said(found) == RECORDS[:hit] + RECORDS[hit + 1 :]
        assert not found.is_whole
        data = bytearray((tmp_path / "journal").read_bytes())


def test_a_record_dropped_swapped_or_played_again_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    ends = a_file(path)
    data = path.read_bytes()
    parts = [data[start:end] for start, end in zip([len(journal_file.MAGIC), *ends], ends, strict=False)]
    start = data[: len(journal_file.MAGIC)]
    for altered in (
        parts[:3] + parts[4:],
        [*parts[:3], parts[4], parts[3], *parts[5:]],
        [*parts, parts[5]],
        [*parts[:6], parts[2], *parts[6:]],
        parts[1:],
    ):
        path.write_bytes(start + b"".join(altered))
        assert not read(path, KEY).is_whole


def test_a_record_of_an_older_generation_is_no_record_of_this_one(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    a_file(old)
    write_anew(new, KEY, RECORDS[:5], 2)
    new.write_bytes(new.read_bytes() + old.read_bytes()[len(journal_file.MAGIC) :])
    found = read(new, KEY)
    assert said(found) == RECORDS[:5]
    assert not found.is_whole


def test_zeros_after_the_end_as_a_power_cut_leaves_them_are_a_torn_tail(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    a_file(path)
    path.write_bytes(path.read_bytes() + bytes(5000))
    found = read(path, KEY)
    assert said(found) == RECORDS
    assert (found.torn, found.gaps) == (5000, 0)


def test_the_last_record_is_found_without_reading_the_others(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    a_file(path)
    assert said(read_last(path, KEY)) == RECORDS[-1:]
    path.write_bytes(path.read_bytes()[:-1])
    assert read_last(path, KEY).entries == ()


def test_a_file_written_anew_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    a_file(path)
    tail = Tail(path, KEY, write_anew(path, KEY, RECORDS[:3], 2))
    tail.append(RECORDS[3:5])
    tail.close()
    found = read(path, KEY)
    assert said(found) == RECORDS[:5]
    assert (found.generation, found.is_whole) == (2, True)
    assert list(tmp_path.iterdir()) == [path]


def test_what_the_disk_refused_is_cut_off_before_the_next_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal"
    tail = Tail(path, KEY, Reading(generation=1))
    tail.append(RECORDS[:3])

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(OSError, match="no room"):
            tail.append(RECORDS[3:6])
    tail.append(RECORDS[3:6])
    tail.close()
    found = read(path, KEY)
    assert said(found) == RECORDS[:6]
    assert found.is_whole


def test_a_file_taken_away_is_never_begun_anew_unseen(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    a_file(path)
    tail = Tail(path, KEY, read(path, KEY))
    path.write_bytes(b"")
    with pytest.raises(OSError, match="taken away"):
        tail.append([(b"x", b"words")])


def test_a_copy_reads_the_same(tmp_path: Path) -> None:
    a_file(tmp_path / "journal")
    shutil.copyfile(tmp_path / "journal", tmp_path / "copy")
    assert read(tmp_path / "copy", KEY) == read(tmp_path / "journal", KEY)
