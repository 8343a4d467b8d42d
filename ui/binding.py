# SPDX-License-Identifier: MIT
"""PySide6 6.12 on Python 3.11: keep None, True and False from being counted down to nothing. Nothing else lives here.

The 6.12 wheels are built for Pythons in which these are immortal (PEP 683, Python 3.12): a call that returns one of
them takes no reference. On 3.11 each such call costs one, and after some thousands the process is aborted. So we give
them what PEP 683 gives them: a count that no program lives to use up (docs/decisions/0009-qt-binding.md).
"""

import ctypes
import sys

_ENOUGH = 1 << (40 if sys.maxsize > 2**32 else 28)


def make_immortal() -> None:
    """Give the singletons that Qt returns a count that never ends; nothing to do from Python 3.12 on."""
    if sys.version_info >= (3, 12):
        return
    for each in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(each) < _ENOUGH // 2:
            ctypes.c_ssize_t.from_address(id(each)).value += _ENOUGH
