# SPDX-License-Identifier: MIT
"""Two laptops that know each other: cards handed over once, and compared by six words read aloud.

A card holds no secret, but whoever could swap it on its way would be given a seat in the true owner's place. The words
come from both cards, so that they differ on the two screens as soon as one card was swapped. Who is paired may be
given a seat without another file; seats themselves are acts/members.py's.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from resources.language import N_
from storage.acts.members import Card, my_card
from storage.errors import BadFile, Refused
from storage.model import clock
from storage.model.ids import DeviceId, device_id
from storage.shelf import write_whole
from storage.spoken import are_said, spoken
from storage.store import Store
from storage.vault import world

MARK = "paired"
"""The mark that keeps them: device → {"card": …, "at": UTC}."""
_MOST = 10_000
"""Bytes that a card may have: it has some 400."""


@dataclass(frozen=True, slots=True)
class Paired:
    """A device whose card was compared."""

    card: Card
    at: str
    """When, UTC."""


def write_card(store: Store, path: Path) -> None:
    """Write this device's card. Raise Refused before anybody was introduced, CannotKeep when the disk refuses."""
    if not store.me:
        raise Refused(N_("Nobody has been introduced to this store."), N_("Say who you are first."))
    with world(path.parent):
        write_whole(path, json.dumps(asdict(my_card(store)), indent=1).encode())


def card_in(path: Path) -> Card:
    """Return the card that a file holds. Raise BadFile when it holds none, or one that does not fit its keys."""
    try:
        if path.stat().st_size > _MOST:
            raise ValueError(path)
        plain: dict[str, Any] = {name: str(value) for name, value in json.loads(path.read_text("utf-8")).items()}
        card = Card(**plain)
        is_right = device_id(bytes.fromhex(card.verify_key)) == card.device and len(bytes.fromhex(card.box_key)) == 32
        if not is_right or not card.name.strip() or not card.person_id:
            raise ValueError(path)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as problem:
        raise BadFile(
            N_("{name} is not a device's card."),
            N_("Ask for a new one: “Save my card” on the page Sync, or the verb 'card', writes it."),
            name=path.name,
        ) from problem
    return card


def words(store: Store, theirs: Card) -> tuple[str, ...]:
    """Return the six words that both laptops show when neither card was swapped. Takes a tenth of a second."""
    return words_of([my_card(store), theirs])


def words_of(cards: Sequence[Card]) -> tuple[str, ...]:
    """Return the words of some cards, whoever is named first."""
    said = sorted(json.dumps(asdict(card), sort_keys=True) for card in cards)
    return spoken(b"arolwg pairing 1\0" + "\n".join(said).encode())


def pair(store: Store, theirs: Card, said: str) -> None:
    """Remember a device whose words were compared: `said` is what was read aloud on the other side.

    Raise Refused for this device's own card, and when the words are not the same; nothing is remembered then.
    """
    _must_be_another(store, theirs)
    if not are_said(words(store, theirs), said):
        raise Refused(
            N_("The words are not the same: one of the two cards is not what its owner wrote. Nothing was paired."),
            N_("Read them once more. If they still differ, hand the cards over again, by another way."),
        )
    remember(store, theirs)


def remember(store: Store, theirs: Card) -> None:
    """Remember a device of which a person has said that both screens show the same words. Raise Refused, CannotKeep."""
    _must_be_another(store, theirs)
    with world(store.folder):
        store.marks.keep(MARK, {**_kept(store), theirs.device: {"card": asdict(theirs), "at": clock.stamp()}})


def _must_be_another(store: Store, theirs: Card) -> None:
    if theirs.device in {store.device.id, *(device.id for device in store.before)}:
        raise Refused(N_("This is this laptop's own card."), N_("Choose the card of your colleague's laptop."))


def part(store: Store, device: DeviceId) -> None:
    """Forget a paired device. Its seats stay what they are: taking one back is acts/members.remove."""
    with world(store.folder):
        store.marks.keep(MARK, {name: each for name, each in _kept(store).items() if name != device})


def paired(store: Store) -> tuple[Paired, ...]:
    """Return the devices that this one was paired with, by name."""
    found = [Paired(Card(**each["card"]), str(each["at"])) for each in _kept(store).values()]
    return tuple(sorted(found, key=lambda each: (each.card.name, each.card.device)))


def knows(store: Store, device: str) -> bool:
    """Say whether a device was paired with this one, or sits in anything that is here."""
    return device in _kept(store) or any(device in store.tables.roster(each) for each in store.keyring.streams())


def _kept(store: Store) -> dict[str, Any]:
    return dict(store.marks.get(MARK, {}))
