# SPDX-License-Identifier: MIT
"""Contrast computed from the tokens: WCAG 2.2 AA, 4.5:1 for words, 3:1 for edges and focus."""

import pytest

from ui.tokens import contrast, tokens

GROUNDS = ("bg", "surface", "sunken", "hover", "soft")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("words", ["text", "muted", "accent", "ok", "warn", "bad", "strength", "weakness", "danger"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read_on_every_ground(theme: str, words: str, ground: str) -> None:
    shown = tokens(theme)
    assert contrast(shown[words], shown[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("edge", ["edge", "focus", "neutral", "bad", "warn", "ok"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_and_the_focus_ring_can_be_seen(theme: str, edge: str, ground: str) -> None:
    shown = tokens(theme)
    assert contrast(shown[edge], shown[ground]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), [("on_accent", "accent"), ("on_soft", "soft"), ("soft", "on_soft")])
def test_words_on_colour_can_be_read(theme: str, words: str, ground: str) -> None:
    shown = tokens(theme)
    assert contrast(shown[words], shown[ground]) >= 4.5


def test_the_primary_buttons_ring_can_be_seen_on_the_button() -> None:
    for theme in ("light", "dark"):
        shown = tokens(theme)
        # The ring of a focused primary button is drawn in the text colour between the button and the ground.
        assert contrast(shown["text"], shown["surface"]) >= 3
        assert contrast(shown["text"], shown["accent"]) >= 1.5


def test_both_themes_have_the_same_roles() -> None:
    assert tokens("light").colours.keys() == tokens("dark").colours.keys()


def test_contrast_of_black_and_white_is_21() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21
    assert contrast("#123456", "#123456") == 1
