# SPDX-License-Identifier: MIT
"""Whose changes could not be taken in, and are not asked for again in this sync. Why they could not be: door.py."""

from collections import Counter
from collections.abc import Iterator

from storage.door import Received
from storage.store import Store


class Blocked:
    """Each (stream, device) whose next change was set aside at the door."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._why: dict[tuple[str, str], str] = {}
        self._counts = Counter[tuple[str, str]]()

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Go through them."""
        return iter(self._why)

    def __contains__(self, each: object) -> bool:
        """Say whether one of them is meant."""
        return each in self._why

    def hear(self, got: Received) -> bool:
        """Remember whose changes of a delivery were set aside; say whether anybody is new among them."""
        before = len(self._why)
        for stream, device, _seq, reason in got.set_aside:
            self._why[stream, device] = reason
            self._counts[stream, device] += 1
        return len(self._why) > before

    def let_in(self, store: Store, *, has_keys: bool) -> int:
        """Forget those who can be asked for again, and return how many of their changes are not set aside after all.

        A new key may open what could not be read a moment ago. A seat may have come after what its device wrote:
        a page holds one device's changes after another's, and whoever gave the seat may have been the later one.
        """
        free = [
            (stream, device)
            for (stream, device), reason in self._why.items()
            if has_keys or (reason == "stranger" and device in store.tables.roster(stream))
        ]
        for each in free:
            del self._why[each]
        return sum(self._counts.pop(each) for each in free)
