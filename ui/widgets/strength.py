# SPDX-License-Identifier: MIT
"""How hard a passphrase is to guess, by a light estimate of our own. No Qt; nothing is kept or sent.

Not a dictionary attack: words that are not on the short list count as one of some 8,000 (13 bits), as somebody would
guess them who knows that people choose words. NIST SP 800-63B asks for length and no common choices; so do we.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from resources.language import N_

_WORDS = """
password passphrase secret letmein welcome monkey dragon qwerty qwertyuiop asdfgh asdfghjkl zxcvbn
zxcvbnm abc abcdef admin login iloveyou football rugby wales cymru cymraeg caerdydd cardiff swansea
wrexham wrecsam inspector inspection arolwg arolygiaeth ciw agc ofsted summer winter spring autumn
monday friday changeme hello sunshine princess arsenal liverpool chelsea mypassword cyfrinair croeso
haf gaeaf test
"""
COMMON = frozenset(_WORDS.split())
LEVELS = (
    N_("Too easy to guess"),
    N_("Still easy to guess"),
    N_("Good"),
    N_("Strong"),
)
_LIMITS = (36.0, 50.0, 63.0)
"""Bits from which the next level holds: with Argon2id, 50 bits cost an attacker years on many machines."""
_PIECES = re.compile(r"[^\W\d_]+|\d+|[\W_]", re.UNICODE)
_SWAPS = str.maketrans("0134@5$7!", "oleaasstl")


@dataclass(frozen=True, slots=True)
class Strength:
    """What to show beside the field."""

    bits: float
    level: int
    """0 to 3: an index of LEVELS."""
    advice: str
    """A gettext key, or "" where there is nothing to add."""

    @property
    def enough(self) -> bool:
        """Return whether the passphrase may be used: level 2 or better."""
        return self.level >= 2


def strength(passphrase: str) -> Strength:
    """Return an estimate for the passphrase; an empty one has no bits."""
    bits = _bits(passphrase)
    straight = passphrase.casefold().translate(_SWAPS)
    if COMMON & set(_PIECES.findall(straight)):
        bits = min(bits, _bits(straight) + 2)  # "Passw0rd" hides nothing from anybody
    level = sum(bits >= limit for limit in _LIMITS)
    if len(passphrase) < 12:
        level = min(level, 1)
    return Strength(bits, level, _advice(passphrase, level))


def _bits(text: str) -> float:
    total, seen = 0.0, set[str]()
    for piece in _PIECES.findall(text):
        folded = piece.casefold()
        worth = 1.0 if folded in seen else _worth(piece)
        seen.add(folded)
        total += worth
    return total


def _worth(piece: str) -> float:
    folded = piece.casefold()
    if folded in COMMON or len(set(folded)) == 1:
        return 2.0 + (0.5 if folded != piece else 0)
    if _climbs(folded):
        return 3.0
    if piece.isdigit():
        return 6.0 if re.fullmatch(r"(19|20)\d\d", piece) else 3.3 * len(piece)
    if piece.isalpha():
        return min(5.0 * len(piece), 13.0 if len(piece) < 14 else 20.0)
    return 1.0 if piece in " -_." else 5.0


def _climbs(text: str) -> bool:
    """Return whether every sign is the next of the one before: 1234567890, abcd, 9876."""
    steps = {(ord(after) - ord(before)) % (10 if text.isdigit() else 1000) for before, after in pairwise(text)}
    return len(text) > 2 and len(steps) == 1


def _advice(passphrase: str, level: int) -> str:
    if level >= 2 or not passphrase:
        return ""
    if len(passphrase) < 12:
        return N_("Use at least 12 letters. Four or five words that do not belong together are easy to remember.")
    return N_("Add another word that does not belong with the others.")
