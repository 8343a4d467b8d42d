# SPDX-License-Identifier: MIT
"""Start to painted window, each run a process of its own, against an empty QMainWindow and the unlock's Argon2."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from storage.acts import members
from storage.store import create
from tests.bench._timing import Row, alternating, row

PASSPHRASE = "a lantern under seven hills"
_EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
from argon2.low_level import Type, hash_secret_raw
hash_secret_raw(b"secret", b"sixteen bytes of", 3, 64 * 1024, 4, 32, Type.ID)
"""
_SHEET = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import House
app = QApplication([])
house = House(app, Path(sys.argv[1]))
house.greet()
app.processEvents()
"""
_DESK = f"""
{_SHEET}
house.front.field.edit.setText({PASSPHRASE!r})
house.front.submit()
app.processEvents()
house.end()
"""


def rows(runs: int = 5) -> Iterable[Row]:
    """Yield start to the sheet that unlocks, and start to the unlocked window with nothing warmed up."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "store"
        store, _code = create(folder, PASSPHRASE)
        members.introduce(store, "Practice Inspector")
        store.close()
        for what, program in (("the sheet that unlocks", _SHEET), ("the unlocked window, in one go", _DESK)):
            ours, floor = alternating(_Run(program, folder), _Run(_EMPTY, folder), runs)
            yield row(f"start to {what}, painted", ours, floor, "empty window + Argon2")


class _Run:
    def __init__(self, program: str, folder: Path) -> None:
        self._words = [sys.executable, "-c", program, str(folder)]
        self._world = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    def __call__(self) -> None:
        subprocess.run(self._words, env=self._world, check=True, stderr=subprocess.DEVNULL)
