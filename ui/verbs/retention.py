# SPDX-License-Identifier: MIT
"""Verbs about how long a visit is kept: class, day, legal hold, the office's word; wiping it, and what was wiped."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from resources.language import N_, _
from storage.acts import retention as acts
from storage.errors import Refused
from storage.model.retention import CLASSES
from storage.model.visit import Visit
from storage.queries.retention import keeping_of
from storage.shelf import write_whole
from storage.store import Store
from storage.sync import wiping
from storage.vault import world
from ui.verbs.session import choose, opened, say
from ui.verbs.visits import on_hand


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    keep = verbs.add_parser(
        "keep", help="say or decide how long a visit's records are kept, and lay or lift a legal hold"
    )
    keep.add_argument("visit", help="its number in the list, or its identifier")
    keep.add_argument("--class", dest="code", choices=tuple(CLASSES), help="retention class")
    keep.add_argument("--until", type=date.fromisoformat, metavar="DAY", help="the day that your body has set")
    decided = keep.add_mutually_exclusive_group()
    decided.add_argument("--hold", metavar="REASON", help="lay a legal hold: nothing of the visit may go")
    decided.add_argument("--lift", metavar="REASON", help="lift the legal hold")
    decided.add_argument("--release", metavar="REASON", help="as the office: laptops may let it go before its day")
    keep.set_defaults(verb=_keep)
    wipe = verbs.add_parser("wipe", help="wipe a visit from this laptop, once the office provably has all of it")
    wipe.add_argument("visit", help="its number in the list, or its identifier")
    wipe.add_argument("--reason", required=True, help="why: it stands on the certificate")
    wipe.add_argument("--certificate", type=Path, metavar="FILE", help="write the certificate of deletion here, as PDF")
    wipe.add_argument("--with-keys", action="store_true", help="the keys of its case lists, which no hub has, go too")
    wipe.set_defaults(verb=_wipe)
    wiped = verbs.add_parser("wiped", help="list what was wiped from this laptop, or let a visit come back")
    wiped.add_argument("--certificate", type=Path, metavar="FILE", help="write the newest certificate here, as PDF")
    wiped.add_argument("--allow-back", metavar="VISIT", help="its identifier: it was given to this laptop anew")
    wiped.set_defaults(verb=_wiped)


def _keep(arguments: argparse.Namespace) -> int:
    decides = any((arguments.code, arguments.until, arguments.hold, arguments.lift, arguments.release))
    with opened(arguments, read_only=not decides) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        _decide(store, visit, arguments)
        keeping = keeping_of(store, choose(on_hand(store), visit.id, N_("visit")))
    say(_("Kept as: {name}").format(name=_(keeping.kept_as.name)))
    say("    " + _(keeping.kept_as.source))
    day = keeping.review.isoformat() if keeping.review else _("no day can be told yet")
    say(_("To be looked at again on: {day}").format(day=day) + (f"  ({keeping.sum})" if keeping.sum else ""))
    if keeping.is_held:
        say(_("Legal hold: {reason}").format(reason=keeping.hold_reason))
    if keeping.released:
        say(_("Released by the office: {reason}").format(reason=keeping.released))
    return 0


def _decide(store: Store, visit: Visit, arguments: argparse.Namespace) -> None:
    if arguments.code or arguments.until:
        code = arguments.code or keeping_of(store, visit).code
        acts.classify(store, visit, code, arguments.until)
        visit = choose(on_hand(store), visit.id, N_("visit"))
    if arguments.hold:
        acts.hold(store, visit, arguments.hold)
    elif arguments.lift:
        acts.lift(store, visit, arguments.lift)
    elif arguments.release:
        acts.release(store, visit, arguments.release)


def _wipe(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        visit = choose(on_hand(store), arguments.visit, N_("visit"))
        made = wiping.wipe(store, visit, arguments.reason, with_keys=arguments.with_keys)
    say(_("The visit was wiped from this laptop: {changes} changes, {documents} documents.").format(**_counts(made)))
    _write(made, arguments.certificate)
    return 0


def _counts(made: wiping.Certificate) -> dict[str, int]:
    return {"changes": made.changes, "documents": made.documents}


def _wiped(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=not arguments.allow_back) as store:
        if arguments.allow_back:
            wiping.allow_back(store, arguments.allow_back)
            say(_("It may come back now, by parcel or sync."))
            return 0
        found = wiping.certificates(store)
    for each in found:
        say(f"{each.at[:10]}  {each.authority} · {each.dates}  {each.visit_id}")
    if not found:
        say(_("Nothing was wiped from this laptop."))
    if arguments.certificate:
        if not found:
            raise Refused(N_("There is no certificate."), N_("Nothing was wiped from this laptop."))
        _write(found[-1], arguments.certificate)
    return 0


def _write(made: wiping.Certificate, path: Path | None) -> None:
    from reports.sheets.deletion import deletion
    from reports.sheets.paper import as_lines, as_pdf  # it takes half a second to load

    sheet = deletion(made)
    if path is None:
        for line in as_lines(sheet):
            say(line)
        return
    with world(path.parent):
        write_whole(path, as_pdf(sheet))
    say(_("The certificate of deletion is in {file}.").format(file=path))
