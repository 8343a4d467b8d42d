# SPDX-License-Identifier: MIT
"""What the program says, read from its code, and the catalogues brought in step with it: `make words`. No tests here.

Read by ast rather than by Babel's own reader, which sees nothing inside an f-string before Python 3.12.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from resources import paths
from resources.language import KEYS, LANGUAGES

ROOT = Path(__file__).parents[1]
ROOMS = ("ui", "reports", "storage", "resources")
SAYING = {"_": 1, "N_": 1, "ngettext": 2, "phrase": 1, "phrases": 2}
"""What marks a message → how many of its first arguments are the key."""
EXPLAINING = ("add_parser", "add_argument", "add_subparsers", "Parser")
"""What takes explanations of the command line, which are messages by themselves (ui/verbs/arguments.py)."""
EXPLAINED = ("help", "description", "epilog", "title")

Key = str | tuple[str, ...]


@cache
def spoken() -> frozenset[Key]:
    """Return the key of every message in the code; of a plural, both English forms."""
    files = [ROOT / "main.py", *(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))]
    return frozenset(key for file in files for key in said_in(file.read_text("utf-8")))


def said_in(source: str) -> Iterator[Key]:
    """Yield the keys in a piece of code."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
        if name in EXPLAINING:
            yield from _explained(call)
        words = [each.value for each in call.args[: SAYING.get(name, 0)] if isinstance(each, ast.Constant)]
        keys = tuple(each for each in words if isinstance(each, str) and each)
        if keys and len(keys) == SAYING[name]:
            yield keys if len(keys) > 1 else keys[0]


def _explained(call: ast.Call) -> Iterator[Key]:
    for each in call.keywords:
        if each.arg in EXPLAINED and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str):
            yield each.value.value


def catalogue(code: str) -> Catalog:
    """Return the catalogue of a language. Raise PoFileError for one that is not sound."""
    with paths.catalogue(code).open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def bring_in_step(code: str) -> int:
    """Put new messages into a catalogue, empty, and take out those said no more; return how many are empty."""
    template = Catalog()
    for key in sorted(spoken(), key=str):
        template.add(key)
    words = catalogue(code)
    words.update(template, no_fuzzy_matching=True, update_creation_date=False)
    with paths.catalogue(code).open("wb") as file:
        write_po(file, words, width=0, sort_output=True, ignore_obsolete=True, no_location=True)
    return sum(1 for message in words if message.id and not "".join(message.string or ""))


if __name__ == "__main__":
    for each in LANGUAGES:
        if each != KEYS:
            print(f"{paths.catalogue(each).relative_to(ROOT)}: {bring_in_step(each)} to write")
