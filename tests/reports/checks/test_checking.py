# SPDX-License-Identifier: MIT
"""All checks of a letter as a Job: what is open, what is excused, and how a missing key holds approval up."""

from pathlib import Path

import pytest

from reports.checks.checking import checked, checking
from reports.checks.subject import Subject
from storage.acts import members
from storage.acts.excuses import excuse
from storage.acts.guarded import guard
from storage.errors import Refused
from storage.spelling import Speller
from storage.store import Store, create
from tests.builders import PASSPHRASE, a_note
from tests.reports.checks.desk import a_desk


def test_a_name_of_the_list_is_found_in_the_letter(store: Store, speller: Speller) -> None:
    assert speller.is_known("plan")  # the dictionaries are there: the check need not read them first
    desk = a_desk(store)
    guard(store, desk.visit.id, ["Megan Pritchard; 2009-03-04"])
    place = desk.say("Megn had no plan.", desk.records["read"])
    assert ("name", "Megn") in desk.found(place)


def test_an_excused_hit_is_open_no_longer_until_its_words_change(store: Store) -> None:
    desk = a_desk(store)
    place = desk.say("Managers are few.")
    hit = next(each for each in desk.checked().open if each.place == place)
    excuse(store, desk.whole().letter, hit.check, hit.key, "It is plain to see.")
    seen = desk.checked()
    assert hit in seen.hits
    assert hit not in seen.open
    kept = seen.excuse(hit)
    assert kept is not None
    assert kept.reason == "It is plain to see."


def test_open_points_are_refused_with_their_number(store: Store) -> None:
    desk = a_desk(store)
    seen = desk.checked()
    with pytest.raises(Refused, match=f"still open: {len(seen.open)}"):
        seen.must_be_clear()


def test_where_the_key_is_not_here_the_check_says_so_and_holds_approval_up(store: Store) -> None:
    desk = a_desk(store)
    a_note(store, desk.visit, "The chronology has gaps.", case_ref="CASE-07")
    assert "cannot_run" in {each.check for each in desk.checked().open}


def test_hits_come_in_the_order_of_checks_and_letter_and_once_each(store: Store) -> None:
    hits = a_desk(store).checked().hits
    assert len(set(hits)) == len(hits)
    assert [each.blocks for each in hits] == sorted((each.blocks for each in hits), reverse=True)


def test_a_store_in_a_folder_is_read_by_a_connection_of_its_own(tmp_path: Path) -> None:
    store, _code = create(tmp_path / "store", PASSPHRASE)
    members.introduce(store, "Practice Inspector")
    desk = a_desk(store)
    job = checking(desk.letter_id)
    taken = job.take(store)
    assert not isinstance(taken, Subject)
    made = job.work(taken, lambda _part: None)
    assert made.hits == checked(store, desk.letter_id).hits
    store.close()
