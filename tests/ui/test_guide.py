# SPDX-License-Identifier: MIT
"""What the guide for inspectors tells them to press is there to be pressed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import a_store, a_visit
from ui.look import Look
from ui.pages import PAGES
from ui.screens import opened_window
from ui.window import Window

GUIDE = (Path(__file__).parents[2] / "docs" / "inspectors.md").read_text("utf-8")
PRESSED = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d{1,2}|[A-Z][a-z]+|[A-Z0-9;/',.])|\bF\d{1,2}\b")
"""A key as the guide writes it: Ctrl+Shift+F3, Alt+Left, F10."""
NAMED = re.compile(r"\*([A-Z][^*]{2,50})\* \(((?:Ctrl|Alt|Shift)\+[^,)\s]+)")
"""A deed in italics with its key behind it."""


@pytest.fixture
def window(worn: Look) -> Iterator[Window]:
    store = a_store()
    a_visit(store)
    with opened_window(store, worn) as made:
        yield made
    store.close()


def test_every_key_and_every_deed_with_a_key_that_the_guide_names_is_in_the_menus(window: Window) -> None:
    deeds = {each.verb.keys: each.verb.name.rstrip("…") for each in window.menus.actions()}
    deeds |= {page.keys: page.name for page in PAGES}
    pressed = set(PRESSED.findall(GUIDE))
    assert len(pressed) > 20
    assert pressed - set(deeds) == set()
    named = {keys: words for words, keys in NAMED.findall(" ".join(GUIDE.split()))}
    assert len(named) > 8
    assert {keys: words for keys, words in named.items() if not deeds[keys].startswith(words)} == {}
