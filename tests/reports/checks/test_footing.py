# SPDX-License-Identifier: MIT
"""What sentences stand on: support, sources that count and may be named, phrases that keep their promise."""

from storage.acts import findings, letters, notes
from storage.store import Store
from tests.builders import a_note, a_recommendation, a_visit, again, an_authority
from tests.reports.checks.desk import a_desk


def test_a_sentence_without_support_is_found_and_one_with_a_source_is_not(store: Store) -> None:
    desk = a_desk(store)
    alone, based = desk.say("Managers are few."), desk.say("Plans are current.", desk.records["read"])
    assert ("unsupported", "Managers are few.") in desk.found(alone)
    assert desk.found(based) == set()


def test_a_standard_sentence_that_was_reworded_is_somebodys_own(store: Store) -> None:
    desk = a_desk(store)
    standard = next(each for s in desk.whole().sections for p in s.paragraphs for each in p.sentences if each.standard)
    assert "unsupported" not in {check for check, _words in desk.found(standard.id)}
    letters.reword(store, standard, "The director is to blame.")
    assert ("unsupported", "The director is to blame.") in desk.found(standard.id)


def test_a_reworded_sentence_waits_until_somebody_looked_at_its_sources(store: Store) -> None:
    desk = a_desk(store)
    place = desk.say("Plans are current.", desk.records["read"])
    sentence = next(each for each in desk.whole().sections[0].paragraphs[0].sentences if each.id == place)
    letters.reword(store, sentence, "Most plans are current.")
    assert ("reworded", "Most plans are current.") in desk.found(place)


def test_a_source_that_was_withdrawn_or_set_aside_or_is_not_here_is_found(store: Store) -> None:
    desk = a_desk(store)
    gone, aside = desk.say("One.", desk.records["read"]), desk.say("Two.", desk.records["weak"])
    assert "lost_source" not in desk.codes()
    notes.withdraw(store, again(store, desk.records["read"]))
    findings.set_aside(store, again(store, desk.records["weak"]), "It was one case.")
    assert {check for check, _words in desk.found(gone) & desk.found(gone)} >= {"lost_source"}
    assert {check for check, _words in desk.found(aside)} >= {"lost_source"}


def test_notes_that_must_not_be_named_are_found_behind_a_sentence(store: Store) -> None:
    desk = a_desk(store)
    kept = a_note(store, desk.visit, "A worker fears for her post.", handling="confidential_source")
    other = a_note(store, desk.visit, "Not to be told.", handling="not_for_letter")
    assert {check for check, _words in desk.found(desk.say("One.", kept))} == {"handling"}
    assert {check for check, _words in desk.found(desk.say("Two.", other))} == {"handling"}
    assert "handling" not in {check for check, _words in desk.found(desk.say("Three.", desk.records["read"]))}


def test_a_phrase_keeps_its_promise_or_is_found(store: Store) -> None:
    desk = a_desk(store)
    read, told, weak = (desk.records[each] for each in ("read", "told", "weak"))
    assert desk.found(desk.say("We saw current plans.", read)) == set()
    assert ("phrase", "We saw") in desk.found(desk.say("We saw supervision.", told))
    assert desk.found(desk.say("We heard of supervision.", told)) == set()
    assert ("phrase", "We heard") in desk.found(desk.say("We heard of plans.", read))
    assert ("phrase", "We found") in desk.found(desk.say("We found it irregular.", weak))
    assert desk.found(desk.say("We found that plans exist.", read, told)) == set()


def test_a_letter_without_a_strength_says_so_and_one_with_one_does_not(store: Store) -> None:
    assert "no_strength" not in a_desk(store).codes()
    assert "no_strength" in a_desk(store, strength=False).codes()


def test_an_earlier_recommendation_needs_a_direction_of_travel(store: Store) -> None:
    authority = an_authority(store)
    before = a_visit(store, authority, dates="2017-03-01/2017-03-02")
    desk = a_desk(store)
    assert "no_direction" not in desk.codes()
    desk.visit = a_visit(store, authority)
    a_recommendation(store, authority, visit_id=before.id, number="R4", title="Plans")
    a_recommendation(store, authority, visit_id=before.id, number="R5", title="Visits", direction="unchanged")
    letters.amend(store, desk.whole().letter, visit_id=desk.visit.id)
    assert [each.about for each in desk.checked().hits if each.check == "no_direction"] == ["R4"]


def test_empty_places_are_found_in_shell_and_text(store: Store) -> None:
    desk = a_desk(store)
    letters.amend(store, desk.whole().letter, date="")
    found = {(each.place, each.fragment) for each in desk.checked().hits if each.check == "empty_slot"}
    assert {("date", ""), ("addressee", "[…]")} <= found
    assert any("next visit" in words for _place, words in found)
