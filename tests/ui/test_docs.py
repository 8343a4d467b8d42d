# SPDX-License-Identifier: MIT
"""What README and docs say can be done can be done: commands are understood, keys are verbs', links lead somewhere."""

import re
import shlex
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.house_rules import DOORS
from tests.ui.shown import a_desk, gone
from ui import terminal
from ui.look import Look
from ui.window import Window

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FOR_PEOPLE = [page for page in PAGES if "decisions" not in page.parts]
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|\d|Left|Right|Up|Down|Return|[A-Z](?![a-z]))|\bF\d{1,2}\b")
NOT_OURS = {"Ctrl+C", "Ctrl+D"}
"""Keys of the terminal."""


def _commands(page: Path) -> Iterator[list[str]]:
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("    arolwg "):
            said = re.split(r" {2,}|\s+\[", line.strip())[0].removeprefix("arolwg ")
            words = shlex.split(said.replace("VISIT", "1").replace("AUTHORITY", "1"))
            yield [word for word in words if "<" not in word]


def test_every_command_is_understood() -> None:
    parser = terminal.parser()
    said = [(page.name, words) for page in FOR_PEOPLE for words in _commands(page)]
    assert len(said) > 50
    assert [each for each in said if not _is_understood(parser, each[1])] == []


def _is_understood(parser: ArgumentParser, words: list[str]) -> bool:
    try:
        parser.parse_args(words)
    except SystemExit as left:
        return not left.code
    return True


def test_every_key_is_a_verb_s(qtbot: QtBot, qapp: QApplication, look: Look, store: Store, tmp_path: Path) -> None:
    window = Window(a_desk(store, look, tmp_path))
    window.make_all()
    known = {each.verb.keys for each in window.menus.actions()}
    for page in FOR_PEOPLE:
        if page.parent != ROOT or page.name == "README.md":
            named = set(KEYS.findall(page.read_text("utf-8"))) - NOT_OURS
            assert named <= known, f"{page.name}: {sorted(named - known)}"
    gone(window)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_house_names_every_door() -> None:
    rows = re.findall(r"^\| ([\w, ]+) \| (`.+) \|$", (ROOT / "HOUSE.md").read_text("utf-8"), re.MULTILINE)
    named = {
        library.strip(): set(re.findall(r"`([^`]+)`", doors)) for names, doors in rows for library in names.split(",")
    }
    for library, doors in DOORS.items():
        if doors and library not in ("threading", "_thread", "concurrent"):
            assert set(doors) <= named.get(library, set()), library
