# SPDX-License-Identifier: MIT
"""Cases are told by pseudonym: list, sample, who read them, what each file showed; never a reference."""

from dataclasses import replace

from reports.exports.telling import telling
from reports.exports.telling_cases import cases_told
from reports.exports.visit import as_json, whole_visit
from storage.store import Store
from tests.builders import a_visit
from tests.case_lists import a_reviewed_case


def test_a_visit_without_cases_says_nothing_of_them(store: Store) -> None:
    assert list(cases_told(whole_visit(store, a_visit(store).id))) == []


def test_a_reviewed_case_is_told_with_reader_grades_and_days(store: Store) -> None:
    there = a_visit(store)
    case = a_reviewed_case(store, there)
    text = [each.text for each in telling(whole_visit(store, there.id))]
    assert "Cases" in text
    assert any(each.startswith("12 cases are on the list. SHA-256 ") for each in text)
    assert "Seed: “2018”" in text
    (marks,) = (each for each in text if each.startswith(case.pseudonym))
    assert "Practice Inspector · Being read" in marks
    assert "Seen alone once; the plan does not say it." in text
    assert "Practice Inspector · Cannot be told from the file" in text
    assert "#QA1: Priority for improvement" in text
    assert "The child’s voice: In part" in text
    assert "Decision after the referral: 2018-06-01 → done 2018-06-04" in text


def test_a_replaced_case_says_why(store: Store) -> None:
    there = a_visit(store)
    a_reviewed_case(store, there)
    whole = whole_visit(store, there.id)
    dropped = replace(whole.cases[0], dropped="File not held here")
    told = [text for _kind, text in cases_told(replace(whole, cases=(dropped,)))]
    assert any("replaced: File not held here" in each for each in told)


def test_no_export_holds_a_reference_of_the_authority(store: Store) -> None:
    there = a_visit(store)
    a_reviewed_case(store, there)
    whole = whole_visit(store, there.id)
    told = "\n".join(each.text for each in telling(whole))
    assert "CASE-" in told
    assert "LA/1" not in as_json(whole) + told
    assert not any(b"LA/1" in data for _document, data in whole.documents if data)
