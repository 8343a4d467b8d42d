# SPDX-License-Identifier: MIT
"""Verbs on what an authority was asked to do: record it, note how it stands, close it with a reason, ask for it again.

What the authority reports is kept beside what the inspectors find, and never makes a recommendation met by itself
(domain (b), "Recommendation").
"""

from typing import Any

from resources.language import N_
from storage.acts import standing
from storage.acts.dated import dated, worded
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model.authority import Authority
from storage.model.clock import span_of
from storage.model.ids import ProgressId, RecommendationId, new_id
from storage.model.progress import SAID_BY, Progress
from storage.model.recommendation import Recommendation, place_of
from storage.model.rules import RECOMMENDATION_NAMES, RECOMMENDATION_STATES, REPORTED
from storage.queries.progress import progress_of_recommendation
from storage.queries.recommendations import recommendations_of_authority
from storage.store import Store

BETTER = ("improved", "sustained")
"""Directions without which nothing is met."""


def ask(store: Store, authority: Authority, **fields: Any) -> RecommendationId:
    """Record what the authority is asked to do, numbered after the last, and return the identifier.

    Raise Refused without words, and for a due date that is none.
    """
    fields |= {"text": worded(str(fields.get("text", ""))), "due": dated(str(fields.get("due", "")))}
    if not fields.get("number"):
        fields["number"] = next_number(recommendations_of_authority(store, authority.id))
    return standing.recommend(store, authority, **fields)


def next_number(known: tuple[Recommendation, ...]) -> str:
    """Return the number after the highest: R8 after R7."""
    return f"R{max((place_of(each.number)[0] for each in known), default=0) + 1}"


def amend(store: Store, seen: Recommendation, **after: Any) -> None:
    """Amend a recommendation as it was seen. Raise Refused as `ask` does."""
    must_be_present(seen)
    worded(str(after.get("text", seen.text)))
    if "due" in after:
        after["due"] = dated(str(after["due"]))
    standing.amend(store, seen, **after)


def note_progress(store: Store, seen: Recommendation, **fields: Any) -> ProgressId:
    """Note how a recommendation stood on a day (`on`), and return the entry's identifier.

    The inspectors' newest look gives the recommendation its direction. Raise Refused for no date, no words beside no
    direction, a state that does not follow, a direction on the authority's word, and "met" without improvement.
    """
    must_be_present(seen)
    frame: dict[str, Any] = {"stream_id": seen.stream_id, "authority_id": seen.authority_id}
    entry = Progress(id=new_id(), recommendation_id=seen.id, **frame, **fields)
    dated(entry.on, needed=True)
    _refuse_unsaid(entry)
    _refuse_state(seen, entry)
    gesture = Gesture("progress.note", store.me)
    gesture.add(entry)
    after = {"status": entry.status or seen.status}
    if entry.direction and _is_newest(entry, progress_of_recommendation(store, seen.id)):
        after["direction"] = entry.direction
    gesture.amend(seen, **after)
    store.record(*gesture.changes)
    return ProgressId(entry.id)


def close(store: Store, seen: Recommendation, reason: str) -> None:
    """Close a recommendation: nothing more is asked, and the reason stays with it. Raise Refused without a reason."""
    must_be_present(seen)
    if "closed" not in RECOMMENDATION_STATES.get(seen.status, ()):
        raise Refused(N_("This recommendation is closed already."), N_("Carry it forward to ask for it again."))
    if not reason.strip():
        raise Refused(N_("A recommendation is closed for a reason."), N_("Say why nothing more is asked."))
    gesture = Gesture("recommendations.close", store.me)
    gesture.amend(seen, status="closed", closed_because=reason.strip())
    store.record(*gesture.changes)


def carry_forward(store: Store, seen: Recommendation) -> None:
    """Ask for it again, at the next visit and in its letter. Raise Refused where its state does not lead there."""
    must_be_present(seen)
    if "carried_forward" not in RECOMMENDATION_STATES.get(seen.status, ()):
        raise Refused(
            N_("This recommendation is asked for already."), N_("It stands in the next letter until it is closed.")
        )
    gesture = Gesture("recommendations.carry_forward", store.me)
    gesture.amend(seen, status="carried_forward")
    store.record(*gesture.changes)


def _refuse_unsaid(entry: Progress) -> None:
    if entry.said_by not in SAID_BY:
        raise Refused(N_("Nobody is named whose word this is."), N_("Say whether it was found or reported."))
    if entry.said_by == "inspectors" and not entry.direction:
        raise Refused(N_("No direction is given."), N_("Say whether it improved, or that nobody looked at it."))
    if entry.said_by == "authority":
        worded(entry.text)
        if entry.direction:
            raise Refused(
                N_("Only the inspectors say which way a recommendation went."),
                N_("Note what the authority reports without a direction, and test it."),
            )


def _refuse_state(seen: Recommendation, entry: Progress) -> None:
    if not entry.status or entry.status == seen.status:
        return
    ways = RECOMMENDATION_STATES.get(seen.status, ())
    if entry.said_by == "authority":
        ways = tuple(each for each in ways if each in REPORTED)
    elif entry.direction not in BETTER:
        ways = tuple(each for each in ways if each != "met")
    if entry.status not in ways or entry.status == "closed":
        raise Refused(
            N_("A recommendation that is {now} cannot become {then} by this."),
            N_("What the authority reports is tested first; closing takes a reason."),
            now=RECOMMENDATION_NAMES.get(seen.status, seen.status),
            then=RECOMMENDATION_NAMES.get(entry.status, entry.status),
        )


def _is_newest(entry: Progress, known: tuple[Progress, ...]) -> bool:
    when = span_of(entry.on)
    return all(span_of(each.on) <= when for each in known if each.direction)
