# SPDX-License-Identifier: MIT
"""The trace sheet: every sentence with its sources, pseudonyms only, nothing of who must not be recognised; tagged."""

from hashlib import sha256

from reports.sheets.paper import as_lines, as_pdf
from reports.trace import trace_sheet
from storage.acts.attachments import Incoming
from storage.acts.enclosures import Enclosable, enclose
from storage.acts.excuses import excuse
from storage.acts.guarded import guard
from storage.spelling import Speller
from storage.store import Store
from tests.builders import a_finding, a_note
from tests.reports.checks.conftest import speller as speller
from tests.reports.checks.desk import a_desk
from tests.reports.pdf.readout import readout


def test_each_sentence_stands_with_its_finding_and_the_notes_below_it(store: Store) -> None:
    desk = a_desk(store)
    desk.say("Supervision is irregular.", desk.records["weak"])
    heard = readout(as_pdf(trace_sheet(store, desk.letter_id)))
    assert heard.problems == []
    said = " ".join(heard.texts())
    assert "Finding: Proposed · Supervision is irregular." in said
    assert "– Note: Case file · " in said
    assert "Six of eight files held a current plan." in said
    assert "not encrypted" in said


def test_a_note_that_must_not_be_shown_is_counted_and_not_told(store: Store) -> None:
    desk = a_desk(store)
    kept = a_note(
        store, desk.visit, "A worker fears for her post.", handling="confidential_source", source_role="Clerk"
    )
    desk.say("Staff are afraid.", a_finding(store, desk.visit, "Staff are afraid.", supports=(kept.id,)))
    said = "\n".join(as_lines(trace_sheet(store, desk.letter_id)))
    assert "Confidential source · its words are not shown here" in said
    assert "fears" not in said
    assert "Clerk" not in said


def test_names_in_notes_are_masked_and_pseudonyms_stay(store: Store, speller: Speller) -> None:
    assert speller.is_known("plan")
    desk = a_desk(store)
    guard(store, desk.visit.id, ["Megan Pritchard"])
    desk.say("Plans lag.", a_note(store, desk.visit, "Megan has no plan.", case_ref="CASE-07"))
    said = "\n".join(as_lines(trace_sheet(store, desk.letter_id)))
    assert "CASE-07" in said
    assert "[…] has no plan." in said
    assert "Megan" not in said


def test_what_was_let_be_stands_with_its_reason(store: Store) -> None:
    desk = a_desk(store)
    excuse(store, desk.whole().letter, "no_strength", "k", "None was found in two days.")
    lines = list(as_lines(trace_sheet(store, desk.letter_id)))
    assert "Let be with a reason" in lines
    assert lines[-1].startswith("- The letter names no strength · ")
    assert lines[-1].endswith("None was found in two days.")


def test_what_goes_with_the_letter_is_told_by_its_digest_and_its_title_masked(store: Store) -> None:
    desk = a_desk(store)
    guard(store, desk.visit.id, ["Megan Pritchard"])
    enclose(store, desk.whole().letter, [Enclosable("Plan of Megan Pritchard", Incoming("a.txt", b"The plan."))])
    (line,) = [each for each in as_lines(trace_sheet(store, desk.letter_id)) if "SHA-256" in each]
    assert line == f"- Plan of […] (TXT, 1 kB) · SHA-256: {sha256(b'The plan.').hexdigest()}"
