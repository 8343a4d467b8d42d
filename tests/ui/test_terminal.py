# SPDX-License-Identifier: MIT
"""The terminal as a whole: help everywhere, no Qt, exit codes, its language."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.verbs.conftest import arolwg, begun  # noqa: F401
from ui import terminal

_ROOT = Path(__file__).parents[2]


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from _parsers(each)


def test_every_verb_has_help_and_every_word_of_it_is_explained() -> None:
    for parser in _parsers(terminal.parser()):
        assert parser.format_help()
        for action in parser._actions:
            assert action.help or action.metavar or action.choices or action.dest, (parser.prog, action)


def test_no_verb_brings_qt() -> None:
    code = "import sys; from ui import terminal; terminal.parser(); sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=_ROOT, check=False).returncode == 0


def test_a_wrong_command_line_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        terminal.run(["dance"])
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_an_interrupted_verb_says_what_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_arguments: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.verbs.letters._verify", interrupt)
    assert terminal.run(["verify", "x"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_the_passphrase_is_never_an_argument() -> None:
    options = {
        option for parser in _parsers(terminal.parser()) for each in parser._actions for option in each.option_strings
    }
    assert not [each for each in options if "passphrase" in each and not each.endswith("-fd")]
