# SPDX-License-Identifier: MIT
"""The verbs of review: each with a key of its own, possible only where there is something to do it to."""

from tests.ui.letters.conftest import Written
from ui.letters.letters import Letters
from ui.letters.review_verbs import review_verbs


def test_each_has_its_key_and_waits_for_a_letter(panel: Letters, written: Written) -> None:
    verbs = {each.name: each for each in review_verbs(panel)}
    assert len({each.keys for each in verbs.values()}) == len(verbs) == 8
    possible = [name for name, each in verbs.items() if each.is_possible()]
    assert "Countersign the letter…" not in possible
    assert len(possible) == 7
    panel.show_visit("")
    assert not any(each.is_possible() for each in verbs.values())
