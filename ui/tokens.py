# SPDX-License-Identifier: MIT
"""The design tokens: colours of two themes, space and type, read from resources/styles. No Qt here."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from resources import paths


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours with the scale that both themes share."""

    name: str
    """light or dark."""
    colours: Mapping[str, str]
    """Role → "#RRGGBB"; meanings (strength, danger …) are roles too."""
    space: tuple[int, ...]
    """Pixels at 100 %."""
    type: Mapping[str, int]
    """Name → points, for a person whose base size is 10 points."""
    radius: int
    radius_card: int
    ring: int

    def __getitem__(self, role: str) -> str:
        """Return the colour of a role as "#RRGGBB"; raise KeyError for a role that is no token."""
        return self.colours[role]


@cache
def tokens(theme: str) -> Tokens:
    """Return the tokens of "light" or "dark"; raise KeyError for another theme."""
    with (paths.HERE / "styles" / "tokens.toml").open("rb") as file:
        read = tomllib.load(file)
    plain, scale = read[theme], read["scale"]
    named = {meaning: plain[role] for meaning, role in read["meaning"].items()}
    return Tokens(
        name=theme,
        colours={**plain, **named},
        space=tuple(scale["space"]),
        type=scale["type"],
        radius=scale["radius"],
        radius_card=scale["radius_card"],
        ring=scale["ring"],
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio (1 to 21) of two "#RRGGBB" colours, as WCAG 2.2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
