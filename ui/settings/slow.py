# SPDX-License-Identifier: MIT
"""The settings' slow work: the store checked whole, through a connection of its own (ui/reading.py)."""

from storage.check import Checked, check
from storage.job import Job
from storage.store import Store
from ui.reading import Way, reading


def checking() -> Job[Store, Way, Checked, Checked]:
    """Return the job that reads everything back and compares it; raises StoreTrouble when it cannot be read."""
    return reading(lambda store, _tick: check(store))
