# SPDX-License-Identifier: MIT
"""Books of an older hub are brought forward with all that is in them; those of a newer one are left alone."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from storage.errors import StoreTrouble
from storage.hub import migrations
from storage.hub.books import Books
from storage.hub.identity import identity
from storage.hub.migrations import VERSION, version_of
from storage.hub.postgres import PostgresBooks
from storage.hub.sqlite import FILE, SqliteBooks
from storage.vault import open_vault
from tests.storage.hub.conftest import new_database
from tests.storage.hub.people import Laptop, Office, seq

KEY = bytes(range(32))
FIRST_BOOKS = """
CREATE TABLE hub (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE invitations (digest TEXT PRIMARY KEY, label TEXT NOT NULL, made TEXT NOT NULL, expires BIGINT NOT NULL,
 used_by TEXT NOT NULL DEFAULT '');
CREATE TABLE devices (device TEXT PRIMARY KEY, verify_key TEXT NOT NULL, box_key TEXT NOT NULL, label TEXT NOT NULL,
 enrolled TEXT NOT NULL, seen TEXT NOT NULL DEFAULT '', revoked TEXT NOT NULL DEFAULT '');
CREATE TABLE grants (stream TEXT NOT NULL, device TEXT NOT NULL, number BIGINT NOT NULL, signature TEXT NOT NULL,
 said TEXT NOT NULL, PRIMARY KEY (stream, device, number, signature));
CREATE INDEX grants_device ON grants (device);
CREATE TABLE wraps (stream TEXT NOT NULL, device TEXT NOT NULL, epoch BIGINT NOT NULL, wrapped {blob} NOT NULL,
 PRIMARY KEY (stream, device, epoch));
CREATE TABLE ends (stream TEXT NOT NULL, device TEXT NOT NULL, seq BIGINT NOT NULL, digest {blob} NOT NULL,
 PRIMARY KEY (stream, device));
CREATE TABLE changes (stream TEXT NOT NULL, device TEXT NOT NULL, seq BIGINT NOT NULL, epoch BIGINT NOT NULL,
 previous {blob} NOT NULL, commitment {blob} NOT NULL, signature {blob} NOT NULL, body {blob},
 PRIMARY KEY (stream, device, seq));
CREATE TABLE held (stream TEXT NOT NULL, device TEXT NOT NULL, seq BIGINT NOT NULL, epoch BIGINT NOT NULL,
 previous {blob} NOT NULL, commitment {blob} NOT NULL, signature {blob} NOT NULL, body {blob}, why TEXT NOT NULL,
 at TEXT NOT NULL, PRIMARY KEY (stream, device, seq, commitment));
CREATE TABLE documents (stream TEXT NOT NULL, name TEXT NOT NULL, size BIGINT NOT NULL, body {blob} NOT NULL,
 bearer TEXT NOT NULL, held INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (stream, name));
INSERT INTO hub VALUES ('name', 'the first hub');
"""
"""What the very first hub made, written down here so that it cannot move with the code."""
Again = Callable[[], Books]


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Again, Callable[[str], None]]]:
    """Give how books of the first hub are opened, and how statements are run on them behind its back."""
    if request.param == "sqlite":

        def run(statements: str) -> None:
            with closing(open_vault(tmp_path / FILE, KEY).conn) as connection:
                connection.executescript(statements)

        run(FIRST_BOOKS.format(blob="BLOB"))
        yield lambda: SqliteBooks(tmp_path, KEY), run
        return
    address = new_database(request.getfixturevalue("postgres"))

    def run_there(statements: str) -> None:
        with psycopg.connect(address) as connection:
            connection.execute(statements)  # type: ignore[arg-type]

    run_there(FIRST_BOOKS.format(blob="BYTEA"))
    yield lambda: PostgresBooks(address), run_there


def _version(books: Books) -> int:
    with books.open() as entries:
        return version_of(entries.run)


def test_books_of_the_first_hub_are_brought_forward_and_nothing_in_them_is_lost(
    old: tuple[Again, Callable[[str], None]], tmp_path: Path
) -> None:
    laptop, (opened, _run) = Laptop(), old
    stream = laptop.stream()
    with closing(opened()) as books:
        assert _version(books) == VERSION
        with books.open() as entries:
            assert entries.register.word("name") == "the first hub"
        hub = Office(books, identity(tmp_path / "identity"))
        hub.enrol(laptop)
        hub.hears(laptop, grants=[laptop.root(stream)], sealed=laptop.writes(stream, 3))
        before = hub.all_of_it()
    with closing(opened()) as books:
        hub = Office(books, hub.identity)
        assert hub.all_of_it() == before
        assert seq(hub.hears(laptop, have={stream: {}}).sealed) == [1, 2, 3]


def test_books_of_a_newer_hub_are_refused_plainly_and_left_as_they_are(
    old: tuple[Again, Callable[[str], None]],
) -> None:
    opened, run = old
    run("INSERT INTO hub VALUES ('schema', '99')")
    with pytest.raises(StoreTrouble, match="newer version of Arolwg"):
        opened()
    run("UPDATE hub SET value = '1' WHERE name = 'schema' AND value = '99'")
    with closing(opened()) as books:
        assert _version(books) == VERSION


def test_a_step_that_fails_leaves_the_books_as_they_were(
    old: tuple[Again, Callable[[str], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, _run = old

    def breaks(run: object, _blob: str) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(migrations, "_STEPS", (*migrations._STEPS, breaks))
        with pytest.raises(ZeroDivisionError):
            opened()
    with monkeypatch.context() as looking:
        looking.setattr("storage.hub.sqlite.forward", lambda *_given: None)
        looking.setattr("storage.hub.postgres.forward", lambda *_given: None)
        with closing(opened()) as books:
            assert _version(books) == 0


def test_there_is_a_step_for_every_version() -> None:
    assert len(migrations._STEPS) == VERSION


def test_embedded_books_are_copied_beside_themselves_first(tmp_path: Path) -> None:
    with closing(open_vault(tmp_path / FILE, KEY).conn) as connection:
        connection.executescript(FIRST_BOOKS.format(blob="BLOB"))
    (tmp_path / f"{FILE}.before-{VERSION}.part").write_bytes(b"half a copy")
    SqliteBooks(tmp_path, KEY).close()
    assert not list(tmp_path.glob("*.part"))
    copy = tmp_path / f"{FILE}.before-{VERSION}"
    with closing(open_vault(copy, KEY).conn) as connection:
        assert connection.execute("SELECT value FROM hub").fetchall() == [("the first hub",)]
    SqliteBooks(tmp_path / "new", KEY).close()
    assert [each.name for each in (tmp_path / "new").glob("*before*")] == []
