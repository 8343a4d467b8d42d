# SPDX-License-Identifier: MIT
"""Sessions by code: S01, S02 … as the printed forms bear them and notes typed elsewhere name them.

A code is given in the order in which sessions were added and stays when one is moved or withdrawn: what was printed
stays true. Only a partner's session that was added earlier and arrives later shifts those after it.
"""

import re
from collections.abc import Mapping

from storage.model.session import Session
from storage.queries.rows import records
from storage.store import Store

CODE = re.compile(r"[Ss]\s?0*([1-9]\d{0,2})")
"""A code as people write it: S03, s3, S 03."""


def session_codes(store: Store, visit_id: str) -> dict[str, str]:
    """Return session → code for every session a visit ever had, withdrawn ones too."""
    found = records(store, Session, "visit_id = ?", (visit_id,), "id")
    return {each.id: f"S{number:02}" for number, each in enumerate(found, 1)}


def session_named(text: str, codes: Mapping[str, str]) -> str:
    """Return the session that a text names by its code alone ("s3"), or an empty text."""
    named = CODE.fullmatch(text.strip())
    code = f"S{int(named[1]):02}" if named else ""
    return next((session_id for session_id, each in codes.items() if each == code), "")
