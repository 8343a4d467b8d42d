# SPDX-License-Identifier: MIT
"""The road to a hub: HTTPS to one address, to a certificate known beforehand, each request signed by the device.

What is said on it is talk.py's; what is made of it, exchange.py's. It never touches the store.
"""

import json
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, SSLError

from resources.language import N_
from storage.errors import BadFile, Refused, Trouble
from storage.sync import talk
from storage.sync.wire import Malformed

_TIMES = urllib3.Timeout(connect=5.0, read=20.0)
"""Seconds; `read` between two pieces of an answer. Whoever stops a sync, or closes the window, waits no longer."""
_TRIES = 4
"""How often a request is tried that no answer came to: every one may be repeated without harm."""

MOST = talk.MOST_DOCUMENT + 8 * 1024 * 1024
"""Bytes that an answer may have: a document, or a page whose last change is as long as one can be."""
_PART = 65_536
_GREETING_HOLDS = 300.0
"""Seconds that a hub's token is used again by the roads of this process: half of what hubs give it (identity.py)."""


class NoRoad(Trouble):
    """The hub cannot be reached, or is not the hub we know. Nothing is lost: everything is still here."""

    code = 8


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub that this device is enrolled with."""

    address: str
    """https://host:port"""
    verify_key: str
    """Its receipts' key, hex."""
    fingerprint: str
    """SHA-256 of its certificate, hex; empty for one that is reached without TLS of its own."""


def read_invitation(text: str) -> tuple[Hub, str]:
    """Return the hub and the secret that an invitation names. Raise BadFile."""
    address, _, rest = text.strip().partition("/#")
    parts = rest.split(".")
    url = urlsplit(address)
    try:
        secret, verify_key, fingerprint = parts
        is_right = len(bytes.fromhex(verify_key)) == 32 and len(bytes.fromhex(fingerprint)) in (0, 32)
    except ValueError:
        is_right = False
    if not is_right or url.scheme not in ("http", "https") or not url.hostname:
        raise BadFile(
            N_("This is not an invitation to a hub."),
            N_("Copy the whole line that the office sent, and paste it here."),
        )
    if url.scheme == "https" and not fingerprint:
        raise BadFile(N_("This invitation lacks the hub's fingerprint."), N_("Ask the office for a new one."))
    return Hub(address, verify_key, fingerprint), secret


class Road:
    """A connection to a hub; used by one thread at a time."""

    def __init__(self, hub: Hub, device: str, sign: Callable[[bytes], bytes]) -> None:
        """Keep who asks whom; nothing is sent yet."""
        self._hub, self._device, self._sign = hub, device, sign
        pinned: dict[str, Any] = {}
        if hub.fingerprint:
            pinned = {"assert_fingerprint": hub.fingerprint, "ssl_context": _any_certificate()}
        self._pool = urllib3.PoolManager(num_pools=1, timeout=_TIMES, retries=False, **pinned)
        self.still_wanted: Callable[[], None] = _always
        """Asked before each try; raises what stops it when nobody wants the rest."""

    def enrol(self, card: Mapping[str, str], secret: str) -> None:
        """Enrol this device by an invitation's secret. Raise NoRoad, Refused."""
        self._greet()
        self._post("/enrol", json.dumps({"card": dict(card), "secret": secret}).encode())

    def succeed(self, card: Mapping[str, str], predecessor: str, vouch: str) -> None:
        """Enrol this device in place of the one it was before. Raise NoRoad, Refused."""
        self._greet()
        self._post("/succeed", json.dumps({"card": dict(card), "predecessor": predecessor, "vouch": vouch}).encode())

    def sync(self, request: talk.Request) -> talk.Reply:
        """Hand in and fetch one page; what was only guessed to be lacking is left out where it does not fit.

        Raise NoRoad, Refused.
        """
        try:
            data = self._signed("/sync", request)
        except _Behind:
            if not request.is_guess:
                raise
            request.sealed, request.is_guess = (), False
            data = self._signed("/sync", request)
        try:
            return talk.read_reply(data)
        except Malformed as problem:
            raise _strange() from problem

    def keep(self, stream: str, name: str, file: bytes) -> None:
        """Hand in a sealed document. Raise NoRoad, Refused."""
        self._signed("/keep", talk.Request(self._device, "", stream=stream, name=name, file=file))

    def fetch(self, stream: str, name: str) -> bytes | None:
        """Fetch a sealed document, or None when the hub has not got it. Raise NoRoad, Refused."""
        try:
            return self._signed("/fetch", talk.Request(self._device, "", stream=stream, name=name))
        except _NotThere:
            return None

    def keep_snapshot(self, stream: str, snapshot: bytes) -> bool:
        """Hand in a stream's sealed snapshot; False for an older hub, which takes none. Raise NoRoad, Refused."""
        try:
            self._signed("/keep-snapshot", talk.Request(self._device, "", stream=stream, file=snapshot))
        except _NotThere:
            return False
        return True

    def fetch_snapshot(self, stream: str) -> bytes | None:
        """Fetch a stream's sealed snapshot, or None when the hub has none. Raise NoRoad, Refused."""
        try:
            return self._signed("/fetch-snapshot", talk.Request(self._device, "", stream=stream))
        except _NotThere:
            return None

    def close(self) -> None:
        """Let the connection go."""
        self._pool.clear()

    def _signed(self, path: str, request: talk.Request) -> bytes:
        for attempt in (1, 2):
            request.device, request.token = self._device, _token_of(self._hub) or self._greet()
            try:
                return self._post(path, talk.signed_request(path, request, self._sign))
            except _Stale:
                _greeted.pop(self._hub, None)
                if attempt == 2:
                    raise
        raise AssertionError("unreachable")

    def _greet(self) -> str:
        """Return a new token of the hub, if it is the one we know. Raise NoRoad."""
        try:
            plain = json.loads(self._ask("GET", "/hello", b""))
            token, verify_key, protocol = str(plain["token"]), str(plain["hub"]), int(plain["protocol"])
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as problem:
            raise _strange() from problem
        if verify_key != self._hub.verify_key:
            raise _another()
        if protocol < talk.PROTOCOL:
            raise NoRoad(N_("The hub is of an older version than this Arolwg."), N_("Ask the office to renew it."))
        _greeted[self._hub] = token, time.monotonic()
        return token

    def _post(self, path: str, body: bytes) -> bytes:
        return self._ask("POST", path, body)

    def _ask(self, method: str, path: str, body: bytes) -> bytes:
        last: Exception | None = None
        for _ in range(_TRIES):
            self.still_wanted()
            try:
                address = self._hub.address + path
                response = self._pool.request(method, address, body=body or None, preload_content=False)
                return heard(response.status, _read(response))
            except SSLError as problem:
                raise _another() from problem
            except HTTPError as problem:
                last = problem
        raise NoRoad(
            N_("The hub cannot be reached."),
            N_("Everything is safe on this laptop. Try again when there is a connection."),
        ) from last


