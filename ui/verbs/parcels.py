# SPDX-License-Identifier: MIT
"""Verbs that carry records between laptops by hand: show a card, give a seat, write, look into and read a parcel."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage.acts import members
from storage.acts.members import Card
from storage.door import ASIDE
from storage.errors import BadFile
from storage.law import REASONS
from storage.model.ids import StreamId, device_id
from storage.permissions import ROLES
from storage.queries.authorities import authority
from storage.shelf import write_whole
from storage.store import Store
from storage.sync import parcel, preview
from storage.vault import world
from ui.verbs.session import choose, opened, say
from ui.verbs.visits import on_hand


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    card = verbs.add_parser("card", help="write this device's card, which holds no secret, to be given a seat")
    card.add_argument("file", type=Path)
    card.set_defaults(verb=_card)
    seat = verbs.add_parser("seat", help="give the device of a card a seat in a visit")
    seat.add_argument("visit", help="its number in the list, or its identifier")
    seat.add_argument("card", type=Path)
    seat.add_argument("--role", choices=sorted(ROLES), default="second")
    seat.set_defaults(verb=_seat)
    carried = verbs.add_parser("parcel", help="write and read parcels")
    deeds = carried.add_subparsers(required=True, metavar="DEED")
    write = deeds.add_parser("write", help="write a visit into a parcel for everybody else who has a seat in it")
    write.add_argument("visit", help="its number in the list, or its identifier")
    write.add_argument("file", type=Path)
    write.set_defaults(verb=_write)
    look = deeds.add_parser("look", help="say what taking in a parcel would do; nothing is taken in")
    look.add_argument("file", type=Path)
    look.set_defaults(verb=_look)
    read = deeds.add_parser("read", help="take in what a parcel brings")
    read.add_argument("file", type=Path)
    read.set_defaults(verb=_read)


def _card(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        text = json.dumps(asdict(members.my_card(store)), indent=1)
    with world(arguments.file.parent):
        write_whole(arguments.file, text.encode())
    say(str(arguments.file))
    return 0


def _seat(arguments: argparse.Namespace) -> int:
    card = card_in(arguments.card)
    with opened(arguments) as store:
        for stream in _streams(store, arguments.visit):
            members.grant(store, stream, card, arguments.role)
    say(_("{name} has a seat now. The next parcel will open on that device.").format(name=card.name))
    return 0


def card_in(path: Path) -> Card:
    try:
        plain: dict[str, Any] = {name: str(value) for name, value in json.loads(path.read_text("utf-8")).items()}
        card = Card(**plain)
        if device_id(bytes.fromhex(card.verify_key)) != card.device or len(bytes.fromhex(card.box_key)) != 32:
            raise ValueError(path)
    except (OSError, ValueError, TypeError, AttributeError) as problem:
        raise BadFile(
            N_("{name} is not a device's card."), N_("Ask for a new one: the verb 'card' writes it."), name=path.name
        ) from problem
    return card


def _streams(store: Store, word: str) -> list[StreamId]:
    visit = choose(on_hand(store), word, N_("visit"))
    council = authority(store, visit.authority_id)
    return [*([council.stream_id] if council else []), visit.stream_id]


def _write(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        streams = _streams(store, arguments.visit)
        made = parcel.write(store, streams, arguments.file, parcel.addressees(store, streams))
    say(
        _("{file}: {changes} changes and {documents} documents, sealed for their addressees.").format(
            file=made.path, changes=made.changes, documents=made.documents
        )
    )
    return 0


def _look(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        seen = preview.look(store, arguments.file)
    say(_("From {sender}. Nothing has been taken in.").format(sender=seen.sender))
    if not seen.is_known:
        say(_("This device has no seat in anything that is here yet: make sure whose parcel it is."))
    for part in seen.parts:
        where = part.dates or _("standing record")
        say(f"{part.authority} · {where} · " + _("here already") if part.is_here else f"{part.authority} · {where}")
        told = _("{new} new, {same} the same, {differing} differing, {aside} set aside")
        counts = {"new": part.new, "same": part.same, "differing": part.differing, "aside": len(part.set_aside)}
        say("    " + told.format(**counts))
        if part.people:
            say("    " + _("New from: {names}").format(names=", ".join(part.people)))
        for _device, seq, reason in part.set_aside:
            say("    " + _(_ASIDE).format(seq=seq, reason=_(WHY[reason])))
    if seen.documents:
        said = ngettext("{count} file is not here yet.", "{count} files are not here yet.", seen.documents)
        say(said.format(count=seen.documents))
    return 1 if any(part.set_aside for part in seen.parts) else 0


_ASIDE = N_("Set aside: change {seq}, because {reason}.")
WHY = {**REASONS, **ASIDE}
"""Why a change is set aside, by the door or by the fold, by code."""


def _read(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        brought = parcel.read(store, arguments.file)
    count = brought.received.new
    say(
        ngettext("{count} new change from {sender}.", "{count} new changes from {sender}.", count).format(
            count=count, sender=brought.sender
        )
    )
    if brought.received.same:
        say(_("{count} were here already.").format(count=brought.received.same))
    for _stream, _device, seq, reason in brought.received.set_aside:
        say(_(_ASIDE).format(seq=seq, reason=_(ASIDE[reason])))
    return 1 if brought.received.set_aside else 0
