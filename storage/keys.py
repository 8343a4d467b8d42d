# SPDX-License-Identifier: MIT
"""Passphrase and recovery code → master key → every other key; who this device is. Opens nothing itself (vault.py).

The master key is random and never leaves memory in the clear. `keys.json`, beside the store, holds it once for each way
in (a *slot*): passphrase (Argon2id, RFC 9106), printed recovery code. From it all other keys are derived with
keyed BLAKE2b (RFC 7693), so a new passphrase rewrites a hundred bytes and nothing else.
"""

import base64
import json
import os
import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any
from unicodedata import normalize

from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.signing import SigningKey

from resources.language import N_
from storage.errors import CannotKeep, StoreTrouble, WrongPassphrase
from storage.model.ids import DeviceId, device_id

FILE = "keys.json"
OFFICERS = "officers"
"""The kind of slot that two recovery officers open together: a seal within a seal (officers.py)."""
_FORMAT = 1
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which people misread."""
_ARGON = {"time_cost": 3, "memory_cost": 64 * 1024, "parallelism": 4}
"""RFC 9106's second recommended choice: 64 MiB, three passes, four lanes."""


@dataclass(frozen=True, slots=True)
class Device:
    """A device's own keys: it signs with one, streams' keys are wrapped to the other."""

    id: DeviceId
    signing: SigningKey = field(repr=False)
    box: PrivateKey = field(repr=False)

    @property
    def verify_key(self) -> bytes:
        """Return the Ed25519 public key, 32 bytes: the identifier is its digest."""
        return bytes(self.signing.verify_key)

    @property
    def box_key(self) -> bytes:
        """Return the X25519 public key, 32 bytes."""
        return bytes(self.box.public_key)

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of the message, 64 bytes."""
        return self.signing.sign(message).signature

    def unwrap(self, wrapped: bytes) -> bytes | None:
        """Return what was wrapped to this device's box key, or None when it was wrapped to another."""
        return unwrapped(self.box, wrapped)


@dataclass(frozen=True, slots=True)
class Keys:
    """All that an unlocked store needs."""

    store: bytes = field(repr=False)
    journal: bytes = field(repr=False)
    device: Device
    master: bytes = field(repr=False)
    before: tuple[Device, ...] = ()
    """Who this device was before its store was moved, copied or restored: oldest first."""


def create(folder: Path, passphrase: str) -> tuple[Keys, str]:
    """Make the keys of a new store in an existing folder; return them and the recovery code to print.

    Raise CannotKeep when the folder cannot be written.
    """
    master, code = secrets.token_bytes(32), _new_recovery_code()
    devices = [{"salt": _text(secrets.token_bytes(16)), "home": ""}]
    plain = {
        "format": _FORMAT,
        "slots": [_passphrase_slot(master, passphrase), _recovery_slot(master, code)],
        "devices": devices,
    }
    _write(folder, plain)
    return _keys(master, devices), code


def unlock(folder: Path, secret: str) -> Keys:
    """Return the keys that a passphrase or a recovery code opens.

    Raise WrongPassphrase, or StoreTrouble when the key file is missing, damaged or of a newer version.
    """
    plain = _read(folder)
    return _keys(_master(plain, secret), plain["devices"])


def resume(folder: Path, master: bytes) -> Keys:
    """Return the keys that follow from a master key already known (pin.py). Raise StoreTrouble as `unlock` does."""
    return _keys(master, _read(folder)["devices"])


def settle(folder: Path, unlocked: Keys, anchor: Path) -> Keys:
    """Return the keys to write with: a store that was moved, copied or restored becomes a new device first.

    The anchor is the store's file; what identifies it here (machine, place, file number) is remembered. Numbers
    that the old copy goes on using can then never be used twice (docs/decisions/0006-devices.md).
    """
    plain = _read(folder)
    home, devices = _home(anchor), plain["devices"]
    if devices[-1]["home"] == home:
        return unlocked
    if devices[-1]["home"]:
        devices.append({"salt": _text(secrets.token_bytes(16)), "home": home})
    devices[-1]["home"] = home
    _write(folder, plain)
    return _keys(unlocked.master, devices)


