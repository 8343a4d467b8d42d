# SPDX-License-Identifier: MIT
"""letter compare: the moments of a letter, and what differs between two of them."""

from tests.ui.verbs.conftest import Arolwg


def test_moments_are_listed_and_two_of_them_compared(begun: Arolwg) -> None:
    assert begun("letter", "draft", "1", "--type", "visit_confirmation", "--date", "2026-11-30").code == 0
    assert begun("letter", "move", "1", "evidence_checked").code == 0
    listed = begun("letter", "compare", "1").out.splitlines()
    assert [each.split("  ")[1].split(" · ")[0] for each in listed] == [
        "As drafted",
        "Evidence checked",
        "As it stands now",
    ]
    assert begun("letter", "compare", "1", "1").out == "Nothing differs between the two.\n"
    assert begun("letter", "compare", "1", "9").code == 6
