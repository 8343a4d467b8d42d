# SPDX-License-Identifier: MIT
"""Settings: kept, read back, and never a reason not to start."""

from pathlib import Path

import pytest

from storage.errors import CannotKeep
from storage.settings import FILE, Settings, keep, load


def test_what_is_kept_is_loaded(tmp_path: Path) -> None:
    wanted = Settings(language="cy", scheme="dark", percent=200, idle_minutes=0)
    keep(tmp_path / "new", wanted)
    assert load(tmp_path / "new") == wanted


@pytest.mark.parametrize("text", ["", "[]", "{", '{"percent": "big", "language": 3, "unheard": 1}', "\x00"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert load(tmp_path) == Settings()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotKeep):
        keep(tmp_path / "file" / "folder", Settings())
