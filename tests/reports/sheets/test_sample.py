# SPDX-License-Identifier: MIT
"""The sheet of a sample tells all that decided it, and comes out the same to the byte wherever it is made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reports.sheets.paper import as_lines
from reports.sheets.sample import by_stratum, sample_sheet
from storage.acts import samples
from storage.errors import Refused
from storage.job import run_now
from storage.queries.cases import list_of_visit
from storage.queries.samples import sample_of_visit
from storage.sampling import Plan
from storage.store import Store
from tests.builders import a_visit
from tests.case_lists import a_list, a_sample

ROOT = Path(__file__).parents[3]


def test_the_sheet_tells_how_the_sample_was_drawn(store: Store) -> None:
    visit = a_visit(store)
    kept = a_sample(store, visit)
    the_list = list_of_visit(store, visit.id)
    assert the_list is not None
    text = "\n".join(as_lines(sample_sheet(store, visit.id)))
    for words in ("Seed: “2018”", the_list.digest, "Parted by: Team", "6 in all", "40 cases", "East", *kept.drawn):
        assert words in text
    assert "LA/1" not in text
    assert store.me not in text
    assert "Practice Inspector" not in text


def test_reasons_replacements_and_small_strata_are_told(store: Store) -> None:
    visit = a_visit(store)
    the_list = a_list(store, visit)
    plan = Plan("2018", ("team",), 12, False, excluded={"CASE-01": "known to an inspector"})
    run_now(samples.drawing(visit, the_list, plan), store)
    seen = sample_of_visit(store, visit.id)
    assert seen is not None
    first = next(name for name, values in by_stratum(seen) if values == ["East"])
    by = run_now(samples.replacing(seen, first, "file is at court"), store)
    text = "\n".join(as_lines(sample_sheet(store, visit.id)))
    assert "CASE-01: known to an inspector" in text
    assert f"{first} → {by}: file is at court" in text
    assert "12 were asked for, all" in text


def test_without_a_sample_there_is_no_sheet(store: Store) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match="no sample yet"):
        sample_sheet(store, visit.id)


_MADE = """
import sys
from hashlib import sha256
from reports.sheets.paper import as_lines, as_pdf
from reports.sheets.sample import sample_sheet
from storage.acts import samples
from storage.imports import cases_in
from storage.job import run_now
from storage.queries.cases import list_of_visit
from storage.sampling import Plan
from tests.builders import a_store, a_visit
from tests.case_lists import as_csv, planned, some_rows
store = a_store(sys.argv[1])
visit = a_visit(store)
rows = sorted(some_rows(60), key=lambda row: hash(row))
print(rows[:3], file=sys.stderr)
run_now(cases_in.importing(visit, planned(as_csv(rows), style="day_first")), store)
run_now(samples.drawing(visit, list_of_visit(store, visit.id), Plan("2018", ("team", "age"), 12)), store)
sheet = sample_sheet(store, visit.id)
print("\\n".join(as_lines(sheet)))
print(sheet.name, sha256(as_pdf(sheet)).hexdigest())
"""


def test_two_machines_with_the_same_list_and_seed_make_the_same_sheet_to_the_byte() -> None:
    """Two processes with other hashes, other inspectors and the list in another order; text and PDF."""
    made = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-c", _MADE, f"Inspector {seed}"]
        made.append(subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True))
    assert made[0].stderr != made[1].stderr
    assert made[0].stdout == made[1].stdout
    assert b"sample-" in made[0].stdout
