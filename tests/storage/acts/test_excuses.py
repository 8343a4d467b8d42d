# SPDX-License-Identifier: MIT
"""Excuses: a reason in writing, kept with the letter, taken back again; none without words, none after the seal."""

from dataclasses import replace

import pytest

from storage.acts import excuses
from storage.errors import Refused
from storage.queries.excuses import excuses_of_letter
from storage.store import Store
from tests.builders import a_letter, a_visit


def test_an_excuse_is_kept_with_its_reason_and_its_author(store: Store) -> None:
    letter = a_letter(store, a_visit(store), "We came.")
    excuses.excuse(store, letter, "unsupported", "digest", " Agreed with  the lead. ")
    (kept,) = excuses_of_letter(store, letter.id)
    assert (kept.check_name, kept.hit, kept.reason) == ("unsupported", "digest", "Agreed with the lead.")
    assert kept.author == store.me
    assert kept.said_at


def test_an_excuse_that_is_taken_back_counts_no_longer(store: Store) -> None:
    letter = a_letter(store, a_visit(store), "We came.")
    excuses.excuse(store, letter, "unsupported", "digest", "Agreed.")
    excuses.take_back(store, excuses_of_letter(store, letter.id)[0])
    assert excuses_of_letter(store, letter.id) == ()


def test_there_is_no_excuse_without_a_reason_or_after_the_seal(store: Store) -> None:
    letter = a_letter(store, a_visit(store), "We came.")
    with pytest.raises(Refused, match="no reason"):
        excuses.excuse(store, letter, "unsupported", "digest", "  ")
    with pytest.raises(Refused, match="already signed"):
        excuses.excuse(store, replace(letter, document_id="d"), "unsupported", "digest", "Agreed.")
    assert excuses_of_letter(store, letter.id) == ()
