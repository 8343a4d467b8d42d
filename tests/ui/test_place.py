# SPDX-License-Identifier: MIT
"""Where the store lies: where AROLWG_STORE says, else in the person's own data folder."""

from pathlib import Path

import pytest

from ui.place import default_folder


def test_the_environment_may_name_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AROLWG_STORE", str(tmp_path))
    assert default_folder() == tmp_path
    monkeypatch.delenv("AROLWG_STORE")
    assert default_folder().parts[-2:] == ("arolwg", "store")
