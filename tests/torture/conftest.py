# SPDX-License-Identifier: MIT
"""How often each proof runs (N from the environment, else as often as the figures ask), and the totals' last line.

The proofs are lived through in several processes (`make torture`): each sends its counts home when it ends.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from storage import keys
from tests.torture import typist
from tests.torture.side_by_side import Lived, side_by_side

TOTALS: Counter[str] = Counter()
collect_ignore_glob = ["test_*.py"] if os.name == "nt" else []
"""Windows has neither fork nor kill -9; what is proved here is the same code."""


def times(full: int) -> int:
    """Return how often to run a proof: N, or its full figure."""
    return int(os.environ.get("N") or full)


@pytest.fixture
def totals() -> Counter[str]:
    """Give the counts that the last line says."""
    return TOTALS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder with a store in use, its passphrase quick to stretch; afterwards no planted word stands in it."""
    monkeypatch.setattr(keys, "_ARGON", {"time_cost": 1, "memory_cost": 64, "parallelism": 1})
    (tmp_path / "temp").mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path / "temp"))
    typist.begin(tmp_path / "store")
    yield tmp_path / "store"
    found = [path for path in tmp_path.rglob("*") if path.is_file() and typist.PLANTED in path.read_bytes()]
    TOTALS["files with planted words"] += len(found)
    assert not found


@pytest.fixture
def torment(folder: Path, totals: Counter[str]) -> Callable[[int, Lived], None]:
    """Give the way to live through something N times, or as often as the figures ask: `torment(200, lived)`."""
    return lambda full, lived: side_by_side(times(full), lived, folder.parent, totals)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send the counts of this process to the one that says the totals, if that is another."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["torture"] = dict(TOTALS)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Add what a process counted that has ended; of one that died, pytest itself says so."""
    TOTALS.update(getattr(node, "workeroutput", {}).get("torture", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the figures that long proofs printed though they passed."""
    passed = terminalreporter.stats.get("passed", [])
    said = [each.capstdout.strip() for each in passed if "torture" in each.keywords and each.capstdout.strip()]
    if said:
        terminalreporter.write_sep("=", "figures of the long proofs")
        terminalreporter.write_line("\n".join(said))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say the totals, last of all, in the process that has them all."""
    if TOTALS and not hasattr(config, "workeroutput"):
        print("torture: " + ", ".join(f"{count} {what}" for what, count in TOTALS.items()))
