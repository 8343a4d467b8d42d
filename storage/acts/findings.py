# SPDX-License-Identifier: MIT
"""Verbs on findings: state one, weigh notes for and against it, move it from hunch to agreed."""

from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model.finding import Finding
from storage.model.ids import FindingId, new_id
from storage.model.rules import FINDING_STATES
from storage.model.visit import Visit
from storage.store import Store


def state(store: Store, visit: Visit, statement: str, **fields: Any) -> FindingId:
    """State a finding of the visit and return its identifier. Raise Refused for one without words."""
    if not statement.strip():
        raise Refused(N_("This finding has no words."), N_("Say what you hold to be so."))
    gesture = Gesture("findings.state", store.me)
    frame: dict[str, Any] = {"id": new_id(), "stream_id": visit.stream_id, "visit_id": visit.id}
    finding = Finding(statement=statement, **frame, **fields)
    gesture.add(finding)
    store.record(*gesture.changes)
    return FindingId(finding.id)


def amend(store: Store, seen: Finding, **after: Any) -> None:
    """Amend a finding as it was seen."""
    gesture = Gesture("findings.amend", store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)


def move(store: Store, seen: Finding, then: str) -> None:
    """Move a finding to another state. Raise Refused when none leads there from the present one."""
    if then not in FINDING_STATES.get(seen.state, ()):
        raise Refused(
            N_("A finding that is {now} cannot become {then}."),
            N_("Choose one of: {states}."),
            now=seen.state,
            then=then,
            states=", ".join(FINDING_STATES.get(seen.state, ())) or "-",
        )
    amend(store, seen, state=then)
