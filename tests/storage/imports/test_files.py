# SPDX-License-Identifier: MIT
"""A file that a person chose is read whole, or refused with what to do."""

from pathlib import Path

import pytest

from storage.errors import BadFile
from storage.imports.files import read_at_most


def test_a_file_within_the_limit_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"four")
    assert read_at_most(file, 4) == b"four"


def test_a_larger_one_is_refused_with_the_limit_and_the_advice(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"x" * (1024**2 + 1))
    with pytest.raises(BadFile, match="larger") as refused:
        read_at_most(file, 1024**2, "Split it.")
    assert refused.value.values == {"limit": 1}
    assert refused.value.advice == "Split it."


def test_one_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be read"):
        read_at_most(tmp_path / "gone.txt", 4)
