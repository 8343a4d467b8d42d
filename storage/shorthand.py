# SPDX-License-Identifier: MIT
"""A person's own abbreviations: "sw" typed becomes "social worker". Keeping them is acts/habits.py's."""

import re
from collections.abc import Mapping

FIRST = {"sw": "social worker", "tm": "team manager", "yp": "young person", "cpr": "child protection register"}
"""What a store begins with; a person takes away what she does not want."""
LONGEST = 20
_LAST_WORD = re.compile(r"(?<![\w#@/.'’-])([^\W_]{1,20})$")


def is_possible(short: str) -> bool:
    """Say whether an abbreviation can be typed as one word."""
    return len(short) <= LONGEST and bool(_LAST_WORD.fullmatch(short))


def expansion(before: str, table: Mapping[str, str]) -> tuple[int, str] | None:
    """Return how many letters before the hand to replace, and by what, when an abbreviation ends there; or None."""
    match = _LAST_WORD.search(before[-LONGEST - 2 :])
    words = table.get(match.group(1).casefold()) if match else None
    if match is None or words is None or (len(match.group(1)) > 1 and match.group(1).isupper()):
        return None  # typed in capitals it is meant as it stands: SW of a postcode
    is_great = match.group(1)[0].isupper()
    return len(match.group(1)), words[0].upper() + words[1:] if is_great else words
