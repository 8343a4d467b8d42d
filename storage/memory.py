# SPDX-License-Identifier: MIT
"""What the system may do with this process's memory while a store is open: no core dumps. It holds no keys itself.

Windows writes no core files of its own accord; what it and a swap file may hold is in docs/decisions/0015-lock.md.
"""

import sys

_IS_POSIX = sys.platform != "win32"


def forbid_dumps() -> None:
    """Let a crash leave no copy of memory on the disk, for as long as this process and its children live."""
    if _IS_POSIX:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
