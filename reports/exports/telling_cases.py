# SPDX-License-Identifier: MIT
"""The cases of a visit told for people: the list, the sample drawn from it, who read what, what each file showed.

Only pseudonyms are told. How the sample was drawn, at length, is on its own sheet (reports/sheets/sample.py).
"""

from collections.abc import Iterator

from reports.exports.visit import WholeVisit
from resources.language import N_, _, ngettext
from storage.model.case import PROGRESS, SELECTIONS, Case, CaseList
from storage.model.case_review import FEATURES, OUTCOMES, SHOWN, CaseReview
from storage.model.grades import GRADES
from storage.model.population import FIELDS
from storage.model.sample import Sample
from storage.model.timeliness import CHECKS

Told = tuple[str, str]
"""Kind and text of a block (telling.Block)."""


def cases_told(whole: WholeVisit) -> Iterator[Told]:
    """Yield the cases, block by block; nothing when the visit has none."""
    if whole.cases or whole.case_lists:
        yield "h2", _(N_("Cases"))
    for the_list in whole.case_lists:
        yield "p", _list(the_list)
    for sample in whole.samples:
        yield from _sample(sample)
    for case in whole.cases:
        yield from _case(whole, case)


def _list(the_list: CaseList) -> str:
    count = ngettext("{count} case is on the list.", "{count} cases are on the list.", the_list.count)
    return f"{count.format(count=the_list.count)} SHA-256 {the_list.digest}"


def _sample(sample: Sample) -> Iterator[Told]:
    parts = ", ".join(_(FIELDS[field]) for field in sample.strata if field in FIELDS)
    yield "h3", _(N_("Sample of cases"))
    yield "item", _(N_("Seed: “{seed}”")).format(seed=sample.seed)
    yield "item", _(N_("Parted by: {fields}")).format(fields=parts) if parts else _(N_("Not parted: one stratum"))
    yield "item", f"{_(N_('Cases drawn'))}: {', '.join(sample.drawn)}"
    for head, rows in (
        (N_("Left out before the draw"), sample.excluded),
        (N_("Replaced after the draw"), sample.replaced),
    ):
        for name, why in rows:
            yield "item", f"{_(head)}: {name}, {why}"


def _case(whole: WholeVisit, case: Case) -> Iterator[Told]:
    facts = (f"{_(FIELDS.get(field, field))}: {value}" for field, value in case.facts if value)
    marks = (
        case.pseudonym,
        _(SELECTIONS.get(case.selection, case.selection)),
        whole.names.get(case.reader, ""),
        _(PROGRESS.get(case.progress, case.progress)),
        _(N_("replaced: {reason}")).format(reason=case.dropped) if case.dropped else "",
        *facts,
    )
    yield "marks", " · ".join(filter(None, marks))
    for review in whole.case_reviews:
        if review.case_id == case.id:
            yield from _review(whole, review)


def _review(whole: WholeVisit, review: CaseReview) -> Iterator[Told]:
    if review.outcome_words:
        yield "words", review.outcome_words
    outcome = _(OUTCOMES[review.outcome]) if review.outcome in OUTCOMES else review.outcome
    who = whole.names.get(review.reviewer, "")
    raised = _(N_("a matter of concern was raised")) if review.concern else ""
    yield "aside", " · ".join(filter(None, (who, outcome, raised)))
    for place, grade in review.grades:
        yield "aside", f"#{place.rpartition(':')[2]}: {_(GRADES.get(grade, grade))}"
    shown = [f"{_(FEATURES[code])}: {_(SHOWN[value])}" for code, value in review.features if code in FEATURES]
    if shown:
        yield "aside", " · ".join(shown)
    for code, base, _amount, _unit, done in review.checks:
        said = _(N_("done {day}")).format(day=done) if done else _(N_("no day given"))
        yield "aside", f"{_(CHECKS[code].name) if code in CHECKS else code}: {base or '–'} → {said}"
