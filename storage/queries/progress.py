# SPDX-License-Identifier: MIT
"""Questions about progress: how recommendations stood, look by look."""

from storage.model.clock import Span, span_of
from storage.model.progress import Progress
from storage.queries.rows import present
from storage.store import Store


def progress_of_recommendation(store: Store, recommendation_id: str) -> tuple[Progress, ...]:
    """Return every look at a recommendation, oldest first."""
    return _by_date(present(store, Progress, "recommendation_id", recommendation_id))


def progress_of_authority(store: Store, authority_id: str) -> tuple[Progress, ...]:
    """Return every look at what an authority was asked to do, oldest first."""
    return _by_date(present(store, Progress, "authority_id", authority_id))


def _by_date(every: tuple[Progress, ...]) -> tuple[Progress, ...]:
    return tuple(sorted(every, key=lambda each: (_when(each.on), each.id)))


def _when(text: str) -> tuple[Span, ...]:
    try:
        return (span_of(text),)
    except ValueError:
        return ()
