# SPDX-License-Identifier: MIT
"""What the hub decides, on SQLite and on a real PostgreSQL: who hands in, who fetches, what is refused or held.

Its books (belonging, books, chains, papers, register, tables) are tried here with it, because they decide nothing.
"""

from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import pytest

from storage.envelope import is_by
from storage.hub import office
from storage.hub.books import Books
from storage.hub.identity import identity
from storage.hub.office import REASONS, Refusal
from storage.model.ids import StreamId, device_id
from storage.sync.talk import PAGE, receipt_bytes
from tests.storage.hub.people import AT, NOW, Laptop, Office, seq


@pytest.fixture
def hub(books: Books, tmp_path: Path) -> Office:
    """Give the office's decisions on real books."""
    return Office(books, identity(tmp_path / "identity"))


@pytest.fixture
def pair(hub: Office) -> tuple[Laptop, Laptop, StreamId]:
    """Give two enrolled laptops and a stream of the first in which both have seats."""
    lead, second = Laptop(), Laptop()
    hub.enrol(lead, second)
    stream = lead.stream()
    grants = [lead.root(stream), lead.grants(stream, second)]
    hub.hears(lead, grants=grants, sealed=lead.writes(stream, 3), wraps=[(stream, second.id, 1, b"wrapped")])
    return lead, second, stream


def test_a_member_gets_what_she_lacks_with_its_key_and_those_who_wrote_it(
    hub: Office, pair: tuple[Laptop, Laptop, StreamId]
) -> None:
    lead, second, stream = pair
    got = hub.hears(second, have={stream: {lead.id: 1}})
    assert got.sealed == lead.chains[stream][1:]
    assert got.wraps == {stream: {1: b"wrapped"}}
    assert {each.device for each in got.grants} == {lead.id, second.id}
    assert not got.more


