# SPDX-License-Identifier: MIT
"""Recovery officers: two together give a forgotten passphrase's, or a dead laptop's, owner her master key back.

For each ordered pair the master key lies in `keys.json` wrapped to the second and that again to the first: neither can
open it alone. Three small files go round. The *request* holds those slots and a key to answer to, which follows from
the passphrase that its owner will use from now on. The first officer opens the outer seal of hers and passes on
*half*; the second opens the inner one, and wraps what is in it to the request's key: the *answer*. Nobody but the owner
ever has it on a disk, and she has it as a new passphrase.

Whoever asks is known by her voice, not by the file: both officers hear from her the six words that the request gives,
so that neither a thief's request nor one with the first officer's own key in it is answered. How seals are made:
keys.py.
"""

import base64
import binascii
import json
import secrets
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import permutations
from pathlib import Path
from typing import Any, Protocol

from resources.language import N_
from storage import incidents, keys
from storage.acts.members import Card
from storage.backup_file import unpack
from storage.errors import BadFile, Refused, WrongPassphrase
from storage.model import clock
from storage.shelf import write_whole
from storage.spoken import are_said, spoken
from storage.store import Store
from storage.vault import world

MARK = "officers"
"""The mark that keeps who they are and when they were last tried out."""
_DRILL = "officers.drill"
REQUEST, HALF, ANSWER = (f"arolwg recovery {what} 1" for what in ("request", "half", "answer"))
_MOST = 1_000_000
"""Bytes that such a file may have: 20 officers make some 200,000."""
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Officers:
    """Who can give this store back together."""

    cards: tuple[Card, ...] = ()
    at: str = ""
    """Since when, UTC."""
    tried: str = ""
    """When it was last tried out whole, UTC; empty when never."""


class Officer(Protocol):
    """Whoever opens a seal: a store, or what another thread knows of one."""

    @property
    def device(self) -> keys.Device: ...
    @property
    def before(self) -> tuple[keys.Device, ...]: ...
    @property
    def folder(self) -> Path | None: ...


@dataclass(frozen=True, slots=True)
class Paper:
    """One of the three files: what it says in the clear. Nothing in it opens anything by itself."""

    format: str
    name: str
    """Whose store it is, as she says herself: the officers hear it from her."""
    at: str
    is_drill: bool
    salt: str
    box_key: str
    check: str
    seals: tuple[Mapping[str, str], ...]
    """first, second, box; of an answer one, of its box alone."""

    @property
    def words(self) -> tuple[str, ...]:
        """Return the six words that the owner reads aloud; the same of request and half. Takes a tenth of a second."""
        said = [self.name, self.at, self.is_drill, self.salt, self.box_key, self.check]
        return spoken(b"arolwg recovery 1\0" + json.dumps(said).encode())


def officers(store: Store) -> Officers:
    """Return who the store's recovery officers are."""
    kept: Any = store.marks.get(MARK, {})
    cards = tuple(Card(**each) for each in kept.get("cards", ()))
    return Officers(cards, str(kept.get("at", "")), str(kept.get("tried", "")))


def appoint(store: Store, cards: Sequence[Card]) -> None:
    """Let every two of these officers open the store together, in place of the ones before; none: nobody can.

    Raise Refused for one officer alone, one twice, or oneself; CannotKeep when the folder cannot be written.
    """
    folder = _folder(store)
    people = {card.person_id for card in cards}
    if store.me in people or len(people) != len(cards) or len({card.device for card in cards}) != len(cards):
        raise Refused(N_("Officers are other people, each named once."), N_("Choose the cards that the office gave."))
    if 0 < len(cards) < FEWEST:
        raise Refused(N_("One officer alone could open nothing."), N_("Choose the cards of two officers or more."))
    keys.keep_officers_slots(folder, _slots(store.unlocked.master, cards))
    with world(folder):
        store.marks.keep(MARK, {"cards": [asdict(card) for card in cards], "at": clock.stamp(), "tried": ""})
    incidents.note(folder, "officers appointed", officers=len(cards))


def _slots(secret: bytes, cards: Sequence[Card]) -> list[dict[str, str]]:
    check = keys.check_of(secret)
    return [
        {"first": first.device, "second": second.device, "box": _sealed_twice(secret, first, second), "check": check}
        for first, second in permutations(cards, 2)
    ]


def _sealed_twice(secret: bytes, first: Card, second: Card) -> str:
    inner = keys.wrap(bytes.fromhex(second.box_key), secret)
    return _text(keys.wrap(bytes.fromhex(first.box_key), inner))


