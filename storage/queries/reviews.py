# SPDX-License-Identifier: MIT
"""Questions about case reviews: one inspector's of a case, all of a case, what they found late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from storage.model.case import Case
from storage.model.case_review import CaseReview
from storage.model.timeliness import CHECKS, Judged, is_sound, judge
from storage.queries.rows import one, present
from storage.store import Store


def review_id(case_id: str, reviewer: str) -> str:
    """Return the derived identifier of one inspector's review of a case."""
    return f"{case_id}:{reviewer}"


def review(store: Store, case_id: str, reviewer: str) -> CaseReview | None:
    """Return an inspector's review of a case, withdrawn or not, or None."""
    return one(store, CaseReview, review_id(case_id, reviewer))


def reviews_of_visit(store: Store, visit_id: str) -> tuple[CaseReview, ...]:
    """Return every review of the visit's cases."""
    return present(store, CaseReview, "visit_id", visit_id)


def reviews_of_case(store: Store, the_case: Case) -> tuple[CaseReview, ...]:
    """Return every inspector's review of a case."""
    return tuple(each for each in reviews_of_visit(store, the_case.visit_id) if each.case_id == the_case.id)


@dataclass(frozen=True, slots=True)
class Check:
    """One check of timeliness as a review has it."""

    code: str
    """One of timeliness.CHECKS."""
    base: str
    amount: int
    unit: str
    done: str

    def judged(self, today: date) -> Judged | None:
        """Return how it stands, or None while there is no day to count from."""
        return judge(self.base, self.amount, self.unit, self.done, today)


def checks_of(the_case: Case, seen: CaseReview | None) -> tuple[Check, ...]:
    """Return every check: as the review has it, else as the list's days suggest."""
    kept = {each[0]: each for each in seen.checks if is_sound(each)} if seen else {}
    return tuple(Check(*kept[code]) if code in kept else proposed for code, proposed in _proposed(the_case))


def _proposed(the_case: Case) -> Iterator[tuple[str, Check]]:
    facts = dict(the_case.facts)
    for code, rule in CHECKS.items():
        done = facts.get(rule.done_field, "") if rule.done_field else ""
        yield code, Check(code, facts.get(rule.from_field, ""), rule.amount, rule.unit, done)
