# SPDX-License-Identifier: MIT
"""Signs that nobody can see, and letters that only look like ours: found, read over, cleaned.

They come with pasted text: zero-width and soft signs, overrides of direction (Unicode 15, 23.2; UTR 36), controls,
tags, and Cyrillic or Greek letters within a Latin word (UTS 39, 5.1).
"""

import re
import unicodedata
from collections.abc import Sequence

from reports.checks.hit import Hit, Line, hits_in

_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = str.maketrans("АВСЕНІЈКМОРЅТХасеіјорѕхуᴀΑΒΕΗΙΚΜΝΟΡΤΥΧΖο", "ABCEHIJKMOPSTXaceijopsxyAABEHIKMNOPTYXZo")


def hits(line: Line) -> list[Hit]:
    """Return where unseen signs and letters of another alphabet stand."""
    spans = [each.span() for each in _HIDDEN.finditer(line.text)]
    spans += [each.span() for each in _WORD.finditer(line.text) if _is_mixed(each[0])]
    return hits_in(line, "hidden", spans)


def cleaned(text: str) -> str:
    """Return the text without signs that nobody can see, and with our own letters for those that look like them."""
    return re.sub(r"  +", " ", _WORD.sub(_ours, _HIDDEN.sub("", text))).strip()


def seen(text: str) -> tuple[str, Sequence[int]]:
    """Return the text as a reader sees it, sign for sign, and where each of its signs stands in the text."""
    kept = [(_as_read(sign), at) for at, sign in enumerate(text) if not _HIDDEN.match(sign)]
    return "".join(sign for sign, _at in kept), [at for _sign, at in kept]


def _as_read(sign: str) -> str:
    return "\u0020" if sign == "\u00a0" else sign.translate(_ALIKE)


def _ours(found: re.Match[str]) -> str:
    return found[0].translate(_ALIKE) if _is_mixed(found[0]) else found[0]


def _is_mixed(word: str) -> bool:
    """Say whether a word has letters of the Latin alphabet and of another."""
    alphabets = {unicodedata.name(sign, "").partition(" ")[0] for sign in word}
    return "LATIN" in alphabets and bool(alphabets & {"CYRILLIC", "GREEK"})
