# SPDX-License-Identifier: MIT
"""The sheet of a sample: how it was drawn, who was drawn, left out and replaced, and how it spreads.

It tells nothing of clock, person or machine: the same list and plan give the same sheet, to the byte, wherever it is
made. Who is drawn is storage/sampling.py's affair, how a sheet looks paper.py's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reports import charts
from reports.sheets.paper import Block, Sheet
from resources.language import N_, _, ngettext
from storage.errors import Refused
from storage.model.case import CaseList
from storage.model.clock import span_of
from storage.model.population import FIELDS
from storage.model.sample import Sample
from storage.model.visit import Visit
from storage.queries.authorities import authority
from storage.queries.cases import lists_of_visit
from storage.queries.samples import sample_of_visit
from storage.queries.visits import visit as visit_by_id
from storage.store import Store

TITLE = N_("Sample of cases")
METHOD = N_(
    'How: within each stratum cases stand in the order of the SHA-256 of ["arolwg sample 1", seed, pseudonym], '
    "written as JSON in UTF-8; the first are drawn. Shares of a whole go by largest remainders."
)


@dataclass(frozen=True, slots=True)
class Told:
    """All that the sheet tells of."""

    sample: Sample
    the_list: CaseList
    visit: Visit
    council: str


def sample_sheet(store: Store, visit_id: str) -> Sheet:
    """Return the sheet of the visit's sample. Raise Refused when it has none, or its list is not here."""
    return of_sample(told_of(store, visit_id))


def told_of(store: Store, visit_id: str) -> Told:
    """Return what the sheet tells of. Raise Refused when the visit has no sample, or its list is not here."""
    visit, sample = visit_by_id(store, visit_id), sample_of_visit(store, visit_id)
    if visit is None or sample is None:
        raise Refused(N_("This visit has no sample yet."), N_("Bring in the authority's list, then draw one."))
    the_list = next((each for each in lists_of_visit(store, visit_id) if each.id == sample.list_id), None)
    if the_list is None:
        raise Refused(N_("The list of this sample is not here."), N_("Read a parcel from a colleague."))
    council = authority(store, visit.authority_id)
    return Told(sample, the_list, visit, council.name if council else "")


def of_sample(told: Told) -> Sheet:
    """Return the sheet of a sample."""
    name = f"sample-{told.the_list.digest[:8]}"
    return Sheet(name, told.visit.inspectorate, tuple(_blocks(told)), told.visit.illustration, _day(told.visit))


def _blocks(told: Told) -> Iterator[Block]:
    visit, sample = told.visit, told.sample
    yield Block("title", ": ".join(part for part in (_(TITLE), told.council) if part))
    yield Block(
        "p", " · ".join(part for part in (visit.service, visit.dates, charts.counted(len(sample.drawn))) if part)
    )
    yield from _how(told)
    yield from _strata(sample)
    yield Block("h2", _(N_("Cases drawn")))
    rows = [(str(number), name, label(values)) for number, (name, values) in enumerate(by_stratum(sample), 1)]
    yield Block("table", rows=[(_(N_("No.")), _(N_("Case")), _(N_("Stratum"))), *rows], shares=(0.12, 0.3, 0.58))
    yield Block("h2", _(N_("Left out before the draw")))
    yield _reasons(sample.excluded)
    yield Block("h2", _(N_("Replaced after the draw")))
    yield _replacements(sample)
    yield from _spread(sample)


