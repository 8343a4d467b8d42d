# SPDX-License-Identifier: MIT
"""The few words that pages and their shapes say by themselves: "Copies", "Page 1 of 3". Wording of letters: letters/.

Apart from pdf/page.py, so that whoever wants a word need not wait for what lays out pages.
"""

import tomllib
from functools import cache

from resources import paths


@cache
def words(language: str) -> dict[str, str]:
    """Return them in a letter's language: they are the letter's, whatever the screen speaks."""
    with paths.page_words(language).open("rb") as file:
        return tomllib.load(file)
