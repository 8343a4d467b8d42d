# SPDX-License-Identifier: MIT
"""What is lawful, case by case: seats, voices, roles, owners, seals. Random sets: test_tables_property.py."""

import json
from dataclasses import replace
from typing import Any

import pytest

from storage import keys, law
from storage.grants import succession
from storage.law import broken, letter_of, roster, seals
from storage.model.change import Change, Ref
from storage.model.ids import DeviceId, StreamId
from tests.builders import a_change

ROOT, GUEST, READER = (keys.fleeting().device for _ in range(3))
STREAM = StreamId(f"visit.{ROOT.id}")


def change(device: DeviceId, seq: int, by: str, entity: str, entity_id: str, **after: Any) -> Change:
    frame: dict[str, Any] = {"stream": STREAM, "entity": entity, "entity_id": entity_id, "device": device, "by": by}
    return a_change(**frame, seq=seq, tick=seq, after=after)


def seat(by: keys.Device, seq: int, device: keys.Device, person: str, role: str, **more: Any) -> Change:
    after = {"person_id": person, "role": role, "verify_key": device.verify_key.hex(), "box_key": device.box_key.hex()}
    name = {ROOT.id: "ann", GUEST.id: "bea", READER.id: "cai"}.get(by.id, person)
    return change(by.id, seq, name, "member", device.id, **after, present=True, **more)


FIRST = seat(ROOT, 1, ROOT, "ann", "lead")
SECOND = seat(ROOT, 2, GUEST, "bea", "second")
THIRD = seat(ROOT, 3, READER, "cai", "quality_reader")
SEATS = roster([FIRST, SECOND, THIRD])


def test_who_began_the_stream_sits_in_it_and_seats_others() -> None:
    assert {device: each.role for device, each in SEATS.items()} == {
        ROOT.id: "lead",
        GUEST.id: "second",
        READER.id: "quality_reader",
    }


def test_nobody_seats_herself_in_somebody_elses_stream() -> None:
    assert GUEST.id not in roster([FIRST, seat(GUEST, 1, GUEST, "bea", "lead")])


def test_a_second_inspector_seats_nobody() -> None:
    assert READER.id not in roster([FIRST, SECOND, seat(GUEST, 1, READER, "cai", "second")])


def test_an_office_seats_others() -> None:
    office = seat(ROOT, 2, GUEST, "bea", "office")
    assert READER.id in roster([FIRST, office, seat(GUEST, 1, READER, "cai", "second")])


def test_a_seat_is_granted_in_whatever_order_the_grants_come() -> None:
    office = seat(ROOT, 9, GUEST, "bea", "office")
    late = seat(GUEST, 1, READER, "cai", "second")
    assert roster([late, office, FIRST]) == roster([FIRST, office, late])
    assert READER.id in roster([late, office, FIRST])


def test_a_grant_in_another_persons_name_seats_nobody() -> None:
    assert GUEST.id not in roster([FIRST, replace(SECOND, by="mallory")])


def vouched(old: keys.Device, new: keys.Device, person: str, role: str, seq: int = 1) -> Change:
    vouch = old.sign(succession(new.verify_key, new.box_key)).hex()
    return seat(new, seq, new, person, role, predecessor=old.id, vouch=vouch)


def test_a_copied_store_takes_the_seat_of_its_predecessor() -> None:
    new = keys.fleeting().device
    assert roster([FIRST, SECOND, vouched(GUEST, new, "bea", "second")])[new.id].role == "second"


@pytest.mark.parametrize(("person", "role"), [("bea", "lead"), ("ann", "second")])
def test_a_successor_becomes_neither_more_nor_somebody_else(person: str, role: str) -> None:
    new = keys.fleeting().device
    assert new.id not in roster([FIRST, SECOND, vouched(GUEST, new, person, role)])


def test_a_successor_needs_its_predecessors_own_signature() -> None:
    new = keys.fleeting().device
    forged = vouched(READER, new, "bea", "second")
    forged = replace(forged, after={**forged.after, "predecessor": GUEST.id})
    assert new.id not in roster([FIRST, SECOND, THIRD, forged])
    assert new.id not in roster([FIRST, SECOND, replace(forged, after={**forged.after, "vouch": "no hex"})])


def test_a_role_changed_meanwhile_does_not_unseat_a_successor() -> None:
    new = keys.fleeting().device
    promoted = change(ROOT.id, 5, "ann", "member", GUEST.id, role="quality_reader", present=True)
    for at in (1, 9):
        assert new.id in roster([FIRST, SECOND, promoted, vouched(GUEST, new, "bea", "second", at)])


