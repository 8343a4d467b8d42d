# SPDX-License-Identifier: MIT
"""The check on paper: the judgement in words, a row a thing, what to do; in Welsh too."""

import pytest

from reports.sheets.paper import as_lines, as_pdf
from reports.sheets.ready import CLOSED, JUDGEMENTS, judgement, ready
from resources import language
from storage.errors import Refused
from storage.job import run_now
from storage.readiness import LEVELS, checking
from storage.store import Store
from tests.builders import a_visit
from tests.reports.pdf.readout import readout


def test_nothing_is_printed_before_anything_was_checked(store: Store) -> None:
    with pytest.raises(Refused, match="Nothing has been checked"):
        ready(store, "ready")


def test_a_check_is_printed_with_its_judgement_and_a_row_a_thing(store: Store) -> None:
    visit = a_visit(store)
    found = run_now(checking("ready", visit.id), store)
    heard = readout(as_pdf(ready(store, "ready")))
    assert heard.problems == []
    assert heard.texts("H1") == ["Ready for the visit: Practice Borough Council"]
    assert "Not ready: something must be put right first." in heard.texts("P")
    cells = heard.texts("TD")
    assert len(cells) == 3 * len(found.found)
    assert "There is none: this laptop holds the only copy. Put the stick in and back up now." in cells
    assert found.at not in " ".join(heard.texts())  # moments are said in words


def test_the_close_of_a_day_has_a_judgement_of_its_own_and_welsh_words(store: Store) -> None:
    found = run_now(checking("close"), store)
    assert judgement(found) == CLOSED["not_ready"]
    assert set(CLOSED) == set(JUDGEMENTS) == set(LEVELS)
    english = list(as_lines(ready(store, "close")))
    language.use("cy")
    try:
        assert len(list(as_lines(ready(store, "close")))) == len(english)
    finally:
        language.use("en")
