# SPDX-License-Identifier: MIT
"""Ready for the visit, and close of day: a check of everything a day on site stands on, in under a minute, as a Job.

Each thing looked at gives one sentence, how it stands, and what to do; the last check is remembered with its date. The
probes themselves are in probes.py, the page in reports/sheets/ready.py.
"""

import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from resources.language import N_
from storage import backup, probes
from storage.drill import drilling
from storage.errors import Trouble, WrongPassphrase
from storage.job import Job, Tick
from storage.model import clock
from storage.probes import FINE, LOOK, NOT_READY, Found
from storage.store import Store
from storage.vault import world

CHECKED = "ready.last"
"""The mark that remembers the last check of each kind."""
KINDS = {"ready": N_("Ready for the visit"), "close": N_("Close of day")}
"""Kind of check → its name."""
LEVELS = {FINE: N_("Fine"), LOOK: N_("Look at this"), NOT_READY: N_("Not ready")}
"""How a thing stands → its name, best first."""
SUBJECTS = {
    "disk": N_("Disk space"),
    "clock": N_("Clock"),
    "rubric": N_("Framework"),
    "identity": N_("Signing identity"),
    "backup": N_("Last backup"),
    "restore": N_("Restore tried out"),
    "partner": N_("Partner’s parcel"),
    "typing": N_("Unfinished typing"),
    "concerns": N_("Matters of concern"),
    "outcomes": N_("Earlier matters of concern"),
}
"""What is looked at → its name, in the order of the sheet."""
_DRIFT = 2.0
"""Seconds that clock and stop-watch may differ by during one check."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What a check found."""

    kind: str
    """One of KINDS."""
    at: str
    """UTC."""
    visit_id: str
    by: str
    """The name of whoever checked."""
    found: tuple[Found, ...]
    seconds: float = 0.0
    """How long it took."""

    @property
    def level(self) -> str:
        """Return how the whole stands: as its worst part."""
        return max((each.level for each in self.found), key=list(LEVELS).index, default=FINE)


@dataclass(slots=True)
class _Taken:
    began: tuple[float, float]
    """Wall clock and stop-watch, in seconds."""
    folder: Path | None
    backup_file: Path | None
    found: list[Found]
    drill: Any = None
    drill_taken: Any = None
    drilled: Any = None
    is_there: bool = False
    free: int | None = None
    refused: Found | None = None


def checking(kind: str, visit_id: str = "", secret: str = "") -> Job[Store, _Taken, _Taken, Readiness]:
    """Return the job that checks whether this laptop is ready; `kind` is one of KINDS.

    With the passphrase (or recovery code) the newest backup is really restored; without it the last drill is told.
    It raises WrongPassphrase, and Cancelled when stopped; any other trouble is a line of the answer.
    """

    def take(store: Store) -> _Taken:
        made = backup.last(store)
        taken = _Taken(_now(), store.folder, Path(made.file) if made else None, probes.of_store(store, visit_id))
        if kind == "close":
            taken.found += probes.of_the_day(store)
        if secret and taken.backup_file is not None and store.folder is not None:
            taken.drill = drilling(secret, taken.backup_file)
            taken.drill_taken = taken.drill.take(store)
        return taken

    def work(taken: _Taken, tick: Tick) -> _Taken:
        if taken.folder is not None:
            with suppress(OSError):
                taken.free = shutil.disk_usage(taken.folder).free
        taken.is_there = taken.backup_file is not None and taken.backup_file.exists()
        tick(0.1)
        if taken.drill is not None and taken.is_there:
            _drill(taken, tick)
        return taken

    def put(store: Store, taken: _Taken) -> Readiness:
        name = str(store.marks.get("my_name", ""))
        found = _answer(store, taken)
        outcome = Readiness(kind, clock.stamp(), visit_id, name, found, round(_now()[1] - taken.began[1], 1))
        _remember(store, outcome)
        return outcome

    return Job(take, work, put)


def last_check(store: Store, kind: str) -> Readiness | None:
    """Return what the last check of a kind found, or None."""
    plain: Any = (store.marks.get(CHECKED) or {}).get(kind)
    with suppress(TypeError, KeyError):
        return Readiness(**{**plain, "found": tuple(Found(**each) for each in plain["found"])}) if plain else None
    return None


def _answer(store: Store, taken: _Taken) -> tuple[Found, ...]:
    restored = _restored(store, taken)
    made = probes.last_backup(store, is_there=taken.is_there)
    return _worst((probes.disk(taken.free), *taken.found, made, restored, _drift(taken)))


def _remember(store: Store, outcome: Readiness) -> None:
    if not store.is_read_only:
        with world(store.folder):
            store.marks.keep(CHECKED, {**(store.marks.get(CHECKED) or {}), outcome.kind: asdict(outcome)})


def _drill(taken: _Taken, tick: Tick) -> None:
    """A restore that fails midway is what the check is for: told as its line, nothing of it left behind."""
    try:
        taken.drilled = taken.drill.work(taken.drill_taken, lambda part: tick(0.1 + 0.9 * part))
    except WrongPassphrase:
        raise
    except Trouble as trouble:
        taken.refused = probes.restore_refused(trouble)


def _restored(store: Store, taken: _Taken) -> Found:
    if taken.refused is not None:
        return taken.refused
    if taken.drilled is not None:
        taken.drill.put(store, taken.drilled)
    return probes.last_restore(store)


def _drift(taken: _Taken) -> Found | None:
    """A clock that was set while the check went on is told; else nothing is."""
    wall, watch = (now - then for now, then in zip(_now(), taken.began, strict=True))
    return probes.clock_jumped() if abs(wall - watch) > _DRIFT else None


def _worst(found: Sequence[Found | None]) -> tuple[Found, ...]:
    """Return one line a subject, the worst where there are two, in the order of the sheet."""
    kept: dict[str, Found] = {}
    order = list(LEVELS)
    for each in found:
        if each is not None:
            known = kept.get(each.subject)
            if known is None or order.index(each.level) > order.index(known.level):
                kept[each.subject] = each
    return tuple(kept[subject] for subject in SUBJECTS if subject in kept)


def _now() -> tuple[float, float]:
    return clock.now().timestamp(), time.monotonic()