def _how(told: Told) -> Iterator[Block]:
    sample, the_list = told.sample, told.the_list
    parts = ", ".join(_(FIELDS[field]) for field in sample.strata if field in FIELDS)
    many = (
        _(N_("{count} in all, each stratum by its share of the list"))
        if sample.proportional
        else _(N_("{count} from each stratum"))
    ).format(count=sample.size)
    rows = [
        _(N_("List: {count}, SHA-256 {digest}")).format(count=charts.counted(the_list.count), digest=the_list.digest),
        _(N_("Seed: “{seed}”")).format(seed=sample.seed),
        _(N_("Parted by: {fields}")).format(fields=parts) if parts else _(N_("Not parted: one stratum")),
        _(N_("How many: {many}")).format(many=many),
    ]
    if the_list.merged:
        merged = ngettext("{count} row of the list was merged", "{count} rows of the list were merged", the_list.merged)
        rows.append(merged.format(count=the_list.merged))
    if the_list.left_out:
        lost = ngettext(
            "{count} row of the list could not be read", "{count} rows of the list could not be read", the_list.left_out
        )
        rows.append(lost.format(count=the_list.left_out))
    yield Block("h2", _(N_("How it was drawn")))
    yield Block("items", rows=[(row,) for row in rows])
    yield Block("small", _(METHOD))


def strata_rows(sample: Sample) -> list[tuple[str, ...]]:
    """Return each stratum's label, cases in the list, left out, asked for, drawn."""
    return [
        (label(values), whole, str(int(whole) - int(eligible)), quota, drawn)
        for whole, eligible, quota, drawn, *values in sample.counts
    ]


def lacking(sample: Sample) -> list[str]:
    """Return a sentence for each stratum that is smaller than its quota."""
    return [
        _(N_("{stratum}: {quota} were asked for, all {drawn} that there are were drawn.")).format(
            stratum=label(values), quota=quota, drawn=drawn
        )
        for _whole, _eligible, quota, drawn, *values in sample.counts
        if int(drawn) < int(quota)
    ]


def by_stratum(sample: Sample) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each case of the sample with its stratum's values, in the order of the draw."""
    at = 0
    for _whole, _eligible, _quota, drawn, *values in sample.counts:
        for name in sample.drawn[at : at + int(drawn)]:
            yield name, values
        at += int(drawn)


def label(values: Sequence[str]) -> str:
    """Return what a stratum is called."""
    return " · ".join(charts.shown(value) for value in values) or _(N_("the whole list"))


def _strata(sample: Sample) -> Iterator[Block]:
    head = (_(N_("Stratum")), _(N_("In the list")), _(N_("Left out")), _(N_("Asked for")), _(N_("Drawn")))
    yield Block("h2", _(N_("Strata")))
    yield Block("table", rows=[head, *strata_rows(sample)], shares=(0.4, 0.15, 0.15, 0.15, 0.15))
    for sentence in lacking(sample):
        yield Block("p", sentence)


def _reasons(pairs: Sequence[tuple[str, str]]) -> Block:
    if not pairs:
        return Block("p", _(N_("None.")))
    return Block("items", rows=[(f"{name}: {reason}",) for name, reason in pairs])


def _replacements(sample: Sample) -> Block:
    by = dict(sample.taken_by)
    pairs = [
        (f"{name} → {by.get(name) or _(N_('nobody: its stratum has no more'))}", reason)
        for name, reason in sample.replaced
    ]
    return _reasons(pairs)


def _spread(sample: Sample) -> Iterator[Block]:
    yield Block("h2", _(N_("Sample beside the list")))
    head = (_(N_("Value")), _(N_("In the list")), _(N_("Share")), _(N_("In the sample")), _(N_("Share")))
    for field in charts.fields_of(sample.spread):
        rows = [spread_row(bar) for bar in charts.bars_of(sample.spread, field)]
        yield Block("table", _(FIELDS[field]), rows=[head, *rows], shares=(0.4, 0.15, 0.15, 0.15, 0.15))


def spread_row(bar: charts.Bar) -> tuple[str, ...]:
    """Return a bar as the table has it: value, cases and share of the list, cases and share of the sample."""
    return bar.value, str(bar.whole), charts.percent(bar.whole_share), str(bar.sample), charts.percent(bar.sample_share)


def _day(visit: Visit) -> date | None:
    """Return the visit's first day, which dates the file; None where the visit has no dates yet."""
    try:
        return span_of(visit.dates).earliest
    except ValueError:
        return None
