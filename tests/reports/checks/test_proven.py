# SPDX-License-Identifier: MIT
"""A sentence behind which something is not proven yet is told, no reason lets it be, and it goes away by itself."""

from storage.acts import excuses, letters
from storage.store import Store
from tests.builders import a_finding, a_letter, again, hand_over
from tests.reports.checks.desk import Desk, a_desk
from tests.storage.doubtful import check_all, notes_arrive, partner_of


def codes_at(desk: Desk, place: str) -> set[str]:
    return {check for check, _words in desk.found(place)} & {"unproven", "wrong_signature"}


def test_a_sentence_is_told_while_what_it_names_is_being_checked(store: Store) -> None:
    desk = a_desk(store)
    note = notes_arrive(store, partner_of(store, desk.visit), desk.visit)[0]
    finding = a_finding(store, desk.visit, "Plans are late.", supports=(note.id,))
    based, found, other = desk.say("One.", note), desk.say("Two.", finding), desk.say("Three.", desk.records["read"])
    assert [codes_at(desk, each) for each in (based, found, other)] == [{"unproven"}, {"unproven"}, set()]
    check_all(store)
    assert not desk.codes() & {"unproven", "wrong_signature"}


def test_a_wrong_signature_is_told_and_no_reason_lets_it_be(store: Store) -> None:
    desk = a_desk(store)
    wrong = notes_arrive(store, partner_of(store, desk.visit), desk.visit, wrong=True)[0]
    check_all(store)
    based = desk.say("One.", wrong)
    assert codes_at(desk, based) == {"wrong_signature"}
    hit = next(each for each in desk.checked().hits if each.check == "wrong_signature")
    assert not hit.may_be_excused
    excuses.excuse(store, desk.whole().letter, hit.check, hit.key, "It was her laptop.")
    assert hit in desk.checked().open
    letters.withdraw(store, next(each for each in desk.whole().sections[0].paragraphs[0].sentences if each.id == based))
    assert not codes_at(desk, based)


def test_pieces_that_hold_no_sentence_are_told_of_the_letter_as_a_whole(store: Store) -> None:
    desk = a_desk(store)
    second = partner_of(store, desk.visit)
    shell = again(second, desk.whole().letter)
    letters.amend(second, shell, close="With my thanks")
    a_letter(second, again(second, desk.visit), *(f"Sentence {number}." for number in range(60)))
    hand_over(second, store, desk.visit.stream_id)
    assert codes_at(desk, "") == {"unproven"}
