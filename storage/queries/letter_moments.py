# SPDX-License-Identifier: MIT
"""A whole letter as it stood: the moments that are worth comparing, and the letter at each. Read from the log.

A moment is a tick (Lamport): every change of the letter with no greater one belongs to it. Whatever its author knew is
among them, and every laptop with the same changes gives the same answer; clocks order nothing (HOUSE.md). What was set
aside is left out. Two wordings side by side: model/letter_diff.py.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from storage.job import Job, Tick
from storage.model.change import Change, frozen
from storage.model.enclosure import Enclosure, WholeEnclosure
from storage.model.heads import standings
from storage.model.letter import Letter, Paragraph, Section, Sentence, WholeLetter, WholeParagraph, WholeSection
from storage.model.record import Record, prose_fields, touchable
from storage.queries.letters import letter as letter_of
from storage.queries.pairs import pair_of
from storage.queries.rows import records
from storage.store import Store, looker
from storage.tables import row_of
from storage.vault import world

DRAFTED, STATE, PAIRED, SITTING, NOW = "drafted", "state", "paired", "sitting", "now"
_PIECES = (Section, Paragraph, Sentence, Enclosure)
_WORDS = frozenset(
    (
        *("text", "order", "title", "kind", "present", "paragraph_id", "section_id", "date", "addressee", "salutation"),
        *("re_line", "close", "signatory", "signatory_role", "second_signatory", "second_signatory_role", "copies"),
    )
)
"""The fields that alter what a letter says."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A letter as it stood once."""

    code: str
    """drafted, state (it came into one), paired (with its other language), sitting (as somebody left it), or now."""
    tick: int
    at: str = ""
    """When, UTC; empty for now."""
    by: str = ""
    """The name of whoever it was, as the roster gives it."""
    state: str = ""
    """Of a step: the state of rules.LETTER_STATES that it came into."""


@dataclass(frozen=True, slots=True)
class Since:
    """Asks for a letter's present words beside those of an earlier moment: what a page tells the window."""

    letter: Letter
    code: str = ""
    """Of a moment; empty for the last one that read otherwise."""
    state: str = ""


@dataclass(frozen=True, slots=True)
class LetterLog:
    """All that was ever done to one letter, and by whom: enough to say how it stood at any moment."""

    letter: Letter
    changes: tuple[Change, ...]
    """Of the shell and of every piece, by tick; what was set aside is left out."""
    names: dict[str, str]
    """Device → the name of whoever sits at it."""
    paired: Change | None = None
    """The change that joined it with its other language."""


def letter_log(store: Store, letter_id: str) -> LetterLog | None:
    """Return everything that was done to a letter, or None when it is not here."""
    shell = letter_of(store, letter_id)
    if shell is None:
        return None
    changes = [each for noun in (Letter, *_PIECES) for each in _of(store, noun, shell)]
    seats = store.tables.roster(shell.stream_id)
    names = {device: seat.name for device, seat in seats.items()}
    return LetterLog(shell, tuple(sorted(changes, key=_order)), names, _pairing(store, shell))


def reading(letter_id: str) -> Job[Store, Any, LetterLog | None, LetterLog | None]:
    """Return the Job that reads a letter's log away from the screen: a long one is hundreds of sealed changes."""

    def work(taken: Any, tick: Tick) -> LetterLog | None:
        tick(0.1)
        if not callable(taken):
            return taken  # type: ignore[no-any-return]  # a store that lives in memory has but one connection
        with closing(taken()) as there:
            return letter_log(there, letter_id)

    return Job(lambda store: looker(store) or letter_log(store, letter_id), work, lambda _store, log: log)


def moments(log: LetterLog) -> tuple[Moment, ...]:
    """Return the moments worth comparing, oldest first: drafted, each state, pairing, each sitting; now comes last."""
    worded = _worded(log)
    if not worded:
        return (Moment(NOW, 0),)
    first = [each for each in worded if each.gesture == worded[0].gesture][-1]
    found = [_moment(log, DRAFTED, first)]
    for each in log.changes:
        if each.entity == Letter.entity and each.before.get("status", _state(each)) != _state(each):
            found.append(_moment(log, STATE, each, _state(each)))
    if log.paired is not None and log.paired.tick > first.tick:
        found.append(_moment(log, PAIRED, log.paired))
    last = log.changes[-1].tick
    known = {_reached(worded, each.tick) for each in found} | {len(worded)}
    for each in _sittings(worded):
        if _reached(worded, each.tick) not in known:
            known.add(_reached(worded, each.tick))
            found.append(_moment(log, SITTING, each))
    return (*sorted(found, key=lambda each: each.tick), Moment(NOW, last))


