# SPDX-License-Identifier: MIT
"""The cases of the worked example, and what stands on them: a list, a sample, readers, reviews, a concern, ratings.

What it says is in resources/demo/wrexham-cases.toml and .csv, all of it invented. The rest of the visit
is example.py's.
"""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from resources import paths
from storage.acts import cases, ratings, reviews, samples
from storage.example_told import Example
from storage.gesture import Gesture
from storage.imports import case_files, cases_in
from storage.imports.cases import Choices, plan
from storage.job import run_now
from storage.model.case import Case
from storage.model.change import frozen
from storage.model.concern import Concern
from storage.model.ids import new_id
from storage.model.point import Point
from storage.model.population import pseudonym
from storage.model.visit import Visit
from storage.queries.cases import case, case_id, list_of_visit
from storage.queries.samples import sample_of_visit
from storage.sampling import Plan
from storage.store import Store

FILE, LIST = "wrexham-cases.toml", "wrexham-cases.csv"
Told = Mapping[str, Any]


def load() -> Told:
    """Read what came of the list."""
    return tomllib.loads(paths.demo(FILE).read_text("utf-8"))


def draw(lead: Store, visit: Visit, told: Told) -> None:
    """Bring the list in, draw the sample, replace what cannot be read, and add what was chosen by hand."""
    table = case_files.table_of(paths.demo(LIST).read_bytes(), _quiet)
    run_now(cases_in.importing(visit, plan(table, Choices(table.columns), _quiet)), lead)
    the_list = list_of_visit(lead, visit.id)
    assert the_list is not None
    drawn = told["sample"]
    run_now(samples.drawing(visit, the_list, Plan(drawn["seed"], drawn["strata"], drawn["size"])), lead)
    for name, reason in drawn["replaced"]:
        sample = sample_of_visit(lead, visit.id)
        assert sample is not None
        run_now(samples.replacing(sample, name, reason), lead)
    for each in told["chosen"]:
        cases.add(lead, visit, each["case"], each["selection"], each["facts"])


def assign(lead: Store, example: Example, visit: Visit, told: Told) -> None:
    """Say who reads what; both have seats by now."""
    for each in told["reading"]:
        cases.assign(lead, _cases(lead, visit, each["cases"]), example.ids[each["reader"]])


def read(store: Store, example: Example, visit: Visit, told: Told) -> None:
    """Record what one inspector made of the cases, and her own ratings of areas, locked."""
    rubric = visit.frameworks[0]
    for each in told["review"]:
        if example.ids[each["reviewer"]] == store.me:
            given = {name: frozen(value) for name, value in each.items() if name not in ("reviewer", "case", "grades")}
            grades = tuple((f"{rubric}:{code}", grade) for code, grade in each["grades"])
            (there,) = _cases(store, visit, [each["case"]])
            reviews.write(store, there, None, grades=grades, **given)
    for each in told["reading"]:
        if example.ids[each["reader"]] == store.me:
            for there in _cases(store, visit, each["cases"]):
                cases.move(store, there, each["progress"])
    for each in told["rating"]:
        if example.ids[each["author"]] == store.me:
            ratings.lock(store, visit, (rubric, each["area"]), each["value"], each["words"])
    for each in told["concern"]:
        if example.ids[each["author"]] == store.me:
            _concern(store, example, visit, each)


def close(lead: Store, example: Example, visit: Visit, told: Told) -> None:
    """Record the lines of the days' sheets, and what the inspectors settled on where their ratings lie open."""
    gesture = Gesture("points.add", lead.me)
    for each in told["point"]:
        fields = {name: value for name, value in each.items() if name not in ("author", "finding")}
        frame: dict[str, Any] = {"stream_id": visit.stream_id, "visit_id": visit.id}
        finding = example.ids.get(each.get("finding", ""), "")
        gesture.add(Point(id=new_id(), author=example.ids[each["author"]], finding_id=finding, **frame, **fields))
    lead.record(*gesture.changes)
    for each in told["settled"]:
        ratings.settle(lead, visit, (visit.frameworks[0], each["area"]), each["value"], each.get("words", ""))


def _concern(store: Store, example: Example, visit: Visit, told: Told) -> None:
    """Record a matter of concern with the hours of the example: the acts would say that it was now."""
    gesture = Gesture("concerns.raise", store.me)
    fields = {name: value for name, value in told.items() if name not in ("author", "note", "case")}
    gesture.add(
        Concern(
            id=new_id(),
            stream_id=visit.stream_id,
            visit_id=visit.id,
            authority_id=visit.authority_id,
            note_id=example.ids[told["note"]],
            case_ref=pseudonym(told["case"], 2),
            raised_by=store.me,
            told_by=store.me,
            lead_told_at=told["raised_at"],
            illustration=visit.illustration,
            **fields,
        )
    )
    store.record(*gesture.changes)


def _cases(store: Store, visit: Visit, numbers: Sequence[int]) -> list[Case]:
    found = [case(store, case_id(visit.id, pseudonym(number, 2))) for number in numbers]
    return [each for each in found if each is not None]


def _quiet(_part: float) -> None:
    pass
