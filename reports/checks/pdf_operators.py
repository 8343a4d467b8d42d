# SPDX-License-Identifier: MIT
"""The operators of a PDF's content stream with their operands (ISO 32000-1, 7.8.2). What they mean: pdf_words.py."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_TOKEN = re.compile(
    rb"[\0\t\n\f\r ]+|%[^\r\n]*|(?P<part><<|>>|[\[\]{}])|(?P<hex><[^<>]*>)|(?P<open>\()"
    rb"|(?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)|(?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+)|(?P<odd>.)",
    re.DOTALL,
)
_WITHIN = re.compile(rb"[()\\]")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NUMBER = re.compile(rb"[+-]?(?:\d+\.?\d*|\.\d+)")
_PICTURE_ENDS = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)")
_ESCAPED_NAME = re.compile(r"#([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator."""

    name: str
    operands: list[Any]
    """Numbers as float, strings as bytes, names as str with their slash; arrays are taken apart, in order."""


def operators(content: bytes) -> Iterator[Operator]:
    """Yield the operators of a content stream; the bytes of pictures within it are passed over."""
    operands: list[Any] = []
    at = 0
    while found := _TOKEN.match(content, at):
        at = found.end()
        if found["open"]:
            text, at = _literal(content, at)
            operands.append(text)
        elif found["hex"]:
            operands.append(_hexadecimal(found["hex"]))
        elif found["name"]:
            operands.append(_ESCAPED_NAME.sub(lambda code: chr(int(code[1], 16)), found["name"].decode("latin-1")))
        elif word := found["word"]:
            if _NUMBER.fullmatch(word):
                operands.append(float(word))
                continue
            yield Operator(word.decode("latin-1"), operands)
            operands = []
            if word == b"ID":
                end = _PICTURE_ENDS.search(content, at)
                at = end.end() if end else len(content)


def _literal(content: bytes, at: int) -> tuple[bytes, int]:
    """Return a string in brackets that begins before `at`, and where it has ended."""
    start, depth = at, 1
    while depth:
        found = _WITHIN.search(content, at)
        if found is None:
            return content[start:], len(content)
        at = found.end() + (found[0] == b"\\")
        depth += (found[0] == b"(") - (found[0] == b")")
    return _ESCAPE.sub(_unescaped, content[start : at - 1]), at


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 255])
    return b"" if found[2] else _SHORT.get(found[3], found[3])


def _hexadecimal(found: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", found).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2))
