# SPDX-License-Identifier: MIT
"""A letter then and now in the terminal: its moments listed, and what differs between two of them."""

import argparse
from typing import Any

from resources.language import N_, _
from storage.errors import Refused
from storage.model.letter_diff import LINE_STATES, MOVED, SAME, Line, compare, parts_of
from storage.queries.letter_moments import Moment, letter_at, letter_log, moments
from storage.queries.letters import letters
from ui.models.moment_words import moment_words
from ui.verbs.session import choose, opened, say


def add_to(deeds: Any) -> None:
    """Add the deed to the parser of `letter`."""
    deed = deeds.add_parser("compare", help=N_("list a letter's moments, or what differs between two of them"))
    deed.add_argument("letter", help="its number in the list, or its identifier")
    deed.add_argument("earlier", type=int, nargs="?", default=0, help="the number of a moment; left out: list them")
    deed.add_argument("later", type=int, nargs="?", default=0, help="the number of a later one (default: now)")
    deed.set_defaults(verb=_compare)


def _compare(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        log = letter_log(store, choose(letters(store), arguments.letter, N_("letter")).id)
    if log is None:
        raise Refused(N_("This letter is not in the store."), N_("Choose a letter from the list."))
    every = moments(log)
    if not arguments.earlier:
        for number, each in enumerate(every, 1):
            say(f"{number}  {moment_words(each, each.at[:16].replace('T', ' '))}")
        return 0
    older, newer = _numbered(every, arguments.earlier), _numbered(every, arguments.later or len(every))
    lines = compare(parts_of(letter_at(log, older)), parts_of(letter_at(log, newer)))
    for line in lines:
        if line.state != SAME:
            _say_line(line)
    if all(line.state == SAME for line in lines):
        say(_(N_("Nothing differs between the two.")))
    return 0


def _say_line(line: Line) -> None:
    numbers = [str(part.number) for part in (line.before, line.after) if part and part.number]
    say(" · ".join(filter(None, (_(LINE_STATES[line.state]), " → ".join(dict.fromkeys(numbers))))))
    for sign, part in (("-", line.before), ("+", line.after)):
        if part is not None and not (line.state == MOVED and sign == "-"):
            for words in part.text.splitlines():
                say(f"  {sign} {words}")


def _numbered(every: tuple[Moment, ...], number: int) -> Moment:
    if not 1 <= number <= len(every):
        raise Refused(N_("This letter has no moment {number}."), N_("List them first."), number=number)
    return every[number - 1]
