# SPDX-License-Identifier: MIT
"""The books in PostgreSQL, for several service processes side by side. One process alone: sqlite.py."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool, PoolTimeout

from resources.language import N_
from storage.errors import CannotKeep, StoreTrouble
from storage.hub.books import Entries
from storage.hub.migrations import forward

_MOST = 8
"""Connections of one service process."""
_WAIT = 10.0
"""Seconds that a request waits for a connection before it is told so."""
_SCHEMA_LOCK = 4_730_517
"""Any number of our own: two services that begin at once make the tables one after the other."""


class _Run:
    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    def __call__(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        cursor = self._connection.execute(_marked(statement), tuple(values))
        return cursor.fetchall() if cursor.description else []

    def many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(_marked(statement), rows)


def _marked(statement: str) -> Any:
    return statement.replace("?", "%s")


class PostgresBooks:
    """The hub's books in a PostgreSQL database."""

    is_shared = True

    def __init__(self, address: str) -> None:
        """Connect and bring the tables to this version. Raise StoreTrouble when nobody answers, or they are newer."""
        self._pool = ConnectionPool(address, min_size=1, max_size=_MOST, timeout=_WAIT, open=False)
        try:
            self._pool.open(wait=True, timeout=_WAIT)
            with self._pool.connection() as connection:
                connection.execute("SELECT pg_advisory_xact_lock(%s)", (_SCHEMA_LOCK,))
                forward(_Run(connection), "BYTEA")
        except (psycopg.Error, PoolTimeout) as problem:
            self._pool.close()
            raise _unreachable() from problem
        except StoreTrouble:
            self._pool.close()
            raise

    @contextmanager
    def open(self) -> Iterator[Entries]:
        """Give the books within one transaction. Raise CannotKeep when the database refuses; then nothing is kept."""
        try:
            with self._pool.connection() as connection:
                yield Entries(_Run(connection))
        except PoolTimeout as problem:
            raise _unreachable() from problem
        except psycopg.OperationalError as problem:
            raise CannotKeep(
                N_("The hub's database refuses. Nothing of this was kept."),
                N_("Look at the database: is it running, is its disk full?"),
            ) from problem

    def close(self) -> None:
        """Give every connection back."""
        self._pool.close()


def _unreachable() -> StoreTrouble:
    return StoreTrouble(
        N_("The hub's database does not answer."), N_("Check that PostgreSQL is running, and the address given.")
    )
