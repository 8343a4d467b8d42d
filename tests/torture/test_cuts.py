# SPDX-License-Identifier: MIT
"""The journal cut anywhere: its reader at every byte of its last 64 KB, the whole store at every record's edges."""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import journal_file
from storage.check import check
from storage.journal import Journal
from storage.journal_file import Reading, Tail, read
from storage.pencil import RUBBED, unfinished_in
from storage.store import FILE, open_store
from tests.builders import PASSPHRASE
from tests.torture.conftest import times
from tests.torture.side_by_side import Lived
from tests.torture.typist import Told, lost, type_on

pytestmark = [pytest.mark.torture, pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")]
Torment = Callable[[int, Lived], None]
KEY = bytes(range(32))
_LAST = 64 * 1024


def test_the_reader_is_fed_every_cut_of_the_last_64_kilobytes(tmp_path: Path, totals: Counter[str]) -> None:
    path, chance = tmp_path / "journal", random.Random(64)
    tail, ends = Tail(path, KEY, Reading(generation=1)), [len(journal_file.MAGIC)]
    while tail.end < _LAST + 2000:
        tail.append([(b"x", chance.randbytes(chance.choice((10, 300, 5000))))])
        ends.append(tail.end)
    tail.close()
    first, last = tail.end - _LAST, tail.end
    cuts = (
        range(first, last) if not os.environ.get("N") else chance.sample(range(first, last), min(_LAST, times(0) * 40))
    )
    for size in sorted(cuts, reverse=True):
        os.truncate(path, size)
        whole = [end for end in ends if end <= size]
        found = read(path, KEY)
        assert (len(found.entries), found.end, found.torn) == (len(whole) - 1, whole[-1], size - whole[-1])
        totals["cuts of the journal read"] += 1


def test_the_whole_store_is_opened_after_cuts_at_every_edge_and_anywhere(
    folder: Path, tmp_path: Path, torment: Torment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "_compact", lambda _self: None)
    behind = (folder / FILE).read_bytes()
    with (tmp_path / "told").open("wb") as told:
        type_on(folder, told.fileno(), 1, most=6)
    store = open_store(folder, PASSPHRASE)
    key = store.echo.key
    store.close()
    ends = _ends(folder / "journal", key)
    edges = [at + by for at, _ in ends for by in (-1, 0, 1)]
    chance = random.Random(500)
    cuts = [*edges, *(chance.randrange(ends[0][0], ends[-1][0]) for _ in range(500))]
    chance.shuffle(cuts)

    def lived(number: int, place: Path, counted: Counter[str]) -> None:
        cut = cuts[number % len(cuts)]
        into = shutil.copytree(folder, place.with_name("cut"))
        (into / FILE).write_bytes(behind)
        for left in into.glob(FILE + "-*"):
            left.unlink()
        os.truncate(into / "journal", min(cut, ends[-1][0]))
        store = open_store(into, PASSPHRASE)
        told_then = Told()
        for _, said in (each for each in ends if each[0] <= cut):
            told_then.hear(said)
        counted["characters lost"] += lost(store, told_then)
        assert lost(store, told_then) == 0
        assert check(store).problems == ()
        store.close()
        shutil.rmtree(into)
        counted["stores opened after a cut"] += 1

    torment(len(cuts), lived)


def _ends(path: Path, key: bytes) -> list[tuple[int, bytes]]:
    """Return where each record ends, and what it said was kept, as the typist tells it."""
    at, found = len(journal_file.MAGIC), []
    for each in read(path, key).entries:
        at += each.size
        pencils = unfinished_in([each]).values()
        said = b"".join(f"{pencil.about['n']} {int(pencil.at)}\n".encode() for pencil in pencils)
        if each.kind == RUBBED:
            said = b"%s ink\n" % each.data.removeprefix(b"note:")
        found.append((at, said))
    return found
