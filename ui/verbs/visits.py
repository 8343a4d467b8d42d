# SPDX-License-Identifier: MIT
"""Verbs about visits: list and plan them, list and write notes, undo, redo."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from resources.language import N_, _, ngettext
from storage import undo
from storage.acts import authorities as authority_acts
from storage.acts import notes as note_acts
from storage.acts import visits as visit_acts
from storage.errors import Refused
from storage.model.clock import span_of
from storage.model.handling import HANDLINGS, handling
from storage.model.rules import STATE_NAMES
from storage.model.visit import Visit
from storage.queries import authorities, links, notes, visits
from storage.queries.editions import rubric_for
from storage.store import Store
from ui.acts_named import doing
from ui.verbs.session import choose, opened, say, when


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    listed = verbs.add_parser("visits", help="list the visits, or plan one")
    listed.set_defaults(verb=_visits)
    deeds = listed.add_subparsers(metavar="DEED")
    plan = deeds.add_parser("plan", help="plan a visit to an authority")
    plan.add_argument("authority", help="its name; a new one is added to the store")
    plan.add_argument("--dates", required=True, help="2026-11-24, or two days joined by /")
    plan.add_argument("--kind", default="monitoring_visit", choices=KINDS)
    plan.add_argument("--service", default="children's services")
    plan.add_argument("--rubric", action="append", metavar="NAME", help=_RUBRICS)
    plan.set_defaults(verb=_plan)
    written = verbs.add_parser("notes", help="list a visit's notes, or write one")
    written.add_argument("visit", help="its number in the list, or its identifier")
    written.add_argument("--write", action="store_true", help="write a note: its words from standard input")
    written.add_argument("--area", action="append", default=[], metavar="CODE", help="link it to this criterion")
    written.add_argument(
        "--handling", choices=list(HANDLINGS), default="", help="with --write: how it is to be handled"
    )
    written.set_defaults(verb=_notes)
    verbs.add_parser("undo", help="undo the last own act that is still on top").set_defaults(verb=_undo)
    verbs.add_parser("redo", help="do again what was last undone").set_defaults(verb=_redo)


_RUBRICS = N_("a framework by its name, shipped or loaded (the verb 'frameworks' lists them); may be given again")
_RUBRIC = "improvement-conference-2018"
"""What a visit uses when nothing else is asked for."""
KINDS = ("inspection", "return_visit", "monitoring_visit", "focused_inspection", "file_review")


def on_hand(store: Store) -> Sequence[Visit]:
    """Return the visits that have a stream of their own, in the order of the list."""
    past = {each.stream_id for each in authorities.authorities(store)}
    return [each for each in visits.visits(store) if each.stream_id not in past]


def _visits(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        listed = on_hand(store)
        for number, each in enumerate(listed, 1):
            council = authorities.authority(store, each.authority_id)
            count = len(notes.notes_of_visit(store, each.id))
            said = ngettext("{count} note", "{count} notes", count).format(count=count)
            parts = (council.name if council else "", each.service, each.dates, _(STATE_NAMES[each.status]), said)
            say(f"{number}  {' · '.join(filter(None, parts))}")
            say(f"   {each.id}")
        if not listed:
            say(_("There is no visit yet. Plan one: visits plan NAME --dates 2026-11-24"))
    return 0


def _plan(arguments: argparse.Namespace) -> int:
    try:
        span_of(arguments.dates)
    except ValueError as problem:
        raise Refused(
            N_("“{dates}” is no date."), N_("Write 2026-11-24, or 2026-11-24/2026-11-25."), dates=arguments.dates
        ) from problem
    with opened(arguments) as store:
        known = {each.name: each for each in authorities.authorities(store)}
        frameworks = tuple(rubric_for(store, name).name for name in arguments.rubric or [_RUBRIC])
        council = known.get(arguments.authority) or authorities.authority(
            store, authority_acts.add(store, name=arguments.authority, service=arguments.service)
        )
        assert council is not None
        fields = {"kind": arguments.kind, "dates": arguments.dates, "frameworks": frameworks}
        say(visit_acts.plan(store, council, service=arguments.service, **fields))
    return 0


def _notes(arguments: argparse.Namespace) -> int:
    if arguments.write:
        return _write(arguments)
    with opened(arguments, read_only=True) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        areas: dict[str, list[str]] = {}
        for link in links.links_of_visit(store, visit.id):
            areas.setdefault(link.note_id, []).append(link.area)
        written = notes.notes_of_visit(store, visit.id)
        if not written:
            say(_("This visit has no notes yet. Write one: notes VISIT --write"))
        for each in written:
            say(f"{when(each.event_at, each.event_part)}  {each.source_role}  {' '.join(areas.get(each.id, []))}")
            say(f"    {each.text}")
            if handling(each):
                say(f"    ({_(HANDLINGS.get(handling(each), handling(each)))})")
            if each.illustration:
                say(f"    ({_illustration()})")
    return 0


def _write(arguments: argparse.Namespace) -> int:
    text = sys.stdin.read().strip()
    with opened(arguments) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        used = rubric_for(store, visit.frameworks[0], visit.id) if visit.frameworks else None
        unknown = [code for code in arguments.area if used is None or used.criterion(code) is None]
        if unknown:
            raise Refused(N_("The visit's rubric has no criterion {code}."), N_("Nothing was kept."), code=unknown[0])
        areas = [f"{visit.frameworks[0]}:{code}" for code in arguments.area]
        say(note_acts.write(store, visit, text, areas, handling=arguments.handling))
    return 0


def _illustration() -> str:
    from reports.exports.records import ILLUSTRATION

    return _(ILLUSTRATION)


def _undo(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        turned = undo.undo(store)
    say(_("Undone: {act}").format(act=doing(turned.act)) if turned else _("There is nothing to undo."))
    return 0 if turned else 1


def _redo(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        turned = undo.redo(store)
    say(_("Done again: {act}").format(act=doing(turned.act)) if turned else _("There is nothing to do again."))
    return 0 if turned else 1