def change_passphrase(folder: Path, secret: str, passphrase: str) -> None:
    """Replace the passphrase, given the present one or the recovery code. The recovery code stays."""
    plain = _read(folder)
    master = _master(plain, secret)
    others = [slot for slot in plain["slots"] if slot["kind"] != "passphrase"]
    plain["slots"] = [_passphrase_slot(master, passphrase), *others]
    _write(folder, plain)


def renew_passphrase(folder: Path, master: bytes, passphrase: str) -> None:
    """Replace the passphrase, given the master key that officers gave back (officers.py). Raise as `unlock` does."""
    plain = _read(folder)
    if not fits(folder, master):
        raise WrongPassphrase
    others = [slot for slot in plain["slots"] if slot["kind"] != "passphrase"]
    plain["slots"] = [_passphrase_slot(master, passphrase), *others]
    _write(folder, plain)


def officers_slots(folder: Path) -> list[dict[str, str]]:
    """Return what a pair of recovery officers opens together: first, second, box, check. Raise StoreTrouble."""
    return [slot for slot in _read(folder)["slots"] if slot["kind"] == OFFICERS]


def keep_officers_slots(folder: Path, slots: Sequence[Mapping[str, str]]) -> None:
    """Keep these in place of the ones before; passphrase and recovery code stay. Raise StoreTrouble, CannotKeep."""
    plain = _read(folder)
    others = [slot for slot in plain["slots"] if slot["kind"] != OFFICERS]
    plain["slots"] = [*others, *({"kind": OFFICERS, **each} for each in slots)]
    _write(folder, plain)


def fits(folder: Path, master: bytes) -> bool:
    """Say whether a master key is the one that a store's officers' slots were made of. Raise StoreTrouble."""
    return any(slot.get("check") == check_of(master) for slot in officers_slots(folder))


def check_of(secret: bytes) -> str:
    """Return what a secret is known again by, and which tells nothing of it."""
    return derive(secret, "arolwg check").hex()


def awaited_key(passphrase: str, salt: bytes) -> PrivateKey:
    """Return the key that a lost secret is to be wrapped to: it follows from a passphrase and is kept nowhere."""
    return PrivateKey(_stretched(passphrase, salt, _ARGON))


def unwrapped(key: PrivateKey, wrapped: bytes) -> bytes | None:
    """Return what was wrapped to such a key, or None when it was wrapped to another, or damaged."""
    try:
        return SealedBox(key).decrypt(wrapped)
    except (CryptoError, ValueError):
        return None


def lock_up(master: bytes, secret: str) -> dict[str, Any]:
    """Return the master key locked up under a secret by Argon2id, as it may be kept: in a file, or in memory."""
    return _passphrase_slot(master, secret)


def take_out(slot: dict[str, Any], secret: str) -> bytes:
    """Return the master key that `lock_up` locked up. Raise WrongPassphrase."""
    return _master({"slots": [slot]}, secret)


def fleeting() -> Keys:
    """Return keys that are kept nowhere, for a store that dies with its process."""
    return _keys(secrets.token_bytes(32), [{"salt": _text(secrets.token_bytes(16))}])


def wrap(box_key: bytes, secret: bytes) -> bytes:
    """Return the secret wrapped to a device's box key: that device alone can unwrap it."""
    return SealedBox(PublicKey(box_key)).encrypt(secret)


def slowly(message: bytes) -> bytes:
    """Return a digest of a message, 16 bytes, that takes a tenth of a second: whoever tries many needs many of those.

    For what people compare by words (spoken.py): the message holds no secret, so the salt is fixed.
    """
    return hash_secret_raw(message, b"arolwg spoken 1\0", hash_len=16, type=Type.ID, **_ARGON)


def new_stream_key() -> bytes:
    """Return a fresh key for one epoch of a stream, 32 bytes."""
    return secrets.token_bytes(32)


