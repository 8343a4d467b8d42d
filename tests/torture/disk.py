# SPDX-License-Identifier: MIT
"""A disk as a power cut leaves it, made from strace's record of what a real process wrote and synced.

What was synced is there. Of the rest any sectors may be, in any order, some of them torn; a new name is there when its
folder was synced. Nothing here knows what the bytes mean.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = "openat,write,pwrite64,lseek,fsync,fdatasync,ftruncate,rename,unlink"
_LINE = re.compile(r"^(?P<pid>\d+) +(?:(?P<call>\w+)\(|<\.\.\. \w+ resumed>)(?P<rest>.*)$")
_FD = re.compile(r"^(\d+)<([^>]*)>")
_RESULT = re.compile(r"\)\s+= (-?\d+)(?:<([^>]*)>)?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a file, or one line that was told (`what` = "told")."""

    what: str
    """make, write, cut, sync, move, drop, told."""
    name: str = ""
    at: int = 0
    """Place in the file; for "sync", how many events had happened when it was asked for."""
    data: bytes = b""
    to: str = ""


def events(log: Path, folder: Path, start: dict[str, bytes]) -> list[Event]:
    """Return what happened in the folder, in order; a sync happens when it returns."""
    return list(_Record(folder, start).read(log.read_text("ascii", "replace").splitlines()))


class _Record:
    def __init__(self, folder: Path, start: dict[str, bytes]) -> None:
        self._folder, self._known = str(folder), set(start)
        self._places: dict[str, int] = {}
        self._open: dict[str, tuple[str, str, int]] = {}
        self._count = 0

    def read(self, lines: Sequence[str]) -> Iterator[Event]:
        for line in lines:
            found = _LINE.match(line)
            if not found:
                continue
            pid, call, rest = found["pid"], found["call"], found["rest"]
            if call is None:
                call, before, asked = self._open.pop(pid, ("", "", 0))
                rest = before + rest
            else:
                asked = self._count
            if rest.endswith("<unfinished ...>"):
                self._open[pid] = (call, rest.removesuffix("<unfinished ...>"), self._count)
                continue
            for event in self._events(call, rest, asked):
                self._count += 1
                yield event

    def _events(self, call: str, rest: str, asked: int) -> Iterator[Event]:
        result = _RESULT.search(rest)
        if result is None or int(result[1]) < 0:
            return
        texts = [bytes.fromhex(each.replace("\\x", "")) for each in _TEXT.findall(rest)]
        if call == "openat":
            yield from self._opened(rest, texts[0], f"{result[1]}<{result[2]}>")
        elif call == "rename":
            names = [self._name(each) for each in texts]
            if names[0] and names[1]:
                self._known.add(names[1])
                yield Event("move", names[0], to=names[1])
        elif call == "unlink":
            if name := self._name(texts[0]):
                self._known.discard(name)
                yield Event("drop", name)
        elif found := _FD.match(rest):
            yield from self._on(call, found, rest, (texts, int(result[1]), asked))

    def _opened(self, rest: str, path: bytes, handle: str) -> Iterator[Event]:
        self._places[handle] = 0
        name = self._name(path)
        if name and "O_CREAT" in rest and name not in self._known:
            self._known.add(name)
            yield Event("make", name)
        elif name and "O_TRUNC" in rest:
            yield Event("cut", name)

    def _on(self, call: str, handle: re.Match[str], rest: str, said: tuple[list[bytes], int, int]) -> Iterator[Event]:
        texts, result, asked = said
        path = bytes.fromhex(handle[2].replace("\\x", ""))
        if call == "write" and handle[1] == "1":
            yield Event("told", data=texts[0])
            return
        if path.decode() == self._folder and call in ("fsync", "fdatasync"):
            yield Event("sync", "", asked)
        name = self._name(path)
        if call == "lseek":
            self._places[handle[0]] = result
        if not name:
            return
        if call == "write":
            at = self._places.get(handle[0], 0)
            self._places[handle[0]] = at + result
            yield Event("write", name, at, texts[0][:result])
        elif call == "pwrite64":
            yield Event("write", name, int(rest.rpartition(")")[0].rpartition(", ")[2]), texts[0][:result])
        elif call == "ftruncate":
            yield Event("cut", name, int(rest.rpartition(")")[0].rpartition(", ")[2]))
        else:
            yield Event("sync", name, asked)

    def _name(self, path: bytes) -> str:
        folder, _, name = path.decode("utf-8", "replace").rpartition("/")
        return name if folder == self._folder and not name.endswith("-shm") and name != "lock" else ""


