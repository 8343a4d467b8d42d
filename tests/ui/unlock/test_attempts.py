# SPDX-License-Identifier: MIT
"""Misses slow down: 1, 2, 4 … seconds, to a limit; a hit forgets them."""

from ui.unlock.attempts import LONGEST, Attempts


def test_each_miss_doubles_the_wait_to_a_limit() -> None:
    attempts = Attempts()
    assert attempts.wait() == 0
    assert [attempts.miss() for _try in range(4)] == [1, 2, 4, 8]
    for _try in range(2000):
        attempts.miss()
    assert attempts.wait() == LONGEST


def test_a_hit_forgets_the_misses() -> None:
    attempts = Attempts()
    attempts.miss()
    attempts.hit()
    assert attempts.wait() == 0
