# SPDX-License-Identifier: MIT
"""How long to wait after a wrong secret: 1, 2, 4 … seconds. It outlives the sheet that asks, and holds no secret."""

LONGEST = 60
"""Seconds: long enough to tire a guesser, short enough for somebody whose keyboard was set to another layout."""


class Attempts:
    """Counts misses, as long as the process lives."""

    def __init__(self) -> None:
        """Begin without a miss."""
        self.missed = 0

    def miss(self) -> int:
        """Count a miss and return how many seconds to wait."""
        self.missed += 1
        return self.wait()

    def wait(self) -> int:
        """Return how many seconds to wait before the next try."""
        return min(2 ** (self.missed - 1), LONGEST) if self.missed else 0

    def hit(self) -> None:
        """Forget the misses."""
        self.missed = 0