def derive(key: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """Return the 32-byte key for a purpose (16 letters at most)."""
    return blake2b(salt, key=key, digest_size=32, person=purpose.encode()).digest()


def _keys(master: bytes, devices: list[dict[str, str]]) -> Keys:
    every = [_device(master, _bytes(each["salt"])) for each in devices]
    store, journal = derive(master, "arolwg store"), derive(master, "arolwg journal")
    return Keys(store, journal, every[-1], master, tuple(every[:-1]))


def _device(master: bytes, salt: bytes) -> Device:
    signing = SigningKey(derive(master, "arolwg signing", salt))
    return Device(device_id(bytes(signing.verify_key)), signing, PrivateKey(derive(master, "arolwg box", salt)))


def _passphrase_slot(master: bytes, passphrase: str) -> dict[str, Any]:
    salt = secrets.token_bytes(16)
    box = SecretBox(_stretched(passphrase, salt, _ARGON)).encrypt(master)
    return {"kind": "passphrase", "salt": _text(salt), **_ARGON, "box": _text(bytes(box))}


def _recovery_slot(master: bytes, code: str) -> dict[str, Any]:
    box = SecretBox(_from_code(_clean(code))).encrypt(master)
    return {"kind": "recovery", "box": _text(bytes(box))}


def _stretched(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    # The same letter typed two ways (ŵ as one sign or as two) must open the same store.
    secret = normalize("NFKC", passphrase).encode()
    return hash_secret_raw(secret, salt, hash_len=32, type=Type.ID, **cost)


def _from_code(clean: str) -> bytes:
    # 160 random bits need no stretching.
    return derive(clean.encode(), "arolwg recovery")


def _master(plain: dict[str, Any], secret: str) -> bytes:
    for slot in plain["slots"]:
        key = _slot_key(slot, secret)
        if key is None:
            continue
        try:
            return SecretBox(key).decrypt(_bytes(slot["box"]))
        except CryptoError:
            continue
    raise WrongPassphrase


def _slot_key(slot: dict[str, Any], secret: str) -> bytes | None:
    if slot["kind"] == "passphrase":
        return _stretched(secret, _bytes(slot["salt"]), {name: int(slot[name]) for name in _ARGON})
    clean = _clean(secret)
    return _from_code(clean) if slot["kind"] == "recovery" and len(clean) == 32 else None


def _new_recovery_code() -> str:
    letters = [secrets.choice(_ALPHABET) for _ in range(32)]
    return "-".join("".join(letters[at : at + 4]) for at in range(0, 32, 4))


def _clean(code: str) -> str:
    return code.upper().translate({ord("O"): "0", ord("I"): "1", ord("L"): "1", ord("-"): None, ord(" "): None}).strip()


def _home(anchor: Path) -> str:
    there = anchor.stat()
    place = json.dumps([uuid.getnode(), str(anchor.resolve()), there.st_dev, there.st_ino])
    return blake2b(place.encode(), digest_size=16).hexdigest()


def _read(folder: Path) -> dict[str, Any]:
    try:
        plain: dict[str, Any] = json.loads((folder / FILE).read_text("utf-8"))
        if plain["format"] > _FORMAT:
            raise StoreTrouble(
                N_("This store comes from a newer version of Arolwg."), N_("Install the newer version to open it.")
            )
        plain["slots"], plain["devices"][-1]["salt"]
    except FileNotFoundError as problem:
        raise StoreTrouble(
            N_("There is no store in the folder {folder}."),
            N_("Choose the folder that holds keys.json, or begin a new store."),
            folder=folder,
        ) from problem
    except OSError as problem:
        raise StoreTrouble(
            N_("The key file in {folder} cannot be read."), N_("Check the folder's permissions."), folder=folder
        ) from problem
    except (ValueError, KeyError, TypeError, IndexError) as problem:
        raise StoreTrouble(
            N_("The key file in {folder} is damaged."), N_("Restore keys.json from a backup."), folder=folder
        ) from problem
    return plain


def _write(folder: Path, plain: dict[str, Any]) -> None:
    """Replace the key file whole: at no moment is there none, or half of one."""
    part = folder / (FILE + ".part")
    try:
        with part.open("w", encoding="utf-8") as file:
            json.dump(plain, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(folder / FILE)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise CannotKeep(
            N_("The folder {folder} cannot be written."), N_("Choose another folder, or make room."), folder=folder
        ) from problem


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
