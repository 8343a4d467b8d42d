# SPDX-License-Identifier: MIT
"""A small proxy that loses, delays, repeats, reorders and cuts requests on their way to a real hub. No tests here."""

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle

from storage.store import Store
from storage.sync import exchange
from storage.sync.road import Road

FATES = {
    "": "arrives",
    "lost": "does not arrive",
    "unanswered": "arrives; the answer does not come back",
    "twice": "arrives twice",
    "late": "arrives after a while",
    "again": "arrives, and after it an older one once more",
    "cut": "arrives; half of the answer comes back",
}


class Faulty:
    """Listens on a port of its own while it is open; each request meets the next fate."""

    def __init__(self, port: int, fates: Sequence[str]) -> None:
        """Forward to a hub on this machine."""
        self._port, self._fates = port, cycle(fates)
        self.done: set[str] = set()
        """Fates that requests have met."""
        self._older = b""
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> "Faulty":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def road(self, store: Store) -> Road:
        """Return a store's road through here."""
        hub = exchange.enrolled(store)
        assert hub is not None
        address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        return exchange.road_of(store, replace(hub, address=address))

    def _serve(self) -> None:
        while True:
            try:
                caller, _address = self._listener.accept()
            except OSError:
                return
            with caller:
                request = next(_requests(caller), b"")
                if request:  # one request a connection: nobody waits behind an idle one
                    self._answer(caller, request)

    def _answer(self, caller: socket.socket, request: bytes) -> None:
        """Let a request meet its fate."""
        fate = next(self._fates)
        if fate == "lost":
            self.done.add(fate)
            return
        if fate == "late":
            time.sleep(0.05)
        if fate == "twice":
            self._forward(request)
        reply = self._forward(request)
        if fate == "again" and self._older:
            self._forward(self._older)
        self._older = request
        self.done.add(fate)
        if fate != "unanswered":
            caller.sendall(reply[: len(reply) // 2] if fate == "cut" else reply)

    def _forward(self, request: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self._port)) as hub:
            hub.sendall(request)
            return next(_requests(hub))


def _requests(there: socket.socket) -> Iterator[bytes]:
    """Yield what comes, a whole message of HTTP each."""
    data = b""
    while True:
        while b"\r\n\r\n" not in data:
            some = there.recv(65536)
            if not some:
                return
            data += some
        head, _, _ = data.partition(b"\r\n\r\n")
        lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        size = len(head) + 4 + int(lengths[0] if lengths else 0)
        while len(data) < size:
            some = there.recv(65536)
            if not some:
                return
            data += some
        yield data[:size]
        data = data[size:]
