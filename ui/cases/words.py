# SPDX-License-Identifier: MIT
"""How a case is said: its row, its facts, how far readers are, how late something is. No widgets."""

from collections.abc import Mapping, Sequence
from datetime import date

from babel.dates import format_date

from resources import language
from resources.language import N_, _, long_date, ngettext
from storage.model.case import PROGRESS, SELECTIONS, Case
from storage.model.case_review import OUTCOMES, CaseReview
from storage.model.population import DATES, FIELDS
from storage.model.timeliness import Judged
from storage.queries.cases import Reading
from ui.widgets.row_delegate import Row

MARKS = {
    "not_started": ("minus", "muted"),
    "reading": ("eye", "accent"),
    "read": ("circle-check", "success"),
}
"""Progress → icon and token."""

STANDINGS = {
    "met": N_("in time"),
    "met_late": N_("done late"),
    "overdue": N_("not done"),
    "due_soon": N_("not done, due soon"),
    "due": N_("not done, not due yet"),
}
"""How a check stands (deadlines.standing) → its words."""

UNITS = ("days", "working_days", "weeks", "months")
_LOCALES = {"en": "en_GB", "cy": "cy"}


def case_row(case: Case, names: Mapping[str, str], notes: int) -> Row:
    """Return a case as the delegate draws it."""
    status = dict(case.facts).get("status", "")
    title = " · ".join(part for part in (case.pseudonym, status) if part)
    if case.dropped:
        return Row(title, "", (case.dropped,), "", _(N_("Replaced")), "x", "muted")
    reader = names.get(case.reader, "") or _(N_("nobody yet"))
    icon, role = MARKS.get(case.progress, MARKS["not_started"])
    counted = ngettext("{count} note", "{count} notes", notes).format(count=notes)
    chips = (*short_facts(case), *((counted,) if notes else ()))
    return Row(title, "", chips, reader, _(PROGRESS.get(case.progress, case.progress)), icon, role)


def short_facts(case: Case) -> tuple[str, ...]:
    """Return what parts the case from others: age band, team …"""
    facts = dict(case.facts)
    return tuple(facts[field] for field in FIELDS if field in facts and field not in (*DATES, "status"))


def all_facts(case: Case) -> str:
    """Return everything that the list says of a case, and why it is read."""
    told = [_(SELECTIONS.get(case.selection, case.selection))]
    told += [f"{_(FIELDS[field])}: {day_words(value)}" for field, value in case.facts if field in FIELDS]
    return " · ".join(told)


def day_words(value: str) -> str:
    """Return a day in words, anything else as it is."""
    try:
        return long_date(date.fromisoformat(value))
    except ValueError:
        return value


def short_day(value: str) -> str:
    """Return a day for a narrow field, "15 Jan 2018", anything else as it is; storage/imports/dates.py reads it."""
    try:
        return format_date(date.fromisoformat(value), "d MMM y", locale=_LOCALES[language.current()])
    except ValueError:
        return value


def amount_words(unit: str, count: int) -> str:
    """Return so many of a unit of time: "42 working days"."""
    return {
        "days": ngettext("{count} day", "{count} days", count),
        "working_days": ngettext("{count} working day", "{count} working days", count),
        "weeks": ngettext("{count} week", "{count} weeks", count),
        "months": ngettext("{count} month", "{count} months", count),
    }[unit].format(count=count)


def unit_words(unit: str, count: int) -> str:
    """Return the name of a unit as it stands beside a number: "working days"."""
    return amount_words(unit, count).replace(str(count), "").strip()


def summary(readings: Sequence[Reading]) -> str:
    """Return how far everybody is together: "7 of 20 read"."""
    total, read = sum(each.total for each in readings), sum(each.read for each in readings)
    return _(N_("{read} of {total} read")).format(read=read, total=total)


def reading_words(reading: Reading, names: Mapping[str, str]) -> str:
    """Return how far one reader is: "Inspector A: 3 of 8 read, 1 being read"."""
    who = names.get(reading.reader, "") or _(N_("nobody yet"))
    if not reading.reader:
        return f"{who}: {ngettext('{count} case', '{count} cases', reading.total).format(count=reading.total)}"
    said = _(N_("{read} of {total} read")).format(read=reading.read, total=reading.total)
    if reading.reading:
        said = f"{said}, {_(N_('{count} being read')).format(count=reading.reading)}"
    return f"{who}: {said}"


def late_words(judged: Judged | None) -> str:
    """Return how a check stands, with its sum shown."""
    if judged is None:
        return _(N_("no day to count from"))
    said = _(STANDINGS[judged.standing])
    if judged.late:
        days = ngettext("{count} day late", "{count} days late", judged.late).format(count=judged.late)
        said = f"{said}: {days}"
    return f"{said} ({_sum(judged)})"


def due_words(judged: Judged | None) -> str:
    """Return when something was due of which nobody has said whether it was done."""
    if judged is None:
        return _(N_("no day to count from"))
    return f"{_(N_('nothing said yet'))} ({_sum(judged)})"


def _sum(judged: Judged) -> str:
    due = day_words(judged.deadline.due.latest.isoformat())
    amount = amount_words(judged.deadline.unit, judged.deadline.amount)
    return f"{day_words(judged.deadline.base)} + {amount} = {due}"


def other_review(review: CaseReview, name: str) -> str:
    """Return what another inspector made of the case, in a line."""
    outcome = _(OUTCOMES.get(review.outcome, review.outcome))
    graded = ngettext("{count} grade", "{count} grades", len(review.grades)).format(count=len(review.grades))
    return f"{name or _(N_('Another inspector'))}: {outcome}, {graded}. {review.outcome_words}".strip()
