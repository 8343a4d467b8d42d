# SPDX-License-Identifier: MIT
"""Approving a letter: its checks first, then the step. What is checked: reports/checks; the step: acts/letters.py."""

from typing import Any

from reports.checks import checking
from reports.checks.checking import Checked, Looking
from resources.language import N_
from storage.acts import letters
from storage.errors import Refused
from storage.job import Job, Tick, run_now
from storage.model.letter import Letter
from storage.queries.letters import whole_letter
from storage.store import Store

APPROVED = "approved"


def approving(seen: Letter) -> Job[Store, Any, Checked, Checked]:
    """Return the Job that checks a letter and approves it.

    Raise Refused while anything is open, when the letter was altered meanwhile, or when its state does not lead there.
    """

    def work(taken: Looking, tick: Tick) -> Checked:
        tick(0.1)
        return checking.look(taken, seen.id)

    def put(store: Store, made: Checked) -> Checked:
        made.must_be_clear()
        if whole_letter(store, seen.id) != made.letter or made.letter.letter != seen:
            raise Refused(N_("The letter was altered while it was checked."), N_("Check it again."))
        letters.move(store, seen, APPROVED)
        return made

    return Job(lambda store: checking.take(store, seen.id), work, put)


def approve(store: Store, seen: Letter) -> Checked:
    """Check a letter and approve it at once. Raise as `approving`."""
    return run_now(approving(seen), store)
