# SPDX-License-Identifier: MIT
"""The Qt binding itself: see ui/binding.py for what PySide6 6.12 does to None on Python 3.11."""

import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_MANY_CALLS = """
import sys
from ui import binding
if len(sys.argv) > 1:
    binding.make_immortal()
from PySide6.QtGui import QFont
font = QFont()
for call in range(200_000):
    font.setBold(True)
    font.bold()
    font.italic()
"""


def test_two_hundred_thousand_calls_do_not_abort_the_process() -> None:
    done = _run("safe")
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal by itself")
def test_without_it_they_would() -> None:
    """When this fails, the binding was put right: take ui/binding.py out."""
    assert "deallocating None" in _run().stderr


def _run(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", _MANY_CALLS, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=_ROOT)