_greeted: dict[Hub, tuple[str, float]] = {}
"""The newest token of each hub that was met, and when: a sync every few minutes need not ask for one each time."""


def _token_of(hub: Hub) -> str:
    token, since = _greeted.get(hub, ("", 0.0))
    return token if time.monotonic() - since < _GREETING_HOLDS else ""


def _any_certificate() -> ssl.SSLContext:
    """Return how TLS is spoken to a hub whose certificate is known by its fingerprint: no authority is asked.

    Pinning is the pool's. Left to itself it would first read every authority that the system trusts, for each road.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _always() -> None:
    pass


def _read(response: urllib3.BaseHTTPResponse) -> bytes:
    """Return the answer's body, as it came. Raise NoRoad for more of it than a hub ever says."""
    parts: list[bytes] = []
    size = 0
    try:
        for part in response.stream(_PART, decode_content=False):
            parts.append(part)
            size += len(part)
            if size > MOST:
                response.close()
                raise _strange()
    finally:
        response.release_conn()
    return b"".join(parts)


def heard(status: int, data: bytes) -> bytes:
    """Return an answer's body. Raise Refused with the hub's reason, NoRoad when no hub speaks so."""
    if status == 200:
        return data
    if status == 404:
        raise _NotThere
    try:
        code = str(json.loads(data)["code"])
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        if status == 503:  # said before the hub looks at a request, or by what stands before a hub that is down
            raise Refused(*_SAID["busy"]) from problem
        raise _strange() from problem
    if code == "stale":
        raise _Stale(*_SAID[code])
    kind = _Behind if code in ("gap", "stranger") else Refused
    raise kind(*_SAID.get(code, _SAID["malformed"]))


class _NotThere(Exception):
    """The hub has not got what was asked for."""


class _Stale(Refused):
    """The token ran out: greet again."""


class _Behind(Refused):
    """The hub lacks what was there before: it knows neither the changes nor, perhaps, the seat of who made them."""


def _another() -> NoRoad:
    return NoRoad(
        N_("This is not the hub that this device was enrolled with: its certificate or key is another."),
        N_("Nothing was sent. Ask the office: if it renewed the hub's certificate, it sends a new invitation."),
    )


def _strange() -> NoRoad:
    return NoRoad(
        N_("Something answers at the hub's address, but not as a hub does. Nothing was taken in."),
        N_("Check the address, and whether this network asks for a login first."),
    )


_ASK = N_("Ask the office.")
_SAID = {
    "unknown": (N_("This device is not enrolled with the hub."), N_("Ask the office for an invitation.")),
    "revoked": (N_("The office has revoked this device."), N_("What it handed in is held for the office. Ask there.")),
    "signature": (N_("The hub does not accept this device's signature."), _ASK),
    "stale": (N_("The hub did not know its own greeting again."), N_("Try once more.")),
    "invitation": (
        N_("This invitation was used already, or has expired."),
        N_("Ask the office for a new one."),
    ),
    "card": (N_("The hub cannot read this device's card."), _ASK),
    "grant": (N_("The hub does not accept who was given a seat."), _ASK),
    "stranger": (N_("The hub does not know this device as a member of that visit."), N_("Ask its lead inspector.")),
    "forged": (N_("A change does not bear its device's signature. The hub took nothing in."), _ASK),
    "fork": (
        N_("The hub has another change under the same number: a store was copied and used twice."),
        N_("Tell your office which two laptops these are; each of them still has all its own notes."),
    ),
    "gap": (N_("The hub lacks changes before the ones handed in."), N_("Try again; then ask the office.")),
    "document": (N_("A document's bytes do not fit its name. The hub did not keep it."), _ASK),
    "malformed": (N_("The hub cannot read what this Arolwg says."), N_("Check that both are of the same version.")),
    "too_much": (N_("That is more than the hub takes at once."), _ASK),
    "protocol": (N_("The hub is of an older version than this Arolwg."), N_("Ask the office to renew it.")),
    "slow": (N_("This connection was too slow for the hub. It kept nothing of this."), N_("Try again later.")),
    "busy": (
        N_("The hub has too much to do at the moment."),
        N_("Everything is safe on this laptop. Try again later."),
    ),
    "database": (N_("The hub's disk or database refuses. It kept nothing of this."), N_("Try later; tell the office.")),
}
"""A hub's reason, by code, as a device says it: what happened, what to do."""
