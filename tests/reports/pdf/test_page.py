# SPDX-License-Identifier: MIT
"""The page's own words in each language, its styles, and text that can be read on its ground."""

import pytest

from reports.pdf import page
from resources.language import LANGUAGES
from tests.reports.pdf.letters import a_long_letter
from tests.reports.pdf.readout import readout


def test_every_language_has_the_same_words_with_the_same_gaps() -> None:
    english = page.words("en")
    for code in LANGUAGES:
        theirs = page.words(code)
        assert theirs.keys() == english.keys()
        assert theirs["page"].format(number=2, total=3) != english["page"].format(number=2, total=3) or code == "en"
        assert "Ann" in theirs["field"].format(name="Ann")


def test_a_style_that_is_none_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        page.style("blink")


def test_a_head_makes_room_only_for_notices() -> None:
    assert page.Furniture("en").top_later == page.TOP
    assert page.Furniture("en", notices=["Example"]).top_later == page.TOP + page.HEAD


def test_a_foot_too_long_for_its_line_is_cut_at_a_word() -> None:
    from reports.pdf.render import render

    letterhead = ("A very long name of an inspectorate that goes on and on for the sake of it, " * 2,)
    foot = readout(render(a_long_letter(1, letterhead=letterhead))).artifacts[0].split("\n")[1]
    assert foot.startswith("A very long name")
    assert len(foot) < 100


@pytest.mark.parametrize(
    ("ink", "ground"), [(page.TEXT, None), (page.MUTED, None), (page.ACCENT, None), (page.ON_SOFT, page.SOFT)]
)
def test_words_stand_out_from_their_ground_by_four_and_a_half_to_one(ink: object, ground: object) -> None:
    dark, light = _luminance(ink), 1.0 if ground is None else _luminance(ground)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def _luminance(colour: object) -> float:
    parts = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour.rgb()]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
