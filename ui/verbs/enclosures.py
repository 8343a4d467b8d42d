# SPDX-License-Identifier: MIT
"""Verbs about what goes with a letter: enclose files, list them, title and withdraw them.

How the letter carries them: reports/enclosures.py. Files of notes: attachments.py.
"""

import argparse
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage.errors import Refused
from storage.model.letter import WholeLetter
from storage.queries import letters
from storage.store import Store
from ui.verbs.session import choose, opened, recorded, say


def add_to(deeds: Any) -> None:
    """Add these deeds to the parser of `letter`."""
    enclose = deeds.add_parser("enclose", help="let files go with a letter, inside its signed PDF")
    listed = deeds.add_parser("enclosures", help="list what goes with a letter, or give one a title, or withdraw it")
    for deed, verb in ((enclose, _enclose), (listed, _enclosures)):
        deed.add_argument("letter", help="its number in the list, or its identifier")
        deed.set_defaults(verb=verb)
    enclose.add_argument("files", nargs="+", type=Path, metavar="FILE")
    enclose.add_argument(
        "--title",
        action="append",
        default=[],
        metavar="TITLE",
        help="what the letter calls a file, once for each in their order (default: Annex A, Annex B …)",
    )
    listed.add_argument("number", nargs="?", help="which of them, as listed")
    what = listed.add_mutually_exclusive_group()
    what.add_argument("--title", default="", metavar="TITLE", help="what the letter shall call it")
    what.add_argument("--withdraw", action="store_true", help="take it from the letter; it stays in the record")


def _enclose(arguments: argparse.Namespace) -> int:
    from reports.enclosures import next_titles
    from storage.acts.attachments import Incoming
    from storage.acts.enclosures import Enclosable, enclose

    files: list[Path] = arguments.files
    with opened(arguments) as store:
        letter = _whole(store, arguments.letter)
        if len(arguments.title) > len(files):
            raise Refused(N_("There are more titles than files."), N_("Give one title for each file, in their order."))
        free = next_titles(letter, len(files) - len(arguments.title), arguments.title)
        titles = [*arguments.title, *free]
        every = [Enclosable(title, Incoming(each.name, each)) for title, each in zip(titles, files, strict=True)]
        count = len(enclose(store, letter.letter, every))
        say(ngettext("{count} file enclosed.", "{count} files enclosed.", count).format(count=count))
    return 0


def _enclosures(arguments: argparse.Namespace) -> int:
    from reports.enclosures import named
    from storage.acts import enclosures as acts

    changes = bool(arguments.title or arguments.withdraw)
    if changes and arguments.number is None:
        raise Refused(N_("It is not said which enclosure is meant."), N_("List them, and give its number."))
    with opened(arguments, read_only=not changes) as store:
        every = _whole(store, arguments.letter).enclosures
        if not changes:
            for number, each in enumerate(every, 1):
                say(f"{number}  {named(each)}")
            if not every:
                say(_("Nothing goes with this letter yet."))
            return 0
        picked = choose([each.enclosure for each in every], arguments.number, N_("enclosure"))
        if arguments.withdraw:
            acts.withdraw(store, next(each for each in every if each.enclosure.id == picked.id))
        else:
            acts.retitle(store, picked, arguments.title)
    return recorded()


def _whole(store: Store, word: str) -> WholeLetter:
    letter = letters.whole_letter(store, choose(letters.letters(store), word, N_("letter")).id)
    assert letter is not None  # it was on the list just now
    return letter
