# SPDX-License-Identifier: MIT
"""Syncing in the window: round after round in the worker, what stands where in between. It shows nothing itself.

The rounds: storage/sync/exchange.py. Nothing is called sent that a signed receipt does not cover: every figure is
read from the receipts kept, never from what was put on the wire.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from storage import ahead, vouched
from storage.errors import Trouble
from storage.job import AnyJob
from storage.model.ids import DeviceId, StreamId
from storage.queries.standing import Stand, is_revoked, stands
from storage.store import Recorded
from storage.sync import answer, exchange, first
from storage.sync.exchange import Progress
from storage.sync.road import Hub, NoRoad, Road
from ui.desk import Desk
from ui.doing import Doing
from ui.sync.words import State

PAUSES = (30_000, 120_000, 600_000)
"""Milliseconds before a sync that lost its connection is tried again by itself; the last one from then on."""


class Syncing(QObject):
    """One sync at a time; it can be stopped, and begun again where it was. One that lost its connection tries again."""

    changed = Signal()
    """Ask `state` again."""
    failed = Signal(object)
    """The Trouble that stopped it: nothing is lost, it can be tried again."""
    over = Signal(object)
    """The Progress of a sync that came to its end."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Read how everything stands, and listen."""
        super().__init__(parent)
        self._desk = desk
        self.road: Road | None = None
        """Another road than the hub's own address, where there is one: for tests."""
        self._doing = Doing(desk, None, self, away=True)
        self._rounds: Iterator[AnyJob] | None = None
        self._progress = Progress()
        self.pauses: Sequence[int] = PAUSES
        self._of = self._to_take = 0
        self._has_failed = False
        self._stands: dict[str, Stand] = {}
        self._retry, self._tries = QTimer(self, singleShot=True), 0
        self._retry.timeout.connect(self._on_retry)
        self._is_revoked = False
        self._news = QTimer(self, singleShot=True)  # once for many, and never in the same breath as the looking
        self._news.timeout.connect(self._on_news)
        self._doing.failed.connect(self._on_failed)
        self._doing.idle.connect(self._on_idle)
        desk.bus.recorded.connect(self._on_recorded)
        desk.bus.indexed.connect(self.changed)
        desk.bus.stood.connect(self.changed)
        self.look_again()

    @property
    def hub(self) -> Hub | None:
        """Return the hub this laptop is enrolled with, or None."""
        return exchange.enrolled(self._desk.store)

    @property
    def state(self) -> State:
        """Return how it stands now."""
        every = self._stands.values()
        waiting = sum(each.waiting for each in every)
        given = [each.at for each in every if each.at]
        phase = "failed" if self._has_failed else "waiting" if waiting or not given else "whole"
        if self.hub is None:
            phase = "apart"
        if self.is_busy():
            phase = "busy"
        return State(
            phase,
            waiting,
            max(self._of, waiting) if self._of else 0,
            self._progress.new,
            self._to_take,
            indexing=self._desk.store.tables.later.waiting(),
            checking=vouched.waiting(self._desk.store),
            tries_again=self._retry.isActive(),
            at=min(given, default=""),
            is_revoked=self._is_revoked,
            closed=sum(each.is_closed for each in every),
            held=sum(each.held for each in every),
            stands=self._stands,
        )

    def is_busy(self) -> bool:
        """Say whether a sync, or enrolling, is under way."""
        return self._doing.is_busy()

    def look_again(self) -> None:
        """Read from the receipts how every stream stands, and what the hub answered of this device."""
        store = self._desk.store
        self._stands, self._is_revoked = dict(stands(store, exchange.shared_streams(store))), is_revoked(store)
        self.changed.emit()
        self._news.start(0)

    def enrol(self, hub: Hub, secret: str) -> None:
        """Enrol this laptop by an invitation, then sync."""
        if not self.is_busy():
            self._has_failed = False
            self._doing.start(exchange.enrolling(self._desk.store, hub, secret, self.road), "", self._on_enrolled)
            self.changed.emit()

    def start(self) -> None:
        """Begin, or begin again: it goes on where the last one was broken off."""
        if not self.is_busy():
            self._tries = 0
            self._begin()

    def stop(self) -> None:
        """Ask it to stop; what a receipt covers stays handed in, the rest is still here."""
        self._retry.stop()
        self._rounds = None
        self._doing.stop()

    def _every(self, hub: Hub) -> Iterator[AnyJob]:
        renewed = exchange.succeeding(self._desk.store, hub, self.road)
        if renewed is not None:  # the store was moved or restored: its new device takes the old one's place first
            yield renewed
        yield from answer.rounds(self._desk.store, hub, self._progress, self.road)

    def _next(self) -> None:
        job = next(self._rounds, None) if self._rounds is not None else None
        if job is not None:
            self._doing.start(job, "", self._on_round)
        elif self._rounds is not None:
            self._rounds, self._tries = None, 0
            self.over.emit(self._progress)
        self.changed.emit()

    def _on_enrolled(self, _nothing: object) -> None:
        self._begin()

    def _begin(self) -> None:
        hub = self.hub
        self._retry.stop()
        if hub is not None:
            self._has_failed, self._progress, self._to_take = False, Progress(), 0
            self._of = sum(each.waiting for each in self._stands.values())
            self._rounds = self._every(hub)
            self._next()

    def _on_round(self, _nothing: object) -> None:
        self._to_take = self._lacking()
        self.look_again()
        self._next()

    def _lacking(self) -> int:
        """Return how many changes the hub said it has of what this device may read, and that are not here."""
        ledger, progress = self._desk.store.ledger, self._progress
        return sum(
            max(0, seq - here.get(DeviceId(device), 0))
            for stream, ends in progress.ends.items()
            if stream not in progress.closed and stream not in progress.left
            for here in [ledger.vector(StreamId(stream))]
            for device, (seq, _digest) in ends.items()
            if (stream, device) not in progress.blocked
        )

    def _on_failed(self, trouble: Trouble) -> None:
        self._rounds, self._has_failed = None, True
        if isinstance(trouble, NoRoad) and self.hub is not None:
            self._retry.start(self.pauses[min(self._tries, len(self.pauses) - 1)])
            self._tries += 1
        self.failed.emit(trouble)

    def _on_retry(self) -> None:
        if self._desk.store.is_open and not self.is_busy():
            self._begin()

    def _on_idle(self) -> None:
        store = self._desk.store
        if store.is_open and self._rounds is None and ahead.streams(store):  # it was cut off: what was only shown goes
            self._doing.start(first.settling(), "", self._on_settled)
        self.look_again()

    def _on_settled(self, _nothing: object) -> None:
        self.look_again()

    def _on_recorded(self, recorded: Recorded) -> None:
        shared = set(exchange.shared_streams(self._desk.store))
        touched = {change.stream for change in recorded.changes} & shared
        now = stands(self._desk.store, touched)
        moved = any(self._stands.get(stream, Stand()).place != each.place for stream, each in now.items())
        self._stands.update(now)
        self.changed.emit()
        if moved:
            self._news.start(0)

    def _on_news(self) -> None:
        if self._desk.store.is_open:
            self._desk.bus.stood.emit()
