# SPDX-License-Identifier: MIT
"""How it is said how a laptop stands with the office, and what a sync came to. No widgets, no store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from resources.language import _, long_date, ngettext
from storage.model import clock
from storage.queries.standing import Stand

if TYPE_CHECKING:  # it brings the HTTP client, which the foot of the window must not wait for
    from storage.sync.exchange import Progress


@dataclass(frozen=True, slots=True)
class State:
    """How this laptop stands with the office, now."""

    phase: str = "apart"
    """"apart": not enrolled; "waiting", "busy", "failed", or "whole": the office has everything."""
    waiting: int = 0
    """Changes and files that no receipt covers."""
    of: int = 0
    """How many there were when the sync began."""
    taken: int = 0
    """Changes that this sync has taken in."""
    to_take: int = 0
    """Changes that the hub is known to have for this laptop, and that are not here yet."""
    indexing: int = 0
    """Notes that came in and are not found by a search yet."""
    checking: int = 0
    """Changes that came in and whose own signatures are not checked yet: not shown as confirmed."""
    tries_again: bool = False
    """A sync that lost its connection is going to be tried again by itself."""
    at: str = ""
    """When the oldest of the receipts was given, UTC; empty when there is none."""
    stands: Mapping[str, Stand] = field(default_factory=dict)
    """Stream → how it stands."""

    @property
    def part(self) -> float:
        """Return how far a sync under way is, 0.0 to 1.0: both ways together."""
        whole = self.of + self.taken + self.to_take
        return (max(self.of - self.waiting, 0) + self.taken) / whole if whole else 0.0


class Told(NamedTuple):
    """Words with a shape and a tone."""

    words: str
    icon: str
    tone: str


def of_state(state: State) -> Told:
    """Return the one line at the foot of the window."""
    if state.phase == "busy":
        return Told(" · ".join(_under_way(state)), "refresh-cw", "")
    if (state.indexing or state.checking) and state.phase != "failed":
        return Told(" · ".join(_afterwards(state)), "clock", "")
    if state.phase == "apart":
        return Told(_("Not joined to an office"), "monitor", "muted")
    if state.phase == "whole":
        return Told(_("The office has everything, {time}").format(time=when(state.at)), "building-2", "ok")
    only_here = ngettext("{count} change only here", "{count} changes only here", state.waiting)
    words = only_here.format(count=state.waiting) if state.waiting else _("Not synced yet")
    if state.phase == "failed":
        again = (_("tries again by itself"),) if state.tries_again else ()
        return Told(" · ".join((_("The last sync was broken off"), words, *again)), "triangle-alert", "warn")
    return Told(words, "monitor", "")


def _under_way(state: State) -> Iterator[str]:
    """Yield how far a sync is, in words and numbers."""
    if state.of:
        done = max(state.of - state.waiting, 0)
        yield _("Syncing: {done} of {all} handed in").format(done=f"{done:,}", all=f"{state.of:,}")
    elif state.taken or state.to_take:
        yield _("Syncing")
    else:
        yield _("Syncing: asking the office what is new")
    if state.to_take:
        both = f"{state.taken:,}", f"{state.taken + state.to_take:,}"
        yield _("{done} of {all} taken in").format(done=both[0], all=both[1])
    elif state.taken:
        yield ngettext("{count} taken in", "{count} taken in", state.taken).format(count=f"{state.taken:,}")


def _afterwards(state: State) -> Iterator[str]:
    """Yield what is done with what came in, while it can be read already."""
    if state.indexing:
        words = ngettext("Indexing {count} note for searching", "Indexing {count} notes for searching", state.indexing)
        yield words.format(count=f"{state.indexing:,}")
    if state.checking:
        words = ngettext("Checking {count} signature", "Checking {count} signatures", state.checking)
        yield words.format(count=f"{state.checking:,}")


def of_stand(stand: Stand) -> str:
    """Return how one visit stands: "The office has everything, 10:42"."""
    if stand.waiting and stand.at:
        words = ngettext("{count} change only here", "{count} changes only here", stand.waiting)
        return (
            f"{words.format(count=stand.waiting)} · {_('the rest with the office, {time}').format(time=when(stand.at))}"
        )
    if stand.waiting:
        return _("Nothing of it is known to be with the office")
    return _("The office has everything, {time}").format(time=when(stand.at))


def of_progress(progress: Progress) -> str:
    """Return what a sync came to, a sentence each."""
    return " ".join(_outcome(progress))


def _outcome(progress: Progress) -> Iterator[str]:
    sent, new = progress.sent + progress.documents_sent, progress.new + progress.documents_new
    yield ngettext("{count} handed in,", "{count} handed in,", sent).format(count=sent)
    yield ngettext("{count} taken in.", "{count} taken in.", new).format(count=new)
    if progress.set_aside:
        count = progress.set_aside
        yield ngettext("{count} change was set aside.", "{count} changes were set aside.", count).format(count=count)
    if progress.held:
        count = progress.held
        yield ngettext(
            "{count} change waits for the office’s word.", "{count} changes wait for the office’s word.", count
        ).format(count=count)
    if progress.is_revoked:
        yield _("The office has revoked this device: what it hands in is held there.")
    if progress.left:
        yield _("The hub has a visit for you that was wiped from this laptop: it was left alone.")
    if progress.hub_forgot:
        yield _("The hub had less than its receipts say: it was restored, and was given back what it forgot.")


def when(at: str) -> str:
    """Return a moment of today as "10:42", another with its day; local time."""
    try:
        moment = datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return "–"
    today = clock.now().astimezone().date()
    return f"{moment:%H:%M}" if moment.date() == today else f"{long_date(moment.date())} {moment:%H:%M}"


def day_of(at: str) -> str:
    """Return the local day of a moment in UTC, or of a day, in words; nothing for none."""
    try:
        moment = datetime.fromisoformat(at.replace("Z", "+00:00"))
    except ValueError:
        return at
    return long_date(moment.astimezone().date() if "T" in at else moment.date())


def size_words(size: int) -> str:
    """Return bytes as a person reads them: "0.1 MB", "12.3 GB"."""
    return f"{size / 1e9:,.1f} GB" if size >= 1e9 else f"{max(size / 1e6, 0.1):,.1f} MB"
