# SPDX-License-Identifier: MIT
"""The end-of-day sheet: what is emerging, missing or thin, tomorrow's enquiries, open concerns. No note is told.

Nothing is judged here; how evidence is counted is storage/queries/day.py's affair, how a sheet looks paper.py's.
"""

from collections.abc import Iterator, Sequence

from reports.sheets import words
from reports.sheets.paper import Block, Sheet
from resources.language import N_, _, ngettext
from storage.errors import Refused
from storage.model import clock
from storage.queries.day import Day, Standing, day_of_visit
from storage.store import Store

TITLE = N_("End of the day")


def end_of_day(store: Store, visit_id: str, number: int) -> Sheet:
    """Return the sheet of a day of a visit. Raise Refused when the visit is not here, or has no such day."""
    return of_day(asked(store, visit_id, number))


def asked(store: Store, visit_id: str, number: int) -> Day:
    """Return a day of a visit. Raise Refused when the visit is not here, or has no such day."""
    day = day_of_visit(store, visit_id, number)
    if day is None:
        raise Refused(N_("There is no such visit in this store."), N_("The verb 'visits' lists them."))
    if not 1 <= number <= day.days:
        raise Refused(
            N_("The visit has no day {number}."), N_("Give a day from 1 to {days}."), number=number, days=day.days
        )
    return day


def of_day(day: Day) -> Sheet:
    """Return the sheet of a day."""
    name = f"end-of-day-{day.visit.id[:12]}-day{day.number}"
    return Sheet(name, day.by, tuple(_blocks(day)), day.visit.illustration)


def heading(title: str, day: Day) -> Iterator[Block]:
    """Yield a sheet's title and the line under it: which visit, which day, as it stood when."""
    yield Block("title", f"{_(title)}: {words.place_title(day)}")
    printed = _(N_("as it stood {when}")).format(when=words.moment(clock.stamp()))
    yield Block("p", " · ".join(part for part in (words.day_title(day), day.by, printed) if part))


def concerns(day: Day) -> Iterator[Block]:
    """Yield the visit's open matters of concern and those of earlier visits whose outcome is to be asked for."""
    now = clock.now()
    yield Block("h2", _(N_("Matters of concern")))
    if not day.open:
        yield Block("p", _(N_("None is open.")))
    for each in day.open:
        yield Block("h3", _(N_("Open: {state}")).format(state=words.concern_state(each, now)))
        yield Block("p", " · ".join(part for part in (each.case_ref, each.what) if part))
        yield Block("items", rows=[(step,) for step in words.concern_steps(each)])
    if day.wanted:
        yield Block("h3", _(N_("Outcome to be asked for, from earlier visits")))
        yield Block("items", rows=[(_earlier(each.case_ref, each.what, each.raised_at),) for each in day.wanted])


def _earlier(case_ref: str, what: str, raised_at: str) -> str:
    raised = _(N_("raised {when}")).format(when=words.moment(raised_at))
    return " · ".join(part for part in (case_ref, what, raised) if part)


def _blocks(day: Day) -> Iterator[Block]:
    yield from heading(TITLE, day)
    counted = ngettext("{count} note of this day", "{count} notes of this day", day.notes)
    yield Block("p", counted.format(count=day.notes))
    yield from concerns(day)
    yield Block("h2", _(N_("Emerging findings")))
    if not day.findings:
        yield Block("p", _(N_("No finding has been stated yet.")))
    else:
        yield Block(
            "items", rows=[(f"{each.finding.statement} ({words.finding_marks(each)})",) for each in day.findings]
        )
    yield from _thin(day)
    yield Block("h2", _(N_("Lines of enquiry for tomorrow")))
    if not day.enquiries:
        yield Block("p", _(N_("None has been typed yet.")))
    else:
        done = _(N_("followed"))
        yield Block("items", rows=[(f"{each.text} ({done})" if each.done else each.text,) for each in day.enquiries])


def _thin(day: Day) -> Iterator[Block]:
    yield Block("h2", _(N_("Missing or thin")))
    if not day.standings:
        yield Block("p", _(N_("The visit uses no framework that is here.")))
        return
    unseen = len(day.unseen)
    whole = ngettext("{count} of {all} criterion not yet seen", "{count} of {all} criteria not yet seen", unseen)
    yield Block("p", whole.format(count=unseen, all=len(day.standings)))
    if day.unseen:
        yield Block("p", words.listed(day.unseen))
    standing_out = [each for each in day.standings if each.notes and words.thin_marks(each, day.inspectors)]
    if standing_out:
        yield _table(standing_out, day.inspectors)


def _table(standings: Sequence[Standing], inspectors: int) -> Block:
    rows = [
        (words.criterion_title(each), str(each.notes), "; ".join(words.thin_marks(each, inspectors)))
        for each in sorted(standings, key=_worst_first)
    ]
    head = (_(N_("Criterion")), _(N_("Notes")), _(N_("Stands out")))
    return Block("table", _(N_("Seen, but thin")), [head, *rows], (0.48, 0.12, 0.4))


def _worst_first(standing: Standing) -> bool:
    return not standing.is_contradicted
