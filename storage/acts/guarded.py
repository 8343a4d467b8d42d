# SPDX-License-Identifier: MIT
"""Names that must not leave a visit: a private list, encrypted in this store alone. It is no record: no parcel has it.

What is looked for because of it: reports/checks. A case list's own references: acts/cases.py.
"""

from collections.abc import Iterable

from resources.language import N_
from storage.errors import Refused
from storage.store import Store

_MOST = 5_000
"""Lines: a large authority's children and staff of one visit are some hundreds."""


def guarded(store: Store, visit_id: str) -> tuple[str, ...]:
    """Return the lines of the visit's private list, as they were typed."""
    return tuple(str(each) for each in store.marks.get(_name(visit_id), ()))


def guard(store: Store, visit_id: str, lines: Iterable[str]) -> None:
    """Keep this list in place of the one before: a person a line, her name, dates, addresses parted by semicolons.

    Raise Refused for a list too long to be one visit's, and in a store opened to look only; CannotKeep.
    """
    clean = list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
    if len(clean) > _MOST:
        raise Refused(
            N_("A list of more than {most} names is not one visit's."), N_("Keep who this visit met."), most=_MOST
        )
    if store.is_read_only:
        raise Refused(N_("This store was opened to look only."), N_("Close the other window of Arolwg first."))
    with store.transaction():
        store.marks.keep(_name(visit_id), clean)


def _name(visit_id: str) -> str:
    return f"guarded:{visit_id}"