def test_what_is_handed_in_twice_is_there_once(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, second, stream = pair
    before = hub.all_of_it()
    hub.hears(lead, sealed=lead.chains[stream], grants=[lead.root(stream)])
    assert hub.all_of_it() == before
    assert seq(hub.hears(second, have={stream: {}}).sealed) == [1, 2, 3]


def test_the_receipt_is_signed_and_names_each_chains_end(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, _, stream = pair
    reply = hub.hears(lead)
    key = bytes.fromhex(hub.identity.verify_key)
    assert is_by(device_id(key), key, receipt_bytes(reply.receipt), bytes.fromhex(reply.signature))
    assert reply.receipt["streams"] == {stream: {lead.id: [3, lead.chains[stream][-1].digest.hex()]}}
    assert reply.receipt["device"] == lead.id


def test_a_long_chain_comes_in_pages(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, second, stream = pair
    big = PAGE // 300
    for _ in range(3):
        hub.hears(lead, sealed=lead.writes(stream, 200, big))
    have, pages = 0, 0
    while True:
        reply = hub.hears(second, have={stream: {lead.id: have}})
        have, pages = reply.sealed[-1].header.seq, pages + 1
        if not reply.more:
            break
    assert (have, pages) == (603, 2)


def test_a_stranger_reads_nothing_and_adds_nothing(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, _, stream = pair
    stranger = Laptop()
    hub.enrol(stranger)
    got = hub.hears(stranger, have={stream: {lead.id: 0}})
    assert (got.sealed, got.grants, got.wraps, got.receipt["streams"]) == ([], [], {}, {})
    assert hub.refuses(stranger, sealed=stranger.writes(stream)) == "stranger"
    assert hub.refuses(stranger, sealed=stranger.writes(stranger.stream())) == "stranger"
    assert hub.refuses(stranger, grants=[stranger.grants(stream, stranger)]) == "grant"
    hub.hears(stranger, wraps=[(stream, stranger.id, 9, b"x")])
    with hub.books.open() as entries:
        assert entries.belonging.wrapped(stream) == [(pair[1].id, 1)]


def test_a_member_without_that_right_seats_nobody(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    _, second, stream = pair
    third = Laptop()
    assert hub.refuses(second, grants=[second.grants(stream, third)]) == "grant"
    assert hub.refuses(second, grants=[second.grants(stream, second, may_grant=True, number=2)]) == "grant"


@pytest.mark.parametrize("what", ["signature", "epoch", "commitment", "previous", "number", "missing"])
def test_a_change_that_is_not_what_its_device_signed_is_refused(
    hub: Office, pair: tuple[Laptop, Laptop, StreamId], what: str
) -> None:
    lead, _, stream = pair
    one, two = lead.writes(stream, 2)
    spoilt = {
        "signature": [replace(one, signature=bytes(64))],
        "epoch": [replace(one, header=replace(one.header, epoch=2))],
        "commitment": [replace(one, header=replace(one.header, commitment=bytes(32)))],
        "previous": [replace(one, header=replace(one.header, previous=bytes(32)))],
        "number": [replace(one, header=replace(one.header, seq=9))],
        "missing": [two],
    }
    codes = {"previous": "fork", "number": "gap", "missing": "gap"}
    assert hub.refuses(lead, sealed=spoilt[what]) == codes.get(what, "forged")
    hub.hears(lead, sealed=[one, two])


def test_a_copied_store_that_was_used_twice_is_refused_whole(
    hub: Office, pair: tuple[Laptop, Laptop, StreamId]
) -> None:
    lead, second, stream = pair
    copy = Laptop(lead.device, {stream: lead.chains[stream][:2]})
    fine = second.writes(stream)
    assert hub.refuses(lead, sealed=[*copy.writes(stream), *fine]) == "fork"
    hub.hears(second, sealed=fine)


def test_what_a_revoked_device_hands_in_is_held_and_accepted_once(
    hub: Office, pair: tuple[Laptop, Laptop, StreamId]
) -> None:
    lead, second, stream = pair
    hub.hears(second, sealed=second.writes(stream))
    hub.revoke(second)
    late = second.writes(stream, 4)

    reply = hub.hears(second, sealed=late[:2], have={stream: {second.id: 5, lead.id: 3}})
    assert (reply.held, reply.is_revoked, reply.sealed, reply.wraps) == (2, True, [], {})
    assert reply.waits == {stream: {second.id: 3}}
    assert hub.hears(second, sealed=late[2:], have={stream: {second.id: 5}}).held == 4
    assert hub.hears(second, sealed=late, have={stream: {second.id: 5}}).held == 4
    assert seq(hub.hears(lead, have={stream: {lead.id: 3}}).sealed) == [1]

    assert hub.accept(second) == 4
    assert hub.accept(second) == 0
    assert seq(hub.hears(lead, have={stream: {lead.id: 3}}).sealed) == [1, 2, 3, 4, 5]


def test_a_revoked_device_fetches_nothing_and_seats_nobody(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, second, stream = pair
    hub.hears(second, sealed=second.writes(stream))
    hub.revoke(lead)
    accomplice = Laptop()
    reply = hub.hears(lead, grants=[lead.grants(stream, accomplice)], have={stream: {lead.id: 3, second.id: 0}})
    assert (reply.sealed, reply.documents, reply.grants) == ([], {stream: []}, [])
    assert reply.receipt["streams"] == {stream: {lead.id: [3, lead.chains[stream][-1].digest.hex()]}}
    assert {each.device for each in hub.hears(second).grants} == {lead.id, second.id}
    with pytest.raises(Refusal, match="revoked"):
        hub.gives(lead, stream, "0" * 64)


def test_a_document_of_a_revoked_device_waits_with_its_changes(
    hub: Office, pair: tuple[Laptop, Laptop, StreamId]
) -> None:
    lead, second, stream = pair
    hub.revoke(second)
    names = [hub.keeps(second, stream, body) for body in (b"one", b"two")]
    assert hub.hears(second, have={stream: {}}).documents == {stream: sorted(names)}
    assert hub.hears(lead).documents == {stream: []}
    assert hub.gives(lead, stream, names[0]) is None
    hub.keeps(lead, stream, b"one")
    assert hub.gives(lead, stream, names[0]) == b"one"
    hub.accept(second)
    assert hub.hears(lead).documents == {stream: sorted(names)}
    with pytest.raises(Refusal, match="stranger"):
        hub.keeps(Laptop(), stream, b"one")


def test_a_visit_begun_on_a_revoked_laptop_is_held_too(hub: Office) -> None:
    lead, second = Laptop(), Laptop()
    hub.enrol(lead, second)
    hub.revoke(lead)
    stream = lead.stream()
    grants = [lead.root(stream), lead.grants(stream, second)]
    assert hub.hears(lead, grants=grants, sealed=lead.writes(stream, 2), have={stream: {lead.id: 2}}).held == 2
    assert hub.hears(second, have={stream: {}}).sealed == []
    assert hub.accept(lead) == 2
    assert seq(hub.hears(second, have={stream: {}}).sealed) == [1, 2]


def test_what_others_carry_of_a_revoked_laptop_is_held(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, second, stream = pair
    hub.revoke(second)
    reply = hub.hears(lead, sealed=second.writes(stream), have={stream: {second.id: 1}})
    assert (reply.held, reply.is_revoked) == (1, False)
    assert hub.accept(second) == 1


def test_what_a_revoked_laptop_carries_of_others_is_theirs(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, second, stream = pair
    hub.revoke(lead)
    hub.hears(lead, sealed=second.writes(stream))
    assert seq(hub.hears(second, have={stream: {lead.id: 3}}).sealed) == [1]


def test_a_document_is_kept_once_under_the_digest_of_its_bytes(
    hub: Office, pair: tuple[Laptop, Laptop, StreamId]
) -> None:
    lead, second, stream = pair
    name = hub.keeps(lead, stream, b"sealed")
    assert hub.keeps(lead, stream, b"sealed") == name == blake2b(b"sealed", digest_size=32).hexdigest()
    with pytest.raises(Refusal, match="document"):
        hub.keeps(lead, stream, b"another", name)
    assert hub.gives(second, stream, name) == b"sealed"
    assert hub.gives(second, stream, "0" * 64) is None
    assert hub.hears(second).documents == {stream: [name]}
    with hub.books.open() as entries:
        assert entries.register.streams() == [(stream, 1, 3, 6)]


def test_an_invitation_lets_one_device_in_once_and_not_for_ever(hub: Office) -> None:
    first, second = Laptop(), Laptop()
    with hub.books.open() as entries:
        entries.register.invite("secret", "Second inspector's laptop", AT, NOW)
        entries.register.invite("late", "x", AT, NOW)
        office.enrol(entries, first.card, "secret", (AT, NOW - 1))
    known = hub.known(first)
    assert known is not None
    assert (known.label, known.revoked) == ("Second inspector's laptop", "")
    for laptop, secret in ((second, "secret"), (second, "late"), (second, "never"), (first, "secret")):
        with pytest.raises(Refusal, match="invitation"), hub.books.open() as entries:
            office.enrol(entries, laptop.card, secret, (AT, NOW))
    assert hub.known(second) is None


@pytest.mark.parametrize("card", [None, {}, {"device": 1}, {"device": "a", "verify_key": "zz", "box_key": ""}, [1]])
def test_a_card_that_is_none_enrols_nobody(hub: Office, card: object) -> None:
    with pytest.raises(Refusal, match="card"), hub.books.open() as entries:
        office.enrol(entries, card, "secret", (AT, NOW))


def test_a_card_with_anothers_name_enrols_nobody(hub: Office) -> None:
    with pytest.raises(Refusal, match="card"), hub.books.open() as entries:
        office.enrol(entries, {**Laptop().card, "device": Laptop().id}, "secret", (AT, NOW))


def test_a_successor_is_enrolled_by_its_predecessors_word_alone(hub: Office) -> None:
    old, new, thief = Laptop(), Laptop(), Laptop()
    hub.enrol(old)
    vouch = new.follows(old.stream(), old).signature

    def follow(laptop: Laptop, before: Laptop, said: str) -> None:
        with hub.books.open() as entries:
            office.succeed(entries, laptop.card, before.id, said, AT)

    for laptop, before, said, code in (
        (thief, old, vouch, "signature"),
        (new, old, "not hex", "signature"),
        (new, thief, vouch, "unknown"),
    ):
        with pytest.raises(Refusal, match=code):
            follow(laptop, before, said)
    follow(new, old, vouch)
    assert hub.known(new) is not None
    hub.revoke(old)
    with pytest.raises(Refusal, match="revoked"):
        follow(thief, old, thief.follows(old.stream(), old).signature)


def test_a_successor_takes_its_predecessors_seats(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, second, stream = pair
    new = Laptop()
    hub.enrol(new)
    hub.hears(new, grants=[new.follows(stream, second)], sealed=new.writes(stream))
    assert seq(hub.hears(new, have={stream: {lead.id: 1, new.id: 1}}).sealed) == [2, 3]


def test_a_request_bears_its_devices_signature(hub: Office) -> None:
    laptop, other = Laptop(), Laptop()
    hub.enrol(laptop)
    with hub.books.open() as entries:
        assert office.known(entries, laptop.id, b"said", laptop.device.sign(b"said"), "later").device == laptop.id
        assert [each.seen for each in entries.register.devices()] == ["later"]
        with pytest.raises(Refusal, match="signature"):
            office.known(entries, laptop.id, b"said", other.device.sign(b"said"), AT)
        with pytest.raises(Refusal, match="unknown"):
            office.known(entries, other.id, b"said", other.device.sign(b"said"), AT)


def test_names_that_a_database_stumbles_on_are_refused(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    lead, _, _ = pair
    for name in ("nul\0", "x" * 200, "ŵ"):
        assert hub.refuses(lead, sealed=lead.writes(StreamId(name))) == "malformed"


def test_what_the_hub_keeps_is_counted(hub: Office, pair: tuple[Laptop, Laptop, StreamId]) -> None:
    _, second, _ = pair
    hub.revoke(second)
    with hub.books.open() as entries:
        assert entries.register.totals() == {
            "devices": 1,
            "revoked": 1,
            "streams": 1,
            "changes": 3,
            "held": 0,
            "documents": 0,
            "document_bytes": 0,
            "snapshot_bytes": 0,
        }
        assert entries.register.keep_word("name", "first") == entries.register.keep_word("name", "second") == "first"


def test_books_are_kept_whole_or_not_at_all(hub: Office) -> None:
    def half() -> None:
        with hub.books.open() as entries:
            entries.register.keep_word("name", "half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    with hub.books.open() as entries:
        assert entries.register.word("name") == ""


def test_every_refusal_has_a_plain_reason() -> None:
    assert all(reason.endswith(".") and len(reason) > 20 for reason in REASONS.values())