def test_what_was_done_under_an_earlier_role_stays_lawful() -> None:
    demoted = change(ROOT.id, 5, "ann", "member", GUEST.id, role="quality_reader", present=True)
    seats = roster([FIRST, SECOND, demoted])
    assert seats[GUEST.id].ever == {"second", "quality_reader"}
    assert not broken(change(GUEST.id, 1, "bea", "finding", "f", statement="words"), seats)


def test_strangers_voices_and_roles_are_told_apart() -> None:
    stranger = keys.fleeting().device.id
    finding = {"entity": "finding", "entity_id": "f", "statement": "words"}
    assert broken(change(stranger, 1, "ann", **finding), SEATS) == "stranger"
    assert broken(change(GUEST.id, 1, "ann", **finding), SEATS) == "voice"
    assert broken(change(READER.id, 1, "cai", **finding), SEATS) == "role"
    assert broken(change(GUEST.id, 1, "bea", **finding), SEATS) == ""


def test_only_the_lead_seals() -> None:
    assert broken(change(GUEST.id, 1, "bea", "letter", "l", document_id="d"), SEATS) == "role"
    assert broken(change(GUEST.id, 1, "bea", "letter", "l", salutation="Dear"), SEATS) == ""
    assert broken(change(ROOT.id, 9, "ann", "letter", "l", document_id="d"), SEATS) == ""


def test_a_note_is_its_authors_and_says_so() -> None:
    note = f"n.{GUEST.id}"
    assert broken(change(GUEST.id, 1, "bea", "note", note, text="words", author="bea"), SEATS) == ""
    assert broken(change(GUEST.id, 1, "bea", "note", note, text="words", author="ann"), SEATS) == "owner"
    assert broken(change(ROOT.id, 9, "ann", "note", note, text="other words"), SEATS) == "owner"
    assert broken(change(ROOT.id, 9, "ann", "note", "n.nobody", text="words"), SEATS) == "owner"


def test_a_noun_of_a_newer_version_may_be_touched_by_every_member() -> None:
    assert broken(change(READER.id, 1, "cai", "remark", "c", text="words"), SEATS) == ""


def a_seal(vector: Any, **more: Any) -> Change:
    return change(ROOT.id, 9, "ann", "letter", "l", document_id="d", cites=((STREAM, json.dumps(vector), "x"),), **more)


def test_what_the_seal_did_not_see_is_late_and_what_it_saw_is_not() -> None:
    sealed = seals([a_seal({ROOT.id: 8, GUEST.id: 2})], SEATS)
    for seq, reason in ((2, ""), (3, "late")):
        assert broken(change(GUEST.id, seq, "bea", "sentence", "s", text="words"), SEATS, sealed) == reason
    assert broken(change(READER.id, 1, "cai", "document", "d", title="words"), SEATS, sealed) == "late"


def test_the_seal_itself_and_what_follows_from_it_are_not_late() -> None:
    sealed = seals([a_seal({ROOT.id: 8})], SEATS)
    assert broken(a_seal({ROOT.id: 8}, status="signed", present=True), SEATS, sealed) == ""
    assert broken(change(ROOT.id, 10, "ann", "letter", "l", status="issued", present=True), SEATS, sealed) == ""
    assert broken(change(ROOT.id, 10, "ann", "letter", "l", status="issued", salutation="x"), SEATS, sealed) == "late"


def test_an_unlawful_seal_seals_nothing() -> None:
    assert seals([change(GUEST.id, 1, "bea", "letter", "l", document_id="d", cites=((STREAM, "{}", ""),))], SEATS) == []


@pytest.mark.parametrize(
    "cites", ["text", ("one",), ((STREAM, "no json", ""),), ((STREAM, "[1]", ""),), (("other", "{}", ""),)]
)
def test_a_malformed_seal_never_breaks_the_fold(cites: Any) -> None:
    assert seals([change(ROOT.id, 9, "ann", "letter", "l", document_id="d", cites=cites)], SEATS) == []


def test_a_part_belongs_to_the_letter_it_names() -> None:
    parts = [
        change(ROOT.id, 1, "ann", "sentence", "s", text="x"),
        change(ROOT.id, 2, "ann", "sentence", "s", letter_id="l"),
    ]
    assert letter_of(parts) == "l"
    assert letter_of([change(ROOT.id, 1, "ann", "enclosure", "e", letter_id="l", title="Annex A")]) == "l"
    assert letter_of([change(ROOT.id, 1, "ann", "letter", "l", re_line="x")]) == "l"
    assert letter_of([change(ROOT.id, 1, "ann", "note", "n", letter_id="l")]) == ""


def test_every_reason_is_a_sentence() -> None:
    assert set(law.REASONS) == {"stranger", "voice", "role", "owner", "late", "left"}
    assert all(law.REASONS.values())


# Who has left, and who comes after her. ROOT began the stream; GUEST is a second lead, or an office.


