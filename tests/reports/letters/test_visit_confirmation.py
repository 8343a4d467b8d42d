# SPDX-License-Identifier: MIT
"""reports/letters/visit_confirmation.py: what is to come, day by day, by role; and what we ask for."""

from dataclasses import replace

from reports.catalogue import letter_type
from reports.letters.draft import Draft
from reports.letters.visit_confirmation import SECTIONS
from tests.reports.wrexham import facts

LETTER = letter_type("visit_confirmation")


def text(draft: Draft, code: str) -> str:
    found = draft.section(code)
    assert found is not None
    return found.text


def test_the_sections_are_in_their_order_in_both_languages() -> None:
    for language in ("en", "cy"):
        assert tuple(each.code for each in LETTER.draft(facts(), language).sections) == SECTIONS


def test_the_programme_has_every_session_once_day_by_day_in_order_of_time() -> None:
    programme = LETTER.draft(facts(sessions=tuple(reversed(facts().sessions)))).section("programme")
    assert programme is not None
    items = [each.text for each in programme.paragraphs if each.kind == "bullet"]
    assert len(items) == len(facts().sessions)
    first, second = programme.text.split("Day two:")
    assert "Day one:" in first
    assert "09:00 to 09:40: Opening meeting (Senior manager, Service manager and Performance officer)" in first
    times = [each[:5] for each in items if each in second]
    assert times == sorted(times)


def test_a_session_without_times_or_people_is_still_named() -> None:
    one = replace(facts().sessions[0], starts="", ends="", with_roles=(), title="")
    assert "Meeting" in text(LETTER.draft(facts(sessions=(one,))), "programme")


def test_the_last_feedback_meeting_is_named() -> None:
    assert text(LETTER.draft(facts()), "feedback").endswith("planned for day two, at 16:00.")
    assert "planned for" not in text(LETTER.draft(facts(sessions=())), "feedback")


def test_dates_and_programme_that_are_open_are_slots() -> None:
    undated = LETTER.draft(facts(visit=replace(facts().visit, dates="", scope=()), sessions=()))
    assert "[The dates of the visit]" in text(undated, "opening")
    assert text(undated, "purpose").startswith("[")
    assert text(undated, "programme").startswith("[")
