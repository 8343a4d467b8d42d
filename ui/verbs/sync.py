# SPDX-License-Identifier: MIT
"""Verbs that meet the office's hub: enrol by an invitation, sync, list and settle differences, see to members."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from resources.language import N_, _, ngettext
from storage.acts import members as member_acts
from storage.acts import settling
from storage.errors import Refused
from storage.job import run_now
from storage.law import Seat
from storage.model.ids import StreamId
from storage.model.visit import Visit
from storage.permissions import ROLES
from storage.queries.authorities import authority
from storage.queries.differences import Clash, clashes
from storage.queries.differing import set_aside
from storage.queries.members import members
from storage.queries.standing import stands
from storage.store import Store
from ui.models.office_words import of_device
from ui.verbs.session import choose, opened, say
from ui.verbs.visits import on_hand

if TYPE_CHECKING:
    from storage.sync.exchange import Progress


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    hub = verbs.add_parser("hub", help="the office's hub: enrol this device")
    deeds = hub.add_subparsers(required=True, metavar="DEED")
    enrol = deeds.add_parser("enrol", help="enrol this device by the office's invitation")
    enrol.add_argument("invitation", help="the whole line that the office sent")
    enrol.set_defaults(verb=_enrol)
    verbs.add_parser("sync", help="hand in to the office what it lacks, and take in what is new").set_defaults(
        verb=_sync
    )
    differ = verbs.add_parser("differences", help="list what differs, or settle one")
    differ.add_argument("number", nargs="?", type=int, help="which one to settle")
    how = differ.add_mutually_exclusive_group()
    how.add_argument("--wording", type=int, metavar="N", help="let its wording N stand")
    how.add_argument("--merge", action="store_true", help="let what holds now stand")
    how.add_argument("--words", help="let these words stand")
    differ.set_defaults(verb=_differences)
    _add_members(verbs)


def _add_members(verbs: Any) -> None:
    seats = verbs.add_parser(
        "members", help="list who sits in a visit, remove a device, accept what one handed in late"
    )
    seats.add_argument("visit", help="its number in the list, or its identifier")
    seats.add_argument("--standing", action="store_true", help="in its authority's standing record instead")
    which = seats.add_mutually_exclusive_group()
    which.add_argument("--remove", type=int, metavar="N", help="take the seat of device N back; the key is changed")
    which.add_argument("--accept", type=int, metavar="N", help="let everything known of device N count, though it left")
    seats.add_argument(
        "--everywhere",
        action="store_true",
        help="with --remove: from every visit and standing record here; a lost laptop",
    )
    seats.set_defaults(verb=_members)


def _enrol(arguments: argparse.Namespace) -> int:
    from storage.sync import exchange  # brings the HTTP client: no other verb should wait for it
    from storage.sync.road import read_invitation

    hub, secret = read_invitation(arguments.invitation)
    with opened(arguments) as store:
        run_now(exchange.enrolling(store, hub, secret), store)
    say(_("This device is enrolled with {address}.").format(address=hub.address))
    return 0


def _sync(arguments: argparse.Namespace) -> int:
    from storage.sync import answer, exchange

    with opened(arguments) as store:
        hub = exchange.enrolled(store)
        if hub is None:
            raise Refused(
                N_("This device is not enrolled with a hub."), N_("Enrol it first, with the office’s invitation.")
            )
        renewed = exchange.succeeding(store, hub)
        if renewed is not None:
            run_now(renewed, store)
        progress = exchange.Progress()
        for job in answer.rounds(store, hub, progress):
            run_now(job, store)
        found = stands(store, exchange.shared_streams(store))
        closed = [_heading(store, each) for each in on_hand(store) if found[each.stream_id].is_closed]
        differing = len(clashes(store))
    waiting = sum(each.waiting for each in found.values())
    _tell(progress, waiting, [] if progress.is_revoked else closed)
    if differing:
        say(
            ngettext("{count} difference to settle.", "{count} differences to settle.", differing).format(
                count=differing
            )
        )
    return 1 if progress.set_aside or waiting else 0


def _heading(store: Store, visit: Visit) -> str:
    council = authority(store, visit.authority_id)
    return " · ".join(part for part in (council.name if council else "", visit.dates) if part)


def _tell(progress: Progress, waiting: int, closed: Sequence[str]) -> None:
    say(ngettext("{count} change handed in.", "{count} changes handed in.", progress.sent).format(count=progress.sent))
    say(ngettext("{count} change taken in.", "{count} changes taken in.", progress.new).format(count=progress.new))
    if progress.set_aside:
        count = progress.set_aside
        say(ngettext("{count} change was set aside.", "{count} changes were set aside.", count).format(count=count))
    word = of_device(is_revoked=progress.is_revoked, closed=len(progress.closed), held_back=progress.held)
    if word is not None:
        say(f"{word.message} {word.advice}")
    for each in closed:
        say(f"    {each}")
    if progress.left:
        say(_("The hub has a visit for you that was wiped from this laptop: it was left alone."))
    if progress.hub_forgot:
        say(_("The hub had less than its receipts say: it was restored, and was given back what it forgot."))
    if only_here := waiting - progress.held:
        told = ngettext("{count} change is only here.", "{count} changes are only here.", only_here)
        say(told.format(count=only_here))
    elif not waiting:
        say(_("The office has everything."))


def _differences(arguments: argparse.Namespace) -> int:
    settles = arguments.merge or arguments.wording is not None or arguments.words is not None
    with opened(arguments, read_only=not settles) as store:
        found = clashes(store)
        if arguments.number is None:
            for number, each in enumerate(found, 1):
                _list(number, each)
            say(ngettext("{count} difference.", "{count} differences.", len(found)).format(count=len(found)))
            return 0
        clash = _nth(found, arguments.number, N_("difference"))
        if not settles:
            _list(arguments.number, clash)
            return 0
        value = clash.stands if arguments.merge else arguments.words
        if arguments.wording is not None:
            value = _nth(clash.wordings, arguments.wording, N_("wording")).value
        settling.settle(store, clash.record, clash.field, value)
    say(_("Settled."))
    return 0


def _list(number: int, clash: Clash) -> None:
    say(f"{number}. {type(clash.record).entity} · {clash.field}")
    for at, each in enumerate(clash.wordings, 1):
        say(f"   {at}) {each.name or '–'} · {each.at}: {each.value}")
    say(f"   {_('Holds until it is settled')}: {clash.stands}")


def _members(arguments: argparse.Namespace) -> int:
    acts = arguments.remove is not None or arguments.accept is not None
    with opened(arguments, read_only=not acts) as store:
        stream = _stream(store, arguments)
        seats = members(store, stream)
        if arguments.remove is not None:
            return _remove(store, stream, _nth(seats, arguments.remove, N_("device")), arguments.everywhere)
        if arguments.accept is not None:
            seat = _nth(seats, arguments.accept, N_("device"))
            member_acts.accept(store, stream, seat.device)
            say(_("Everything known of {name}’s device counts now.").format(name=seat.name))
        else:
            _list_seats(store, stream, seats)
    return 0


def _stream(store: Store, arguments: argparse.Namespace) -> StreamId:
    visit = choose(on_hand(store), arguments.visit, N_("visit"))
    if not arguments.standing:
        return visit.stream_id
    council = authority(store, visit.authority_id)
    if council is None:
        raise Refused(N_("The authority of this visit is not on this laptop."), N_("Nothing was changed."))
    return council.stream_id


def _remove(store: Store, stream: StreamId, seat: Seat, everywhere: bool) -> int:
    refused = 0
    if everywhere:
        count, refused = member_acts.remove_everywhere(store, seat.device)
        told = ngettext("Removed from {count} record.", "Removed from {count} records.", count)
        say(told.format(count=count))
    else:
        member_acts.remove(store, stream, seat.device)
    say(_("{name} has no seat any more. What was written before stays.").format(name=seat.name))
    if left := len(member_acts.seated_in(store, seat.device)):
        told = ngettext(
            "This device still sits in {count} other record: --everywhere removes it there too, as far as you may.",
            "This device still sits in {count} other records: --everywhere removes it there too, as far as you may.",
            left,
        )
        say(told.format(count=left))
    return 1 if refused else 0


def _list_seats(store: Store, stream: StreamId, seats: Sequence[Seat]) -> None:
    if stands(store, [stream])[stream].is_closed:
        say(_("This laptop has no seat here any more: who sits here is shown as it last heard of it."))
    aside = Counter(device for device, _seq, reason in set_aside(store, stream) if reason == "left")
    for number, seat in enumerate(seats, 1):
        here = f" · {_('this device')}" if seat.device == store.device.id else ""
        gone = "" if seat.present else f" · {_('has left')}"
        say(f"{number}. {seat.name} · {_(ROLES.get(seat.role, seat.role))}{here}{gone}")
        if count := aside[seat.device]:
            told = ngettext(
                "{count} change came later and does not count; --accept {number} lets it count.",
                "{count} changes came later and do not count; --accept {number} lets them count.",
                count,
            )
            say("   " + told.format(count=count, number=number))


def _nth(many: Sequence[Any], number: int, what: str) -> Any:
    if not 1 <= number <= len(many):
        raise Refused(N_("There is no {what} “{word}”."), N_("List them first."), what=_(what), word=number)
    return many[number - 1]
