# SPDX-License-Identifier: MIT
"""What is said after a crash or a power cut: what came back, from when, and what could not. Recovering: storage."""

from resources.language import N_, _, ngettext
from storage.twice import Recovered
from ui.history.moments import local_time

Words = tuple[str, str, str]
"""Message, advice and tone of a notice, translated."""


def words_of(found: Recovered) -> Words:
    """Return what to tell a person of a recovery that is worth telling."""
    if found.lost or found.missing:
        message, tone = _(N_("Not everything could be brought back after Arolwg was last cut off.")), "bad"
    else:
        message, tone = _(N_("Arolwg was cut off last time. Everything that was kept is here.")), "info"
    return message, " ".join(_parts(found)), tone


def _parts(found: Recovered) -> list[str]:
    parts = []
    if found.pencils:
        parts.append(_(N_("What was being typed is back in its note.")))
        if others := len(found.pencils) - 1:
            said = ngettext("{count} more was unfinished.", "{count} more were unfinished.", others)
            where = _(N_("Unfinished notes, in the menu Note, lists them."))
            parts.append(f"{said.format(count=others)} {where}")
    if found.changes:
        said = ngettext("{count} change was put back.", "{count} changes were put back.", found.changes)
        parts.append(said.format(count=found.changes))
    if found.until:
        parts.append(_(N_("The newest was kept on {when}.")).format(when=local_time(found.until)))
    if found.torn and found.pencils:
        parts.append(_(N_("What was typed in the last second after that was not yet called kept, and may be missing.")))
    if found.lost:
        said = ngettext("{count} record could not be read.", "{count} records could not be read.", found.lost)
        parts.append(said.format(count=found.lost))
        parts.append(_(N_("A copy of the damaged file stays beside the store: keep it, and ask your office.")))
    if found.missing:
        said = _(N_("Some of it is in {folder}, which is not there now: put the stick or disk back first."))
        parts.append(said.format(folder=found.missing))
    return parts
