# SPDX-License-Identifier: MIT
"""The steps of a recovery by two officers as slow work: each stretches a passphrase or compares words, and writes.

What a request, a half and an answer are: officers.py. Jobs of whoever cannot open her store take no store (None).
"""

from dataclasses import dataclass
from pathlib import Path

from storage import incidents, keys, officers
from storage.job import Job, Tick
from storage.officers import Paper
from storage.restore import Restored, restore
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was written, and the six words that its owner reads aloud."""

    paper: Paper
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """What cannot be opened: the store in a folder, or the one that a backup is to bring back into it."""

    folder: Path
    backup: Path | None = None
    journal: Path | None = None
    """With a backup: the lost laptop's folder, where it can still be read."""


@dataclass(frozen=True, slots=True)
class _Helper:
    """What another thread knows of an officer."""

    device: keys.Device
    before: tuple[keys.Device, ...]
    folder: Path | None


def asking(lost: Lost, name: str, passphrase: str, path: Path) -> Job[None, None, Asked, Asked]:
    """Return the job that writes the request for what is lost. It raises as `officers.ask`, and CannotKeep."""

    def work(_nothing: None, _tick: Tick) -> Asked:
        if lost.backup is not None:
            request = officers.ask_of_backup(lost.backup, name, passphrase)
        else:
            request = officers.ask(lost.folder, name, passphrase)
        return _written(request, path)

    return Job(_nothing, work, lambda _store, asked: asked)


def answering(lost: Lost, path: Path, passphrase: str) -> Job[None, None, Restored | None, Restored | None]:
    """Return the job that takes the officers' answer: the passphrase that was asked with opens the store from then on.

    Of a backup it gives what was restored. It raises as `officers.take` and `restore` do; then nothing has changed.
    """

    def work(_nothing: None, tick: Tick) -> Restored | None:
        answer = officers.read(path)
        if lost.backup is None:
            officers.take(lost.folder, answer, passphrase)
            return None
        master = officers.secret_in(answer, passphrase)
        made = restore(lost.backup, lost.folder, master, lost.journal, tick)
        keys.renew_passphrase(lost.folder, master, passphrase)
        incidents.note(lost.folder, "recovered by officers", backup=True)
        return made

    return Job(_nothing, work, lambda _store, made: made)


def rehearsing(path: Path) -> Job[Store, tuple[officers.Officers, str, str], Asked, Asked]:
    """Return the job that writes the request of a rehearsal. It raises Refused without officers, CannotKeep."""

    def take(store: Store) -> tuple[officers.Officers, str, str]:
        return officers.officers(store), str(store.marks.get("my_name", "")), officers.rehearsing(store)

    def work(known: tuple[officers.Officers, str, str], _tick: Tick) -> Asked:
        return _written(officers.request_to_try(*known), path)

    def put(store: Store, asked: Asked) -> Asked:
        officers.await_trial(store, asked.paper)
        return asked

    return Job(take, work, put)


def trying(path: Path) -> Job[Store, str, tuple[Paper, bytes], None]:
    """Return the job that takes the answer to a rehearsal. It raises Refused, BadFile, CannotKeep."""

    def work(passphrase: str, _tick: Tick) -> tuple[Paper, bytes]:
        answer = officers.read(path)
        return answer, officers.trial_secret(answer, passphrase)

    return Job(officers.rehearsing, work, lambda store, worked: officers.tried(store, *worked))


def helping(paper: Paper, said: str, path: Path) -> Job[Store, _Helper, None, None]:
    """Return the job by which an officer opens the seal that is hers and writes what comes next.

    It raises as `officers.open_first` and `open_second` do, and CannotKeep.
    """
    step = officers.open_first if paper.format == officers.REQUEST else officers.open_second

    def work(helper: _Helper, _tick: Tick) -> None:
        officers.write(step(helper, paper, said), path)

    return Job(lambda store: _Helper(store.device, store.before, store.folder), work, lambda _store, done: done)


def _written(request: Paper, path: Path) -> Asked:
    officers.write(request, path)
    return Asked(request, request.words)


def _nothing(_store: None) -> None:
    return None
