# SPDX-License-Identifier: MIT
"""The checks' verbs: each with a key of its own, possible where there is a letter."""

from ui.letters.check_verbs import check_verbs
from ui.letters.letters import Letters


def test_the_verbs_are_possible_on_an_open_letter(panel: Letters) -> None:
    verbs = check_verbs(panel)
    assert all(each.is_possible() for each in verbs)
    others = [each.keys for each in panel.verbs()]
    assert all(others.count(each.keys) == 1 for each in verbs)


def test_without_a_letter_only_the_names_can_be_given(panel: Letters) -> None:
    panel.card.show_letter(None)
    assert [each.name for each in check_verbs(panel) if each.is_possible()] == ["Names to look for…"]
