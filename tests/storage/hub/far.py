# SPDX-License-Identifier: MIT
"""A hub in a process of its own that histories may cut, kill and restore: the near one's ways, over real HTTP."""

from dataclasses import dataclass, field
from pathlib import Path

from storage.store import Store
from storage.sync.road import Hub, NoRoad, Road
from tests.storage.hub.conftest import RunningHub, free_port
from tests.storage.hub.near import Fate, NearHub


class FarRoad(Road):
    """The road to a running hub, on which requests are lost, repeated or left unanswered."""

    def __init__(self, hub: Hub, store: Store, fate: Fate) -> None:
        super().__init__(hub, store.device.id, store.device.sign)
        self._fate = fate

    def _ask(self, method: str, path: str, body: bytes) -> bytes:
        fate = self._fate()
        if fate == "lost":
            raise NoRoad("lost", "lost")
        for _ in range(2 if fate == "twice" else 1):
            data = super()._ask(method, path, body)
        if fate == "unanswered":
            raise NoRoad("unanswered", "unanswered")
        return data


@dataclass
class FarHub(NearHub):
    """A running service on SQLite; its office works on the same books beside it."""

    running: RunningHub = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.running = RunningHub(self.folder, free_port()).start()

    @property
    def known(self) -> Hub:
        """Return the hub as devices know it."""
        return Hub(self.running.address, self.identity.verify_key, "")

    def road(self, store: Store, fate: Fate = str) -> FarRoad:
        """Return a store's road thither."""
        return FarRoad(self.known, store, fate)

    def restart(self) -> None:
        """Kill the service and start it again."""
        self.running.stop()
        super().restart()
        self.running.start()

    def roll_back(self, backup: Path) -> None:
        """Put a backup in the place of the books while the service is down."""
        self.running.stop()
        super().roll_back(backup)
        self.running.start()

    def close(self) -> None:
        """Kill the service and let its books go."""
        self.running.stop()
        super().close()
