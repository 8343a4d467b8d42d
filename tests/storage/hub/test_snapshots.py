# SPDX-License-Identifier: MIT
"""Sealed snapshots in the books: the newest of each stream and no other, on either database."""

import pytest

from storage.hub.books import Books
from storage.hub.office import Refusal
from storage.hub.snapshots import Kept


def _kept(stream: str, changes: int, body: bytes) -> Kept:
    return Kept(stream, "bearer", changes, body)


def _refused_after(books: Books, snapshot: Kept) -> None:
    with books.open() as entries:
        entries.snapshots.keep(snapshot)
        raise Refusal("stranger")


def test_a_stream_s_newest_takes_the_place_of_the_one_before_and_of_no_other(books: Books) -> None:
    with books.open() as entries:
        for each in (_kept("one", 1000, b"old"), _kept("two", 7, b"other"), _kept("one", 2000, b"\0new\xff")):
            entries.snapshots.keep(each)
    with books.open() as entries:
        assert entries.snapshots.get("one") == b"\0new\xff"
        assert entries.snapshots.get("two") == b"other"
        assert entries.snapshots.counts(["one", "two", "three"]) == {"one": 2000, "two": 7}
        [(size,)] = entries.run("SELECT SUM(size) FROM snapshots")
        assert size == len(b"\0new\xff") + len(b"other"), "the status page adds these up"


def test_there_is_none_of_a_stream_that_nobody_handed_one_in_of(books: Books) -> None:
    with books.open() as entries:
        assert entries.snapshots.get("one") is None
        assert entries.snapshots.counts(["one"]) == {}
        assert entries.snapshots.counts([]) == {}


def test_one_that_was_refused_with_its_request_leaves_the_one_before(books: Books) -> None:
    with books.open() as entries:
        entries.snapshots.keep(_kept("one", 1000, b"old"))
    with pytest.raises(Refusal):
        _refused_after(books, _kept("one", 2000, b"new"))
    with books.open() as entries:
        assert entries.snapshots.get("one") == b"old"
        assert entries.snapshots.counts(["one"]) == {"one": 1000}
