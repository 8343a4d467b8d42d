# SPDX-License-Identifier: MIT
"""The bytes of a file that a person chose, within a limit. What is in them is others'."""

from pathlib import Path

from resources.language import N_
from storage.errors import BadFile


def read_at_most(path: Path, most: int, advice: str = "") -> bytes:
    """Return a file's bytes. Raise BadFile when it cannot be read, or has more than `most`: then `advice` helps."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= most else b""
    except OSError as problem:
        raise BadFile(N_("The file cannot be read."), N_("Look whether it is still there.")) from problem
    if size > most:
        raise BadFile(N_("The file is larger than {limit} MB."), advice, limit=most // 1024**2)
    return data
