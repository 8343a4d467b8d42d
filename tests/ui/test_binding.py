# SPDX-License-Identifier: MIT
"""The Qt binding itself: PySide6 6.12.0 on Python 3.11 loses one reference to None at every call that returns nothing.

After some thousands of calls the process is aborted; hence the bound in requirements.in (docs/decisions/0009).
"""

import sys

from PySide6.QtGui import QFont


def test_a_call_that_returns_nothing_costs_no_reference_to_none() -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for _call in range(500):
        font.setBold(True)
    assert sys.getrefcount(None) > before - 100


def test_a_call_that_returns_a_truth_costs_no_reference_to_it() -> None:
    font = QFont()
    font.setBold(True)
    before = sys.getrefcount(True)
    for _call in range(500):
        font.bold()
    assert sys.getrefcount(True) > before - 100
