# SPDX-License-Identifier: MIT
"""The way of a letter through its states: each step with who took it, when, and why. Read from the log."""

from dataclasses import dataclass

from storage.model.letter import Letter
from storage.queries.history import history
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """A letter came into a state."""

    state: str
    at: str
    """When it was recorded, UTC."""
    by: str
    """The name of whoever recorded it."""
    reason: str = ""


def steps_of_letter(store: Store, letter: Letter) -> tuple[Step, ...]:
    """Return the steps of a letter after its drafting, oldest first; what was set aside is left out."""
    found: list[Step] = []
    reason = ""
    for entry in history(store, letter):
        after = entry.change.after
        if entry.set_aside:
            continue
        reason = str(after.get("state_reason", reason))
        if "status" in after:
            found.append(Step(str(after["status"]), entry.change.at, entry.name, reason))
    return tuple(found)
