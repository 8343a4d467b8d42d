# SPDX-License-Identifier: MIT
"""Verbs that carry records between laptops by hand: cards, pairing, seats; parcels written, looked into, read."""

import argparse
from pathlib import Path
from typing import Any

from resources.language import N_, _, ngettext
from storage.acts import members
from storage.acts.members import Card
from storage.door import ASIDE
from storage.errors import Refused
from storage.job import run_now
from storage.law import REASONS
from storage.model.ids import StreamId
from storage.permissions import ROLES
from storage.queries.authorities import authority
from storage.store import Store
from storage.sync import pairing, parcel, preview
from storage.sync.giving import Order, giving
from ui.verbs.session import choose, opened, say
from ui.verbs.visits import on_hand


def add_to(verbs: Any) -> None:
    """Add these verbs to the parser."""
    card = verbs.add_parser("card", help="write this device's card, which holds no secret, to be given a seat")
    card.add_argument("file", type=Path)
    card.set_defaults(verb=_card)
    seat = verbs.add_parser("seat", help="give the device of a card a seat in a visit")
    seat.add_argument("visit", help="its number in the list, or its identifier")
    seat.add_argument("card", help="a card's file, or the name of somebody this device was paired with")
    seat.add_argument("--role", choices=sorted(ROLES), default="second")
    seat.set_defaults(verb=_seat)
    pair = verbs.add_parser("pair", help="pair with a colleague's laptop: compare six words that both screens show")
    pair.add_argument("card", type=Path, nargs="?", help="the colleague's card; without it, who is paired is listed")
    pair.add_argument("--words", help="what the colleague read aloud: the card counts only when they are the same")
    pair.set_defaults(verb=_pair)
    carried = verbs.add_parser("parcel", help="write and read parcels")
    deeds = carried.add_subparsers(required=True, metavar="DEED")
    write = deeds.add_parser("write", help="write a visit into a parcel for everybody else who has a seat in it")
    write.add_argument("visit", help="its number in the list, or its identifier")
    write.add_argument("file", type=Path)
    write.add_argument("--all", action="store_true", help="everything, also what they said that they have")
    write.set_defaults(verb=_write)
    look = deeds.add_parser("look", help="say what taking in a parcel would do; nothing is taken in")
    look.add_argument("file", type=Path)
    look.set_defaults(verb=_look)
    read = deeds.add_parser("read", help="take in what a parcel brings")
    read.add_argument("file", type=Path)
    read.add_argument(
        "--unknown", action="store_true", help="also from a device not paired with this one, that sits in nothing here"
    )
    read.set_defaults(verb=_read)


def _card(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        pairing.write_card(store, arguments.file)
    say(str(arguments.file))
    return 0


def _seat(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        card = card_of(store, arguments.card)
        for stream in _streams(store, arguments.visit):
            members.grant(store, stream, card, arguments.role)
    say(_("{name} has a seat now. The next parcel will open on that device.").format(name=card.name))
    return 0


def card_of(store: Store, word: str) -> Card:
    """Return the card that a word means: somebody this device was paired with, by name, else a file."""
    named = [each.card for each in pairing.paired(store) if each.card.name == word]
    return named[0] if len(named) == 1 else pairing.card_in(Path(word))


def _pair(arguments: argparse.Namespace) -> int:
    if arguments.card is None:
        with opened(arguments, read_only=True) as store:
            for each in pairing.paired(store):
                say(f"{each.at[:10]}  {each.card.name}  {each.card.device}")
        return 0
    theirs = pairing.card_in(arguments.card)
    with opened(arguments, read_only=not arguments.words) as store:
        if arguments.words:
            pairing.pair(store, theirs, arguments.words)
            say(_("Paired with {name}.").format(name=theirs.name))
        else:
            say(" ".join(pairing.words(store, theirs)))
            say(_("{name} must see the same words. Then give them with --words.").format(name=theirs.name))
    return 0


def _streams(store: Store, word: str) -> list[StreamId]:
    visit = choose(on_hand(store), word, N_("visit"))
    council = authority(store, visit.authority_id)
    return [*([council.stream_id] if council else []), visit.stream_id]


def _write(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:  # to write in: that it was given is remembered, and all of it is on the disk first
        streams = _streams(store, arguments.visit)
        order = Order(streams, parcel.addressees(store, streams), arguments.file, arguments.all)
        made = run_now(giving(order), store)
    say(
        _("{file}: {changes} changes and {documents} documents, sealed for their addressees.").format(
            file=made.path, changes=made.changes, documents=made.documents
        )
    )
    if not made.is_whole:
        say(_("What they had by their last parcels was left out; --all takes everything."))
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
        if part.has_left:
            say("    " + _("It was wiped from this laptop: it is refused until it is allowed back."))
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
        if not arguments.unknown and not pairing.knows(store, parcel.opened(store, arguments.file)[0].device):
            raise Refused(
                N_("This parcel comes from a device that is not known here. Nothing was taken in."),
                N_("Pair with it first. If you are sure whose it is: parcel read FILE --unknown"),
            )
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
