# SPDX-License-Identifier: MIT
"""The embedded books: encrypted, kept whole or not at all, copied while the hub runs, damaged ones told."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.errors import StoreTrouble
from storage.hub.__main__ import main
from storage.hub.identity import identity
from storage.hub.sqlite import FILE, SqliteBooks
from tests.storage.hub.people import Laptop, Office, seq

KEY = bytes(range(32))


def test_nothing_of_them_is_readable_without_the_hubs_key(tmp_path: Path) -> None:
    laptop = Laptop()
    with closing(SqliteBooks(tmp_path, KEY)) as books:
        Office(books, identity(tmp_path)).enrol(laptop)
    everything = b"".join(path.read_bytes() for path in tmp_path.glob(FILE + "*"))
    assert laptop.id.encode() not in everything
    assert not everything.startswith(b"SQLite")
    with pytest.raises(StoreTrouble):
        SqliteBooks(tmp_path, bytes(32))


def test_a_copy_made_while_the_hub_runs_is_whole_and_opens_with_the_same_key(tmp_path: Path) -> None:
    laptop = Laptop()
    stream = laptop.stream()
    with closing(SqliteBooks(tmp_path / "hub", KEY)) as books:
        hub = Office(books, identity(tmp_path))
        hub.enrol(laptop)
        hub.hears(laptop, grants=[laptop.root(stream)], sealed=laptop.writes(stream, 3))
        (tmp_path / "back").mkdir()
        books.copy_to(tmp_path / "back" / FILE)
        hub.hears(laptop, sealed=laptop.writes(stream, 2))
    with closing(SqliteBooks(tmp_path / "back", KEY)) as books:
        hub = Office(books, hub.identity)
        assert seq(hub.hears(laptop, have={stream: {}}).sealed) == [1, 2, 3]
        hub.hears(laptop, sealed=laptop.chains[stream])
        assert seq(hub.hears(laptop, have={stream: {}}).sealed) == [1, 2, 3, 4, 5]


def test_the_offices_verbs_may_open_them_beside_the_service(tmp_path: Path) -> None:
    with closing(SqliteBooks(tmp_path, KEY)) as service, closing(SqliteBooks(tmp_path, KEY)) as verb:
        with service.open() as entries:
            entries.register.keep_word("name", "service")
        with verb.open() as entries:
            assert entries.register.word("name") == "service"
        assert not service.is_shared


_CUT_OFF = """
import resource, sys
from storage.hub.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))
sys.exit(main(["--data", sys.argv[1], "backup", sys.argv[2]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_backup_that_a_full_disk_cuts_off_is_none(tmp_path: Path) -> None:
    hub = identity(tmp_path / "hub")
    with closing(SqliteBooks(tmp_path / "hub", hub.books)):
        pass
    to = tmp_path / "backup.db"
    cut = subprocess.run([sys.executable, "-c", _CUT_OFF, tmp_path / "hub", to], capture_output=True, text=True)
    assert cut.returncode != 0
    assert "disk" in cut.stderr
    assert {each.name for each in tmp_path.iterdir()} == {"hub"}, "nothing that could pass for a backup"
    assert main(["--data", str(tmp_path / "hub"), "backup", str(to)]) == 0
    assert to.stat().st_size > 40_000
    assert {each.name for each in tmp_path.iterdir()} == {"hub", "backup.db"}


def test_damaged_books_are_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no books at all" * 1000)
    with pytest.raises(StoreTrouble):
        SqliteBooks(tmp_path, KEY)
    assert (tmp_path / FILE).read_bytes() == b"no books at all" * 1000
