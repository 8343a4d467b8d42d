# SPDX-License-Identifier: MIT
"""What a check before a visit, or at the close of a day, has found: a line each, what to do, the judgement first.

What is looked at, and how it is judged, is storage/readiness.py's affair.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reports.sheets import words
from reports.sheets.paper import Block, Sheet
from resources.language import N_, _
from storage.errors import Refused
from storage.model.visit import Visit
from storage.probes import Found
from storage.queries.authorities import authority
from storage.queries.visits import visit as visit_by_id
from storage.readiness import KINDS, LEVELS, SUBJECTS, Readiness, last_check
from storage.store import Store

JUDGEMENTS = {
    "fine": N_("Everything is as it should be."),
    "look": N_("It can begin; look at some things first."),
    "not_ready": N_("Not ready: something must be put right first."),
}
"""How the whole stands → what is said of it."""
CLOSED = {
    "fine": N_("The day can be closed: everything is as it should be."),
    "look": N_("The day can be closed; look at some things first."),
    "not_ready": N_("The day is not safely closed: something must be put right first."),
}
"""The same of a close of day."""


def ready(store: Store, kind: str) -> Sheet:
    """Return the sheet of the last check of a kind. Raise Refused when there was none."""
    outcome = last_check(store, kind)
    if outcome is None:
        raise Refused(N_("Nothing has been checked yet."), N_("Check first, then print."))
    there = visit_by_id(store, outcome.visit_id) if outcome.visit_id else None
    return of_check(outcome, there, _place(store, there))


def of_check(outcome: Readiness, visit: Visit | None, place: str) -> Sheet:
    """Return the sheet of a check."""
    blocks = tuple(_blocks(outcome, place))
    return Sheet(f"{outcome.kind}-{outcome.at[:10]}", outcome.by, blocks, bool(visit and visit.illustration))


def judgement(outcome: Readiness) -> str:
    """Return what is said of the whole."""
    return _((CLOSED if outcome.kind == "close" else JUDGEMENTS)[outcome.level])


def said(found: Found) -> str:
    """Return a line's sentence in the language in use."""
    return _(found.said).format(**_shown(found.values))


def todo(found: Found) -> str:
    """Return what to do about it, or nothing."""
    return _(found.todo).format(**_shown(found.values)) if found.todo else ""


def _shown(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: words.moment(str(value)) if name.endswith("when") else value for name, value in values.items()}


def _place(store: Store, visit: Visit | None) -> str:
    council = authority(store, visit.authority_id) if visit else None
    return council.name if council else ""


def _blocks(outcome: Readiness, place: str) -> Iterator[Block]:
    title = _(KINDS[outcome.kind])
    yield Block("title", f"{title}: {place}" if place else title)
    checked = _(N_("Checked {when}, in {seconds} s"))
    told = checked.format(when=words.moment(outcome.at), seconds=f"{outcome.seconds:.1f}")
    yield Block("p", " · ".join(part for part in (told, outcome.by) if part))
    yield Block("p", judgement(outcome))
    head = (_(N_("What")), _(N_("How it stands")), _(N_("Found, and what to do")))
    rows = [
        (_(SUBJECTS[each.subject]), _(LEVELS[each.level]), " ".join(part for part in (said(each), todo(each)) if part))
        for each in outcome.found
    ]
    yield Block("table", "", [head, *rows], (0.22, 0.18, 0.6))
