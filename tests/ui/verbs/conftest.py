# SPDX-License-Identifier: MIT
"""The terminal as its user runs it: words in; exit code, output and errors out; the passphrase by file descriptor."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from resources import language
from ui import terminal

PASSPHRASE = "a lantern under seven hills"


@dataclass(frozen=True)
class Said:
    """What a verb answered."""

    code: int
    out: str
    err: str


Arolwg = Callable[..., Said]


@pytest.fixture
def arolwg(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Arolwg:
    """Run a verb on the store of the test, `arolwg("visits")`, or on another, with another passphrase."""

    def run(*words: str, store: Path = tmp_path / "store", secret: str = PASSPHRASE) -> Said:
        reading, writing = os.pipe()
        os.write(writing, f"{secret}\n".encode())
        os.close(writing)
        try:
            code = terminal.run(["--store", str(store), "--passphrase-fd", str(reading), *words])
        except SystemExit as left:
            code = int(left.code or 0)
        finally:
            os.close(reading)
            language.use("en")
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def begun(arolwg: Arolwg) -> Arolwg:
    """The same, with a store begun and one visit planned."""
    assert arolwg("begin", "--name", "Practice Inspector").code == 0
    assert arolwg("visits", "plan", "Practice Borough Council", "--dates", "2026-11-24/2026-11-25").code == 0
    return arolwg
