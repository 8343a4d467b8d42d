# SPDX-License-Identifier: MIT
"""The feedback-meeting sheet: what leaders are to be told, what they were told, what they disputed or offered, by role.

Before the meeting the second part is empty, with room to write; afterwards it is the record of it.
"""

from collections.abc import Iterator

from reports.sheets import words
from reports.sheets.end_of_day import asked, concerns, heading
from reports.sheets.paper import Block, Sheet
from resources.language import N_, _
from storage.model.finding import Finding
from storage.queries.day import Day
from storage.store import Store

TITLE = N_("Feedback meeting")
TO_BE_TOLD = ("proposed", "corroborated", "agreed", "in_letter")
"""States of a finding in which leaders may hear of it; a hunch is the inspectors' own."""
_EMPTY = "\N{NO-BREAK SPACE}"
_ROWS = 8


def feedback(store: Store, visit_id: str, number: int) -> Sheet:
    """Return the sheet of a day's feedback meeting. Raise Refused when the visit is not here, or has no such day."""
    return of_day(asked(store, visit_id, number))


def of_day(day: Day) -> Sheet:
    """Return the sheet of a day's feedback meeting."""
    name = f"feedback-{day.visit.id[:12]}-day{day.number}"
    return Sheet(name, day.by, tuple(_blocks(day)), day.visit.illustration)


def _blocks(day: Day) -> Iterator[Block]:
    yield from heading(TITLE, day)
    yield Block("p", _(N_("Feedback at the end of a visit: not for publication, and no letter.")))
    told = [each for each in day.findings if each.state in TO_BE_TOLD]
    for title, polarity in ((N_("What works"), "strength"), (N_("What needs to improve"), "weakness")):
        yield Block("h2", _(title))
        items = [(_said(each.finding),) for each in told if each.finding.polarity == polarity]
        yield Block("items", rows=items) if items else Block("p", _(N_("Nothing is ready to be told yet.")))
    yield from concerns(day)
    yield Block("h2", _(N_("What was said")))
    head = (_(N_("Time")), _(N_("Who, by role")), _(N_("Told, disputed or offered")), _(N_("Words")))
    rows = [words.point_row(each) for each in day.said] or [(_EMPTY,) * 4] * _ROWS
    yield Block("table", "", [head, *rows], (0.1, 0.2, 0.2, 0.5))


def _said(finding: Finding) -> str:
    codes = " ".join(f"#{code}" for code in finding.areas)
    return f"{finding.statement} ({codes})" if codes else finding.statement
