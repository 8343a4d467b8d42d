# SPDX-License-Identifier: MIT
"""What was plugged in is offered, what belongs to the system is not."""

import pytest

from ui.sync.sticks import Stick, is_stick, sticks


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        ("/media/rhian/STICK", True),
        ("/run/media/rhian/STICK", True),
        ("/Volumes/STICK", True),
        ("/", False),
        ("/boot/efi", False),
        ("/usr/local", False),
        ("/mediation", False),
        ("E:/", True),
        ("C:/", False),
    ],
)
def test_what_was_plugged_in_is_told_from_the_system(root: str, expected: bool) -> None:
    assert is_stick(root, home="C:\\people\\rhian") is expected


def test_the_system_is_asked_and_answers_with_places_that_can_be_written() -> None:
    found = sticks()
    assert all(isinstance(each, Stick) and each.folder.is_dir() and each.free >= 0 for each in found)
    assert all(is_stick(str(each.folder)) for each in found)