def earlier(log: LetterLog, every: Sequence[Moment], since: Since) -> Moment:
    """Return the moment that the present is best compared with: the one asked for, or the last that read otherwise."""
    asked = [each for each in every if each.code == since.code and (each.state == since.state or not since.state)]
    if asked and since.code:
        return asked[-1]
    worded = _worded(log)
    other = [each for each in every if _reached(worded, each.tick) < len(worded)]
    return other[-1] if other else every[0]


def letter_at(log: LetterLog, moment: Moment) -> WholeLetter:
    """Return the whole letter as it stood at a moment; of what went with it the titles, not the files."""
    by_thing: dict[tuple[str, str], list[Change]] = {}
    for each in log.changes:
        if each.tick <= moment.tick:
            by_thing.setdefault((each.entity, each.entity_id), []).append(each)
    shell = _folded(Letter, by_thing)
    sections = sorted(_folded(Section, by_thing), key=_place)
    paragraphs = _by_parent(_folded(Paragraph, by_thing), "section_id")
    sentences = _by_parent(_folded(Sentence, by_thing), "paragraph_id")
    return WholeLetter(
        shell[0] if shell else log.letter,
        tuple(
            WholeSection(
                section,
                tuple(
                    WholeParagraph(each, tuple(sentences.get(each.id, ()))) for each in paragraphs.get(section.id, ())
                ),
            )
            for section in sections
        ),
        tuple(WholeEnclosure(each, None) for each in sorted(_folded(Enclosure, by_thing), key=_place)),
    )


def _of(store: Store, noun: type[Record], shell: Letter) -> Iterator[Change]:
    own = {shell.id} if noun is Letter else {each.id for each in records(store, noun, "letter_id = ?", (shell.id,))}
    with world(store.folder):
        aside = {
            (device, seq)
            for device, seq in store.db.execute(
                "SELECT device, seq FROM set_aside WHERE stream = ? AND entity = ?", (shell.stream_id, noun.entity)
            ).fetchall()
        }
        for thing in sorted(own):
            every = store.ledger.changes(stream=shell.stream_id, entity=noun.entity, entity_id=thing)
            yield from (each for each in every if (each.device, each.seq) not in aside)


def _pairing(store: Store, shell: Letter) -> Change | None:
    other = pair_of(store, shell)
    if other is None:
        return None
    second, first = (shell, other) if shell.pair_id else (other, shell)
    joined = [each for each in _of(store, Letter, second) if each.after.get("pair_id") == first.id]
    return joined[-1] if joined else None


def _order(change: Change) -> tuple[int, str, int]:
    return change.tick, change.device, change.seq


def _moment(log: LetterLog, code: str, change: Change, state: str = "") -> Moment:
    return Moment(code, change.tick, change.at, log.names.get(change.device, ""), state)


def _worded(log: LetterLog) -> list[Change]:
    """Return the changes that altered what the letter says; every amendment names `present`, so names alone do not."""
    return [
        each
        for each in log.changes
        if any(each.before.get(name) != value for name, value in each.after.items() if name in _WORDS)
    ]


def _state(change: Change) -> str:
    return str(change.after.get("status", ""))


def _reached(worded: Sequence[Change], tick: int) -> int:
    return sum(each.tick <= tick for each in worded)


def _sittings(worded: Sequence[Change]) -> Iterator[Change]:
    """Yield the last change of each sitting: what one person did to the words on one day, one after the other."""
    for each, after in pairwise(worded):
        if (each.device, each.at[:10]) != (after.device, after.at[:10]):
            yield each


def _folded(noun: type[Any], by_thing: dict[tuple[str, str], list[Change]]) -> list[Any]:
    """Return the noun's things that were present, each as its changes leave it."""
    found = []
    for (entity, thing), changes in by_thing.items():
        if entity != noun.entity:
            continue
        row = row_of(noun, standings(changes, prose_fields(noun)))
        if row["present"]:
            values = {
                name: frozen(json.loads(row[name])) if isinstance(default, tuple) else row[name]
                for name, default in touchable(noun)
            }
            found.append(noun(id=thing, stream_id=changes[0].stream, **values))
    return found


def _place(record: Any) -> tuple[str, str]:
    return record.order, record.id


def _by_parent(children: Iterable[Any], parent: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for each in sorted(children, key=_place):
        found.setdefault(getattr(each, parent), []).append(each)
    return found
