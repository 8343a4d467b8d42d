# SPDX-License-Identifier: MIT
"""Verbs of a letter's checks: check, excuse, approve, the names to look for, the trace sheet. Drafting: letters.py."""

import argparse
import sys
from pathlib import Path
from typing import Any

from resources.language import N_, _
from storage.errors import Refused
from storage.job import run_now
from storage.queries import letters
from ui.verbs.session import choose, opened, recorded, say
from ui.verbs.visits import on_hand

# What lays out and checks is imported in the verbs that use it: others need not wait for it.


def add_to(deeds: Any) -> None:
    """Add these deeds to the parser of `letter`."""
    for name, verb, told in (
        ("check", _check, N_("look for what must not leave, and for what has no support")),
        ("approve", _approve, N_("check a letter and approve it")),
        ("excuse", _excuse, N_("let a hit of the check be: the reason from standard input")),
        ("trace", _trace, N_("write the sheet of what each sentence stands on as PDF")),
    ):
        deed = deeds.add_parser(name, help=told)
        deed.add_argument("letter", help="its number in the list, or its identifier")
        if name == "excuse":
            deed.add_argument("hit", help="its key, as the check says it")
        if name == "trace":
            deed.add_argument("file", type=Path, help="where to write the PDF; it is not encrypted")
        deed.set_defaults(verb=verb)
    names = deeds.add_parser("names", help="keep the private list to look for: a person a line, from standard input")
    names.add_argument("visit", help="its number in the list, or its identifier")
    names.add_argument("--file", type=Path, help="read the list from a text, CSV or Excel file instead")
    names.set_defaults(verb=_names)


def _trace(arguments: argparse.Namespace) -> int:
    from reports.sheets.paper import printing
    from reports.trace import trace_sheet

    with opened(arguments, read_only=True) as store:
        letter = choose(letters.letters(store), arguments.letter, N_("letter"))
        say(str(run_now(printing(lambda there: trace_sheet(there, letter.id), arguments.file), store)))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from reports.checks.checking import checked
    from reports.checks.hit import CHECKS

    with opened(arguments, read_only=True) as store:
        found = checked(store, choose(letters.letters(store), arguments.letter, N_("letter")).id)
    for hit in found.hits:
        mark = "!" if hit in found.open else "-"
        about = filter(None, (hit.about, f"“{hit.fragment}”" if hit.fragment else ""))
        say(f"{mark} {hit.key}  {' · '.join((_(CHECKS[hit.check].title), *about))}")
        if kept := found.excuse(hit):
            say(f"    {_(N_('Let be: {reason}')).format(reason=kept.reason)}")
    return 1 if found.open else 0


def _excuse(arguments: argparse.Namespace) -> int:
    from reports.checks.checking import checked
    from reports.checks.hit import CHECKS
    from storage.acts import excuses

    reason = sys.stdin.read()
    with opened(arguments) as store:
        letter = choose(letters.letters(store), arguments.letter, N_("letter"))
        hit = next((each for each in checked(store, letter.id).hits if each.key == arguments.hit), None)
        if hit is None:
            raise Refused(N_("The check finds nothing with this key."), N_("Check the letter again."))
        if not hit.may_be_excused:
            raise Refused(N_("No reason lets this be: it has to be put right."), CHECKS[hit.check].advice)
        excuses.excuse(store, letter, hit.check, hit.key, reason)
    return recorded()


def _approve(arguments: argparse.Namespace) -> int:
    from reports.approving import approve

    with opened(arguments) as store:
        approve(store, choose(letters.letters(store), arguments.letter, N_("letter")))
    return recorded()


def _names(arguments: argparse.Namespace) -> int:
    from storage.acts.guarded import guard
    from storage.imports.guarded_list import read_names

    lines = read_names(arguments.file) if arguments.file else sys.stdin.read().splitlines()
    with opened(arguments) as store:
        guard(store, choose(on_hand(store), arguments.visit, N_("visit")).id, lines)
    return recorded()
