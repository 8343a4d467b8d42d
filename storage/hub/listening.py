# SPDX-License-Identifier: MIT
"""How long the hub listens to whoever says nothing, or reads nothing, and to how many at once. No requests.

What a request may say and how slowly its body may come: service.py. Without these limits each connection that was
forgotten, or opened in malice, would be held for ever with all that it had sent.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 30.0
"""Seconds that a connection may be open without asking anything, or leave an answer unread that waits for it."""
MOST_AT_ONCE = 500
"""Connections; whoever comes then is told so at once. Fewer than the files that a system lets one process open."""


class Listening(H11Protocol):
    """One connection to the hub."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """Wait for nothing yet."""
        super().__init__(*given, **named)
        self._asker: asyncio.TimerHandle | None = None
        self._reader: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for the first request."""
        super().connection_made(transport)
        self._wait_for_a_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        _stop(self._asker, self._reader)
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self._wait_for_a_request()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """See to it that what waits to be read grows less."""
        super().pause_writing()
        self._look_again(self.transport.get_write_buffer_size())

    def resume_writing(self) -> None:
        """Hardly anything waits any more."""
        super().resume_writing()
        _stop(self._reader)

    def _wait_for_a_request(self) -> None:
        _stop(self._asker)
        self._asker = self.loop.call_later(PATIENCE, self._is_it_asked)

    def _is_it_asked(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()

    def _look_again(self, waiting: int) -> None:
        _stop(self._reader)
        self._reader = self.loop.call_later(PATIENCE, self._is_it_read, waiting)

    def _is_it_read(self, before: int) -> None:
        waiting = self.transport.get_write_buffer_size()
        if waiting >= before:
            self.transport.abort()
        else:
            self._look_again(waiting)


def _stop(*timers: asyncio.TimerHandle | None) -> None:
    for timer in timers:
        if timer is not None:
            timer.cancel()
