# SPDX-License-Identifier: MIT
"""The Qt binding itself: PySide6 6.12.0 loses one reference to None at every call that returns nothing.

Up to Python 3.11 None is counted, so after some thousands of calls the whole program is aborted ("deallocating None").
6.11.3 counts rightly. Until a release is known to be right on 3.11, requirements.in must hold PySide6 below 6.12.
"""

import sys

from PySide6.QtGui import QFont


def test_a_call_that_returns_nothing_costs_no_reference_to_none() -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for _call in range(500):
        font.setBold(True)
    assert sys.getrefcount(None) > before - 100
