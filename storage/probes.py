# SPDX-License-Identifier: MIT
"""What the check before a visit looks at, a function each: how it stands, in one sentence, and what to do about it.

They read and judge, and keep nothing; the check as a whole is readiness.py's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from resources.language import N_
from storage import backup
from storage.drill import last_drill
from storage.errors import BadFile, Trouble
from storage.model import clock
from storage.model.edition import content_of, digest_of
from storage.model.visit import Visit
from storage.queries.concerns import open_concerns, outcomes_wanted
from storage.queries.editions import rubric_for
from storage.queries.members import members
from storage.queries.visits import visit as visit_by_id
from storage.store import Store
from storage.sync.carried import carried

FINE, LOOK, NOT_READY = "fine", "look", "not_ready"
SIGNER = "signing.identity"
"""The mark that remembers whose identity was opened last: name, until, practice."""
WRITTEN = datetime(2025, 1, 1, tzinfo=UTC)
"""Arolwg itself is younger: a clock that says less is wrong."""
_SCARCE, _LITTLE = 200_000_000, 1_000_000_000
"""Bytes: below the first no visit should begin; below the second a day of photos may fill the disk."""
_SOON = timedelta(days=30)
_OLD_BACKUP, _OLD_RESTORE, _LONG_AWAY = timedelta(hours=24), timedelta(days=30), timedelta(days=400)
_AHEAD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Found:
    """How one thing stands."""

    subject: str
    """One of readiness.SUBJECTS."""
    level: str
    """fine, look or not_ready."""
    said: str
    """A gettext key."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """To put in: str or int; "when" is a moment as clock.stamp writes it."""
    todo: str = ""
    """What to do, a gettext key; empty where nothing needs doing."""


def of_store(store: Store, visit_id: str) -> list[Found]:
    """Return what the store itself says: its clock, the visit's frameworks and partner, who signs."""
    there = visit_by_id(store, visit_id) if visit_id else None
    found = [the_clock(store), signer(store)]
    if there is None:
        todo = N_("Open the visit first, then check again.")
        return [*found, Found("rubric", LOOK, N_("No visit is open, so no framework was looked at."), todo=todo)]
    return [*found, rubric(store, there), partner(store, there), *outcomes(store, there)]


def of_the_day(store: Store) -> list[Found]:
    """Return what the close of a day looks at besides: typing that is no note yet, open matters of concern."""
    pencils = len(store.journal.unfinished()) if store.journal is not None else 0
    waiting = len(open_concerns(store))
    return [
        Found("typing", LOOK, N_("Words that are no note yet: {count}."), {"count": pencils}, N_("Keep or clear them."))
        if pencils
        else Found("typing", FINE, N_("Everything typed is kept.")),
        Found(
            "concerns",
            NOT_READY,
            N_("Not acknowledged yet: {count}."),
            {"count": waiting},
            N_("Tell the authority, and record who acknowledged it, before you leave."),
        )
        if waiting
        else Found("concerns", FINE, N_("None is open.")),
    ]


def disk(free: int | None) -> Found:
    """Say whether the disk has room; None where nobody could ask it."""
    if free is None:
        todo = N_("Look at the disk with the computer's own tools.")
        return Found("disk", LOOK, N_("The disk does not say how much room it has."), todo=todo)
    values = {"gigabytes": f"{free / 1e9:.1f}"}
    todo = N_("Make room on this disk before the visit.")
    if free < _LITTLE:
        level = NOT_READY if free < _SCARCE else LOOK
        return Found("disk", level, N_("Only {gigabytes} GB are free."), values, todo)
    return Found("disk", FINE, N_("{gigabytes} GB are free."), values)


def the_clock(store: Store) -> Found:
    """Say whether the clock is plausible: after Arolwg was written, after all this laptop did, and not long after."""
    now, last = clock.now(), _last_moment(store)
    todo = N_("Set this computer's date and time: every note bears them.")
    values = {"when": clock.stamp(now)}
    if now < WRITTEN:
        return Found("clock", NOT_READY, N_("The clock says {when}: that is before Arolwg was written."), values, todo)
    if last is not None and now < last - _AHEAD:
        said = N_("The clock lies behind what was recorded here last, {when}.")
        return Found("clock", NOT_READY, said, {"when": clock.stamp(last)}, todo)
    if last is not None and now - last > _LONG_AWAY:
        said = N_("The clock says {when}, more than a year after the last entry here.")
        return Found("clock", LOOK, said, values, N_("Check the date; if it is right, all is well."))
    return Found("clock", FINE, N_("The clock says {when}, and nothing here contradicts it."), values)


def clock_jumped() -> Found:
    """Say that the clock was set while it was looked at."""
    todo = N_("Let the computer settle its time, then check again.")
    return Found("clock", NOT_READY, N_("The clock was set while this check went on."), todo=todo)


def rubric(store: Store, visit: Visit) -> Found:
    """Say whether the visit's frameworks are here, with the digest by which two laptops can compare them."""
    todo = N_("Choose a framework, or load its file, before the visit.")
    if not visit.frameworks:
        return Found("rubric", NOT_READY, N_("The visit uses no framework."), todo=todo)
    digests = []
    for name in visit.frameworks:
        try:
            digests.append(f"{name} {digest_of(content_of(rubric_for(store, name, visit.id)))[:12]}")
        except BadFile:
            return Found("rubric", NOT_READY, N_("The framework {name} is not here."), {"name": name}, todo)
    return Found("rubric", FINE, N_("Loaded, with its digest: {digests}"), {"digests": "; ".join(digests)})


