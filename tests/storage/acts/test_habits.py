# SPDX-License-Identifier: MIT
"""What a person teaches her store stays with it."""

from pathlib import Path

import pytest

from storage.acts import habits
from storage.errors import Refused
from storage.shorthand import FIRST
from storage.store import Store, create, open_store
from tests.builders import PASSPHRASE


def test_words_are_kept_each_once_and_in_order(store: Store) -> None:
    assert habits.own_words(store) == ()
    habits.keep_words(store, ["Madoc", "Acrefair", "Madoc", " "])
    assert habits.own_words(store) == ("Acrefair", "Madoc")


def test_abbreviations_begin_with_some_and_may_end_with_none(store: Store) -> None:
    assert habits.shorthand(store) == FIRST
    habits.keep_shorthand(store, {"IRO ": " independent  reviewing officer"})
    assert habits.shorthand(store) == {"iro": "independent reviewing officer"}
    habits.keep_shorthand(store, {})
    assert habits.shorthand(store) == {}


@pytest.mark.parametrize(("short", "words"), [("two words", "x"), ("", "x"), ("sw", " "), ("a" * 21, "x")])
def test_what_cannot_be_typed_is_refused(store: Store, short: str, words: str) -> None:
    with pytest.raises(Refused, match="abbreviation"):
        habits.keep_shorthand(store, {short: words})
    assert habits.shorthand(store) == FIRST


def test_a_store_opened_to_look_only_learns_nothing(tmp_path: Path) -> None:
    create(tmp_path / "s", PASSPHRASE)[0].close()
    looked_at = open_store(tmp_path / "s", PASSPHRASE, read_only=True)
    with pytest.raises(Refused, match="look only"):
        habits.keep_words(looked_at, ["Madoc"])
    looked_at.close()
