# SPDX-License-Identifier: MIT
"""Trouble is told in sentences, ends a command with a code of its own, and keeps its words for the translators."""

import pytest

from storage.errors import BadFile, CannotKeep, Refused, StoreTrouble, Trouble, WrongPassphrase

CHILDREN = (WrongPassphrase, StoreTrouble, CannotKeep, Refused, BadFile)


def test_each_kind_ends_a_command_with_its_own_code() -> None:
    codes = [kind.code for kind in (Trouble, *CHILDREN)]
    assert len(set(codes)) == len(codes)
    assert 0 not in codes
    assert 2 not in codes, "argparse's own"


@pytest.mark.parametrize("kind", [StoreTrouble, CannotKeep, Refused, BadFile])
def test_a_message_and_its_advice_are_told_with_their_values(kind: type[Trouble]) -> None:
    trouble = kind("The file {name} is cut.", "Ask for {name} again.", name="x.parcel")
    assert str(trouble) == "The file x.parcel is cut. Ask for x.parcel again."
    assert (trouble.message, trouble.advice) == ("The file {name} is cut.", "Ask for {name} again.")


def test_trouble_without_advice_is_one_sentence() -> None:
    assert str(Trouble("The stick is gone.")) == "The stick is gone."


def test_a_wrong_passphrase_says_what_to_try() -> None:
    assert "recovery code" in str(WrongPassphrase())