def signer(store: Store) -> Found:
    """Say whose identity signs, and until when it holds."""
    known: Any = store.marks.get(SIGNER)
    if not isinstance(known, dict) or not known.get("until"):
        todo = N_("Open yours once, with its password, to see that it works and until when it holds.")
        return Found("identity", LOOK, N_("No signing identity has been opened on this laptop."), todo=todo)
    values, left = {"name": str(known["name"]), "when": str(known["until"])}, _until(str(known["until"]))
    renew = N_("Ask whoever issued it for a new one.")
    if left <= timedelta(0):
        return Found("identity", NOT_READY, N_("{name}: the identity expired on {when}."), values, renew)
    if known.get("practice"):
        todo = N_("Open your own identity, if a letter is to be signed.")
        return Found("identity", LOOK, N_("{name}: a practice identity, which proves nobody's name."), values, todo)
    if left <= _SOON:
        return Found("identity", LOOK, N_("{name}: the identity holds only until {when}."), values, renew)
    return Found("identity", FINE, N_("{name}: the identity holds until {when}."), values)


def partner(store: Store, visit: Visit) -> Found:
    """Say when parcels with the visit last went to the other members and came from them."""
    mine = {store.device.id, *(each.id for each in store.before)}
    others = [seat for seat in members(store, visit.stream_id) if seat.present and seat.device not in mine]
    if not others:
        todo = N_("Give the second inspector's laptop a seat, and a parcel.")
        return Found("partner", LOOK, N_("Nobody else has a seat in this visit."), todo=todo)
    known = carried(store, visit.stream_id)
    todo = N_("Give your partner a parcel, and take hers.")
    if not known.given and not known.taken:
        return Found("partner", NOT_READY, N_("No parcel has been given or taken yet."), todo=todo)
    if not known.taken:
        return Found("partner", LOOK, N_("Given {when}; none has been taken yet."), {"when": known.given}, todo)
    if not known.given:
        return Found("partner", LOOK, N_("Taken {when}; none has been given yet."), {"when": known.taken}, todo)
    values = {"when": known.given, "taken_when": known.taken}
    is_old = _since(min(known.given, known.taken)) > _OLD_BACKUP
    return Found(
        "partner", LOOK if is_old else FINE, N_("Given {when}, taken {taken_when}."), values, todo if is_old else ""
    )


def outcomes(store: Store, visit: Visit) -> list[Found]:
    """Say how many outcomes of earlier matters of concern this visit has to ask for; nothing where there are none."""
    count = len(outcomes_wanted(store, visit))
    todo = N_("Ask the authority what came of them, and record it: Ctrl+F11.")
    said = N_("Outcomes of earlier visits to ask for: {count}.")
    return [Found("outcomes", LOOK, said, {"count": count}, todo)] if count else []


def last_backup(store: Store, *, is_there: bool) -> Found:
    """Say how old the last backup is and where it lies; `is_there` tells whether its file could be seen."""
    made = backup.last(store)
    todo = N_("Put the stick in and back up now.")
    if made is None:
        return Found("backup", NOT_READY, N_("There is none: this laptop holds the only copy."), todo=todo)
    values = {"when": made.at, "folder": str(Path(made.file).parent)}
    if not is_there:
        said = N_("Made {when} in {folder}, which is not there now.")
        return Found("backup", LOOK, said, values, N_("Put the stick in and check again."))
    if backup.has_moved(store, made) and _since(made.at) > _OLD_BACKUP:
        return Found("backup", NOT_READY, N_("Made {when}; work since then is in no backup."), values, todo)
    if made.is_beside:
        said = N_("Made {when}, on the same disk as the store.")
        return Found("backup", LOOK, said, values, N_("Back up to a stick that is kept apart from the laptop."))
    return Found("backup", FINE, N_("Made {when} in {folder}."), values)


def last_restore(store: Store) -> Found:
    """Say what really restoring a backup came to, the last time it was done."""
    tried = last_drill(store)
    todo = N_("Type the passphrase and check again: a backup that was never restored is a hope.")
    if tried is None:
        return Found("restore", LOOK, N_("No backup has been restored on trial yet."), todo=todo)
    values = {"when": tried.at, "count": tried.changes}
    if not tried.is_well:
        said = N_("Restored on trial {when}, and not all was well.")
        return Found(
            "restore", NOT_READY, said, values, N_("Make a new backup, best on another stick, and check again.")
        )
    if _since(tried.at) > _OLD_RESTORE:
        return Found("restore", LOOK, N_("Last restored on trial {when}: long ago."), values, todo)
    return Found("restore", FINE, N_("Really restored and compared {when}: {count} changes came back."), values)


def restore_refused(trouble: Trouble) -> Found:
    """Say why a restore failed midway."""
    values = {name: value if isinstance(value, int) else str(value) for name, value in trouble.values.items()}
    return Found("restore", NOT_READY, trouble.message, values, trouble.advice)


def _last_moment(store: Store) -> datetime | None:
    """Return the latest moment this laptop remembers: of its newest gesture, its last backup, its last drill."""
    stamps = [each.at for each in (backup.last(store), last_drill(store)) if each is not None]
    for gesture, _undoes, _act in store.ledger.gestures_by(store.device.id, 1):
        stamps += [change.at for change in store.ledger.changes(gesture=gesture)]
    return max((clock.read_stamp(each) for each in stamps), default=None)


def _since(at: str) -> timedelta:
    return clock.now() - clock.read_stamp(at)


def _until(at: str) -> timedelta:
    return clock.read_stamp(at) - clock.now()
