# SPDX-License-Identifier: MIT
"""A commitment opens for what was committed to, and for nothing else."""

from dataclasses import fields, replace

import pytest

from storage.model.commitment import SALT_BYTES, Secret, commitment, opens

SALT = bytes(range(SALT_BYTES))
SECRET = Secret("v1", "improvement-conference-2018", "QA", "rhian", "priority", "No plan was current.")


def test_what_was_committed_to_opens() -> None:
    assert opens(commitment(SECRET, SALT), SECRET, SALT.hex())


@pytest.mark.parametrize("name", [each.name for each in fields(Secret)])
def test_anything_altered_does_not_open(name: str) -> None:
    assert not opens(commitment(SECRET, SALT), replace(SECRET, **{name: "other"}), SALT.hex())


@pytest.mark.parametrize("salt", ["", "zz", SALT.hex()[:-2], bytes(SALT_BYTES).hex(), SALT.hex() + "00"])
def test_another_salt_does_not_open(salt: str) -> None:
    assert not opens(commitment(SECRET, SALT), SECRET, salt)


def test_where_one_field_ends_and_the_next_begins_is_part_of_it() -> None:
    moved = replace(SECRET, value="priorityNo", words=" plan was current.")
    assert commitment(SECRET, SALT) != commitment(moved, SALT)


def test_a_commitment_is_the_same_in_every_process() -> None:
    assert commitment(SECRET, SALT) == "494723e10df9f64d5fc9bd417033f97eefaec55b2c0be38136da20e22c80ac53"
