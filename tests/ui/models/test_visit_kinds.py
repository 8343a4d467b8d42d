# SPDX-License-Identifier: MIT
"""Every kind of visit that can be planned in the terminal has a name in the window."""

from ui.models.visit_kinds import VISIT_KINDS
from ui.verbs.visits import KINDS


def test_both_faces_know_the_same_kinds() -> None:
    assert set(VISIT_KINDS) == set(KINDS)
