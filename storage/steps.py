# SPDX-License-Identifier: MIT
"""Work that rests between small steps, so that the thread may do something else. Who takes the steps is others'.

A `Steps` is a generator that yields the part done and returns the outcome. No threads, no store.
"""

from collections.abc import Generator, Iterator, Sequence
from typing import Generic, TypeVar

Outcome = TypeVar("Outcome")
Each = TypeVar("Each")

Steps = Generator[float, None, Outcome]
"""Yields the part done, 0.0 to 1.0, after each step; its value is what came of it."""


def whole(steps: Steps[Outcome]) -> Outcome:
    """Take every step now and return what came of it."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def in_parts(many: Sequence[Each], most: int) -> Iterator[Sequence[Each]]:
    """Yield the sequence in parts of at most so many."""
    for first in range(0, len(many), most):
        yield many[first : first + most]


class Underway(Generic[Outcome]):
    """Steps that two may take: whoever began them, and whoever cannot wait until they are over."""

    def __init__(self, steps: Steps[Outcome]) -> None:
        """Take the first step. Raise what it raises."""
        self._steps, self.part, self.is_over = steps, 0.0, False
        self._outcome: Outcome | None = None
        self._stopped_by: BaseException | None = None
        self.step()

    def step(self) -> None:
        """Take one step more, if there is one; what it raises is kept for `outcome`."""
        if self.is_over:
            return
        try:
            self.part = next(self._steps)
        except StopIteration as end:
            self._outcome, self.is_over = end.value, True
        except BaseException as stop:
            self._stopped_by, self.is_over = stop, True

    def finish(self) -> None:
        """Take every step that is left."""
        while not self.is_over:
            self.step()

    def drop(self) -> None:
        """Take no step more: what was begun is undone by whoever began it."""
        self._steps.close()
        self.is_over = True

    def outcome(self) -> Outcome:
        """Return what came of it when it is over. Raise what stopped it."""
        if self._stopped_by is not None:
            raise self._stopped_by
        return self._outcome  # type: ignore[return-value]
