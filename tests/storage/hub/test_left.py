# SPDX-License-Identifier: MIT
"""Who has left a stream, as the hub sees it, on both databases: what she hands in, learns and grants."""

import pytest

from storage.hub.office import Refusal
from storage.model.ids import StreamId
from tests.storage.hub.people import Laptop, Office, seq
from tests.storage.hub.test_office import hub, pair

__all__ = ["hub", "pair"]


def test_what_comes_after_somebody_left_is_held_until_her_end_is_moved(
    hub: Office, pair: tuple[Laptop, Laptop, StreamId]
) -> None:
    lead, second, stream = pair
    written = second.writes(stream, 5)
    hub.hears(second, sealed=written[:2])
    hub.hears(lead, grants=[lead.grants(stream, second, number=2, until=3)])
    reply = hub.hears(second, sealed=written[2:], have={stream: {second.id: 5, lead.id: 3}})
    assert (reply.held, reply.closed, reply.is_revoked) == (2, [stream], False)
    assert reply.receipt["streams"][stream][second.id][0] == 3
    assert reply.sealed == []

    hub.hears(lead, grants=[lead.grants(stream, second, number=3, until=4)])
    assert seq(hub.hears(lead, have={stream: {lead.id: 3}}).sealed) == [1, 2, 3, 4]
    assert hub.accept(second) == 1
    assert seq(hub.hears(lead, have={stream: {lead.id: 3}}).sealed) == [1, 2, 3, 4, 5]


def test_whoever_left_seats_nobody_any_more_unless_somebody_who_belongs_says_so(hub: Office) -> None:
    lead, other, friend, heir = (Laptop() for _ in range(4))
    hub.enrol(lead, other, friend, heir)
    stream = lead.stream()
    hub.hears(lead, grants=[lead.root(stream), lead.grants(stream, other, may_grant=True)])
    hub.hears(lead, grants=[lead.grants(stream, other, number=2, until=0, may_grant=True)])
    before = hub.all_of_it()["grants"]
    late = other.grants(stream, friend, may_grant=True)
    for bearer in (other, friend):
        hub.hears(bearer, grants=[late])
        assert hub.all_of_it()["grants"] == before
    hub.hears(heir, grants=[heir.follows(stream, other, may_grant=True), heir.grants(stream, friend)])
    assert hub.hears(friend, have={stream: {}}).grants == []
    assert hub.hears(heir, have={stream: {}}).closed == [stream]

    hub.hears(lead, grants=[late])
    assert {each.device for each in hub.hears(friend, have={stream: {}}).grants} >= {lead.id, friend.id}


def test_whoever_left_learns_only_of_what_she_has_herself(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, second, stream = pair
    hub.hears(lead, grants=[lead.grants(stream, second, number=2, until=0)], sealed=lead.writes(stream, 2))
    reply = hub.hears(second, have={stream: {lead.id: 2}})
    assert reply.receipt["streams"] == {stream: {lead.id: [2, lead.chains[stream][1].digest.hex()]}}
    assert (reply.sealed, reply.grants, reply.documents, reply.wrapped) == ([], [], {stream: []}, {})
    assert hub.hears(second).receipt["streams"] == {}
    with pytest.raises(Refusal, match="stranger"):
        hub.gives(second, stream, "0" * 64)


def test_whoever_is_seated_again_gets_everything(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, second, stream = pair
    hub.hears(lead, grants=[lead.grants(stream, second, number=2, until=0)], sealed=lead.writes(stream, 2))
    hub.hears(second, sealed=second.writes(stream))
    hub.hears(lead, grants=[lead.grants(stream, second, number=3)])
    assert seq(hub.hears(second, have={stream: {lead.id: 3, second.id: 1}}).sealed) == [4, 5]
    assert seq(hub.hears(lead, have={stream: {lead.id: 5}}).sealed) == [1]
