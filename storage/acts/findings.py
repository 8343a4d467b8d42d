# SPDX-License-Identifier: MIT
"""Verbs on findings: state one, weigh notes for and against it, move it from hunch to agreed, set it aside.

None is deleted. How a finding stands, given who agreed to what: model/agreeing.py.
"""

from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model import clock
from storage.model.agreeing import AGREED_TO
from storage.model.agreement import Agreement
from storage.model.finding import Finding
from storage.model.ids import FindingId, new_id, own_id
from storage.model.rules import FINDING_STATES
from storage.model.triangulation import kinds
from storage.model.visit import Visit
from storage.queries.findings import Weighed, agreements_to, weighed
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
    """Amend a finding as it was seen; one that was agreed is proposed again when what was agreed to is altered.

    Raise Refused for no words.
    """
    if not str(after.get("statement", seen.statement)).strip():
        raise Refused(N_("This finding has no words."), N_("Set it aside instead of emptying it."))
    altered = any(name in after and after[name] != getattr(seen, name) for name in AGREED_TO)
    if altered and seen.state == "agreed":
        after.setdefault("state", "proposed")
    gesture = Gesture("findings.amend", store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)


def move(store: Store, seen: Finding, then: str) -> None:
    """Move a finding to another state.

    Raise Refused when none leads there from the present one, and for what takes more than a word: agreed takes each
    inspector's yes (`agree`), set aside a reason (`set_aside`), corroborated two kinds of source (domain (b)).
    """
    now = weighed(store, seen)
    _refuse_across(now.state, then)
    if then == "set_aside":
        raise Refused(N_("A finding is set aside for a reason."), N_("Say why; the finding stays on the list."))
    if then == "agreed" and now.state != "in_letter":
        raise Refused(N_("A finding is agreed by each inspector."), N_("Agree to it, and ask your colleague to."))
    if then == "corroborated" and len(kinds(now.supports)) < 2:
        raise Refused(
            N_("Corroborated means two kinds of source or more."), N_("Add a note of another kind that supports it.")
        )
    gesture = Gesture("findings.move", store.me)
    gesture.amend(seen, state=then)
    store.record(*gesture.changes)


def set_aside(store: Store, seen: Finding, reason: str) -> None:
    """Set a finding aside with the reason; it stays on the list. Raise Refused without a reason, or from a letter."""
    _refuse_across(weighed(store, seen).state, "set_aside")
    if not reason.strip():
        raise Refused(N_("A finding is set aside for a reason."), N_("Say why; the finding stays on the list."))
    gesture = Gesture("findings.set_aside", store.me)
    gesture.amend(seen, state="set_aside", set_aside_because=reason.strip())
    store.record(*gesture.changes)


def agree(store: Store, seen: Finding) -> None:
    """Say yes to a finding as it was seen; with the last yes it is agreed.

    Raise Refused for a hunch or one set aside, for one that has lost its last supporting note, unseen, and for
    somebody who is not an inspector of the visit.
    """
    now = weighed(store, seen)
    if seen.state in ("hunch", "set_aside"):
        raise Refused(N_("A hunch is not agreed to."), N_("Propose the finding first."))
    _refuse_bereft(now)
    gesture = Gesture("findings.agree", store.me)
    agreed_to = {name: getattr(seen, name) for name in AGREED_TO}
    the_id = own_id(seen.id, store.device.id)
    known = next((each for each in agreements_to(store, seen) if each.id == the_id), None)
    if known is None:
        frame: dict[str, Any] = {"stream_id": seen.stream_id, "visit_id": seen.visit_id, "finding_id": seen.id}
        gesture.add(Agreement(id=the_id, author=store.me, agreed_at=clock.stamp(), **frame, **agreed_to))
    elif not known.present or store.me not in now.yes.agreed:
        gesture.amend(known, present=True, agreed_at=clock.stamp(), **agreed_to)
    if set(now.yes.missing) <= {store.me} and not now.yes.unseated and seen.state != "in_letter":
        gesture.amend(seen, state="agreed")
    store.record(*gesture.changes)


def take_back(store: Store, seen: Finding) -> None:
    """Take one's own yes back; a finding that was agreed is proposed again."""
    gesture = Gesture("findings.take_back", store.me)
    for mine in agreements_to(store, seen, store.me):
        gesture.withdraw(mine)
    if seen.state == "agreed":
        gesture.amend(seen, state="proposed")
    store.record(*gesture.changes)


def look_at(store: Store, seen: Finding) -> None:
    """Leave a finding standing that has lost its last supporting note, having looked at it."""
    lost = weighed(store, seen).bereft
    gesture = Gesture("findings.look_at", store.me)
    gesture.amend(seen, looked_at=tuple(dict.fromkeys((*seen.looked_at, *lost))))
    store.record(*gesture.changes)


def _refuse_across(now: str, then: str) -> None:
    if then not in FINDING_STATES.get(now, ()):
        raise Refused(
            N_("A finding that is {now} cannot become {then}."),
            N_("Choose one of: {states}."),
            now=now,
            then=then,
            states=", ".join(FINDING_STATES.get(now, ())) or "-",
        )


def _refuse_bereft(now: Weighed) -> None:
    if now.bereft:
        raise Refused(
            N_("The last note that supported this finding was withdrawn."),
            N_("Look at it first: add another note, or say that it stands without."),
        )
