# SPDX-License-Identifier: MIT
"""The incident log: what went wrong on this device and what came of it, as times, kinds and counts. Never content.

It lies beside the store in the clear, so that it can be read when the store cannot be opened.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from storage.model import clock

FILE = "incidents.log"
MOST = 1000
"""Lines that are kept; older ones go first."""


def note(folder: Path, what: str, **counts: int) -> None:
    """Add a line: a kind of incident and its counts. A disk that refuses is let be: this log must never be in the way.

    Kinds: recovered, damaged, refused, opened outside, officers appointed, recovered by officers, recovery helped,
    recovery rehearsed, wiped, welcomed back.
    """
    line = json.dumps({"at": clock.stamp(), "what": what, **{name: int(count) for name, count in counts.items()}})
    path = folder / FILE
    with suppress(OSError):
        lines = path.read_text("utf-8").splitlines()[1 - MOST :] if path.exists() else []
        path.write_text("\n".join([*lines, line]) + "\n", "utf-8")


def incidents(folder: Path) -> tuple[dict[str, Any], ...]:
    """Return what was noted, oldest first: at, what, counts. Lines that cannot be read are passed over."""
    found: list[dict[str, Any]] = []
    with suppress(OSError, UnicodeDecodeError):
        for line in (folder / FILE).read_text("utf-8").splitlines():
            with suppress(ValueError):
                plain = json.loads(line)
                found += [plain] if isinstance(plain, dict) else []
    return tuple(found)
