# SPDX-License-Identifier: MIT
"""Data files are where they are looked for."""

import pytest

from resources import paths
from resources.language import LANGUAGES


def test_every_shipped_rubric_is_listed_by_name() -> None:
    names = [path.name for path in paths.rubric_files()]
    assert names == sorted(names)
    assert len(names) >= 2
    assert all(path.is_file() for path in paths.rubric_files())


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_has_its_page_words(code: str) -> None:
    assert paths.page_words(code).is_file()


def test_fonts_profile_and_demo_are_there() -> None:
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        assert paths.font(f"NotoSans-{face}.ttf").is_file()
    assert paths.icc("sRGB.icc").is_file()
    assert paths.demo("wrexham.toml").is_file()


def test_wording_and_catalogues_lie_under_their_names() -> None:
    assert paths.wording("monitoring_visit", "cy").parts[-3:] == ("letters", "monitoring_visit", "cy.toml")
    assert paths.catalogue("cy").parts[-4:] == ("languages", "cy", "LC_MESSAGES", "arolwg.po")