@dataclass(slots=True)
class _File:
    there: bytearray
    pending: list[tuple[int, Event]] = field(default_factory=list)


class Disk:
    """The disk at one moment."""

    def __init__(self, start: dict[str, bytes], *, is_synced: bool = True) -> None:
        """Begin with what was there; with `is_synced` off no sync is ever obeyed."""
        self._now = {name: _File(bytearray(data)) for name, data in start.items()}
        self._names = dict(self._now)
        self._moves: list[tuple[int, Event, _File]] = []
        self._is_synced = is_synced

    def happen(self, number: int, event: Event) -> None:
        """Let the event with its number happen."""
        if event.what == "make":
            self._now[event.name] = _File(bytearray())
            self._moves.append((number, event, self._now[event.name]))
        elif event.what in ("move", "drop"):
            file = self._now.pop(event.name)
            self._moves.append((number, event, file))
            if event.to:
                self._now[event.to] = file
        elif event.what in ("write", "cut"):
            self._now[event.name].pending.append((number, event))
        elif event.what == "sync" and self._is_synced:
            self._sync(event)

    def _sync(self, event: Event) -> None:
        if not event.name:
            while self._moves and self._moves[0][0] < event.at:
                self._move(*self._moves.pop(0)[1:])
            return
        file = self._now[event.name]
        for number, each in file.pending:
            if number < event.at:
                _apply(file.there, each)
        file.pending = [(number, each) for number, each in file.pending if number >= event.at]

    def _move(self, event: Event, file: _File) -> None:
        if event.what == "make":
            self._names[event.name] = file
        elif self._names.get(event.name) is file:
            del self._names[event.name]
        if event.to:
            self._names[event.to] = file

    def cut_off(self, chance: random.Random, into: Path) -> None:
        """Write what the power cut leaves into a new folder."""
        names = dict(self._names)
        for _, event, file in self._moves[: chance.randrange(len(self._moves) + 1)]:
            if event.what != "make":
                names.pop(event.name, None)
            if event.what == "make" or event.to:
                names[event.to or event.name] = file
        into.mkdir()
        for name, file in names.items():
            (into / name).write_bytes(_left(file, chance))


def _apply(there: bytearray, event: Event) -> None:
    size = event.at if event.what == "cut" else event.at + len(event.data)
    if event.what == "cut":
        del there[size:]
    there.extend(bytes(max(0, size - len(there))))
    if event.what == "write":
        there[event.at : size] = event.data


def _left(file: _File, chance: random.Random) -> bytes:
    there, likely = bytearray(file.there), chance.choice((0.0, 0.5, 0.95, 1.0))
    pieces = [piece for _, event in file.pending for piece in _sectors(event, chance)]
    survivors = [piece for piece in pieces if chance.random() < likely]
    if chance.random() < 0.5:
        chance.shuffle(survivors)
    for piece in survivors:
        _apply(there, piece)
    return bytes(there)


def _sectors(event: Event, chance: random.Random) -> Iterator[Event]:
    if event.what == "cut":
        yield event
        return
    at, end = event.at, event.at + len(event.data)
    while at < end:
        upto = min(end, (at // SECTOR + 1) * SECTOR)
        torn = chance.randrange(at, upto + 1) if chance.random() < 0.02 else upto
        yield Event("write", event.name, at, event.data[at - event.at : torn - event.at])
        at = upto
