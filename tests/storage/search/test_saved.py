# SPDX-License-Identifier: MIT
"""Searches kept by name."""

from storage.search.query import Sought
from storage.search.saved import MOST, Saved, forget, keep, saved
from storage.store import Store


def test_a_search_is_kept_replaced_and_forgotten(store: Store) -> None:
    keep(store.marks, "Supervision", Sought("supervision ", polarity="weakness"))
    keep(store.marks, "Another", Sought("plan"))
    keep(store.marks, "Supervision", Sought("supervis", area="QA1"))
    assert saved(store.marks) == (
        Saved("Another", Sought("plan")),
        Saved("Supervision", Sought("supervis", area="QA1")),
    )
    forget(store.marks, "Supervision")
    forget(store.marks, "never kept")
    assert [each.name for each in saved(store.marks)] == ["Another"]


def test_only_so_many_are_kept(store: Store) -> None:
    for number in range(MOST + 3):
        keep(store.marks, f"{number:03}", Sought(str(number)))
    assert len(saved(store.marks)) == MOST


def test_what_another_version_kept_is_read_as_far_as_it_is_known(store: Store) -> None:
    store.marks.keep("search.saved", {"one": {"text": "plan", "colour": "red", "area": 7}, "two": "nonsense"})
    assert saved(store.marks) == (Saved("one", Sought("plan")), Saved("two", Sought()))
    store.marks.keep("search.saved", ["nonsense"])
    assert saved(store.marks) == ()
