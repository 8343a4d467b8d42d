# SPDX-License-Identifier: MIT
"""Forms to print: a page a session with its code, blanks at the end, and no note on any of them."""

from io import BytesIO

import pikepdf

from reports.exports.kit import BLANKS, as_kit
from reports.exports.visit import whole_visit
from storage.store import Store
from tests.builders import a_note, a_session, a_visit
from tests.reports.pdf.readout import readout


def test_every_session_has_a_page_with_its_code(store: Store) -> None:
    there = a_visit(store)
    a_session(store, there)
    a_session(store, there, starts="11:30", ends="12:30", title="Interview", with_roles=("Social worker C",))
    a_note(store, there, "Not for paper.")
    data = as_kit(whole_visit(store, there.id))
    heard = readout(data)
    assert heard.problems == []
    heads = heard.texts("H1")
    assert heads[0] == "S01 · Day 1, 09:30–11:00: File reading"
    assert heads[1].startswith("S02 · ")
    assert {"S01", "S02", "S __ __"} <= set(heard.texts("TD"))
    assert "Not for paper." not in heard.texts("P")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2 + BLANKS


def test_a_visit_without_sessions_has_blank_forms(store: Store) -> None:
    data = as_kit(whole_visit(store, a_visit(store).id))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == BLANKS
