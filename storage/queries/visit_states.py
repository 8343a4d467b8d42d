# SPDX-License-Identifier: MIT
"""The way of a visit through its states: each step with its day, its reason, and who took it. Read from the log."""

from dataclasses import dataclass

from storage.model.visit import Visit
from storage.queries.history import history
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """A visit came into a state."""

    state: str
    on: str
    """The day given for it, "2018-07-11"; of steps recorded before days were asked for, the day of recording."""
    reason: str
    by: str
    """The name of whoever recorded it."""


def steps_of_visit(store: Store, visit: Visit) -> tuple[Step, ...]:
    """Return the steps of a visit, oldest first; what was set aside is left out."""
    found: list[Step] = []
    now = {"state_on": "", "state_reason": ""}
    for entry in history(store, visit):
        if not entry.set_aside:
            after = entry.change.after
            now |= {name: str(after[name]) for name in now if name in after}  # a change names only what it altered
            if "status" in after:
                on = now["state_on"] or entry.change.at[:10]
                found.append(Step(str(after["status"]), on, now["state_reason"], entry.name))
    return tuple(found)
