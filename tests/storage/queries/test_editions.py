# SPDX-License-Identifier: MIT
"""Which rubrics are here: a visit's own edition before a shipped one; what travels is there for the partner."""

from dataclasses import replace

import pytest

from storage.acts import rubrics
from storage.errors import BadFile
from storage.gesture import Gesture
from storage.model.edition import edition_of
from storage.queries.editions import (
    contents_of_name,
    earlier,
    editions_of_visit,
    rubric_for,
    rubrics_here,
    rubrics_of_visit,
    shipped,
)
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_rubric, a_store, a_visit, again, hand_over, join


def test_a_loaded_edition_is_found_beside_the_shipped_ones(store: Store) -> None:
    visit = a_visit(store)
    assert [each.name for each in rubrics_here(store)] == list(shipped())
    rubrics.use(store, visit, a_rubric())
    assert rubric_for(store, "trial-2026", visit.id) == a_rubric()
    assert rubrics_here(store)[-1] == a_rubric()
    assert [each.name for each in rubrics_of_visit(store, again(store, visit))] == [RUBRIC, "trial-2026"]
    assert [each.name for each in editions_of_visit(store, visit.id)] == ["trial-2026"]


def test_a_partner_has_the_edition_with_the_visit(store: Store) -> None:
    visit, partner = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, partner)
    rubrics.use(store, visit, a_rubric())
    hand_over(store, partner, visit.stream_id)
    assert rubrics_of_visit(partner, again(partner, visit))[-1] == a_rubric()
    partner.close()


def test_a_rubric_that_is_nowhere_is_refused_and_left_out(store: Store) -> None:
    visit = a_visit(store, frameworks=("of-the-year-3000", RUBRIC))
    with pytest.raises(BadFile, match="of-the-year-3000"):
        rubric_for(store, "of-the-year-3000", visit.id)
    assert [each.name for each in rubrics_of_visit(store, visit)] == [RUBRIC]


def test_an_edition_that_is_not_what_its_digest_says_is_as_if_not_there(store: Store) -> None:
    visit, gesture = a_visit(store, frameworks=("trial-2026",)), Gesture("rubrics.use", store.me)
    whole = edition_of(a_rubric(X1="Plans that nobody else has"), visit.id, visit.stream_id)
    gesture.add(replace(whole, content=whole.content.replace("Plans", "Plots")))
    store.record(*gesture.changes)
    assert rubrics_of_visit(store, visit) == ()
    with pytest.raises(BadFile, match="trial-2026"):
        rubric_for(store, "trial-2026", visit.id)


def test_two_contents_under_one_name_count_alike_on_both_laptops(store: Store) -> None:
    visit, partner = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, partner, "lead")
    rubrics.use(store, visit, a_rubric())
    rubrics.use(partner, again(partner, visit), a_rubric(X1="Plots are current"))
    hand_over(store, partner, visit.stream_id)
    hand_over(partner, store, visit.stream_id)
    found = [rubric_for(each, "trial-2026", visit.id) for each in (store, partner)]
    assert found[0] == found[1]
    partner.close()


def test_links_to_a_rubric_that_the_visit_has_left_are_told(store: Store) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit), "HR1")
    assert earlier(store, visit) == ()
    rubrics.move(store, visit, RUBRIC, a_rubric())
    (left,) = earlier(store, again(store, visit))
    assert (left.name, left.codes()) == (RUBRIC, (RUBRIC, "HR1"))
    assert left.areas[0].criteria[0].title["en"].startswith("Posts are filled")


def test_every_content_under_a_name_is_known(store: Store) -> None:
    assert len(contents_of_name(store, RUBRIC)) == 1
    assert contents_of_name(store, "trial-2026") == frozenset()
    rubrics.use(store, a_visit(store), a_rubric())
    assert len(contents_of_name(store, "trial-2026")) == 1
