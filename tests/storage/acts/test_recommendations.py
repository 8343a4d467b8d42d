# SPDX-License-Identifier: MIT
"""Recommendations: numbered, looked at again and again, never met on the authority's word, closed with a reason."""

import pytest

from storage import undo
from storage.acts import recommendations
from storage.errors import Refused
from storage.model.authority import Authority
from storage.model.recommendation import Recommendation
from storage.queries.progress import progress_of_recommendation
from storage.queries.recommendations import recommendations_of_authority
from storage.store import Store
from tests.builders import a_recommendation, again, an_authority


@pytest.fixture
def council(store: Store) -> Authority:
    return an_authority(store)


@pytest.fixture
def asked(store: Store, council: Authority) -> Recommendation:
    return a_recommendation(store, council)


def test_a_recommendation_is_numbered_after_the_highest(store: Store, council: Authority) -> None:
    for number in ("R2", "R10"):
        a_recommendation(store, council, number=number)
    recommendations.ask(store, council, text="Review every plan.", due="2018-12", owner="Head of service")
    made = next(each for each in recommendations_of_authority(store, council.id) if each.number == "R11")
    assert (made.due, made.owner, made.status) == ("2018-12", "Head of service", "issued")
    for wrong in ({"text": " "}, {"text": "Words.", "due": "soon"}):
        with pytest.raises(Refused):
            recommendations.ask(store, council, **wrong)


def test_each_look_is_kept_and_the_newest_gives_the_direction(store: Store, asked: Recommendation) -> None:
    recommendations.note_progress(store, asked, on="2018-07", direction="deteriorated", text="No change in files.")
    recommendations.note_progress(store, again(store, asked), on="early 2017-12", direction="unchanged")
    assert again(store, asked).direction == "deteriorated"
    recommendations.note_progress(store, again(store, asked), on="2019-05", direction="improved", status="met")
    stands = again(store, asked)
    assert (stands.direction, stands.status) == ("improved", "met")
    looks = progress_of_recommendation(store, asked.id)
    assert [(each.on, each.direction) for each in looks] == [
        ("early 2017-12", "unchanged"),
        ("2018-07", "deteriorated"),
        ("2019-05", "improved"),
    ]
    undo.undo(store)
    assert again(store, asked).status == "issued"
    assert len(progress_of_recommendation(store, asked.id)) == 2


def test_what_the_authority_reports_never_makes_it_met_and_says_no_direction(
    store: Store, asked: Recommendation
) -> None:
    word = {"said_by": "authority", "on": "2018-11-05", "text": "Every plan was reviewed."}
    for wrong in ({"status": "met"}, {"direction": "improved"}, {"text": ""}, {"on": ""}):
        with pytest.raises(Refused):
            recommendations.note_progress(store, asked, **{**word, **wrong})
    recommendations.note_progress(store, asked, status="progress_reported", **word)
    stands = again(store, asked)
    assert (stands.status, stands.direction) == ("progress_reported", "")


def test_nothing_is_met_without_improvement_or_closed_by_a_look(store: Store, asked: Recommendation) -> None:
    for wrong in (
        {"direction": "deteriorated", "status": "met"},
        {"direction": "improved", "status": "closed"},
        {"direction": "improved", "status": "drafted"},
        {"direction": ""},
        {"direction": "improved", "said_by": "nobody"},
    ):
        with pytest.raises(Refused):
            recommendations.note_progress(store, asked, on="2018-07", **wrong)
    assert progress_of_recommendation(store, asked.id) == ()


def test_it_is_closed_with_a_reason_and_can_be_asked_for_again(store: Store, asked: Recommendation) -> None:
    with pytest.raises(Refused):
        recommendations.close(store, asked, " ")
    recommendations.close(store, asked, "Seen in eight of eight files.")
    closed = again(store, asked)
    assert (closed.status, closed.closed_because) == ("closed", "Seen in eight of eight files.")
    with pytest.raises(Refused):
        recommendations.close(store, closed, "Once more.")
    recommendations.carry_forward(store, closed)
    assert again(store, asked).status == "carried_forward"
    with pytest.raises(Refused):
        recommendations.carry_forward(store, again(store, asked))


def test_its_words_may_be_put_right_but_not_emptied(store: Store, asked: Recommendation) -> None:
    recommendations.amend(store, asked, text="Review each plan.", due="2018-12-01")
    assert again(store, asked).due == "2018-12-01"
    for wrong in ({"text": ""}, {"due": "soon"}):
        with pytest.raises(Refused):
            recommendations.amend(store, again(store, asked), **wrong)
