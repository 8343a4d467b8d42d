# SPDX-License-Identifier: MIT
"""What a device and a hub say to each other, as bytes. Sealed changes inside: wire.py. Described in docs/protocol.md.

A request is frames and, last, the device's signature over the path and everything before. An answer is frames.
"""

import base64
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from storage.envelope import Sealed
from storage.grants import Grant, is_name, read_grant
from storage.sync.wire import Malformed, frame, frames, pack, unpack

PROTOCOL = 1
_SIGNATURE = 64
MOST_SYNC = 12 * 1024 * 1024
"""Bytes that a request for an exchange may have."""
MOST_DOCUMENT = 40 * 1024 * 1024
"""Bytes that a request with a document may have."""
PAGE = 1_000_000
"""Bytes of changes in one request or answer, about: what a window reads, and commits, without being held up (0023)."""
OVERHEAD = 160
"""Bytes that a change weighs beside its body when pages are cut."""
_NOT_READ = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
"""What reading raises of JSON that says something else; OverflowError: a number without end."""


@dataclass(slots=True)
class Request:
    """What a device says in one request."""

    device: str
    token: str
    """From the hub's greeting; keeps an overheard request from being of use later."""
    have: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Stream → device → highest number, of each stream asked for."""
    grants: Sequence[Grant] = ()
    wraps: Sequence[tuple[str, str, int, bytes]] = ()
    """(stream, device, epoch, the epoch's key wrapped to the device)"""
    sealed: Sequence[Sealed] = ()
    stream: str = ""
    name: str = ""
    """Stream and name of the document meant, where one is."""
    file: bytes = b""
    """A sealed document."""
    is_guess: bool = False
    """`sealed` was chosen by an older receipt: a hub that was put back since lacks more. Not said on the wire."""


@dataclass(slots=True)
class Reply:
    """What a hub gives back."""

    receipt: dict[str, Any]
    """hub, device, at, streams: stream → device → [number, header digest hex]."""
    signature: str
    sealed: list[Sealed] = field(default_factory=list)
    more: bool = False
    wraps: dict[str, dict[int, bytes]] = field(default_factory=dict)
    wrapped: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    grants: list[Grant] = field(default_factory=list)
    documents: dict[str, list[str]] = field(default_factory=dict)
    waits: dict[str, dict[str, int]] = field(default_factory=dict)
    """Stream → device → up to which number changes wait for the office, behind those of the receipt."""
    closed: list[str] = field(default_factory=list)
    """Streams asked for that the device may not read any more; of these the receipt covers only what it has itself."""
    is_revoked: bool = False
    snapshots: dict[str, int] = field(default_factory=dict)
    """Stream → how many changes the hub had of it when its newest snapshot came (snapshot.py)."""

    @property
    def held(self) -> int:
        """Return how many changes wait for the office."""
        ends = self.receipt.get("streams", {})
        return sum(
            max(0, seq - ends.get(stream, {}).get(device, [0])[0])
            for stream, by_device in self.waits.items()
            for device, seq in by_device.items()
        )


def receipt_bytes(receipt: Mapping[str, Any]) -> bytes:
    """Return the bytes of a receipt that the hub signs."""
    return b"arolwg receipt 1\0" + _json(receipt)


def signed_request(path: str, request: Request, sign: Callable[[bytes], bytes]) -> bytes:
    """Return a request as bytes, signed by its device for the path."""
    head = {"protocol": PROTOCOL, "device": request.device, "token": request.token}
    wraps = [[stream, device, epoch, _text(key)] for stream, device, epoch, key in request.wraps]
    body = b"".join(
        (
            frame(b"head", _json({**head, "stream": request.stream, "name": request.name})),
            frame(b"have", _json(request.have)),
            frame(b"gran", _json([_said(each) for each in request.grants])),
            frame(b"wrap", _json(wraps)),
            frame(b"chgs", pack(request.sealed)),
            frame(b"file", request.file),
        )
    )
    return body + sign(_digest(path, body))


def read_request(path: str, data: bytes) -> tuple[Request, bytes, bytes]:
    """Return a request, the digest that was signed, and the signature. Raise Malformed, LookupError when newer."""
    body, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
    try:
        parts = _parts(body)
        head = json.loads(parts[b"head"])
        if int(head["protocol"]) > PROTOCOL:
            raise LookupError("protocol")
        request = Request(
            _name(head["device"]),
            str(head["token"]),
            have=_vectors(parts.get(b"have", b"{}")),
            grants=[read_grant(each) for each in json.loads(parts.get(b"gran", b"[]"))],
            wraps=[
                (_name(stream), _name(device), _epoch(epoch), _raw(key))
                for stream, device, epoch, key in json.loads(parts.get(b"wrap", b"[]"))
            ],
            sealed=unpack(parts.get(b"chgs", b"")),
            stream=_name(head.get("stream", "") or "none"),
            name=_name(head.get("name", "") or "none"),
            file=parts.get(b"file", b""),
        )
    except _NOT_READ as problem:
        raise Malformed("not a request") from problem
    return request, _digest(path, body), signature


def reply_bytes(reply: Reply) -> bytes:
    """Return a hub's answer as bytes."""
    wraps = {
        stream: {str(epoch): _text(key) for epoch, key in by_epoch.items()} for stream, by_epoch in reply.wraps.items()
    }
    rest = {"more": reply.more, "wrapped": reply.wrapped, "documents": reply.documents}
    rest |= {"waits": reply.waits, "closed": reply.closed, "revoked": reply.is_revoked}
    rest["snapshots"] = reply.snapshots
    return b"".join(
        (
            frame(b"rcpt", _json({"receipt": reply.receipt, "signature": reply.signature})),
            frame(b"chgs", pack(reply.sealed)),
            frame(b"gran", _json([_said(each) for each in reply.grants])),
            frame(b"rest", _json({**rest, "wraps": wraps})),
        )
    )


def read_reply(data: bytes) -> Reply:
    """Return a hub's answer. Raise Malformed."""
    try:
        parts = _parts(data)
        told, rest = json.loads(parts[b"rcpt"]), json.loads(parts[b"rest"])
        return Reply(
            told["receipt"],
            str(told["signature"]),
            sealed=unpack(parts[b"chgs"]),
            more=bool(rest["more"]),
            wraps={
                stream: {_epoch(int(epoch)): _raw(key) for epoch, key in by_epoch.items()}
                for stream, by_epoch in rest["wraps"].items()
            },
            wrapped={
                stream: [(str(device), int(epoch)) for device, epoch in pairs]
                for stream, pairs in rest["wrapped"].items()
            },
            grants=[read_grant(each) for each in json.loads(parts[b"gran"])],
            documents={stream: [str(name) for name in names] for stream, names in rest["documents"].items()},
            waits=_vectors(json.dumps(rest.get("waits", {})).encode()),
            closed=[str(stream) for stream in rest.get("closed", ())],
            is_revoked=bool(rest.get("revoked", False)),
            snapshots={str(stream): _number(count) for stream, count in rest.get("snapshots", {}).items()},
        )
    except _NOT_READ as problem:
        raise Malformed("not an answer") from problem


def _parts(data: bytes) -> dict[bytes, bytes]:
    # Frames of other kinds come from a newer version that says an older one may pass them over.
    return dict(frames(data))


def _vectors(data: bytes) -> dict[str, dict[str, int]]:
    return {
        _name(stream): {_name(device): _number(seq) for device, seq in vector.items()}
        for stream, vector in json.loads(data).items()
    }


def _name(text: Any) -> str:
    if not isinstance(text, str) or not is_name(text):
        raise ValueError("not a name")
    return text


def _number(number: Any) -> int:
    if type(number) is not int or not 0 <= number < 2**63:
        raise ValueError("not a number")
    return number


def _epoch(number: Any) -> int:
    if type(number) is not int or not 0 < number < 2**32:
        raise ValueError("not an epoch")
    return number


def _said(grant: Grant) -> dict[str, Any]:
    return {name: getattr(grant, name) for name in Grant.__dataclass_fields__}


def _digest(path: str, body: bytes) -> bytes:
    return blake2b(path.encode() + b"\0" + body, digest_size=32, person=b"arolwg request").digest()


def _json(plain: Any) -> bytes:
    return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def weight(sealed: Iterable[Sealed]) -> int:
    """Return how many bytes changes take on the wire, about."""
    return sum(OVERHEAD + len(each.body or b"") for each in sealed)
