# SPDX-License-Identifier: MIT
"""What a move would do is told before it is done: what cannot be carried over first."""

from storage.acts import links, rubrics
from storage.queries.moving import Fate, fates
from storage.store import Store
from tests.builders import a_note, a_rubric, a_visit, again


def test_what_cannot_be_carried_comes_first_then_what_is_renamed(store: Store) -> None:
    visit = a_visit(store, frameworks=())
    rubrics.use(store, visit, a_rubric())
    visit = again(store, visit)
    for code in ("X1", "X1", "X2", "X3"):
        links.link(store, a_note(store, visit), "trial-2026", code)
    newer = a_rubric("trial-2027", {"X1": ("X4", "X5"), "X2": ()}, X4="Plans", X5="Reviews")
    assert fates(store, visit, a_rubric(), newer) == (
        Fate("X2", (), 1),
        Fate("X1", ("X4", "X5"), 2),
        Fate("X3", ("X3",), 1),
    )
    assert [each.code for each in fates(store, visit, a_rubric(), a_rubric("trial-2027"))] == ["X1", "X2", "X3"]
