# SPDX-License-Identifier: MIT
"""A long run comes in on the word of its newest signature; until each was checked by itself it is called unproven."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from storage import vouched
from storage.acts import members
from storage.check import check
from storage.door import Delivery, Received, receive
from storage.envelope import Sealed
from storage.job import run_now
from storage.model.change import Ref
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.queries.standing import place_of, reach, stands
from storage.rebuild import rebuild
from storage.sealed import seal
from storage.store import Store, create, open_store
from tests.builders import PASSPHRASE, a_note, a_store, a_visit

LONG, SHORT = 60, 9


def _sender(store: Store, count: int) -> tuple[Store, Visit]:
    """Return a sender with so many notes in a visit in which the store has a seat."""
    sender = a_store("Sender")
    there = a_visit(sender)
    members.grant(sender, there.stream_id, members.my_card(store), "second")
    for number in range(count):
        a_note(sender, there, f"Note {number}")
    return sender, there


def _run(sender: Store, there: Visit) -> list[Sealed]:
    return list(sender.ledger.sealed(there.stream_id, {}))


def _hand(store: Store, sender: Store, there: Visit, sealed: Sequence[Sealed]) -> Received:
    keys = {there.stream_id: sender.keyring.keys(there.stream_id)}
    return receive(store, Delivery(sealed, {sender.device.id: sender.device.verify_key}, keys), "test")


def _altered(run: Sequence[Sealed], at: int) -> list[Sealed]:
    """Return the run with a wrong signature in it, chained anew as anybody can."""
    made = [*run[:at], replace(run[at], signature=bytes(64))]
    for each in run[at + 1 :]:
        made.append(replace(each, header=replace(each.header, previous=made[-1].digest)))
    return made


def _signed_on(sender: Store, run: Sequence[Sealed], at: int) -> list[Sealed]:
    """Return the run with a wrong signature in it, and all after it sealed and signed anew by its own device."""
    made = [*run[:at], replace(run[at], signature=bytes(64))]
    for each in run[at + 1 :]:
        change, key = sender.ledger.open(each), sender.keyring.newest(each.header.stream)
        assert change is not None
        assert key is not None
        made.append(seal(change, sender.device, made[-1].digest, key))
    return made


def _check_all(store: Store) -> int:
    count = 0
    for job in vouched.checking(store):
        run_now(job, store)
        count += 1
    return count


def test_a_long_run_is_unproven_until_each_signature_was_checked(store: Store) -> None:
    sender, there = _sender(store, LONG)
    run = _run(sender, there)
    assert _hand(store, sender, there, run).new == len(run)
    first = notes_of_visit(store, there.id)[0]
    assert vouched.waiting(store) == len(run)
    assert place_of(reach(store, there.stream_id), first) == "unproven"
    assert stands(store, [there.stream_id])[there.stream_id].place == "unproven"
    _check_all(store)
    assert vouched.waiting(store) == 0
    assert place_of(reach(store, there.stream_id), first) == "partner"
    assert stands(store, [there.stream_id])[there.stream_id].place == "partner"


def test_a_short_run_is_checked_at_once(store: Store) -> None:
    sender, there = _sender(store, SHORT)
    _hand(store, sender, there, _run(sender, there))
    assert vouched.waiting(store) == 0
    assert not vouched.unproven(store)


def test_it_is_checked_page_by_page_and_may_be_broken_off_and_goes_on_after_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vouched, "_PAGE", 25)
    store, _ = create(tmp_path / "store", PASSPHRASE)
    members.introduce(store, "Second")
    sender, there = _sender(store, LONG)
    _hand(store, sender, there, _run(sender, there))
    every = vouched.waiting(store)
    run_now(next(vouched.checking(store)), store)
    assert vouched.waiting(store) == every - 25
    store.close()
    store = open_store(tmp_path / "store", PASSPHRASE)
    assert vouched.waiting(store) == every - 25
    assert _check_all(store) == -(-(every - 25) // 25)
    assert vouched.waiting(store) == 0
    store.close()


@pytest.mark.parametrize("count", [SHORT, LONG])
def test_what_a_stranger_altered_is_set_aside_with_all_after_it_though_it_is_chained_anew(
    store: Store, count: int
) -> None:
    sender, there = _sender(store, count)
    run = _run(sender, there)
    received = _hand(store, sender, there, _altered(run, 6))
    assert (received.new, [each[3] for each in received.set_aside]) == (6, ["signature"])
    assert _hand(store, sender, there, run).new == len(run) - 6
    _check_all(store)
    assert not vouched.unproven(store)


@pytest.mark.parametrize("count", [SHORT, LONG])
def test_what_its_own_device_signed_wrongly_and_then_vouched_for_comes_in_and_is_never_called_confirmed(
    store: Store, count: int
) -> None:
    sender, there = _sender(store, count)
    run = _signed_on(sender, _run(sender, there), 6)
    assert _hand(store, sender, there, run).new == len(run)
    _check_all(store)
    device, stream = sender.device.id, there.stream_id
    _check_all(store)
    known = reach(store, stream)
    assert [known.place_of(Ref(device, seq)) for seq in (6, 7, 8)] == ["partner", "unproven", "partner"]
    assert [each.one for each in check(store).problems] == ["The chain of a device is broken at its change {seq}."]


def test_a_store_made_again_from_its_journal_has_all_of_it_and_knows_what_is_unproven(tmp_path: Path) -> None:
    store, _ = create(tmp_path / "store", PASSPHRASE)
    members.introduce(store, "Second")
    sender, there = _sender(store, LONG)
    _hand(store, sender, there, _signed_on(sender, _run(sender, there), 6))
    before, known = vouched.unproven(store), store.ledger.vector(there.stream_id)
    store.close()
    rebuild(tmp_path / "store", PASSPHRASE, tmp_path / "again")
    store = open_store(tmp_path / "again", PASSPHRASE)
    assert (vouched.unproven(store), store.ledger.vector(there.stream_id)) == (before, known)
    store.close()


def test_two_devices_agree_though_one_had_it_in_pieces(store: Store) -> None:
    other = a_store("Other")
    sender, there = _sender(store, LONG)
    members.grant(sender, there.stream_id, members.my_card(other), "second")
    run = _signed_on(sender, _run(sender, there), 6)
    _hand(store, sender, there, run)
    assert [each[3] for each in _hand(other, sender, there, run[:7]).set_aside] == ["signature"]
    _hand(other, sender, there, run[6:9])
    _hand(other, sender, there, run[9:])
    assert other.ledger.vector(there.stream_id) == store.ledger.vector(there.stream_id)
    assert notes_of_visit(other, there.id) == notes_of_visit(store, there.id)
    _check_all(store)
    _check_all(other)
    assert vouched.unproven(other) == vouched.unproven(store)


def test_a_change_that_its_device_did_not_chain_vouches_for_nothing(store: Store) -> None:
    sender, there = _sender(store, LONG)
    run = _run(sender, there)
    forged = [*_altered(run[:9], 6), *run[9:]]  # true again, and signed, but after other changes
    received = _hand(store, sender, there, forged)
    assert (received.new, [each[3] for each in received.set_aside]) == (6, ["signature"])
