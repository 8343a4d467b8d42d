# SPDX-License-Identifier: MIT
"""A real hub in a process of its own, on both databases; and devices that are enrolled with it."""

import atexit
import contextlib
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
import urllib3

from storage.hub.__main__ import main
from storage.hub.books import Books
from storage.hub.identity import CERTIFICATE, identity
from storage.hub.postgres import PostgresBooks
from storage.hub.sqlite import SqliteBooks
from storage.hub.tables import TABLES
from storage.job import run_now
from storage.store import Store
from storage.sync import exchange
from storage.sync.exchange import Progress
from storage.sync.road import Hub, read_invitation
from tests.storage.hub.near import NearHub

ROOT = Path(__file__).parents[3]
_PATIENCE = 2_400
"""Looks at a hub that starts, a twentieth of a second apart: two minutes, for a busy machine is not wrong."""


@dataclass
class RunningHub:
    """One service process and its office's verbs."""

    data: Path
    port: int
    database: str = ""
    plain: bool = True
    process: "subprocess.Popen[bytes] | None" = None
    address: str = field(init=False)

    def __post_init__(self) -> None:
        self.address = f"{'http' if self.plain else 'https'}://127.0.0.1:{self.port}"

    def __enter__(self) -> "RunningHub":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def log(self) -> Path:
        """Return where its log goes: beside the folder, not in it."""
        return self.data.parent / f"{self.data.name}-{self.port}.log"

    def command(self, *verb: str) -> list[str]:
        """Return the command of a verb; of none, of the service."""
        given = ["--data", str(self.data), "--port", str(self.port), *(["--plain"] if self.plain else [])]
        return [
            sys.executable,
            "-m",
            "storage.hub",
            *given,
            *(["--database", self.database] if self.database else []),
            *verb,
        ]

    def start(self) -> "RunningHub":
        """Start the service and wait until it answers."""
        self.data.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command(), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=log)
        for _ in range(_PATIENCE):
            if self.is_up():
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.stop()
        raise AssertionError(f"the hub does not answer: {self.log.read_text('utf-8')}")

    def is_up(self) -> bool:
        """Say whether it answers that it is ready."""
        if not self.plain and not (self.data / CERTIFICATE).exists():
            return False
        finger = "" if self.plain else identity(self.data).fingerprint()
        pinned: dict[str, Any] = {"cert_reqs": "CERT_NONE", "assert_fingerprint": finger} if finger else {}
        with urllib3.PoolManager(retries=False, timeout=2.0, **pinned) as pool:
            try:
                return pool.request("GET", self.address + "/health").status == 200
            except urllib3.exceptions.HTTPError:
                return False

    def stop(self) -> None:
        """Kill the service: it may happen at any moment."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def office(self, *verb: str) -> str:
        """Do one of the office's verbs beside the running service and return what it said."""
        with contextlib.redirect_stdout(io.StringIO()) as said:
            assert main(self.command(*verb)[3:]) == 0
        return said.getvalue().strip()

    def enrol(self, *stores: Store) -> Hub:
        """Invite and enrol stores; return the hub as they know it."""
        for store in stores:
            hub, secret = read_invitation(self.office("invite", f"laptop {store.device.id[:4]}"))
            run_now(exchange.enrolling(store, hub, secret), store)
        return hub


def free_port() -> int:
    """Return a port that nobody listens on, and that is nobody else's until this process ends.

    Not one that the system offers: those it gives away again, to any call that goes out before the hub is up.
    """
    for port in range(20_000 + os.getpid() % 6_000, 32_000):
        token = socket.socket(type=socket.SOCK_DGRAM)
        try:
            token.bind(("127.0.0.1", port))  # another protocol's port of the number: what tests agree by
            with socket.socket() as listener:
                listener.bind(("127.0.0.1", port))
        except OSError:
            token.close()
        else:
            atexit.register(token.close)  # until then it holds the number
            return port
    raise AssertionError("no port is free")


def synced(store: Store, hub: Hub) -> Progress:
    """Sync a store until both sides have everything."""
    progress = Progress()
    for job in exchange.rounds(store, hub, progress):
        run_now(job, store)
    return progress


def postgres_tools() -> Path | None:
    """Return the folder of PostgreSQL's programs, or None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]
    return next(iter(found or [Path(each).parent for each in [shutil.which("initdb")] if each]), None)


@contextlib.contextmanager
def a_postgres(tools: Path, options: str = "-c fsync=off") -> Iterator[str]:
    """Give the address of a PostgreSQL of our own, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="arolwg-pg-"))
    as_other = []
    if os.geteuid() == 0:  # it refuses to run as root
        shutil.chown(folder, "postgres")
        as_other = ["runuser", "-u", "postgres", "--"]
    port = free_port()

    def run(tool: str, *given: str) -> None:
        done = subprocess.run(
            [*as_other, str(tools / tool), *given], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr

    run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "hub", "--no-locale", "-E", "UTF8")
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} {options}"
    run("pg_ctl", "-D", str(folder / "data"), "-w", "-t", "180", "-l", str(folder / "log"), "-o", options, "start")
    try:
        run("createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "hub", "hub")
        yield f"postgresql://hub@127.0.0.1:{port}/hub"
    finally:
        run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-t", "180", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Give the address of a PostgreSQL of our own; skip loudly where there is none."""
    tools = postgres_tools()
    if tools is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is missing: .ci/install brings it")
        pytest.skip("NOT PROVED: the hub on PostgreSQL (apt-get install postgresql)")
    with a_postgres(tools) as address:
        yield address


def new_database(address: str) -> str:
    """Make a new database beside the one at the address, and return its own."""
    name = f"hub_{os.getpid()}_{time.monotonic_ns()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
    return address.rpartition("/")[0] + f"/{name}"


@pytest.fixture(scope="session")
def one_database(postgres: str) -> Iterator[PostgresBooks]:
    """Give the hub's books in PostgreSQL, open as long as the tests run."""
    with contextlib.closing(PostgresBooks(postgres)) as books:
        yield books


@pytest.fixture(params=["sqlite", "postgresql"])
def books(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Books]:
    """Give empty books in this process, once on each database."""
    if request.param == "sqlite":
        with contextlib.closing(SqliteBooks(tmp_path / "books", bytes(32))) as made:
            yield made
        return
    shared: PostgresBooks = request.getfixturevalue("one_database")
    with shared.open() as entries:
        for table in TABLES:
            entries.run(f"DELETE FROM {table}")
    yield shared


@pytest.fixture
def near(tmp_path: Path) -> Iterator[NearHub]:
    """Give a hub in this process."""
    made = NearHub(tmp_path / "near")
    yield made
    made.close()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def hub(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """Give a running hub, once on each database, to all tests of a file: starting one takes long."""
    is_postgres = request.param == "postgresql"
    database = new_database(request.getfixturevalue("postgres")) if is_postgres else ""
    with RunningHub(tmp_path_factory.mktemp("hub") / "data", free_port(), database) as running:
        yield running
