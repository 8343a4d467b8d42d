# SPDX-License-Identifier: MIT
"""Verbs about backups: make one, restore one, try one out. Passphrases are never an argument."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from resources.language import N_, _, long_date, ngettext
from storage.backup import backing_up, last
from storage.drill import drilling, last_drill, sentences
from storage.errors import Refused
from storage.job import run_now
from storage.restore import restore
from storage.store import open_store
from ui.verbs.session import opened, say, secret


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    backup = verbs.add_parser("backup", help="make an encrypted backup of the whole store in a folder")
    backup.add_argument("to", type=Path, metavar="TO", help="a folder that is there, best on another disk or a stick")
    backup.set_defaults(verb=_backup)
    back = verbs.add_parser("restore", help="restore a backup into an empty folder")
    back.add_argument("file", type=Path, metavar="FROM", help="the backup: arolwg-….backup")
    back.add_argument("into", type=Path, metavar="INTO", help="an empty or new folder; never written over")
    back.add_argument(
        "--journal", type=Path, metavar="PATH", help="the lost store's folder or journal: what came after the backup"
    )
    back.set_defaults(verb=_restore)
    drill = verbs.add_parser("drill", help="try a backup out: really restore it, compare, and remove it again")
    drill.add_argument("file", type=Path, nargs="?", metavar="FROM", help="the backup (default: the newest one made)")
    drill.set_defaults(verb=_drill)


def _backup(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        made = run_now(backing_up(arguments.to.resolve()), store)
        tried = last_drill(store)
    say(
        _("The backup was made and read back: {file}, {size} MB, {documents} documents.").format(
            file=made.file, size=_megabytes(made.size), documents=made.documents
        )
    )
    if tried is None:
        say(_("No backup has been tried out yet: the verb “drill” does it."))
    return 0


def _restore(arguments: argparse.Namespace) -> int:
    made = restore(arguments.file, arguments.into, secret(arguments), arguments.journal)
    say(_("The backup of {when} was restored in {folder}.").format(when=_moment(made.at), folder=made.folder))
    say(_("{changes} changes and {documents} documents are there.").format(**_counts(made)))
    if made.later:
        said = ngettext("{count} of them came from the journal.", "{count} of them came from the journal.", made.later)
        say(said.format(count=made.later))
    if made.pencils:
        said = ngettext(
            "Typing that was not ink yet is back in {count} place.",
            "Typing that was not ink yet is back in {count} places.",
            made.pencils,
        )
        say(said.format(count=made.pencils))
    if made.lost:
        said = ngettext("{count} record could not be read.", "{count} records could not be read.", made.lost)
        say(said.format(count=made.lost))
    for problem in made.problems:
        say(f"- {problem}")
    say(_("It is a new device of yours: the lost one may turn up again, and nothing will be counted twice."))
    return 1 if made.problems or made.lost else 0


def _counts(made: Any) -> dict[str, int]:
    return {"changes": made.changes, "documents": made.documents}


def _drill(arguments: argparse.Namespace) -> int:
    passphrase = secret(arguments)
    store = open_store(arguments.store, passphrase)
    try:
        before = last(store)
        if arguments.file is None and before is None:
            raise Refused(N_("There is no backup to try."), N_("Make one first."))
        file = arguments.file or (Path(before.file) if before else None)
        outcome = run_now(drilling(passphrase, file), store)
    finally:
        store.close()
    say(
        _("Tried on {now}: the backup of {when}, {file}").format(
            now=_moment(outcome.at), when=_moment(outcome.made_at), file=outcome.file
        )
    )
    for each in sentences(outcome):
        say(f"- {each}")
    return 0 if outcome.is_well else 1


def _moment(at: str) -> str:
    moment = datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()
    return f"{long_date(moment.date())} {moment:%H:%M}"


def _megabytes(size: int) -> str:
    return f"{max(size / 1e6, 0.1):.1f}"
