# SPDX-License-Identifier: MIT
"""Runs the middle beat of a Job in a pool of threads; the outer beats stay on the main thread, where the store is.

With storage/journal.py this is the only place that knows threads.
"""

from collections.abc import Generator
from contextlib import suppress
from threading import Event, Thread

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance

from storage.errors import Trouble
from storage.job import AnyJob, Cancelled
from storage.steps import Steps

_STEP = 0.005
"""The least progress worth telling: half a percent."""
_ADRIFT: set["Running"] = set()
"""Jobs that were let go while their threads still wait for an answer: kept until they have heard, or the end."""


class Running(QObject):
    """One job under way. Connect its signals, then hand it to `Worker.start`."""

    progressed = Signal(float)
    """Part done, 0.0 to 1.0."""
    finished = Signal(object)
    """What `put` returned."""
    failed = Signal(object)
    """The Trouble that stopped it, to be told where the work was asked for."""
    cancelled = Signal()
    ended = Signal()
    """After any of the three above, and after a crash."""
    _worked = Signal(object)
    _stopped = Signal(object)

    def __init__(self, job: AnyJob, store: object, parent: QObject | None = None) -> None:
        """Keep the job and the store that its outer beats touch."""
        super().__init__(parent)
        self._job: AnyJob | None = job
        self._store, self._quit = store, Event()
        self._told = -1.0
        self._is_away = self._is_let_go = False
        self._steps: Steps[object] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(0)  # a step whenever the person has nothing else to be answered
        self._clock.timeout.connect(self._on_step)
        self._worked.connect(self._on_worked)
        self._stopped.connect(self._on_stopped)

    def cancel(self) -> None:
        """Ask the work to stop at its next tick; nothing will be put into the store.

        Work that waits for the world (`Worker.start`, away) is let go at once: it may hear nothing for long.
        """
        self._quit.set()
        if self._is_away and self._steps is None and not self._is_let_go:
            self._is_let_go = True
            self._job = self._store = None  # its thread may go on for a while, and must hold nothing of a store
            _ADRIFT.add(self)
            self.cancelled.emit()
            self.ended.emit()

    def give_up(self) -> None:
        """Take back what is being put in steps, now: the store is about to be closed."""
        if self._steps is not None:
            self._on_step()

    def take(self, *, away: bool = False) -> object:
        """Run the first beat; called by the worker, on the main thread. Raise Cancelled where that came before."""
        assert self._job is not None
        if self._quit.is_set():  # it waited for its turn, and whoever asked, or the store, may be gone
            raise Cancelled
        taken = self._job.take(self._store)
        self._is_away = away
        return taken

    def work(self, taken: object) -> None:
        """Run the middle beat; called by the worker, on a thread of the pool."""
        job = self._job
        try:
            self._tick(0.0)
            worked = job.work(taken, self._tick) if job is not None else None
            self._tick(1.0)
        except BaseException as stop:  # whatever it is, it is answered on the main thread
            self._send(self._stopped, stop)
        else:
            self._send(self._worked, worked)

    def stop(self, reason: BaseException) -> None:
        """End the job for a reason: Trouble is told, cancelling is quiet, all else crashes after `ended`."""
        self._on_stopped(reason)

    def _send(self, signal: SignalInstance, said: object) -> None:
        with suppress(RuntimeError):  # whoever asked is gone, and this with it: nobody is left to hear how it ended
            signal.emit(said)

    def _tick(self, part: float) -> None:
        if self._quit.is_set():
            raise Cancelled
        if part - self._told >= _STEP or part < self._told or part >= 1.0:
            self._told = part  # a copy of many gigabytes ticks often: the screen need not hear of each block
            self.progressed.emit(part)

    def _on_worked(self, worked: object) -> None:
        self._is_away = False  # back: what is left is put, or taken back, here and now
        if self._job is None or self._quit.is_set():
            self._on_stopped(Cancelled())
            return
        try:
            outcome = self._job.put(self._store, worked)
        except Exception as stop:
            self._on_stopped(stop)
            return
        if isinstance(outcome, Generator):
            self._steps = outcome
            self._clock.start()
        else:
            self._end_well(outcome)

    def _on_step(self) -> None:
        """Take one step of a put that takes long; between two of them the screen answers."""
        if self._steps is None:
            self._clock.stop()
            return
        try:
            if self._quit.is_set():
                self._steps.close()  # one transaction: nothing of it was kept
                raise Cancelled
            self.progressed.emit(next(self._steps))
        except StopIteration as end:
            self._rest()
            self._end_well(end.value)
        except (Exception, Cancelled) as stop:
            self._rest()
            self._on_stopped(stop)

    def _rest(self) -> None:
        self._steps = None
        self._clock.stop()

    def _end_well(self, outcome: object) -> None:
        self.finished.emit(outcome)
        self.ended.emit()

    def _on_stopped(self, reason: BaseException) -> None:
        _ADRIFT.discard(self)
        self._is_away = False
        if self._is_let_go and isinstance(reason, Cancelled | Trouble):
            return  # its end was told when it was let go
        if isinstance(reason, Cancelled):
            self.cancelled.emit()
        elif isinstance(reason, Trouble):
            self.failed.emit(reason)
        self.ended.emit()
        if not isinstance(reason, Cancelled | Trouble):
            raise reason


class _Beat(QRunnable):
    def __init__(self, running: Running, taken: object) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python keeps it until the job has ended
        self._work: tuple[Running, object] | None = (running, taken)

    def run(self) -> None:
        work, self._work = self._work, None  # Qt's pool may hold this long after: it must hold nothing of a store
        if work is not None:
            work[0].work(work[1])


class Worker(QObject):
    """The pool, and the jobs under way in it."""

    busy_changed = Signal(int)
    """How many jobs are under way now."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a pool of one thread: the library that lays pages out is not safe on two at a time; and one aside."""
        super().__init__(parent)
        self._pool, self._aside = QThreadPool(self), QThreadPool(self)
        for pool in (self._pool, self._aside):
            pool.setMaxThreadCount(1)
        self._under_way: dict[Running, _Beat] = {}

    def start(self, running: Running, *, aside: bool = False, away: bool = False) -> None:
        """Take now, then work in the pool; the rest is told by the running job's signals.

        `aside` is for long work that lays out no pages (backups): search and previews do not wait behind it. `away` is
        for work that waits for other machines and touches no file of ours: nobody ever waits for it, stopped it is let
        go, and the end of the program ends it wherever it is.
        """
        try:
            taken = running.take(away=away)
        except Exception as stop:
            running.stop(stop)
            return
        beat = _Beat(running, taken)
        self._under_way[running] = beat
        running.ended.connect(self._on_ended)
        self.busy_changed.emit(len(self._under_way))
        if away:
            Thread(target=beat.run, name="away", daemon=True).start()
        else:
            (self._aside if aside else self._pool).start(beat)

    def busy(self) -> int:
        """Return how many jobs are under way."""
        return len(self._under_way)

    def close(self) -> None:
        """Cancel what is under way and wait until every thread is idle; called before the store is closed.

        What waits for other machines is let go: it has nothing of the store, and a dead one may not answer for long.
        """
        for running in tuple(self._under_way):
            running.cancel()
            running.give_up()
        for pool in (self._pool, self._aside):
            pool.waitForDone()

    def _on_ended(self) -> None:
        ended = self.sender()
        if isinstance(ended, Running):
            self._under_way.pop(ended, None)
            self.busy_changed.emit(len(self._under_way))
