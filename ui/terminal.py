# SPDX-License-Identifier: MIT
"""The whole program without a window: a verb and its words. Never imports Qt. What each verb does: ui/verbs/."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from resources import language
from resources.language import N_, _
from storage.errors import Trouble
from ui.verbs import (
    accuracy,
    attachments,
    authorities,
    backups,
    care,
    cases,
    comments,
    day,
    exports,
    findings,
    frameworks,
    letters,
    parcels,
    recovery,
    rescue,
    retention,
    search,
    sync,
    visits,
)
from ui.verbs.arguments import Parser, of_the_system, wanted
from ui.verbs.session import DEFAULT_FOLDER, explain

EXIT_CODES = N_(
    "exit codes: 0 done; 1 not well, or trouble of another kind; 2 the command line is wrong; 3 wrong passphrase;"
    " 4 the store cannot be opened; 5 the disk refuses; 6 a rule refuses; 7 a bad file;"
    " 8 the hub cannot be reached; 130 interrupted"
)


_SUBJECTS = (
    care,
    backups,
    visits,
    authorities,
    frameworks,
    cases,
    day,
    search,
    attachments,
    comments,
    exports,
    findings,
    letters,
    accuracy,
    parcels,
    recovery,
    rescue,
    retention,
    sync,
)
"""In the order in which help lists them."""


def run(words: Sequence[str]) -> int:
    """Do what the words say and return the exit code. Trouble is told on one line of standard error."""
    language.use(wanted(words))
    arguments = parser().parse_args(words)
    language.use(arguments.language)
    try:
        return int(arguments.verb(arguments) or 0)
    except Trouble as trouble:
        print(f"arolwg: {explain(trouble)}", file=sys.stderr)
        return trouble.code
    except KeyboardInterrupt:
        print(f"arolwg: {_('interrupted; what was recorded before is kept')}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our words has gone: not our trouble. Keep Python from complaining about it at exit.
        sys.stdout = None
        return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of every verb; it explains itself in the language in use."""
    top = Parser(
        prog="arolwg",
        description="A notebook, a rubric and a letter for the inspectors of care and children's services.",
        epilog=EXIT_CODES,
    )
    top.add_argument("--store", type=Path, default=DEFAULT_FOLDER, help="folder of the store (default: %(default)s)")
    top.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help="read the passphrase (or recovery code), one line, from this file descriptor instead of asking for it",
    )
    top.add_argument(
        "--language",
        choices=sorted(language.LANGUAGES),
        default=of_the_system(),
        help="language of help and answers (default: the system's)",
    )
    verbs = top.add_subparsers(required=True, metavar="VERB", title="verbs")
    for subject in _SUBJECTS:
        subject.add_to(verbs)
    return top
