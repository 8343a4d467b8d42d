# SPDX-License-Identifier: MIT
"""Order keys: a text that sorts between two others, so that a piece can move without touching its neighbours."""

_STEP = 10


def between(before: str, after: str) -> str:
    """Return a key of digits that sorts after `before` and before `after`; an empty text is that end of the list.

    Where the two leave no room (two people gave the same place at once) it is the nearest one after `before`.
    """
    if not after and before.isdecimal() and int(before) + _STEP < 10 ** len(before):
        return f"{int(before) // _STEP * _STEP + _STEP:0{len(before)}d}"
    return _middle(before, after)


def _middle(before: str, after: str) -> str:
    """Return a short key in the middle, reading both as the digits of a fraction."""
    key = ""
    for at in range(max(len(before), len(after)) + 2):
        low = _digit(before, at, 0)
        high = _digit(after, at, 10) if after else 10
        if high - low > 1:
            return key + str((low + high) // 2)
        key += str(low)
        if low < high:
            after = ""  # whatever follows now sorts before it
    return before + "5"


def _digit(key: str, at: int, beyond: int) -> int:
    if at >= len(key):
        return beyond if beyond == 0 else 0
    return int(key[at]) if key[at].isdecimal() else 0