def saw(made: Change, *refs: tuple[keys.Device, int]) -> Change:
    """Return the change as made by somebody who had seen these."""
    return replace(made, parents=dict.fromkeys(made.after, tuple(Ref(device.id, seq) for device, seq in refs)))


def ended(by: keys.Device, seq: int, device: keys.Device, until: int, person: str = "ann") -> Change:
    return change(by.id, seq, person, "member", device.id, present=False, until=until, grant_number=2)


def renewed(by: keys.Device, seq: int, device: keys.Device, person: str, role: str = "lead") -> Change:
    return change(
        by.id, seq, person, "member", device.id, role=role, present=True, until=law.FOR_EVER, grant_number=seq
    )


def lost(*more: Change, role: str = "lead") -> dict[str, law.Seat]:
    """Return who sits when a guest's device was removed after its fifth change."""
    removal = saw(ended(ROOT, 5, GUEST, 5), (ROOT, 2))
    return dict(roster([FIRST, seat(ROOT, 2, GUEST, "bea", role), THIRD, removal, *more]))


def writes(device: keys.Device, seq: int, person: str = "bea") -> Change:
    return change(device.id, seq, person, "finding", "f", statement="words")


def test_the_successor_of_a_removed_device_is_out_with_it_and_only_its_vouch_stays() -> None:
    heir, second_heir = (keys.fleeting().device for _ in range(2))
    vouch = vouched(GUEST, heir, "bea", "second")
    seats = lost(vouch, vouched(heir, second_heir, "bea", "second"), role="second")
    for device in (heir, second_heir):
        assert (seats[device.id].present, seats[device.id].until) == (False, 0)
        assert broken(writes(device, 2), seats) == "left"
    assert broken(vouch, seats) == ""
    assert broken(writes(GUEST, 5), seats) == ""
    assert broken(writes(GUEST, 6), seats) == "left"


def test_it_is_out_in_whatever_order_that_is_heard() -> None:
    heir = keys.fleeting().device
    for tick in (1, 4, 9):
        vouch = replace(vouched(GUEST, heir, "bea", "lead"), tick=tick)
        assert not lost(vouch)[heir.id].present


def test_somebody_else_seats_it_again_and_all_it_wrote_counts() -> None:
    heir = keys.fleeting().device
    seats = lost(vouched(GUEST, heir, "bea", "lead"), saw(renewed(ROOT, 6, heir, "ann"), (heir, 1)))
    assert seats[heir.id].present
    assert broken(writes(heir, 2), seats) == ""


def test_what_it_did_is_accepted_up_to_a_number() -> None:
    heir = keys.fleeting().device
    seats = lost(vouched(GUEST, heir, "bea", "lead"), saw(ended(ROOT, 6, heir, 3), (heir, 1)))
    assert [broken(writes(heir, seq), seats) for seq in (2, 3, 4)] == ["", "", "left"]


def test_whoever_was_removed_gives_herself_nothing_back_nor_does_her_successor() -> None:
    heir, friend = (keys.fleeting().device for _ in range(2))
    vouch = vouched(GUEST, heir, "bea", "lead")
    for tried in (
        [renewed(GUEST, 6, GUEST, "bea")],
        [vouch, renewed(heir, 2, GUEST, "bea")],
        [vouch, renewed(heir, 2, heir, "bea")],
        [
            vouch,
            seat(heir, 2, friend, "fay", "lead"),
            renewed(friend, 1, heir, "fay"),
            renewed(friend, 2, GUEST, "fay"),
        ],
        [vouch, ended(heir, 2, GUEST, 99, "bea"), renewed(heir, 3, heir, "bea")],
    ):
        for seen in ((), ((ROOT, 5), (ROOT, 2))):
            seats = lost(*(each if each is vouch else saw(each, *seen) for each in tried))
            _nothing_came_of_it(seats, heir, friend)


def _nothing_came_of_it(seats: dict[str, law.Seat], heir: keys.Device, friend: keys.Device) -> None:
    assert not seats[GUEST.id].present
    assert seats[GUEST.id].until == 5
    assert broken(writes(GUEST, 7), seats) == "left"
    assert friend.id not in seats
    assert heir.id not in seats or not seats[heir.id].present


def test_an_office_that_was_restored_removes_the_laptop_it_was_and_stays() -> None:
    heir = keys.fleeting().device
    office = [FIRST, seat(ROOT, 2, GUEST, "bea", "office"), vouched(GUEST, heir, "bea", "office")]
    removal = saw(ended(heir, 4, GUEST, 5, "bea"), (ROOT, 2))
    seats = roster([*office, removal, saw(renewed(heir, 5, heir, "bea", "office"), (heir, 1))])
    assert (seats[heir.id].present, seats[GUEST.id].present) == (True, False)
    assert broken(change(heir.id, 9, "bea", "event", "e", text="words"), seats) == ""
