# SPDX-License-Identifier: MIT
"""The typist at the real editor, offscreen: key by key into its page, until the process is killed. Run as a program.

A process of its own, because Qt does not live through a fork: each typist forks from here before Qt has begun.
"""

import json
import os
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from storage import keys
from storage.journal import Journal, Kept, Pencil
from storage.queries.visits import visits
from storage.store import open_store
from tests.builders import PASSPHRASE
from tests.torture.side_by_side import side_by_side
from tests.torture.typist import found_whole, killed_while_typing, renewed, words
from tests.ui.shown import a_desk
from ui.look import Look
from ui.notes import pencil
from ui.notes.editor import Editor

_MOMENTS = 0.004
"""Seconds between keys, at most on average: nobody types so fast, and so more happens before each kill."""


class Listener:
    """Hears what the editor hands over, and tells what of it is called kept."""

    def __init__(self, journal: Journal, tell: int) -> None:
        """Listen in on the journal."""
        self._tell, self._asked, self._pencil = tell, dict[tuple[str, str], tuple[str, int]](), journal.pencil
        journal.pencil = self._handed_over  # type: ignore[method-assign]
        journal.on_kept = self._kept

    def inked(self, number: int) -> None:
        """A note is ink, and the screen says so."""
        os.write(self._tell, f"{number} ink\n".encode())

    def _handed_over(self, entry: Pencil) -> None:
        number, colon, _ = entry.text.partition(":")
        if colon:
            shorter = self._asked.get((entry.place, entry.at), (number, len(entry.text)))
            self._asked[entry.place, entry.at] = min(shorter, (number, len(entry.text)), key=lambda each: each[1])
        self._pencil(entry)

    def _kept(self, kept: Kept) -> None:
        if not kept.is_ink and (kept.place, kept.at) in self._asked:
            os.write(self._tell, "{} {}\n".format(*self._asked[kept.place, kept.at]).encode())


def type_in_editor(folder: Path, tell: int, first: int, prepare: Any = None) -> None:
    """Type note after note into an editor on a screen that nobody sees."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    pencil.PAUSE_MS, pencil.LONGEST_MS = 4, 12
    app = QApplication([])
    store = open_store(folder, PASSPHRASE)
    assert store.journal is not None
    listener = Listener(store.journal, tell)
    editor = Editor(a_desk(store, Look(app, "light"), folder))
    [visit] = visits(store)
    editor.resize(480, 640)
    editor.show()
    editor.offer(visit, (), (), ())
    for number in range(first, first + 10**6):
        editor.begin(None)
        for letter in words(number):
            app.sendEvent(editor.card.page, _key(letter))
            if random.random() < 0.2:
                QTest.qWait(int(random.random() * 10 * 1000 * _MOMENTS / 2))
        if editor.ink():
            listener.inked(number)


def _key(letter: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)


def main(home: Path, count: int) -> None:
    """Kill a typist so many times, each time at another moment, and print what was found."""
    keys._ARGON.update({"time_cost": 1, "memory_cost": 64, "parallelism": 1})
    totals: Counter[str] = Counter()

    def lived(number: int, folder: Path, counted: Counter[str]) -> None:
        renewed(folder, number)
        told = killed_while_typing(
            folder, number * 100_000, random.Random(number).random() * 0.3, typing=type_in_editor
        )
        found_whole(folder, told, counted)
        counted["kills of the editor"] += 1

    side_by_side(count, lived, home, totals)
    print(json.dumps(totals))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
