# SPDX-License-Identifier: MIT
"""Which characters a PDF font's codes stand for: its ToUnicode table, else its encoding (ISO 32000-1, 9.6.6, 9.10)."""

import re
from html.entities import name2codepoint
from typing import Any

_HEX = rb"<\s*([0-9A-Fa-f\s]*)\s*>"
_SPACE = re.compile(rb"begincodespacerange\s*" + _HEX)
_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[(.*?)\])", re.DOTALL)
_MOST = 65_536
"""Codes of a range: more than two bytes hold is a trap."""
_BASES = {"/MacRomanEncoding": "mac_roman"}
_NAMES = {
    **{"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7"},
    **{"eight": "8", "nine": "9"},
    **{"space": " ", "period": ".", "comma": ",", "hyphen": "-", "quotesingle": "'", "quoteright": "’"},
    **{"quoteleft": "‘", "slash": "/", "colon": ":", "semicolon": ";", "parenleft": "(", "parenright": ")"},
    **{"fi": "fi", "fl": "fl", "ff": "ff", "at": "@", "ampersand": "&", "quotedblleft": "“", "quotedblright": "”"},
    **{"Wcircumflex": "Ŵ", "wcircumflex": "ŵ", "Ycircumflex": "Ŷ", "ycircumflex": "ŷ"},
}
_UNI = re.compile(r"(?:uni|u)([0-9A-F]{4,6})")


def at(dictionary: Any, key: str, default: Any = None) -> Any:
    """Return what stands in a PDF's dictionary; what is only referred to is looked up, which `get` does not do."""
    try:
        return dictionary[key]
    except KeyError:
        return default


class Font:
    """One font of a page, as far as its words go."""

    def __init__(self, font: Any) -> None:
        """Read its tables."""
        self._table: dict[bytes, str] = {}
        self._size = 2 if at(font, "/Subtype") == "/Type0" else 1
        table = at(font, "/ToUnicode")
        self._known = hasattr(table, "data")
        if self._known:
            self._read(table.data)
        elif self._size == 1 and at(font, "/Subtype") != "/Type3":
            self._encode(at(font, "/Encoding"))

    def text(self, codes: bytes) -> str | None:
        """Return the words that codes stand for, or None where no table says so."""
        size = self._size
        found = [self._table.get(codes[at : at + size]) for at in range(0, len(codes), size)]
        return None if None in found and not any(found) else "".join(each or "" for each in found)

    def _read(self, table: bytes) -> None:
        if space := _SPACE.search(table):
            self._size = max(1, len(_bytes(space[1])))
        for block in _CHARS.findall(table):
            for code, words in _PAIR.findall(block):
                self._table[_bytes(code)] = _words(_bytes(words))
        for block in _RANGES.findall(table):
            for first, last, words, listed in _RANGE.findall(block):
                self._fill(_bytes(first), _bytes(last), _bytes(words), listed)

    def _fill(self, first: bytes, last: bytes, words: bytes, listed: bytes) -> None:
        begin, end = int.from_bytes(first), int.from_bytes(last)
        if not 0 <= end - begin < _MOST:
            return
        each = [_bytes(one) for one in re.findall(_HEX, listed)]
        for step in range(end - begin + 1):
            goal = each[step] if step < len(each) else _stepped(words, step) if words else b""
            self._table[(begin + step).to_bytes(len(first) or 1)] = _words(goal)

    def _encode(self, encoding: Any) -> None:
        named = encoding if isinstance(encoding, str) else at(encoding or {}, "/BaseEncoding", "")
        page = bytes(range(256)).decode(_BASES.get(str(named), "cp1252"), "replace")
        self._table = {bytes([code]): each for code, each in enumerate(page)}
        if encoding is None or isinstance(encoding, str):
            return
        code = 0
        for each in at(encoding, "/Differences", ()):
            if isinstance(each, int):
                code = int(each)
            else:
                self._table[bytes([code & 255])] = _named(str(each).lstrip("/"))
                code += 1


def _bytes(digits: bytes) -> bytes:
    plain = b"".join(digits.split()).decode()
    return bytes.fromhex(plain + "0" * (len(plain) % 2))


def _words(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")


def _stepped(words: bytes, step: int) -> bytes:
    """Return the characters with the last one so many further on."""
    return words[:-2] + ((int.from_bytes(words[-2:]) + step) & 0xFFFF).to_bytes(2)


def _named(glyph: str) -> str:
    """Return the character that a glyph is named after; a sign for what cannot be read where its name says nothing."""
    if len(glyph) == 1:
        return glyph
    if glyph in _NAMES:
        return _NAMES[glyph]
    if found := _UNI.fullmatch(glyph):
        return chr(min(int(found[1], 16), 0x10FFFF))
    return chr(name2codepoint[glyph]) if glyph in name2codepoint else "\N{REPLACEMENT CHARACTER}"
