# SPDX-License-Identifier: MIT
"""An authority goes out and comes in again without loss: into a new store, its own, one that knows a part, twice."""

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.exports.authority import as_json, known
from reports.exports.visit import as_json as visit_as_json
from reports.exports.visit import whole_visit
from storage import undo
from storage.acts import authorities, standing
from storage.acts.members import my_card
from storage.check import check
from storage.errors import Refused
from storage.gesture import Gesture
from storage.imports.standing_in import bring_in, preview
from storage.imports.standing_json import LISTS, ReadAuthority, Standing, read_authority
from storage.imports.visit_in import bring_in as bring_visit_in
from storage.imports.visit_in import preview as preview_of_visit
from storage.imports.visit_json import read_visit
from storage.model.authority import LEVELS, Authority
from storage.model.event import EVENT_KINDS
from storage.model.ids import AuthorityId, new_id
from storage.model.meeting import MEETING_KINDS
from storage.model.progress import SAID_BY
from storage.model.rules import ACTION_STATES, RECOMMENDATION_STATES, VISIT_STATES
from storage.queries.authorities import authorities as authorities_here
from storage.queries.authorities import authority
from storage.queries.recommendations import recommendations_of_authority
from storage.queries.rows import one
from storage.store import Store
from tests.builders import a_recommendation, a_store, a_visit, an_authority, an_event
from tests.ui.a_record import fill

_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
_CHOSEN: dict[tuple[str, str], Any] = {
    ("visit", "status"): VISIT_STATES,
    ("recommendation", "status"): RECOMMENDATION_STATES,
    ("progress", "status"): ("", *RECOMMENDATION_STATES),
    ("progress", "said_by"): SAID_BY,
    ("action", "status"): ACTION_STATES,
    ("meeting", "kind"): MEETING_KINDS,
    ("event", "kind"): EVENT_KINDS,
}
_NEVER = {("visit", "released")}
"""The office's word, which nobody else can give."""


@pytest.fixture
def other() -> Iterator[Store]:
    """Give a second person's store."""
    with closing(a_store("Second Inspector")) as made:
        yield made


def _out(store: Store, authority_id: str) -> ReadAuthority:
    return read_authority(as_json(known(store, authority_id)).encode())


def _same(first: str, second: str) -> bool:
    """Compare the authority of two exports but for the streams, which are each store's own."""

    def plain(each: Any) -> Any:
        if isinstance(each, dict):
            return {name: plain(value) for name, value in each.items() if name != "stream"}
        if isinstance(each, list):
            inside = [plain(value) for value in each]
            return sorted(inside, key=lambda value: value["id"]) if inside and isinstance(inside[0], dict) else inside
        return each

    told = [plain({name: json.loads(each)[name] for name in ("authority", "standing")}) for each in (first, second)]
    return bool(told[0] == told[1])


@st.composite
def _fields(draw: st.DrawFn, noun: type[Standing]) -> dict[str, Any]:
    from storage.model.record import touchable

    drawn: dict[str, Any] = {}
    for name, default in touchable(noun):
        if name in ("present", "authority_id") or (noun.entity, name) in _NEVER:
            continue
        if (noun.entity, name) in _CHOSEN:
            drawn[name] = draw(st.sampled_from(list(_CHOSEN[noun.entity, name])))
        elif isinstance(default, bool):
            drawn[name] = draw(st.booleans())
        elif isinstance(default, int):
            drawn[name] = draw(st.integers(-(2**40), 2**40))
        elif isinstance(default, tuple):
            drawn[name] = tuple(draw(st.lists(_TEXTS, max_size=2)))
        else:
            drawn[name] = draw(_TEXTS)
    return drawn


_RECORDS = st.lists(
    st.sampled_from(list(LISTS.values())).flatmap(lambda noun: st.tuples(st.just(noun), _fields(noun))), max_size=5
)


@settings(max_examples=50, deadline=None, database=None, derandomize=True)
@given(_RECORDS, _TEXTS, st.sampled_from(list(LEVELS)))
def test_whatever_a_record_holds_goes_out_and_comes_in_again(
    drawn: list[tuple[type[Standing], dict[str, Any]]], name: str, level: str
) -> None:
    with closing(a_store()) as store, closing(a_store("Second Inspector")) as another:
        council = an_authority(store, name=name, concern_level=level)
        gesture = Gesture("authorities.import", store.me)
        for noun, fields in drawn:
            frame = {"id": new_id(), "stream_id": council.stream_id}
            named = {} if noun.entity == "person" else {"authority_id": council.id}
            gesture.add(noun(**frame, **named, **fields))
        store.record(*gesture.changes)
        first = as_json(known(store, council.id))
        assert bring_in(another, read_authority(first.encode())) == council.id
        assert _same(first, as_json(known(another, council.id)))


