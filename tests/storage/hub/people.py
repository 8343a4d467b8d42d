# SPDX-License-Identifier: MIT
"""Devices as a hub knows them: keys, grants, chains of sealed changes. What is in these is nobody's affair."""

import secrets
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any

from storage.envelope import START, Header, Sealed
from storage.grants import FOR_EVER, Grant, succession
from storage.hub import office
from storage.hub.books import Books
from storage.hub.identity import Identity
from storage.hub.office import Refusal
from storage.hub.register import Enrolled
from storage.keys import Device, fleeting
from storage.model.ids import StreamId, new_stream
from storage.sync.talk import Reply, Request

AT = "2018-07-10T09:30:00.000Z"
NOW = 1_531_215_000


@dataclass
class Laptop:
    """A device with its own chain in one stream."""

    device: Device = field(default_factory=lambda: fleeting().device)
    chains: dict[str, list[Sealed]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.device.id

    @property
    def card(self) -> dict[str, str]:
        return {"device": self.id, "verify_key": self.device.verify_key.hex(), "box_key": self.device.box_key.hex()}

    def stream(self) -> StreamId:
        """Begin a stream."""
        return new_stream(self.device.id)

    def root(self, stream: StreamId) -> Grant:
        """Return the grant that needs no signature: its own in its own stream."""
        return Grant(stream=stream, by=self.device.id, may_grant=True, **self._named(self))

    def grants(self, stream: StreamId, other: "Laptop", **said: Any) -> Grant:
        """Return a grant of another's seat, signed by this device."""
        return self.signs(Grant(stream=stream, by=self.device.id, **self._named(other), **said))

    def signs(self, grant: Grant) -> Grant:
        """Return the grant with this device's signature, whatever it says."""
        return replace(grant, signature=self.device.sign(grant.signed_bytes()).hex())

    def follows(self, stream: StreamId, old: "Laptop", **said: Any) -> Grant:
        """Return the grant by which this device takes its predecessor's seat."""
        vouch = old.device.sign(succession(self.device.verify_key, self.device.box_key)).hex()
        return Grant(stream=stream, by=old.device.id, succeeds=True, signature=vouch, **self._named(self), **said)

    def writes(self, stream: StreamId, count: int = 1, size: int = 100) -> list[Sealed]:
        """Return new changes at the end of its chain."""
        chain = self.chains.setdefault(stream, [])
        for _ in range(count):
            chain.append(self.seals(stream, len(chain) + 1, chain[-1].digest if chain else START, size))
        return chain[-count:]

    def seals(self, stream: StreamId, seq: int, previous: bytes, size: int = 100) -> Sealed:
        """Return one sealed change of any number, after any other."""
        header = Header(stream, self.device.id, seq, 1, previous, secrets.token_bytes(32))
        return Sealed(header, self.device.sign(header.canonical()), secrets.token_bytes(size))

    @staticmethod
    def _named(other: "Laptop") -> dict[str, Any]:
        return {
            "device": other.device.id,
            "verify_key": other.device.verify_key.hex(),
            "box_key": other.device.box_key.hex(),
        }


@dataclass
class Office:
    """The hub's decisions on real books, without HTTP."""

    books: Books
    identity: Identity

    def enrol(self, *laptops: Laptop) -> None:
        """Invite and enrol laptops."""
        for each in laptops:
            secret = secrets.token_urlsafe(8)
            with self.books.open() as entries:
                entries.register.invite(secret, "a laptop", AT, NOW + 100)
                office.enrol(entries, each.card, secret, (AT, NOW))

    def hears(self, laptop: Laptop, **said: Any) -> Reply:
        """Exchange once with a laptop."""
        with self.books.open() as entries:
            known = entries.register.device(laptop.id)
            assert known is not None
            return office.exchange(entries, self.identity, known, Request(laptop.id, "", **said), AT)

    def refuses(self, laptop: Laptop, **said: Any) -> str:
        """Return the code by which it refuses, having made sure that nothing was stored."""
        before = self.all_of_it()
        try:
            self.hears(laptop, **said)
        except Refusal as refusal:
            assert self.all_of_it() == before
            return refusal.code
        raise AssertionError("not refused")

    def known(self, laptop: Laptop) -> Enrolled | None:
        """Return the laptop as the register knows it."""
        with self.books.open() as entries:
            return entries.register.device(laptop.id)

    def revoke(self, laptop: Laptop) -> None:
        """Revoke a laptop."""
        with self.books.open() as entries:
            assert entries.register.revoke(laptop.id, AT)

    def accept(self, laptop: Laptop) -> int:
        """Accept what is held of a laptop."""
        with self.books.open() as entries:
            return office.accept_held(entries, laptop.id)

    def keeps(self, laptop: Laptop, stream: StreamId, body: bytes, name: str = "") -> str:
        """Keep a document that a laptop hands in; return its name."""
        name = name or blake2b(body, digest_size=32).hexdigest()
        known = self.known(laptop) or Enrolled(laptop.id, "", "", "", "", "", "")
        with self.books.open() as entries:
            office.keep_document(entries, known, stream, name, body)
        return name

    def gives(self, laptop: Laptop, stream: StreamId, name: str) -> bytes | None:
        """Return the document that a laptop fetches."""
        known = self.known(laptop)
        assert known is not None
        with self.books.open() as entries:
            return office.document(entries, known, stream, name)

    def all_of_it(self) -> dict[str, Any]:
        """Return what must not move when something is refused."""
        with self.books.open() as entries:
            tables = ("invitations", "grants", "wraps", "ends", "changes", "held", "documents")
            return {name: sorted(map(repr, entries.run(f"SELECT * FROM {name}"))) for name in tables}


def seq(sealed: list[Sealed]) -> list[int]:
    """Return the numbers of changes."""
    return [each.header.seq for each in sealed]


__all__ = ["AT", "FOR_EVER", "NOW", "Laptop", "Office", "seq"]
