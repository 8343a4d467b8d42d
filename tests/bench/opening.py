# SPDX-License-Identifier: MIT
"""Opening a store with 100,000 notes against opening one with 1,000: passphrase, lock, tables; then the first page."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.acts import members
from storage.gesture import Gesture
from storage.model.ids import new_note
from storage.model.note import Note
from storage.store import create, open_store
from tests.bench._timing import Row, alternating, row
from tests.bench.recording import WORDS
from tests.builders import PASSPHRASE, a_visit


def rows() -> Iterator[Row]:
    """Build both, close both cleanly, and open them in turns."""
    with TemporaryDirectory() as folder:
        small, large = (filled(Path(folder) / str(count), count) for count in (1_000, 100_000))
        ours, floor = alternating(lambda: _opened(large), lambda: _opened(small), 9)
    yield row("opening 100,000 notes after a clean close", ours, floor, "1,000 notes")


def _opened(folder: Path) -> None:
    open_store(folder, PASSPHRASE).close()


def filled(folder: Path, count: int, visits: int = 1) -> Path:
    """Make a store with so many notes, shared out among visits, and close it cleanly."""
    store, _ = create(folder, PASSPHRASE)
    members.introduce(store, "Bench")
    all_of_them = [a_visit(store) for _ in range(visits)]
    for first in range(0, count, 1_000):
        there = all_of_them[first // 1_000 % visits]
        gesture = Gesture("notes.write", store.me)
        for number in range(first, first + 1_000):
            note_id = new_note(store.device.id)
            frame = {"stream_id": there.stream_id, "visit_id": there.id}
            gesture.add(Note(id=note_id, text=f"{number} {WORDS}", author=store.me, **frame))  # type: ignore[arg-type]
        store.record(*gesture.changes)
    store.close()
    return folder
