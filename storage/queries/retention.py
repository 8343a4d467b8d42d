# SPDX-License-Identifier: MIT
"""How long a visit's records are kept, under which class, and whether a legal hold lies on them."""

from dataclasses import dataclass
from datetime import date

from storage.model.change import Ref
from storage.model.retention import CLASSES, RetentionClass, class_of, review_of
from storage.model.visit import Visit
from storage.queries.concerns import concerns_of_visit
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a visit's records are kept."""

    code: str
    """A class of model/retention.CLASSES."""
    review: date | None
    """The day from which on somebody may decide that they go; None where no day can be told yet."""
    sum: str
    """How the day comes about; empty where it was set by hand, or cannot be told."""
    is_held: bool
    hold_reason: str
    """Why the hold was laid or lifted; of several wordings the one that stands."""
    released: str
    """The office's word that they may go before their day; empty without one."""

    @property
    def kept_as(self) -> RetentionClass:
        """Return the class itself."""
        return CLASSES[self.code]

    def is_over(self, today: date) -> bool:
        """Say whether the day has come. Whether anything may go is wiping.py's question."""
        return self.review is not None and today >= self.review


def keeping_of(store: Store, visit: Visit) -> Keeping:
    """Return how the visit's records are kept."""
    code = class_of(
        visit.retention, has_concern=bool(concerns_of_visit(store, visit.id)), is_example=visit.illustration
    )
    day, told = _set_by_hand(visit.review_on), ""
    if day is None:
        due = review_of(code, visit.dates)
        # Of a fuzzy date the later day counts: nothing may go too early because nobody knew the day.
        day, told = (due.due.latest, due.arithmetic) if due else (None, "")
    return Keeping(code, day, told, _is_held(store, visit), visit.hold_reason, visit.released)


def _set_by_hand(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _is_held(store: Store, visit: Visit) -> bool:
    """Two people may have decided without having seen each other: then the hold stays until one of them has."""
    heads: tuple[Ref, ...] = visit.seen.get("hold", ())
    known = (store.ledger.change(visit.stream_id, each) for each in heads)
    return visit.hold or any(change is not None and change.after.get("hold") is True for change in known)
