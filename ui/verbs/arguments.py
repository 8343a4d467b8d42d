# SPDX-License-Identifier: MIT
"""The command line's grammar, explained in the language in use. Which verbs there are: terminal.py and its neighbours.

A verb's `help=` is a message by itself (tests/words.py reads it) and is translated when it is shown. What argparse
says of its own accord it looks up by gettext: it is given ours.
"""

import argparse
import os
from collections.abc import Mapping, Sequence
from typing import Any

from resources.language import KEYS, LANGUAGES, N_, _, ngettext

ITS_OWN = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
)
"""What argparse says itself, in its very words; a version of Python that says it otherwise says it in English."""


class Parser(argparse.ArgumentParser):
    """A parser whose explanations are in the language in use, and so are those of its verbs."""

    def __init__(self, **given: Any) -> None:
        """Take what argparse takes."""
        given.setdefault("formatter_class", _Explained)
        vars(argparse).update(_=_said, ngettext=ngettext)
        super().__init__(**given)


class _Explained(argparse.HelpFormatter):
    def _get_help_string(self, action: argparse.Action) -> str:
        return _(action.help or "")

    def _format_text(self, text: str) -> str:
        return super()._format_text(_(text))


def _said(message: str | None) -> str | None:
    return _(message) if message else message


def wanted(words: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return the language to explain in: what --language says, else what the system speaks, else English."""
    asked = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    asked.add_argument("--language", default="")
    try:
        code = str(asked.parse_known_args(list(words))[0].language)
    except argparse.ArgumentError:  # nothing after it: the parser proper will say so
        code = ""
    return code if code in LANGUAGES else of_the_system(environment)


def of_the_system(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the system speaks, as gettext finds it (LANGUAGE, LC_ALL, LC_MESSAGES, LANG)."""
    spoken = next(filter(None, map(environment.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    code = spoken.partition(":")[0].partition(".")[0].partition("_")[0].lower()
    return code if code in LANGUAGES else KEYS
