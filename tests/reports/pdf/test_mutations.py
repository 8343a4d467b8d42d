# SPDX-License-Identifier: MIT
"""Defects planted in a good PDF: veraPDF and the read-out together see every one, and nothing in the good one."""

import os
from functools import cache

import pytest

from tests.reports.pdf.defects import DEFECTS, planted
from tests.reports.pdf.meaning import Meaning, differences, meaning
from tests.reports.pdf.test_hard_documents import everything
from tests.reports.pdf.verapdf import VeraPdf

SILENT = (
    "a figure that does not say where it stands",
    "a head cell that is a plain one",
    "a letter changed",
    "a link outside the tree",
    "a link that leads elsewhere",
    "a list without its kind",
    "a mark given twice",
    "a mark that leads nowhere",
    "a mark that leads to another note",
    "a page number read aloud",
    "a paragraph lost from the tree",
    "a wrong entry in the parent tree",
    "another title in info",
    "another title in the packet",
    "a font whose codes mean something else",
    "no bookmarks",
    "two marks exchanged on the page",
    "words run together at a line end",
    "words made an artifact",
    "words whose language is lost",
)
"""Defects that no validator can know of: only who knows what was meant."""


@cache
def _good() -> tuple[bytes, Meaning]:
    report = everything()
    report.signature("Sig1", "Digital signature")
    data = planted(report.render(), None)
    return data, meaning(data)


def test_there_are_enough_defects_to_mean_something() -> None:
    assert len(DEFECTS) >= 60
    assert set(SILENT) <= DEFECTS.keys()


def test_the_good_one_differs_from_itself_in_nothing() -> None:
    data, good = _good()
    assert good.problems == ()
    assert differences(data, good) == []


@pytest.mark.parametrize("name", SILENT)
def test_the_read_out_sees_what_no_validator_can(name: str) -> None:
    data, good = _good()
    assert differences(planted(data, DEFECTS[name]), good)


@pytest.mark.torture
def test_every_defect_is_seen_by_one_or_the_other(verapdf: VeraPdf) -> None:
    data, good = _good()
    assert verapdf.broken(data) == []
    seen: dict[str, tuple[bool, bool]] = {}
    few = int(os.environ.get("N") or len(DEFECTS))
    for name in list(DEFECTS)[:: max(1, len(DEFECTS) // few)]:
        spoiled = planted(data, DEFECTS[name])
        seen[name] = bool(verapdf.broken(spoiled)), bool(differences(spoiled, good))
    engine, ear = (sum(each) for each in zip(*seen.values(), strict=True))
    both = sum(any(how) for how in seen.values())
    print(f"defects planted: {len(seen)}; veraPDF saw {engine}, the read-out {ear}, together {both}")
    assert [name for name, how in seen.items() if not any(how)] == []
