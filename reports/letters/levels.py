# SPDX-License-Identifier: MIT
"""Changes of the concern level as an authority's events tell them: an event of the kind "level_serious" and its date.

Its text holds the reasons. What a level is called in a letter is in the shared words.
"""

from dataclasses import dataclass

from reports.facts import Facts
from reports.letters.draft import DraftSentence
from reports.letters.voice import Voice, source
from reports.letters.wording import Slots
from storage.model.event import Event

_KIND = "level_"
SLOTS: Slots = {
    "level_changed": frozenset({"service", "before", "after", "date"}),
    "level_became": frozenset({"service", "after", "date"}),
}
"""What `told` fills."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the level."""

    event: Event
    before: str
    """The level of the step before this one; empty where the record has none."""

    @property
    def after(self) -> str:
        """Return the level that holds from then on."""
        return self.event.kind.removeprefix(_KIND)


def changes(facts: Facts) -> tuple[Change, ...]:
    """Return every change of level on the authority's record, oldest first.

    A step without a date may have come before or after any other: beside dated ones it is left out, and what held
    before those is not said.
    """
    steps = [each for each in facts.events if each.kind.startswith(_KIND)]
    dated = [each for each in steps if each.date] or steps
    if len(dated) < len(steps):
        return tuple(Change(step, "") for step in dated)
    before = ["", *(each.kind.removeprefix(_KIND) for each in dated)]
    return tuple(Change(step, level) for step, level in zip(dated, before, strict=False))


def told(voice: Voice, change: Change) -> list[DraftSentence | None]:
    """Return what changed, from when, and the reasons as the record has them."""
    facts, event = voice.facts, change.event
    values = {
        "service": voice.own(facts.visit.service or facts.authority.service),
        "after": voice.named("levels", change.after),
        "date": voice.dates(event.date),
    }
    if change.before:
        said = voice.said("level_changed", [event], before=voice.named("levels", change.before), **values)
    else:
        said = voice.said("level_became", [event], **values)
    return [said, DraftSentence(voice.own(event.text), (source(event),)) if event.text else None]
