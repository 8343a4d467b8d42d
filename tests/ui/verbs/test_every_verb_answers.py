# SPDX-License-Identifier: MIT
"""Every verb says something: also where nothing is there yet, and where its words are wrong. What it says: others."""

import argparse
from collections.abc import Iterator

from tests.ui.verbs.conftest import Arolwg
from ui import terminal

Leaf = tuple[tuple[str, ...], argparse.ArgumentParser]
_WRITES = ("export", "draft", "state", "raise", "names")
"""Verbs that write something with no more words than the visit."""


def _leaves(parser: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[Leaf]:
    below = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    if parser.get_default("verb"):
        yield path, parser
    for action in below:
        for name, each in action.choices.items():
            yield from _leaves(each, (*path, name))


def _needed(parser: argparse.ArgumentParser) -> list[str]:
    every = [each for each in parser._actions if not isinstance(each, argparse._SubParsersAction)]
    return [each.dest for each in every if each.required and each.nargs != "*"]


def test_a_verb_without_its_words_says_which_are_missing(arolwg: Arolwg) -> None:
    lacking = [(path, parser) for path, parser in _leaves(terminal.parser()) if _needed(parser)]
    assert len(lacking) > 60
    for path, _parser in lacking:
        said = arolwg(*path)
        assert said.code == 2, path
        assert "error: " in said.err, path


def test_a_verb_about_a_visit_of_which_nothing_is_known_yet_says_so(begun: Arolwg) -> None:
    asked = [path for path, parser in _leaves(terminal.parser()) if _needed(parser) == ["visit"]]
    told = {path: begun(*path, "1") for path in asked if path[-1] not in _WRITES}
    assert {("move",), ("notes",), ("attachments",), ("cases", "list")} <= told.keys()
    for path, said in told.items():
        assert said.code in (0, 1, 6), path
        assert (said.out + said.err).strip(), path
