# SPDX-License-Identifier: MIT
"""What is previewed as heard is what another library reads back from the finished file, in the same order."""

import re

import pytest

from reports.catalogue import letter_type
from reports.pdf.heard import ROLES, heard
from reports.pdf.render import render, render_both
from storage.model.letter import WholeLetter
from tests.reports.pdf.letters import a_letter, composed
from tests.reports.pdf.readout import readout
from tests.reports.wrexham import facts

_LABEL = re.compile(r"•|\d+\.")


def pairs(letter: WholeLetter) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return (what is previewed, what the file says) as (tag, words), without bullets, counts and fields."""
    previewed = [(each.tag, each.text) for each in heard(letter) if each.tag not in ("L", "Form")]
    said = [(each.role, each.text.strip()) for each in readout(render(letter)).said]
    return previewed, [each for each in said if not _LABEL.fullmatch(each[1])]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_letter_is_heard_as_its_file_is_read_out(language: str) -> None:
    previewed, said = pairs(composed(letter_type("improvement_conference").draft(facts(), language)))
    assert previewed == said


def test_lists_are_counted_signatures_named_and_voices_told() -> None:
    said = heard(a_letter(illustration=True, language="cy", second_signatory="Siân Parry"))
    assert [each.text for each in said if each.tag == "L"] == ["3", "2"]
    assert [each.tag for each in said].count("Form") == 2
    assert {each.lang for each in said} == {"cy-GB", "en-GB"}  # the notice is said in English too
    assert {each.tag for each in said} <= set(ROLES)


def test_both_languages_in_one_file_are_two_parts_each_in_its_voice() -> None:
    read = readout(render_both(a_letter(), a_letter(language="cy", re_line="Cynhadledd wella")))
    assert read.problems == []
    texts = [each.text.strip() for each in read.said]
    assert texts.index("Re: Improvement conference on children’s services in Aberexample") < texts.index(
        "Cynhadledd wella"
    )
    assert "12 October 2018" in texts
    assert "12 Hydref 2018" in texts
