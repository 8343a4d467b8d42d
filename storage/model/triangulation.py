# SPDX-License-Identifier: MIT
"""How strong the evidence for something is, in words, by rules that anybody can read; and claims beside what was seen.

Pure functions of notes. Nothing here says what a finding is worth: that is for the inspectors.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from resources.language import N_
from storage.model.note import Note

LEVELS: Mapping[str, tuple[str, str]] = {
    "none": (N_("No evidence"), N_("No note stands for it.")),
    "one_source": (N_("One source"), N_("One note, or several of the same kind, role and case.")),
    "one_kind": (N_("One kind of source"), N_("Notes from different sources, all of one kind.")),
    "two_kinds": (N_("Two kinds of source"), N_("Notes of two kinds of source or more, all seen or all said.")),
    "seen_and_heard": (
        N_("Seen and heard"),
        N_("Two kinds of source or more; something an inspector saw and something she was told."),
    ),
    "by_both": (N_("Seen and heard, by both"), N_("Seen and heard, and two inspectors have notes for it.")),
}
"""Level → its name and its rule, weakest first."""
CAVEATS: Mapping[str, tuple[str, str]] = {
    "contradicted": (N_("contradicted"), N_("A note or more stands against it.")),
    "said_only": (N_("said, not seen"), N_("Every note for it is a claim.")),
    "from_memory": (N_("from memory"), N_("Every note for it was written from memory.")),
}
"""Caveat → its name and its rule."""
OUTCOMES: Mapping[str, str] = {
    "at_odds": N_("At odds with what was seen"),
    "mixed": N_("Borne out in part"),
    "untested": N_("Not tested yet"),
    "borne_out": N_("Borne out"),
}
"""What became of a claim → its name, what needs work first."""


@dataclass(frozen=True, slots=True)
class Strength:
    """How strong the evidence is."""

    level: str
    """One of LEVELS."""
    caveats: tuple[str, ...] = ()
    """Some of CAVEATS."""


def strength(notes: Collection[Note], against: Collection[Note] = ()) -> Strength:
    """Return how strong the notes for something are, given those against it. Withdrawn notes count for nothing."""
    there = [note for note in notes if note.present]
    caveats = {
        "contradicted": any(note.present for note in against),
        "said_only": bool(there) and not any(note.observed for note in there),
        "from_memory": bool(there) and all(note.from_memory for note in there),
    }
    return Strength(_level(there), tuple(name for name, holds in caveats.items() if holds))


def kinds(notes: Iterable[Note]) -> frozenset[str]:
    """Return the kinds of source among the present notes."""
    return frozenset(note.source_kind for note in notes if note.present)


def _level(notes: Sequence[Note]) -> str:
    if not notes:
        return "none"
    if len(kinds(notes)) < 2:
        sources = {(note.source_kind, note.source_role, note.case_ref) for note in notes}
        return "one_kind" if len(sources) > 1 else "one_source"
    if len({note.observed for note in notes}) < 2:
        return "two_kinds"
    return "by_both" if len({note.author for note in notes}) > 1 else "seen_and_heard"


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim, and what was seen of the same areas."""

    claim: Note
    areas: tuple[str, ...]
    """Codes that claim and observations share; the claim's own where nothing was seen."""
    bears_out: tuple[Note, ...] = ()
    at_odds: tuple[Note, ...] = ()
    beside: tuple[Note, ...] = ()
    """Seen of the same area, without saying whether the claim holds: one of the two is neutral."""

    @property
    def outcome(self) -> str:
        """Return what became of the claim, one of OUTCOMES."""
        if self.at_odds:
            return "mixed" if self.bears_out else "at_odds"
        return "borne_out" if self.bears_out else "untested"


def pairs(notes: Iterable[Note], areas: Mapping[str, Collection[str]]) -> tuple[Pair, ...]:
    """Return each claim among the present notes with what was seen of its areas: what is at odds first.

    `areas` is note → codes it speaks to. Claim and observation agree when they say strength, or weakness, alike.
    """
    there = [note for note in notes if note.present]
    seen: dict[str, list[Note]] = {}
    for note in there:
        for code in areas.get(note.id, ()) if note.observed else ():
            seen.setdefault(code, []).append(note)
    made = [_pair(claim, areas.get(claim.id, ()), seen) for claim in there if not claim.observed]
    order = list(OUTCOMES)
    return tuple(sorted(made, key=lambda pair: (order.index(pair.outcome), pair.claim.event_at, pair.claim.id)))


def _pair(claim: Note, own: Collection[str], seen: Mapping[str, Sequence[Note]]) -> Pair:
    near = {note.id: note for code in sorted(own) for note in seen.get(code, ())}
    shared = [code for code in own if code in seen]
    settled = {"strength", "weakness"}
    said = {name: note for name, note in near.items() if {note.polarity, claim.polarity} <= settled}
    return Pair(
        claim,
        tuple(sorted(shared or own)),
        tuple(note for note in said.values() if note.polarity == claim.polarity),
        tuple(note for note in said.values() if note.polarity != claim.polarity),
        tuple(note for name, note in near.items() if name not in said),
    )