def ask(folder: Path, name: str, passphrase: str) -> Paper:
    """Return the request for a store that cannot be opened; `passphrase` is the one to use once it is answered.

    `folder` holds its keys.json. Raise Refused when no officers were ever appointed, StoreTrouble.
    """
    slots = keys.officers_slots(folder)
    if not slots:
        raise Refused(
            N_("This store has no recovery officers."),
            N_("Use the printed recovery code. A partner's laptop or the office may hold the same visits."),
        )
    return _asked(name, passphrase, slots)


def ask_of_backup(file: Path, name: str, passphrase: str) -> Paper:
    """Return the request for a store of which a backup is left; restore.py then takes the master key. Raise as `ask`.

    Also BadFile for what is no backup. The key file that is looked into meanwhile holds nothing in the clear.
    """
    with tempfile.TemporaryDirectory(prefix="arolwg-") as folder:
        unpack(file, Path(folder), _untold, only=keys.FILE)
        return ask(Path(folder), name, passphrase)


def _untold(_part: float) -> None:
    """Reading one small file is told to nobody."""


def ask_to_try(store: Store) -> Paper:
    """Return a request to try the officers out with: it goes the whole way, for a secret that opens nothing.

    Raise Refused when no officers were appointed.
    """
    request = request_to_try(officers(store), str(store.marks.get("my_name", "")), rehearsing(store))
    await_trial(store, request)
    return request


def request_to_try(known: Officers, name: str, passphrase: str) -> Paper:
    """Return the request of a rehearsal; `passphrase` is `rehearsing`. Raise Refused when nobody was appointed."""
    if not known.cards:
        raise Refused(N_("This store has no recovery officers."), N_("Appoint two of them first."))
    return _asked(name, passphrase, _slots(secrets.token_bytes(32), known.cards), is_drill=True)


def await_trial(store: Store, request: Paper) -> None:
    """Remember which rehearsal is awaited: an answer to another one is none. Raise CannotKeep."""
    with world(store.folder):
        store.marks.keep(_DRILL, request.check)


def rehearsing(store: Store) -> str:
    """Return what stands for the new passphrase in a rehearsal: nobody needs to think of one."""
    return keys.derive(store.unlocked.master, "arolwg rehearse").hex()


def _asked(name: str, passphrase: str, slots: Sequence[Mapping[str, str]], is_drill: bool = False) -> Paper:
    if not passphrase.strip() or not name.strip():
        raise Refused(N_("A name and a new passphrase are needed."), N_("Type both, then ask again."))
    salt = secrets.token_bytes(16)
    key = keys.awaited_key(passphrase, salt)
    seals = tuple({name: slot.get(name, "") for name in ("first", "second", "box")} for slot in slots)
    box_key, check = bytes(key.public_key).hex(), slots[0].get("check", "")
    return Paper(REQUEST, name.strip(), clock.stamp(), is_drill, _text(salt), box_key, check, seals)


def open_first(store: Officer, request: Paper, said: str) -> Paper:
    """Open the outer seals that are this officer's, and return the half to be passed on to any other officer.

    `said`: the six words as the store's owner read them aloud. Raise Refused when they differ or this device is none
    of the officers, BadFile when the file is no request or its seals are damaged.
    """
    _must_be(request, REQUEST)
    _must_be_said(request, said)
    mine = _addressed(store, request, "first")
    opened = [
        {**seal, "box": _text(inner)}
        for device, seal in mine
        if (inner := device.unwrap(_raw(seal["box"]))) is not None
    ]
    if not opened:
        raise _damaged()
    _note(store, "recovery helped", request)
    return Paper(HALF, **{**_said(request), "seals": tuple(opened)})


def open_second(store: Officer, half: Paper, said: str) -> Paper:
    """Open the inner seal, and return the answer, which only who asked can open.

    `said`: the six words as the store's owner read them aloud. Raise Refused when they differ or this officer is not
    one of the pair, BadFile when the file is no half or its seal is damaged.
    """
    _must_be(half, HALF)
    _must_be_said(half, said)
    found = [device.unwrap(_raw(seal["box"])) for device, seal in _addressed(store, half, "second")]
    secret = next((each for each in found if each is not None and keys.check_of(each) == half.check), None)
    if secret is None:
        raise _damaged()
    _note(store, "recovery helped", half)
    box = _text(keys.wrap(bytes.fromhex(half.box_key), secret))
    return Paper(ANSWER, **{**_said(half), "seals": ({"box": box},)})


def take(folder: Path, answer: Paper, passphrase: str) -> bytes:
    """Open the answer and let the new passphrase open the store; the recovery code stays. Return the master key.

    Raise WrongPassphrase when it is not the passphrase that was asked with, Refused when the answer is another
    store's, BadFile, StoreTrouble, CannotKeep.
    """
    master = secret_in(answer, passphrase)
    if answer.is_drill or not keys.fits(folder, master):
        raise Refused(
            N_("This answer does not open this store: it is another store's, or a rehearsal's."),
            N_("Take the answer to the newest request from this laptop."),
        )
    keys.renew_passphrase(folder, master, passphrase)
    incidents.note(folder, "recovered by officers")
    return master


