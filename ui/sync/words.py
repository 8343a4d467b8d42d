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
from ui.models.office_words import Word, of_device

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
    is_revoked: bool = False
    """The office has revoked this device."""
    closed: int = 0
    """Streams in which this device has no seat any more."""
    held: int = 0
    """Of those that wait, how many the hub holds until the office has said that they count."""
    stands: Mapping[str, Stand] = field(default_factory=dict)
    """Stream → how it stands."""

    @property
    def part(self) -> float:
        """Return how far a sync under way is, 0.0 to 1.0: both ways together."""
        whole = self.of + self.taken + self.to_take
        return (max(self.of - self.waiting, 0) + self.taken) / whole if whole else 0.0

    @property
    def syncs(self) -> bool:
        """Say whether whoever presses the strip means a sync; else she wants to know more."""
        return self.phase not in ("apart", "busy") and self.word is None

    @property
    def word(self) -> Word | None:
        """Return what the office said of this device that somebody must know, or None."""
        return of_device(is_revoked=self.is_revoked, closed=self.closed, held_back=self.held)


class Told(NamedTuple):
    """Words with a shape and a tone."""

    words: str
    icon: str
    tone: str


def of_state(state: State) -> Told:
    """Return the one line at the foot of the window."""
    if state.phase == "busy":
        return Told(" · ".join(_under_way(state)), "refresh-cw", "")
    if state.is_revoked:
        return Told(" · ".join(_so_far(state)), "circle-x", "bad")
    if (state.indexing or state.checking) and state.phase != "failed":
        return Told(" · ".join(_afterwards(state)), "clock", "")
    if state.phase == "apart":
        return Told(_("Not joined to an office"), "monitor", "muted")
    told = tuple(_so_far(state))
    if state.phase == "failed":
        again = (_("tries again by itself"),) if state.tries_again else ()
        return Told(" · ".join((_("The last sync was broken off"), *told, *again)), "triangle-alert", "warn")
    if state.word is not None:
        return Told(" · ".join(told), "info", "warn")
    is_whole = state.phase == "whole"
    return Told(" · ".join(told), "building-2" if is_whole else "monitor", "ok" if is_whole else "")


def beside_word(state: State) -> Told:
    """Return the line of a page that also shows the state's `word`, without what that says; it may be empty."""
    told = of_state(state)
    if state.word is None or state.phase in ("busy", "failed"):
        return told
    return Told(" · ".join(_only_here(state)), "monitor", "muted")


def _so_far(state: State) -> Iterator[str]:
    """Yield what the office said, what is held, and what is only here; or that the office has everything."""
    if state.is_revoked:
        yield _("Revoked by the office")
    elif state.closed:
        words = ngettext("No seat any more in {count} record", "No seat any more in {count} records", state.closed)
        yield words.format(count=state.closed)
    yield from _held(state.held)
    yield from _only_here(state)


def _only_here(state: State) -> Iterator[str]:
    if state.waiting > state.held:
        count = state.waiting - state.held
        yield ngettext("{count} change only here", "{count} changes only here", count).format(count=count)
    elif state.phase == "whole":
        yield _("The office has everything, {time}").format(time=when(state.at))
    elif not state.held:
        yield _("Not synced yet") if state.stands else _("Nothing is here yet that could be synced")


def _held(count: int) -> Iterator[str]:
    if count:
        words = ngettext("{count} change held for the office", "{count} changes held for the office", count)
        yield words.format(count=f"{count:,}")


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
    return " · ".join(_stood(stand))


def _stood(stand: Stand) -> Iterator[str]:
    if stand.is_closed:
        yield _("No seat any more")
    yield from _held(stand.held)
    count, time = stand.waiting - stand.held, when(stand.at)
    if count and stand.at:
        yield ngettext("{count} change only here", "{count} changes only here", count).format(count=count)
    if count and not stand.at:
        yield _("Nothing of it is known to be with the office")
    elif stand.waiting:
        yield _("the rest with the office, {time}").format(time=time)
    else:
        yield _("The office has everything, {time}").format(time=time)


def of_progress(progress: Progress) -> str:
    """Return what a sync came to, a sentence each; empty where all of it is what the office said (`State.word`)."""
    return " ".join(_outcome(progress))


def _outcome(progress: Progress) -> Iterator[str]:
    sent, new = progress.sent + progress.documents_sent, progress.new + progress.documents_new
    if sent or new:
        yield ngettext("{count} handed in,", "{count} handed in,", sent).format(count=sent)
        yield ngettext("{count} taken in.", "{count} taken in.", new).format(count=new)
    elif not progress.held:
        yield _("Nothing was new on either side.")
    if progress.set_aside:
        count = progress.set_aside
        yield ngettext("{count} change was set aside.", "{count} changes were set aside.", count).format(count=count)
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
