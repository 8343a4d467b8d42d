# SPDX-License-Identifier: MIT
"""Questions about samples: those of a visit, and a sample as the plan it was drawn by."""

from storage.model.sample import Sample
from storage.queries.rows import one, present
from storage.sampling import Plan
from storage.store import Store


def sample(store: Store, sample_id: str) -> Sample | None:
    """Return one sample, withdrawn or not, or None."""
    return one(store, Sample, sample_id)


def samples_of_visit(store: Store, visit_id: str) -> tuple[Sample, ...]:
    """Return every sample of the visit, oldest first."""
    return present(store, Sample, "visit_id", visit_id)


def sample_of_visit(store: Store, visit_id: str) -> Sample | None:
    """Return the visit's newest sample, or None."""
    return next(reversed(samples_of_visit(store, visit_id)), None)


def plan_of(sample: Sample) -> Plan:
    """Return all that decided who was drawn."""
    return Plan(
        seed=sample.seed,
        strata=sample.strata,
        size=sample.size,
        proportional=sample.proportional,
        quotas={tuple(values): int(number) for number, *values in sample.quotas},
        excluded=dict(sample.excluded),
        replaced=sample.replaced,
    )
