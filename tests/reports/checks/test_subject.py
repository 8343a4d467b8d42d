# SPDX-License-Identifier: MIT
"""What the checks see: every word that is read outside, who may be named, and whether there is anybody to look for."""

import pytest

from reports.checks.subject import subject_of
from storage import documents
from storage.acts.guarded import guard
from storage.errors import Refused
from storage.gesture import Gesture
from storage.store import Store
from tests.builders import a_note, a_person
from tests.reports.checks.desk import a_desk


def test_every_word_that_is_read_outside_is_a_line(store: Store) -> None:
    desk = a_desk(store)
    documents.keep(store, desk.visit.stream_id, b"%PDF-1.7 ", subject=desk.letter_id, title="Megan Pritchard.pdf")
    subject = subject_of(store, desk.letter_id)
    texts = {line.text for line in subject.lines()}
    shell = subject.letter.letter
    assert {shell.re_line, shell.salutation, *shell.addressee, *shell.copies} <= texts
    assert [each.title for each in subject.attached] == ["Megan Pritchard.pdf"]
    assert {each.text for each in subject.sentences} <= texts
    assert {each.section.title for each in subject.letter.sections if each.section.title} <= texts


def test_public_people_may_be_named_and_others_may_not(store: Store) -> None:
    desk = a_desk(store)
    authority = subject_of(store, desk.letter_id).facts.authority
    a_person(store, authority, name="Alun Walton", is_public_office=True, organisation=authority.name)
    allowed = subject_of(store, desk.letter_id).known.allowed
    assert {"alun", "walton", "borough"} <= allowed
    assert "pritchard" not in allowed


def test_without_key_or_list_the_search_cannot_run_once_a_note_names_a_case(store: Store) -> None:
    desk = a_desk(store)
    assert subject_of(store, desk.letter_id).can_run
    a_note(store, desk.visit, "The chronology has gaps.", case_ref="CASE-07")
    assert not subject_of(store, desk.letter_id).can_run
    guard(store, desk.visit.id, ["Megan Pritchard"])
    seen = subject_of(store, desk.letter_id)
    assert seen.can_run
    assert seen.known.names == (("megan", "pritchard"),)


def test_a_letter_that_is_not_here_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="not in the store"):
        subject_of(store, "no-such-letter")
    assert Gesture("letters.draft", store.me).changes == []
