# SPDX-License-Identifier: MIT
"""The letters' slow work away from the screen, one piece at a time: a newer one takes the place of an older.

What the work is: reports/acts.py and reports/signing. The libraries behind them take a second to load, so that is
work too.
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resources.language import N_
from storage.documents import Opener
from storage.errors import BadFile, Refused
from storage.job import AnyJob, Job, Tick
from storage.model import clock
from storage.model.letter import Letter
from storage.shelf import write_whole
from storage.store import Store
from storage.vault import world
from ui.desk import Desk
from ui.doing import Doing
from ui.widgets.progress_line import ProgressLine
from ui.worker import Running

if TYPE_CHECKING:
    from reports.acts import Kept

LARGEST = 50_000_000
"""Bytes of a PDF that is asked to be verified; letters have fifty thousand, and 25 MB of enclosures at most."""


class Rota(QObject):
    """Lets one job work at a time, however many presses there are.

    Two letters laid out at once disturb each other: the library keeps which glyphs a font needs in one place.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._worker = desk.worker
        self._now: Running | None = None
        self._waiting: list[Running] = []

    def start(self, running: Running) -> None:
        """Start a job as soon as those before it have ended."""
        self._waiting.append(running)
        self._go_on()

    def _go_on(self) -> None:
        if self._now is None and self._waiting:
            self._now = self._waiting.pop(0)
            self._now.ended.connect(self._on_ended)
            self._worker.start(self._now)

    def _on_ended(self) -> None:
        self._now = None
        self._go_on()


class Press(Doing):
    """Runs one job at a time and shows its progress, in turn with the other presses."""

    def __init__(self, desk: Desk, rota: Rota, line: ProgressLine | None, parent: QObject) -> None:
        """Keep the line that shows progress, where there is one."""
        super().__init__(desk, line, parent)
        self._rota = rota

    def _hand_over(self, running: Running) -> None:
        self._rota.start(running)


def warming() -> AnyJob:
    """Return the Job that loads what lays out and signs letters, so that no click waits for it."""

    def work(_taken: object, _tick: Tick) -> object:
        return import_module("reports.acts")

    return Job(_nothing, work, _as_it_is)


def reading(letter: Letter) -> AnyJob:
    """Return the Job that gives a sealed letter's signed bytes. Raise StoreTrouble when they are lost."""
    from reports import acts

    return Job(lambda store: acts.signed_opener(store, letter), _read, _as_it_is)


def copying(letter: Letter, path: Path) -> AnyJob:
    """Return the Job that writes a sealed letter's signed bytes to a file and gives its path. Raise CannotKeep."""
    from reports import acts

    def work(taken: Opener, tick: Tick) -> Path:
        pdf = taken.read()
        tick(0.5)
        if not path.parent.is_dir():
            raise Refused(N_("The folder is not there."), N_("Choose another folder; nothing was written."))
        with world(path.parent):
            write_whole(path, pdf)
        return path

    return Job(lambda store: acts.signed_opener(store, letter), work, _as_it_is)


def verifying_letter(letter: Letter) -> AnyJob:
    """Return the Job that verifies a sealed letter against the unsigned pages kept beside it."""
    from reports import acts

    def work(taken: "Kept", tick: Tick) -> object:
        tick(0.2)
        return acts.judged(taken.read(), clock.now())

    return Job(lambda store: acts.kept_of(store, letter), work, _as_it_is)


def verifying_file(path: Path) -> AnyJob:
    """Return the Job that verifies any PDF file. Raise BadFile when it cannot be read, or is vast."""

    def work(_taken: object, tick: Tick) -> object:
        from reports.signing.verify import verify

        tick(0.2)
        return verify(_bytes_of(path), now=clock.now())

    return Job(_nothing, work, _as_it_is)


def opening(path: Path, password: str) -> AnyJob:
    """Return the Job that opens an identity file: its lock is made to take a while. Raise BadFile."""

    def work(_taken: object, _tick: Tick) -> object:
        from reports.signing.identity import open_identity

        return open_identity(path, password.encode(), clock.now())

    return Job(_nothing, work, _as_it_is)


def practising() -> AnyJob:
    """Return the Job that gives the store's own practice identity, made when it is first asked for."""

    from reports import acts

    return acts.practising()


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise BadFile(N_("{name} is too large for a letter."), N_("Choose another file."), name=path.name)
        return path.read_bytes()
    except OSError as problem:
        raise BadFile(
            N_("{name} cannot be read."), N_("Check that it is there and that you may read it."), name=path.name
        ) from problem


def _nothing(_store: Store) -> None:
    return None


def _read(taken: Opener, _tick: Tick) -> bytes:
    return taken.read()


def _as_it_is(_store: Store, worked: object) -> object:
    return worked
