# SPDX-License-Identifier: MIT
"""The house keeps its own rules (house_rules.py), every module has its tests, and the checks see planted breaches."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest

from tests import house_rules as rules
from tests.house_rules import Source

ROOT = Path(__file__).parents[1]

NOUNS = (
    *("agreement", "concern", "enclosure", "excuse", "point", "rating"),
    *("authority", "comment", "document", "event", "finding", "letter", "link", "meeting", "member", "note", "person"),
    *("recommendation", "record", "rubric", "session", "visit"),
    *("case", "case_review", "sample"),
    *("challenge",),
    *("progress", "action"),
)
BOOKS = ("belonging", "books", "chains", "papers", "register", "tables")
SHARED: dict[str, str] = {
    **{f"storage/model/{noun}.py": "tests/storage/model/test_nouns.py" for noun in NOUNS},
    "storage/queries/rows.py": "tests/storage/queries/test_rows.py",
    "storage/own.py": "tests/storage/test_own.py",
    "storage/parts.py": "tests/storage/test_store.py",
    "storage/indexing.py": "tests/storage/test_later.py",
    "storage/example_told.py": "tests/storage/test_example.py",
    "ui/authority/standpoint.py": "tests/ui/authority/test_deeds.py",
    **{f"storage/hub/{name}.py": "tests/storage/hub/test_office.py" for name in BOOKS},
}
"""Module → the tests it shares with others; every other module has a mirror of its own."""
MIRRORED = ("storage/", "reports/", "resources/", "ui/")


def tracked() -> list[str]:
    """Return every file of the project, from git where there is one."""
    git = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=False) if which("git") else None
    if listed is None or listed.returncode:
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
        return [path.as_posix() for path in found if not path.parts[0].startswith((".", "out"))]
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


FILES = tracked()
SOURCES = [Source(name, (ROOT / name).read_text("utf-8")) for name in FILES if name.endswith(".py")]


@pytest.mark.parametrize("check", rules.CHECKS, ids=lambda check: check.__name__)
def test_the_house_keeps_the_rule(check: Callable[[Source], Iterator[str]]) -> None:
    complaints = [each for source in SOURCES for each in check(source)]
    assert not complaints, "\n" + "\n".join(complaints)


def test_the_terminal_brings_no_qt() -> None:
    assert not rules.brings_qt("ui.terminal", {source.module: source for source in SOURCES})


def test_no_tracked_text_names_a_registry_or_this_machine() -> None:
    complaints = [each for name in FILES for each in rules.names_the_machine(name, _text(ROOT / name))]
    assert not complaints, "\n" + "\n".join(complaints)


def _text(path: Path) -> str:
    raw = path.read_bytes()
    return "" if b"\0" in raw else raw.decode("utf-8", "replace")


def mirror(module: str) -> str:
    """Return the file that tests a module."""
    folder, _, name = module.rpartition("/")
    return SHARED.get(module, f"tests/{folder}/test_{name}")


def test_every_module_has_its_tests() -> None:
    modules = [name for name in FILES if name.startswith(MIRRORED) and name.endswith(".py")]
    missing = [
        f"{module} → {mirror(module)}"
        for module in modules
        if not module.endswith(("__init__.py", "__main__.py")) and mirror(module) not in FILES
    ]
    assert not missing, "without tests:\n" + "\n".join(missing)


def test_every_shared_test_is_of_something() -> None:
    assert [module for module in SHARED if module not in FILES] == []


def test_test_names_are_sentences_and_unique_in_their_file() -> None:
    for source in SOURCES:
        if source.path.startswith("tests/"):
            names = [line.split("(")[0] for line in source.text.splitlines() if line.startswith("def test_")]
            short = [name for name in names if name.count("_") < 2]
            assert len(set(names)) == len(names), f"{source.path}: a later test hides an earlier one of its name"
            assert not short, f"{source.path}: not sentences: {short}"


BREACHES = {
    "storage looks into ui": ("storage/acts/x.py", "from ui.bus import Bus", rules.looks_left),
    "resources looks into storage": ("resources/x.py", "import storage.errors", rules.looks_left),
    "reports looks into ui inside a function": ("reports/x.py", "def f():\n    from ui import bus", rules.looks_left),
    "a dynamic import looks left": (
        "storage/x.py",
        "import importlib\nimportlib.import_module('ui.bus')",
        rules.looks_left,
    ),
    "a relative import looks left": ("storage/x.py", "from ..ui import bus", rules.looks_left),
    "a panel sees another": ("ui/notes/x.py", "from ui.letters.preview import Preview", rules.looks_left),
    "the model sees the store": ("storage/model/x.py", "from storage.store import Store", rules.breaks_layers),
    "the model sees a library": ("storage/model/x.py", "import nacl", rules.breaks_layers),
    "the engine sees the store": ("storage/tables.py", "from storage import store", rules.breaks_layers),
    "the store sees an act": ("storage/store.py", "from storage.acts import notes", rules.breaks_layers),
    "an act sees sync": ("storage/acts/x.py", "from storage.sync.wire import read", rules.breaks_layers),
    "the hub sees the model": ("storage/hub/office.py", "from storage.model.note import Note", rules.breaks_layers),
    "reportlab by another door": ("reports/letters/x.py", "import reportlab.lib", rules.uses_other_doors),
    "pyhanko by another door": ("ui/x.py", "from pyhanko.sign import signers", rules.uses_other_doors),
    "sqlcipher by another door": ("storage/ledger.py", "import sqlcipher3.dbapi2", rules.uses_other_doors),
    "the plain driver": ("storage/ledger.py", "import sqlite3", rules.uses_other_doors),
    "Qt in storage": ("storage/x.py", "from PySide6.QtCore import QObject", rules.uses_other_doors),
    "Qt in the terminal": ("ui/terminal.py", "from PySide6 import QtCore", rules.uses_other_doors),
    "a thread": ("storage/store.py", "import threading", rules.uses_other_doors),
    "a pool": ("reports/x.py", "from concurrent.futures import ThreadPoolExecutor", rules.uses_other_doors),
    "a thread by Qt": ("ui/notes/x.py", "from PySide6.QtCore import QThread\nQThread()", rules.uses_other_doors),
    "a thread by asyncio": ("reports/x.py", "import asyncio\nasyncio.to_thread(f)", rules.uses_other_doors),
    "a library without a door": ("storage/x.py", "import requests", rules.uses_other_doors),
    "a name that says nothing": ("storage/utils.py", "", rules.is_badly_named),
    "a folder that says nothing": ("ui/common/panel.py", "", rules.is_badly_named),
    "a long file": ("storage/x.py", "x = 1\n" * 401, rules.is_too_big),
    "a long function": ("storage/x.py", "def f():\n" + "    x = 1\n" * 40, rules.is_too_big),
    "a long function in a class": ("storage/x.py", "class A:\n  def f(self):\n" + "    x = 1\n" * 40, rules.is_too_big),
    "many parameters": ("storage/x.py", "def f(a, b, c, *, d, e, g): pass", rules.is_too_big),
    "many methods": (
        "storage/x.py",
        "class A:\n" + "".join(f"    def f{n}(self): pass\n" for n in range(13)),
        rules.is_too_big,
    ),
    "no licence": ("storage/x.py", '"""Words."""\n', rules.has_no_voice),
    "no docstring": ("storage/x.py", "# SPDX-License-Identifier: MIT\nx = 1\n", rules.has_no_voice),
    "code in a package": (
        "storage/x/__init__.py",
        '# SPDX-License-Identifier: MIT\n"""Words."""\nx = 1\n',
        rules.has_no_voice,
    ),
    "a print": ("storage/x.py", "def f():\n    print('words')", rules.prints),
}


@pytest.mark.parametrize("name", BREACHES)
def test_a_planted_breach_is_seen(name: str) -> None:
    path, text, check = BREACHES[name]
    assert list(check(Source(path, text)))


LAWFUL = {
    "storage looks into resources": ("storage/x.py", "from resources.language import N_", rules.looks_left),
    "a panel sees a widget": ("ui/notes/x.py", "from ui.widgets.card import Card", rules.looks_left),
    "the engine sees the store for its types": (
        "storage/own.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from storage.store import Store",
        rules.breaks_layers,
    ),
    "an act sees a query": ("storage/acts/x.py", "from storage.queries.links import link", rules.breaks_layers),
    "the hub sees the wire": ("storage/hub/office.py", "from storage.sync.wire import read", rules.breaks_layers),
    "five parameters and a self": ("storage/x.py", "class A:\n  def f(self, a, b, c, d, e): pass", rules.is_too_big),
}


@pytest.mark.parametrize("name", LAWFUL)
def test_what_is_lawful_is_let_be(name: str) -> None:
    path, text, check = LAWFUL[name]
    assert not list(check(Source(path, text)))


def test_qt_is_seen_behind_another_module_but_not_inside_a_function() -> None:
    def house(terminal: str) -> dict[str, Source]:
        parts = {"ui/terminal.py": terminal, "ui/window.py": "import ui.bus", "ui/bus.py": "import PySide6.QtCore"}
        return {source.module: source for source in (Source(*part) for part in parts.items())}

    way = ["ui.terminal", "ui.window", "ui.bus", "PySide6"]
    assert rules.brings_qt("ui.terminal", house("from ui import window")) == way
    assert rules.brings_qt("ui.terminal", house("from ui.window import Window")) == way
    assert not rules.brings_qt("ui.terminal", house("def show():\n    from ui import window"))


@pytest.mark.parametrize(
    "line",
    [
        "--extra-" + "index-url somewhere",
        "see https://pypi" + ".org/project/x",
        "from https://registry.npm" + "js.org/x",
        'path = "' + "/work" + '/main/x.py"',
        "cd " + "/root" + "/x",
        "at (" + "/home" + "/someone/x)",
    ],
)
def test_a_planted_place_or_registry_is_seen(line: str) -> None:
    assert list(rules.names_the_machine("README.md", line))


@pytest.mark.parametrize("line", ["a work/life balance", "https://example.org/home/page", "$HOME/x", "../tmp/x"])
def test_other_words_with_slashes_are_let_be(line: str) -> None:
    assert not list(rules.names_the_machine("README.md", line))
