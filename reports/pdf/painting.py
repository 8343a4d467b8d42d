# SPDX-License-Identifier: MIT
"""The operators of a page: which are marked as content, and that every line and fill else is an artifact. No tree."""

from collections.abc import Iterable

_PAINTS = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"])
_PATHS = frozenset(["n", "m", "l", "c", "v", "y", "h", "re"])


class Opening(str):
    """An operator that opens marked content."""

    __slots__ = ()


class Closing(str):
    """The operator that closes it."""

    __slots__ = ()


class Marked(str):
    """Operators that carry their own marks from opening to closing."""

    __slots__ = ()


def artifacts_marked(code: Iterable[str]) -> list[str]:
    """Return the operators with every painting outside marked content wrapped as an artifact (ISO 14289-1, 7.1).

    A path and its painting are wrapped together: no mark may stand between them.
    """
    done: list[str] = []
    path: int | None = None
    depth = 0
    for item in code:
        depth += isinstance(item, Opening) - isinstance(item, Closing)
        if isinstance(item, Marked):  # whole by itself; a path never runs across it
            done.append(item)
            path = None
            continue
        last = item.rsplit(None, 1)[-1] if item.strip() else ""
        bare = depth == 0 and not isinstance(item, Closing)
        if bare and last in _PATHS and path is None:
            path = len(done)
        if bare and last in _PAINTS:
            done.insert(len(done) if path is None else path, "/Artifact <</Type /Layout>> BDC")
            done += [item, "EMC"]
        else:
            done.append(item)
        if last in _PAINTS or not (last in _PATHS and bare):
            path = None
    return done


def shows_text(code: str) -> bool:
    """Return whether the operators put any character on the page."""
    return " Tj" in code or " TJ" in code
