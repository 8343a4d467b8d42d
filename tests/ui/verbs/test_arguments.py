# SPDX-License-Identifier: MIT
"""Help in the language that was asked for, or that the system speaks; every explanation of every verb is a message."""

import argparse
import re
from collections.abc import Iterator

import pytest

from resources import language
from tests.test_languages import catalogue
from tests.words import spoken
from ui import terminal
from ui.verbs.arguments import ITS_OWN, of_the_system, wanted


@pytest.fixture(autouse=True)
def put_back() -> Iterator[None]:
    yield
    language.use("en")


def _help(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as left:
        terminal.run(words)
    assert left.value.code == 0
    return " ".join(capsys.readouterr().out.split())


def test_help_is_in_welsh_when_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    welsh, english = _help(capsys, "--language", "cy", "--help"), _help(capsys, "--language", "en", "--help")
    words = catalogue("cy")
    for said in ("usage: ", "options", "list the visits, or plan one", "verbs"):
        assert said.strip() in english
        assert said.strip() not in welsh
        assert str(words[said].string).strip() in welsh
    assert "notes" in welsh  # the words that are typed stay as they are


def test_help_of_a_deed_is_in_welsh_too(capsys: pytest.CaptureFixture[str]) -> None:
    said = _help(capsys, "--language=cy", "visits", "plan", "--help")
    assert str(catalogue("cy")["its name; a new one is added to the store"].string) in said


def test_a_wrong_command_line_is_told_in_welsh(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        terminal.run(["--language", "cy", "notes"])
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert "error" not in told
    assert str(catalogue("cy")["the following arguments are required: %s"].string) % "visit" in told


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "cy_GB.UTF-8"}, "cy"),
        ({"LANG": "cy_GB.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "cy:en"}, "cy"),
        ({"LANG": "kw_GB.UTF-8"}, "en"),
    ],
)
def test_what_the_system_speaks_counts_when_nothing_is_asked_for(environment: dict[str, str], code: str) -> None:
    assert of_the_system(environment) == code
    assert wanted(["notes", "1"], environment) == code
    assert wanted(["--language", "cy", "notes"], environment) == "cy"
    assert wanted(["--language"], environment) == code


def test_every_explanation_is_a_message() -> None:
    said = {" ".join(re.sub(r"%%", "%", each).split()) for each in spoken() if isinstance(each, str)}
    strange = [text for text in _explanations(terminal.parser()) if " ".join(text.split()) not in said]
    assert [text for text in strange if "among" not in text] == []  # its fields were put in
    assert len(set(ITS_OWN) & spoken()) == len(ITS_OWN)


def _explanations(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield from filter(None, (parser.description, parser.epilog))
    for action in parser._actions:
        yield from filter(None, (action.help,))
        for each in getattr(action, "_choices_actions", ()):
            yield from filter(None, (each.help,))
        if isinstance(action, argparse._SubParsersAction):
            for child in action.choices.values():
                yield from _explanations(child)
