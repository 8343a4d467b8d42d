# SPDX-License-Identifier: MIT
"""Sticks and disks that a parcel can be written to, as the system names them. It asks them nothing more."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_WHERE = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Under which folders systems with one tree of files put what was plugged in."""


@dataclass(frozen=True, slots=True)
class Stick:
    """One place that can be unplugged."""

    folder: Path
    name: str
    free: int
    """Bytes."""


def sticks() -> tuple[Stick, ...]:
    """Return the sticks that are plugged in and can be written. It may wait for a sleeping disk: ask in a Job."""
    found = [each for each in QStorageInfo.mountedVolumes() if _may_be_written(each) and is_stick(each.rootPath())]
    return tuple(Stick(Path(each.rootPath()), each.displayName(), each.bytesAvailable()) for each in found)


def is_stick(root: str, home: str = "") -> bool:
    """Say whether a volume at this place is one that a person plugged in, not part of the system or of her home."""
    if len(root) >= 2 and root[1] == ":":  # Windows: a drive; the one with her home is not offered
        return not (home or str(Path.home())).upper().startswith(root[:2].upper())
    return f"{root}/".startswith(_WHERE)


def _may_be_written(volume: QStorageInfo) -> bool:
    return volume.isValid() and volume.isReady() and not volume.isReadOnly()
