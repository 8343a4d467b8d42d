# SPDX-License-Identifier: MIT
"""Desk: all that a panel is given, handed over and never fetched. A test makes one in a line."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from storage.journal import Journal
from storage.pin import Pin
from storage.settings import Settings
from storage.store import Store
from ui.bus import Bus
from ui.look import Look
from ui.worker import Worker


@dataclass(slots=True)
class Desk:
    """An unlocked store, and what a window needs to show it."""

    store: Store
    bus: Bus
    worker: Worker
    look: Look
    settings: Settings
    home: Path
    """The folder that holds store, settings and crash reports."""
    journal: Journal | None = None
    """Keeps what is typed before it is ink: the store's, or None for one that dies with its process."""
    room: QWidget | None = None
    """Where the page that is being made will stand. What is built there is dressed once, not at each step outwards."""
    pin: Pin | None = None
    """Opens the store again after locking, while the process lives; None when none was set."""

    def __post_init__(self) -> None:
        """Let the bus hear of everything that is recorded."""
        self.journal = self.journal or self.store.journal
        self.store.listen(self.bus.announce)
