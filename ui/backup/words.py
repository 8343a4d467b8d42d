# SPDX-License-Identifier: MIT
"""What backups and drills are said to be, in the language in use. What they are: storage/backup.py and drill.py."""

from datetime import datetime

from resources.language import N_, _, long_date
from storage.backup import Backup
from storage.drill import Drilled, sentences

Words = tuple[str, str, str]
"""Message, advice and tone of a notice, translated."""


def moment(at: str) -> str:
    """Return a UTC stamp as local date and time."""
    there = datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()
    return f"{long_date(there.date())} {there:%H:%M}"


def of_backup(made: Backup | None) -> str:
    """Say when the last backup was made, and where it lies."""
    if made is None:
        return _(N_("No backup has been made yet: this laptop holds the only copy."))
    said = _(N_("Last backup: {when}, {size} MB, read back and found whole: {file}")).format(
        when=moment(made.at), size=f"{max(made.size / 1e6, 0.1):.1f}", file=made.file
    )
    beside = _(N_("It lies on the same disk as your notes: a stick would be safer.")) if made.is_beside else ""
    return f"{said}\n{beside}".strip()


def of_drill(tried: Drilled | None) -> Words:
    """Say what the last drill found, judgement first."""
    if tried is None:
        return _(N_("No backup has been tried out yet.")), "", "warn"
    judgement, *rest = map(str, sentences(tried))
    when = _(N_("Tried on {now}: the backup of {when}.")).format(now=moment(tried.at), when=moment(tried.made_at))
    return judgement, " ".join([when, *rest]), "ok" if tried.is_well else "bad"