def test_a_full_record_comes_in_as_one_s_own_and_one_undo_takes_it_back(store: Store, other: Store) -> None:
    council = an_authority(store)
    full = fill(store, council, a_visit(store, council))
    standing.add_past_visit(store, full, dates="2017-01", conclusion="Poor.")
    standing.add_person(store, full, name="B. Practice", organisation="The regulator", is_public_office=True)
    read = _out(store, council.id)
    seen = preview(other, read)
    assert (seen.name, seen.is_here) == ("Practice Borough Council", False)
    assert {each.noun: each.new for each in seen.counts if each.new} == {
        **{"person": 2, "recommendation": 1, "progress": 1, "action": 1, "meeting": 1, "event": 3, "visit": 1}
    }
    assert authorities_here(other) == ()
    bring_in(other, read)
    brought = authority(other, council.id)
    assert brought is not None
    assert my_card(other).device in other.tables.roster(brought.stream_id)
    assert brought.stream_id != council.stream_id
    assert known(other, council.id).levels[0].level == "early"
    assert not check(other).problems
    undo.undo(other)
    assert authorities_here(other) == ()


def test_twice_is_once_and_what_is_here_stays_as_it_is(store: Store, other: Store) -> None:
    council = an_authority(store)
    asked = a_recommendation(store, council, title="Plans")
    an_event(store, council, date="autumn 2017")
    read = _out(store, council.id)
    bring_in(other, read)
    assert preview(other, read).new == 0
    gesture = Gesture("recommendations.amend", other.me)
    there = one(other, type(asked), asked.id)
    assert there is not None
    gesture.amend(there, title="Better plans")
    gesture.withdraw(known(other, council.id).events[0])
    other.record(*gesture.changes)
    an_event(store, council, date="2018-10-08")
    later = _out(store, council.id)
    assert preview(other, later).new == 1
    bring_in(other, later)
    bring_in(other, later)
    (only,) = recommendations_of_authority(other, council.id)
    assert only.title == "Better plans"
    assert [each.date for each in known(other, council.id).events] == ["2018-10-08"]
    assert preview(store, later).new == 0


def test_an_authority_that_is_known_by_its_name_takes_the_record_of_the_other(store: Store, other: Store) -> None:
    council, own = an_authority(store), an_authority(other)
    a_recommendation(store, council)
    assert bring_in(other, _out(store, council.id)) == own.id
    (asked,) = recommendations_of_authority(other, own.id)
    assert asked.stream_id == own.stream_id
    assert len(authorities_here(other)) == 1


def test_one_that_was_withdrawn_here_is_refused(store: Store) -> None:
    council = an_authority(store)
    read = _out(store, council.id)
    gesture = Gesture("authorities.amend", store.me)
    gesture.withdraw(council)
    store.record(*gesture.changes)
    for refused in (preview, bring_in):
        with pytest.raises(Refused, match="withdrawn"):
            refused(store, read)


def test_a_visit_brings_a_new_authority_s_record_and_adds_nothing_to_one_that_is_here(
    store: Store, other: Store
) -> None:
    council = an_authority(store)
    visit = a_visit(store, council)
    fill(store, council, visit)
    past = standing.add_past_visit(store, council, dates="2017-01")
    exported = visit_as_json(whole_visit(store, visit.id))
    read = read_visit(exported.encode())
    assert sum(each.new for each in preview_of_visit(other, read).counts) == 9
    bring_visit_in(other, read)
    assert _same(exported, visit_as_json(whole_visit(other, visit.id)))
    undo.undo(other)
    assert authority_present(other, council.id) is None
    with closing(a_store("Third Inspector")) as third:
        authorities.add(third, name=council.name)
        assert not any(each.noun == "event" for each in preview_of_visit(third, read).counts)
        bring_visit_in(third, read)
        assert one(third, type(visit), past) is None
        bring_in(third, read_authority(exported.encode()))
        assert one(third, type(visit), past) is not None


def test_a_past_visit_that_is_itself_exported_comes_in_once(store: Store, other: Store) -> None:
    council = an_authority(store)
    past = standing.add_past_visit(store, council, dates="2017-01", conclusion="Poor.")
    read = read_visit(visit_as_json(whole_visit(store, past)).encode())
    bring_visit_in(other, read)
    assert [each.conclusion for each in known(other, council.id).visits] == ["Poor."]


def authority_present(store: Store, authority_id: str) -> Authority | None:
    found = authority(store, AuthorityId(authority_id))
    return found if found is not None and found.present else None
