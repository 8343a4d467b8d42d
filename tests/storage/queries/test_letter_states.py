# SPDX-License-Identifier: MIT
"""A letter's way through its states, with who, when and why."""

import pytest

from storage.acts import letters
from storage.errors import Refused
from storage.model.clock import read_stamp
from storage.model.letter import Letter
from storage.queries.letter_states import AHEAD, DONE, HERE, PASSED_BY, steps_of_letter, way_of_letter
from storage.store import Store
from tests.builders import a_letter, a_visit, again
from tests.storage.acts.test_letters import sealed


def test_each_step_names_who_and_why(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.")
    assert steps_of_letter(store, shell) == ()
    sealed(store, shell)
    letters.move(store, again(store, shell), "issued")
    letters.move(store, again(store, shell), "embargoed", "The council meets first.", "2018-11-01")
    steps = steps_of_letter(store, again(store, shell))
    assert [(each.state, each.reason) for each in steps] == [
        ("signed", ""),
        ("issued", ""),
        ("embargoed", "The council meets first."),
    ]
    assert {each.by for each in steps} == {"Practice Inspector"}
    assert all(read_stamp(each.at) for each in steps)


def test_publication_needs_its_reason_and_an_embargo_its_day(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.")
    sealed(store, shell)
    letters.move(store, again(store, shell), "issued")
    for state in ("published", "embargoed", "not_for_publication"):
        with pytest.raises(Refused, match="needs a reason"):
            letters.move(store, again(store, shell), state)
    with pytest.raises(Refused, match="day it ends"):
        letters.move(store, again(store, shell), "embargoed", "The council meets first.", "soon")
    letters.move(store, again(store, shell), "embargoed", "The council meets first.", "2999-11-01")
    with pytest.raises(Refused, match="2999-11-01"):
        letters.move(store, again(store, shell), "published", "It is out.")
    letters.move(store, again(store, shell), "not_for_publication", "One child could be known by it.")
    assert again(store, shell).state_reason == "One child could be known by it."


def stood(store: Store, shell: Letter) -> dict[str, str]:
    return {each.state: each.stands for each in way_of_letter(store, again(store, shell))}


def test_the_way_says_what_was_done_passed_by_and_is_ahead(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.")
    assert set(stood(store, shell).values()) == {HERE, AHEAD}
    letters.move(store, again(store, shell), "evidence_checked")
    letters.move(store, again(store, shell), "drafting")
    assert stood(store, shell)["evidence_checked"] == AHEAD
    letters.move(store, again(store, shell), "approved")
    way = stood(store, shell)
    assert (way["drafting"], way["peer_reviewed"], way["approved"], way["signed"]) == (DONE, PASSED_BY, HERE, AHEAD)
    assert list(way)[-1] == "published"


def test_an_embargo_and_every_other_end_have_their_place_on_the_way(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.")
    sealed(store, shell)
    letters.move(store, again(store, shell), "issued")
    letters.move(store, again(store, shell), "embargoed", "The council meets first.", "2999-11-01")
    assert list(stood(store, shell))[-2:] == ["embargoed", "published"]
    letters.move(store, again(store, shell), "not_for_publication", "One child could be known by it.")
    way = way_of_letter(store, again(store, shell))
    assert [each.state for each in way][-2:] == ["embargoed", "not_for_publication"]
    assert way[-1].stands == HERE
    assert way[-1].step is not None
    assert way[-1].step.reason == "One child could be known by it."
    other = a_letter(store, a_visit(store), "Two.")
    letters.move(store, again(store, other), "abandoned", "It was drafted by mistake.")
    assert stood(store, other) == {"drafting": DONE, "abandoned": HERE}
