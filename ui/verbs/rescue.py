# SPDX-License-Identifier: MIT
"""Verbs for when something went wrong, and for who asks what happened: rebuild, incidents, history."""

import argparse
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage.incidents import incidents
from storage.queries.history import history
from storage.queries.notes import notes_of_visit
from storage.rebuild import rebuild
from ui.acts_named import done
from ui.verbs.session import choose, opened, say, secret
from ui.verbs.visits import on_hand


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    again = verbs.add_parser("rebuild", help="make a whole store anew from the journal of a damaged one")
    again.add_argument("into", type=Path, help="an empty or new folder; the damaged store is left as it is")
    again.set_defaults(verb=_rebuild)
    log = verbs.add_parser("incidents", help="say what went wrong on this computer: times and counts, no content")
    log.set_defaults(verb=_incidents)
    told = verbs.add_parser("history", help="say everything that was done to a note: who, when, was, now")
    told.add_argument("visit", help="its number in the list, or its identifier")
    told.add_argument("note", help="its number in the visit's list, or its identifier")
    told.set_defaults(verb=_history)


def _rebuild(arguments: argparse.Namespace) -> int:
    made = rebuild(arguments.store, secret(arguments), arguments.into)
    count = made.changes
    told = ngettext("{count} change is in the new store.", "{count} changes are in the new store.", count)
    say(told.format(count=count))
    if made.pencils:
        told = ngettext("{count} unfinished text is in it.", "{count} unfinished texts are in it.", made.pencils)
        say(told.format(count=made.pencils))
    if made.lost:
        told = ngettext("{count} record could not be read.", "{count} records could not be read.", made.lost)
        say(told.format(count=made.lost))
    return 1 if made.lost else 0


def _incidents(arguments: argparse.Namespace) -> int:
    found = incidents(arguments.store)
    for each in found:
        counts = ", ".join(f"{name} {value}" for name, value in each.items() if name not in ("at", "what"))
        say(f"{str(each.get('at', ''))[:16].replace('T', ' ')}  {_(_KINDS.get(str(each.get('what')), ''))}  {counts}")
    if not found:
        say(_("Nothing went wrong that Arolwg knows of."))
    return 0


_KINDS = {
    "recovered": N_("recovered after a crash"),
    "damaged": N_("damage found"),
    "opened outside": N_("a copy given to another program"),
    "refused": N_("the disk refused"),
    "officers appointed": N_("recovery officers appointed"),
    "recovered by officers": N_("opened again by two recovery officers"),
    "recovery helped": N_("helped with a recovery, as an officer"),
    "recovery rehearsed": N_("recovery rehearsed"),
    "wiped": N_("a visit wiped from this laptop"),
    "welcomed back": N_("a wiped visit allowed back"),
}


def _history(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        note = choose(notes_of_visit(store, visit.id), arguments.note, N_("note"))
        for entry in history(store, note):
            say(f"{entry.change.at[:16].replace('T', ' ')}  {entry.name}  {done(entry.change.act)}")
            for name, value in sorted(entry.change.after.items()):
                if name != "present" or value != entry.change.before.get(name):
                    say(f"    {name}: {entry.change.before.get(name, '')} → {value}")
            if entry.set_aside:
                say("    " + _("set aside: {reason}").format(reason=_(entry.set_aside)))
    return 0