def take_trial(store: Store, answer: Paper) -> None:
    """Open the answer to a rehearsal, and remember that it worked. Raise Refused, BadFile."""
    tried(store, answer, trial_secret(answer, rehearsing(store)))


def trial_secret(answer: Paper, passphrase: str) -> bytes:
    """Return what the answer to a rehearsal gives back; nothing when it is another's. Raise BadFile."""
    try:
        return secret_in(answer, passphrase)
    except WrongPassphrase:
        return b""


def tried(store: Store, answer: Paper, secret: bytes) -> None:
    """Remember that a rehearsal worked, if the secret is the one it went for. Raise Refused, CannotKeep."""
    if not answer.is_drill or keys.check_of(secret) != store.marks.get(_DRILL):
        raise Refused(
            N_("This is not the answer to the newest rehearsal."), N_("Ask again, and take the answer to that.")
        )
    with world(store.folder):
        store.marks.keep(MARK, {**store.marks.get(MARK, {}), "tried": clock.stamp()})
    _note(store, "recovery rehearsed", answer)


def secret_in(answer: Paper, passphrase: str) -> bytes:
    """Return what an answer gives back. Raise WrongPassphrase, or BadFile when it is none or damaged."""
    _must_be(answer, ANSWER)
    key = keys.awaited_key(passphrase, _raw(answer.salt))
    if bytes(key.public_key).hex() != answer.box_key:
        raise WrongPassphrase
    secret = keys.unwrapped(key, _raw(answer.seals[0]["box"])) if answer.seals else None
    if secret is None or keys.check_of(secret) != answer.check:
        raise _damaged()
    return secret


def write(paper: Paper, path: Path) -> None:
    """Write one of the files. Raise CannotKeep."""
    with world(path.parent):
        write_whole(path, json.dumps(asdict(paper), indent=1).encode())


def read(path: Path) -> Paper:
    """Read one of the files. Raise BadFile."""
    try:
        if path.stat().st_size > _MOST:
            raise ValueError(path)
        plain = json.loads(path.read_text("utf-8"))
        seals = tuple({str(name): str(value) for name, value in seal.items()} for seal in plain.pop("seals"))
        drill = plain.pop("is_drill")
        paper = Paper(**{name: str(value) for name, value in plain.items()}, is_drill=drill is True, seals=seals)
        is_right = paper.format in (REQUEST, HALF, ANSWER) and len(bytes.fromhex(paper.box_key)) == 32
        if not is_right or any("box" not in seal for seal in seals):
            raise ValueError(path)
        for text in (paper.salt, *(seal["box"] for seal in seals)):
            _raw(text)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise BadFile(
            N_("{name} is no file of a recovery, or was damaged on its way."),
            N_("Ask for a new copy of it."),
            name=path.name,
        ) from problem
    return paper


def _said(paper: Paper) -> dict[str, Any]:
    return {name: getattr(paper, name) for name in Paper.__dataclass_fields__ if name != "format"}


def _must_be(paper: Paper, what: str) -> None:
    if paper.format != what:
        raise BadFile(
            N_("This is another file of the recovery than the one that is needed now."),
            N_("The request goes to the first officer, the half to the second, the answer back to who asked."),
        )


def _must_be_said(paper: Paper, said: str) -> None:
    if not are_said(paper.words, said):
        raise Refused(
            N_("These are not the words of this request. Nothing was opened."),
            N_("Speak with the person who asks, hear her six words again, and tell the office if they still differ."),
        )


def _addressed(store: Officer, paper: Paper, which: str) -> list[tuple[keys.Device, Mapping[str, str]]]:
    mine: dict[str, keys.Device] = {device.id: device for device in (store.device, *store.before)}
    found = [(mine[seal[which]], seal) for seal in paper.seals if seal.get(which) in mine]
    if not found:
        raise Refused(
            N_("This laptop is not the one of a recovery officer who is needed here. Nothing was opened."),
            N_("The first and the second officer are two people, both appointed for this store."),
        )
    return found


def _damaged() -> BadFile:
    return BadFile(
        N_("The seals of this recovery are damaged, or not what the officers were given."),
        N_("Ask again with keys.json of a backup, or try another pair of officers."),
    )


def _note(store: Officer, what: str, paper: Paper) -> None:
    if store.folder is not None:
        incidents.note(store.folder, what, rehearsal=paper.is_drill)


def _folder(store: Store) -> Path:
    if store.folder is None:
        raise Refused(N_("This store is kept nowhere."), N_("Begin a store in a folder first."))
    return store.folder


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _raw(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as problem:
        raise ValueError("not base 64") from problem
