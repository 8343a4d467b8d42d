# SPDX-License-Identifier: MIT
"""Lists of cases to test with: invented references, teams and days; a visit that has one. Nothing is mocked."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from storage.acts import reviews, samples
from storage.imports import case_files, cases, cases_in
from storage.imports.cases import Choices, Planned
from storage.job import run_now
from storage.model.case import Case, CaseList
from storage.model.sample import Sample
from storage.model.visit import Visit
from storage.queries.cases import case, case_id, list_of_visit
from storage.queries.samples import sample_of_visit
from storage.sampling import Plan
from storage.store import Store

HEAD = ("Case reference", "Age", "Plan", "Team", "Date opened", "Last supervision")
TEAMS = ("East", "East", "West", "Disabled children")
PLANS = ("Child protection", "Looked after", "Care and support")


def quiet(_part: float) -> None:
    """Take no notice of progress."""


def some_rows(count: int) -> list[tuple[str, ...]]:
    """Return invented cases: LA/10001 …, their days as 10/07/2018."""
    return [
        (
            f"LA/{10000 + at}",
            str(at * 7 % 18),
            PLANS[at % 3],
            TEAMS[at % 4],
            f"{at % 28 + 1:02}/0{at % 6 + 1}/2018",
            f"{at % 28 + 1:02}/06/2018" if at % 5 else "",
        )
        for at in range(1, count + 1)
    ]


def as_csv(rows: Sequence[Sequence[str]], head: Sequence[str] = HEAD) -> bytes:
    """Return rows as a CSV in UTF-8."""
    return "\r\n".join(",".join(row) for row in (head, *rows)).encode()


def as_xlsx(rows: Sequence[Sequence[object]], head: Sequence[str] = HEAD) -> bytes:
    """Return rows as a workbook."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (head, *rows):
        sheet.append(list(row))
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def planned(data: bytes, columns: Mapping[str, int] | None = None, **said: object) -> Planned:
    """Return what will become of a file's bytes."""
    table = case_files.table_of(data, quiet)
    return cases.plan(table, Choices(columns or table.columns, **said), quiet)  # type: ignore[arg-type]


def a_list(store: Store, visit: Visit, count: int = 40) -> CaseList:
    """Return a list of cases that the visit now has."""
    plan = planned(as_csv(some_rows(count)), style="day_first")
    run_now(cases_in.importing(visit, plan), store)
    found = list_of_visit(store, visit.id)
    assert found is not None
    return found


def a_sample(store: Store, visit: Visit, size: int = 6, count: int = 40) -> Sample:
    """Return a sample of a new list, drawn by team."""
    run_now(samples.drawing(visit, a_list(store, visit, count), Plan("2018", ("team",), size)), store)
    found = sample_of_visit(store, visit.id)
    assert found is not None
    return found


def a_reviewed_case(store: Store, visit: Visit) -> Case:
    """Return the first of two cases drawn from a new list, with a review by this store's person."""
    drawn = a_sample(store, visit, size=2, count=12)
    first = case(store, case_id(visit.id, drawn.drawn[0]))
    assert first is not None
    reviews.write(
        store,
        first,
        None,
        grades=(("improvement-conference-2018:QA1", "priority"),),
        features=(("voice", "partly"),),
        checks=(("decision", "2018-06-01", 1, "working_days", "2018-06-04"),),
        outcome="unclear",
        outcome_words="Seen alone once; the plan does not say it.",
    )
    return first
