# SPDX-License-Identifier: MIT
"""Work in steps: taken at once, taken by two, given up, and what stopped it is told to whoever began it."""

import pytest

from storage.steps import Steps, Underway, in_parts, whole


def _counting(most: int, seen: list[int]) -> Steps[str]:
    try:
        for number in range(most):
            seen.append(number)
            yield number / most
    finally:
        seen.append(-1)
    return f"{most} steps"


def _failing() -> Steps[str]:
    yield 0.5
    raise ValueError("stopped")


def test_all_steps_at_once_give_the_outcome() -> None:
    seen: list[int] = []
    assert whole(_counting(3, seen)) == "3 steps"
    assert seen == [0, 1, 2, -1]


def test_parts_are_never_longer_than_asked_and_hold_everything() -> None:
    assert [list(part) for part in in_parts(range(7), 3)] == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(in_parts((), 3)) == []


def test_one_takes_some_steps_and_another_the_rest() -> None:
    seen: list[int] = []
    underway = Underway(_counting(4, seen))
    underway.step()
    assert (seen, underway.part, underway.is_over) == ([0, 1], 0.25, False)
    underway.finish()
    assert underway.is_over
    assert underway.outcome() == "4 steps"


def test_what_is_dropped_takes_no_step_more_and_is_tidied_up() -> None:
    seen: list[int] = []
    underway = Underway(_counting(4, seen))
    underway.drop()
    underway.finish()
    assert seen == [0, -1]


def test_what_stopped_it_is_told_to_whoever_asks_for_the_outcome() -> None:
    underway = Underway(_failing())
    underway.finish()  # whoever only needed it out of the way hears nothing
    with pytest.raises(ValueError, match="stopped"):
        underway.outcome()
