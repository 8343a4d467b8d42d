# SPDX-License-Identifier: MIT
"""Verbs on case reviews: write down what one's own reading of a case shows. Which cases are read: cases.py."""

from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model.case import Case
from storage.model.case_review import FEATURES, OUTCOMES, SHOWN, CaseReview
from storage.model.timeliness import is_sound
from storage.queries.reviews import Check, review_id
from storage.queries.reviews import review as review_by_id
from storage.store import Store


def write(store: Store, the_case: Case, seen: CaseReview | None, **after: Any) -> str:
    """Write down fields of one's own review of a case, as it was seen, and return its identifier.

    The first word of a review makes the case one that is being read, in the same gesture. Raise Refused for somebody
    else's review, a case that was replaced, and values that make no sense.
    """
    must_be_present(the_case)
    if the_case.dropped:
        raise Refused(
            N_("{case} was replaced by another."), N_("Read the case that took its place."), case=the_case.pseudonym
        )
    if seen is not None and seen.reviewer != store.me:
        raise Refused(N_("This review is another inspector's."), N_("Write a review of your own beside it."))
    _refuse_nonsense(after)
    gesture = Gesture("reviews.write", store.me)
    the_id = review_id(the_case.id, store.me)
    known = seen or review_by_id(store, the_case.id, store.me)
    if known is None:
        frame: dict[str, Any] = {"id": the_id, "stream_id": the_case.stream_id, "visit_id": the_case.visit_id}
        gesture.add(CaseReview(case_id=the_case.id, reviewer=store.me, **frame, **after))
    else:
        gesture.amend(known, **({"present": True} if not known.present else {}), **after)
    if gesture.changes and the_case.progress == "not_started":
        gesture.amend(the_case, progress="reading", reader=the_case.reader or store.me)
    store.record(*gesture.changes)
    return the_id


def graded(seen: CaseReview | None, place: str, grade: str) -> tuple[tuple[str, str], ...]:
    """Return a review's grades with another grade for a criterion ("edition:code"); none takes it away."""
    others = [each for each in (seen.grades if seen else ()) if each[0] != place]
    return tuple(sorted([*others, (place, grade)] if grade else others))


def shown(seen: CaseReview | None, feature: str, value: str) -> tuple[tuple[str, str], ...]:
    """Return what a review says a file shows, with another word for one feature; an empty one takes it away."""
    others = {code: said for code, said in (seen.features if seen else ()) if code != feature}
    given = {**others, feature: value} if value else others
    return tuple((code, given[code]) for code in FEATURES if code in given)


def checked(seen: CaseReview | None, check: Check) -> tuple[tuple[str, str, int, str, str], ...]:
    """Return a review's checks of timeliness with another reckoning for one of them."""
    others = [each for each in (seen.checks if seen else ()) if each[0] != check.code]
    return tuple(sorted([*others, (check.code, check.base, check.amount, check.unit, check.done)]))


def _refuse_nonsense(after: dict[str, Any]) -> None:
    if after.get("outcome", "") not in OUTCOMES:
        raise Refused(N_("There is no such outcome."), N_("Choose one of the list."))
    for code, value in after.get("features", ()):
        if code not in FEATURES or value not in SHOWN:
            raise Refused(N_("There is no such answer."), N_("Choose one of the list."))
    if not all(is_sound(each) for each in after.get("checks", ())):
        raise Refused(
            N_("These are no days that can be reckoned with."), N_("Write a day as 2018-07-10, and whole numbers.")
        )
