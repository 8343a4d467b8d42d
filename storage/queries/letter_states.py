# SPDX-License-Identifier: MIT
"""The way of a letter through its states: each step with who took it, when, and why; what is ahead. From the log."""

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


DONE, PASSED_BY, HERE, AHEAD = "done", "passed_by", "here", "ahead"
_WAY = (
    *("drafting", "evidence_checked", "peer_reviewed", "privacy_checked", "factual_accuracy_out", "comments_resolved"),
    *("approved", "signed", "issued", "published"),
)
"""A letter's way where nothing turns it aside (domain (b), "Letter")."""
_ASIDE = ("abandoned", "withdrawn", "superseded", "not_for_publication")
"""States in which a way ends otherwise."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One state on a letter's way."""

    state: str
    stands: str
    """done, passed_by (a later state was come into without it), here, ahead."""
    step: Step | None = None
    """When and by whom it was come into; None for what is ahead or was passed by, and for a draft's beginning."""


def way_of_letter(store: Store, letter: Letter) -> tuple[Stop, ...]:
    """Return the way of a letter: where it has been since it was last taken up, where it is, what is ahead."""
    taken: dict[str, Step] = {}
    for step in steps_of_letter(store, letter):
        if step.state == "drafting":
            taken.clear()  # taken up again: what was checked before must be checked anew
        taken[step.state] = step
    way = [each for each in _WAY if each != "published" or letter.status != "not_for_publication"]
    if letter.status == "embargoed" or "embargoed" in taken:
        way.insert(way.index("published") if "published" in way else len(way), "embargoed")
    if letter.status in _ASIDE:
        reached = max((way.index(each) for each in taken if each in way), default=0)
        way = [*way[: reached + 1], letter.status]
    elif letter.status not in way:
        way.append(letter.status)  # a state of a newer version
    here = way.index(letter.status)
    return tuple(_stop(each, at, here, taken.get(each)) for at, each in enumerate(way))


def _stop(state: str, at: int, here: int, step: Step | None) -> Stop:
    if at == here:
        return Stop(state, HERE, step)
    if at > here:
        return Stop(state, AHEAD)
    return Stop(state, DONE if step is not None or not at else PASSED_BY, step)
