# SPDX-License-Identifier: MIT
"""Verbs about authorities between visits: list them, tell their record, tell what is due. Writing: standing.py."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage.model import clock
from storage.model.rules import ACTION_NAMES, RECOMMENDATION_NAMES
from storage.queries.authorities import authorities
from storage.queries.due import Due, due_everywhere, due_of
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from ui.models.authority_words import (
    called,
    dated,
    due_text,
    due_title,
    joined,
    level_words,
    name_of,
    standing_word,
    term,
)
from ui.models.date_words import date_words
from ui.models.finding_words import DIRECTIONS
from ui.verbs import standing
from ui.verbs.exports import NOT_ENCRYPTED
from ui.verbs.session import choose, opened, say


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    parser = verbs.add_parser("authority", help="an authority between visits: its record, what is due, what happened")
    deeds = parser.add_subparsers(required=True, metavar="DEED")
    deeds.add_parser("list", help="list the authorities").set_defaults(verb=_list)
    deeds.add_parser("due", help="what is due next of every authority, overdue first").set_defaults(verb=_due)
    shown = deeds.add_parser("show", help="tell an authority's standing record")
    shown.add_argument("authority", help=standing.AUTHORITY)
    shown.set_defaults(verb=_show)
    export = deeds.add_parser("export", help="write an authority's record to a JSON file; it is not encrypted")
    export.add_argument("authority", help=standing.AUTHORITY)
    export.add_argument("--to", type=Path, default=Path(), metavar="DIR", help="folder (default: here)")
    export.set_defaults(verb=_export)
    standing.add_to(deeds)


def _list(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        listed = authorities(store)
        for number, each in enumerate(listed, 1):
            known = standing_record(store, each.id)
            due = due_of(known, _today()) if known else ()
            over = sum(1 for one in due if one.standing == "overdue")
            late = ngettext("{count} overdue", "{count} overdue", over).format(count=over) if over else ""
            say(f"{number}  {joined((each.name, level_words(each), late))}")
            say(f"   {each.id}")
        if not listed:
            say(_("There is no authority yet. A visit that is planned brings its own: visits plan NAME"))
    return 0


def _due(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        found = [(known, due) for known, due in due_everywhere(store, _today()) if due]
        for known, due in found:
            say(known.authority.name)
            _tell_due(due)
        if not found:
            say(_("Nothing is due: no plan is awaited, and no day is set."))
    return 1 if any(each.standing == "overdue" for _known, due in found for each in due) else 0


def _show(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        known = standing_record(store, _authority(store, arguments.authority))
        assert known is not None
        say(joined((known.authority.name, level_words(known.authority))))
        due = due_of(known, _today())
        if due:
            say(_("What is next"))
            _tell_due(due)
        for title, lines in (
            (_("People"), [joined((name_of(each), term(each))) for each in known.people]),
            (_("Recommendations"), _recommendations(known)),
            (_("Improvement plan"), _actions(known)),
            (
                _("Meetings"),
                [joined((called(each), _when(each.held, each.due), each.notes)) for each in known.meetings],
            ),
            (
                _("What happened"),
                [joined((called(each), dated(each.date), each.text, each.found)) for each in known.events],
            ),
        ):
            if lines:
                say(title)
                _tell(lines)
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from reports.exports import authority as exported
    from reports.exports.files import write

    with opened(arguments, read_only=True) as store:
        known = exported.known(store, _authority(store, arguments.authority))
    for path in write(arguments.to, {exported.file_name(known): exported.as_json(known).encode()}):
        say(str(path))
    say(_(NOT_ENCRYPTED))
    return 0


def _recommendations(known: StandingRecord) -> list[str]:
    told = []
    for each in known.recommendations:
        state = _(RECOMMENDATION_NAMES.get(each.status, each.status))
        direction = _(DIRECTIONS.get(each.direction or "not_looked_at", each.direction))
        told.append(joined((called(each), state, direction, each.owner, _due_on(each.due))))
        told += [f"    {joined((date_words(look.on), look.text))}" for look in known.progress_of(each.id)]
    return told


def _actions(known: StandingRecord) -> list[str]:
    return [
        joined((called(each), _(ACTION_NAMES.get(each.status, each.status)), each.owner, _due_on(each.due)))
        for each in known.actions
    ]


def _when(held: str, due: str) -> str:
    return date_words(held) or (f"{_due_on(due)}, {_('Not recorded as held')}" if due else "")


def _due_on(day: str) -> str:
    return _("due {date}").format(date=date_words(day)) if day else ""


def _tell(lines: Iterable[str]) -> None:
    """Number what can be named by its number; what belongs to it is set in."""
    number = 0
    for line in lines:
        number += not line.startswith("    ")
        say(line if line.startswith("    ") else f"{number}  {line}")


def _tell_due(due: Iterable[Due]) -> None:
    for each in due:
        say(f"    {joined((standing_word(each), due_title(each), due_text(each)))}")


def _authority(store: Store, word: str) -> str:
    return choose(authorities(store), word, N_("authority")).id


def _today() -> Any:
    return clock.now().astimezone().date()
