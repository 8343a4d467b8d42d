# SPDX-License-Identifier: MIT
"""Approving a letter: held up by what is open, let through by reasons; signing with a real identity likewise."""

from dataclasses import replace

import pytest

from reports import acts
from reports.approving import approve, approving
from reports.checks.checking import checked
from storage.acts import letters
from storage.acts.excuses import excuse
from storage.errors import Refused
from storage.job import run_now
from storage.model import clock
from storage.store import Store
from tests.reports.checks.desk import Desk, a_desk


def _excuse_all(desk: Desk) -> None:
    for each in checked(desk.store, desk.letter_id).open:
        excuse(desk.store, desk.whole().letter, each.check, each.key, "Agreed with the quality reader.")


def test_a_letter_with_open_points_is_not_approved_and_stays_as_it_was(store: Store) -> None:
    desk = a_desk(store)
    with pytest.raises(Refused, match="still open"):
        approve(store, desk.whole().letter)
    assert desk.whole().letter.status == "drafting"


def test_a_letter_whose_points_are_excused_is_approved(store: Store) -> None:
    desk = a_desk(store)
    _excuse_all(desk)
    assert approve(store, desk.whole().letter).open == ()
    assert desk.whole().letter.status == "approved"


def test_a_letter_altered_while_it_is_checked_is_not_approved(store: Store) -> None:
    desk = a_desk(store)
    _excuse_all(desk)
    job = approving(desk.whole().letter)
    made = job.work(job.take(store), lambda _part: None)
    desk.say("Typed meanwhile.", desk.records["read"])
    with pytest.raises(Refused, match="altered while"):
        job.put(store, made)
    assert desk.whole().letter.status == "drafting"


def test_nobody_signs_in_earnest_while_points_are_open(store: Store, practice_file: list[str]) -> None:
    store.marks.keep("practice_identity", practice_file)
    desk = a_desk(store)
    letters.amend(store, desk.whole().letter, date="2018-10-12")
    real = replace(acts.practice_identity(store), practice=False)
    with pytest.raises(Refused, match="still open"):
        run_now(acts.signing(acts.preview(store, desk.letter_id), real, clock.now()), store)
    assert not desk.whole().letter.document_id
