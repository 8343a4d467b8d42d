# SPDX-License-Identifier: MIT
"""A process that has opened a store leaves no core file, however it ends."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_an_open_store_forbids_core_dumps_and_an_abort_leaves_none(tmp_path: Path) -> None:
    program = (
        "import os, resource, sys\n"
        "from pathlib import Path\n"
        "from storage.store import create\n"
        "store, _ = create(Path('store'), 'a lantern under seven hills')\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)\n"
        "os.abort()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "(0, 0)", done.stderr
    assert done.returncode < 0
    assert [each.name for each in tmp_path.iterdir()] == ["store"]
