# SPDX-License-Identifier: MIT
"""The books in PostgreSQL: two services at once, a database that goes away, a backup with its own means."""

import os
import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from storage.errors import CannotKeep, StoreTrouble
from storage.hub.identity import identity
from storage.hub.postgres import PostgresBooks
from storage.hub.tables import TABLES
from tests.storage.hub.conftest import free_port, new_database
from tests.storage.hub.people import Laptop, Office, seq


def test_no_database_at_the_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.hub.postgres._WAIT", 0.3)
    with pytest.raises(StoreTrouble, match="does not answer"):
        PostgresBooks(f"postgresql://hub@127.0.0.1:{free_port()}/hub")


def test_two_services_that_begin_at_once_share_one_set_of_books(postgres: str) -> None:
    address = new_database(postgres)
    with closing(PostgresBooks(address)) as one, closing(PostgresBooks(address)) as two:
        with one.open() as entries:
            entries.register.keep_word("name", "one")
        with two.open() as entries:
            assert entries.register.keep_word("name", "two") == "one"
        assert one.is_shared


def test_a_database_that_refuses_keeps_nothing(postgres: str) -> None:
    address = new_database(postgres)
    with closing(PostgresBooks(address)) as books:
        with pytest.raises(CannotKeep):
            _cut_off(books)
        with books.open() as entries:
            assert entries.register.word("name") == ""


def test_a_dump_holds_everything_and_restores_it_and_tells_nothing(postgres: str, tmp_path: Path) -> None:
    address, restored = new_database(postgres), new_database(postgres)
    laptop = Laptop()
    stream = laptop.stream()
    with closing(PostgresBooks(address)) as books:
        hub = Office(books, identity(tmp_path))
        hub.enrol(laptop)
        hub.hears(laptop, grants=[laptop.root(stream)], sealed=laptop.writes(stream, 3))
        hub.keeps(laptop, stream, b"sealed")
        before = hub.all_of_it()
    dumped = subprocess.run([_tool("pg_dump"), address], capture_output=True, check=True).stdout
    with psycopg.connect(restored, autocommit=True) as connection:
        assert not connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()[0]  # type: ignore[index]
    done = subprocess.run([_tool("psql"), "-q", "-v", "ON_ERROR_STOP=1", restored], input=dumped, check=False)
    assert done.returncode == 0
    with closing(PostgresBooks(restored)) as books:
        hub = Office(books, hub.identity)
        assert hub.all_of_it() == before
        assert seq(hub.hears(laptop, have={stream: {}}).sealed) == [1, 2, 3]
    assert all(f" {name} ".encode() in dumped or f".{name} ".encode() in dumped for name in TABLES)


def _cut_off(books: PostgresBooks) -> None:
    with books.open() as entries:
        entries.register.keep_word("name", "half")
        entries.run("SELECT pg_terminate_backend(pg_backend_pid())")


def _tool(name: str) -> str:
    found = shutil.which(name) or next(map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is missing: .ci/install brings it")
        pytest.skip(f"NOT PROVED: backup of the hub on PostgreSQL ({name} is missing)")
    return found
