# SPDX-License-Identifier: MIT
"""What a check found: which check, where in the letter, which words. The checks' names, and which of them block."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from types import MappingProxyType

from resources.language import N_


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked for."""

    title: str
    """A gettext key: what was found."""
    advice: str
    """A gettext key: what to do."""
    blocks: bool = True
    """Whether approval waits until the hit is put right or excused with a reason."""
    may_be_excused: bool = True
    """False where no reason lets it be: it has to be put right, or to go away."""


_ROLE = N_("Say the role or the pseudonymous group instead.")
CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "cannot_run": Check(
            N_("Identifiers cannot be looked for: the key of the cases is not on this laptop"),
            N_("Check on the laptop that has the key, or bring in a list of names here."),
        ),
        "unread": Check(
            N_("A file that goes with the letter, or a part of it, cannot be read here: no name was looked for in it"),
            N_("Read it yourself, then excuse this with a reason; or take the file off."),
        ),
        "unproven": Check(
            N_("Still being checked: the signature of a record behind this was not looked at yet"),
            N_("Wait a moment, then check again; the strip at the foot says how far it is."),
            may_be_excused=False,
        ),
        "wrong_signature": Check(
            N_("A record behind this bears a wrong signature"),
            N_("Take it out of the letter, or ask whoever wrote it to write it again."),
            may_be_excused=False,
        ),
        "name": Check(N_("The name of somebody"), _ROLE),
        "initials": Check(N_("The initials of somebody on the list"), _ROLE),
        "birth": Check(N_("A date of birth"), N_("Give an age band, or leave it out.")),
        "address": Check(N_("An address, telephone number or the like"), N_("Leave it out.")),
        "case_reference": Check(N_("The reference of a case"), N_("Letters name no case: say what was seen.")),
        "small_group": Check(
            N_("A group so small that somebody in it may be recognised"),
            N_("Speak of a larger group, or leave it out."),
        ),
        "handling": Check(
            N_("A source that must not stand behind a sentence: confidential, or not for the letter"),
            N_("Name another source, or withdraw the sentence."),
        ),
        "hidden": Check(N_("Signs that nobody can see, or letters of another alphabet"), N_("Clean the sentence.")),
        "unsupported": Check(
            N_("A sentence without support"), N_("Draft it from a finding, or excuse it with a reason.")
        ),
        "reworded": Check(
            N_("Reworded since its sources were given"), N_("Read the sources again and say that they still hold.")
        ),
        "lost_source": Check(
            N_("A source that was withdrawn, set aside, or is not on this laptop"), N_("Look at its sources.")
        ),
        "phrase": Check(
            N_("“We saw”, “we heard” and “we found” promise a kind of source that this sentence does not have"),
            N_("Saw: observation or record. Heard: interview. Found: two kinds of source."),
        ),
        "no_direction": Check(
            N_("An earlier recommendation without a direction of travel"),
            N_("Say on the recommendation how it stands, and draft again; or excuse it with a reason."),
        ),
        "empty_slot": Check(N_("A required place is empty"), N_("Write what belongs there.")),
        "no_strength": Check(
            N_("The letter names no strength"), N_("Name one with its evidence, or excuse it with a reason.")
        ),
        "figures": Check(
            N_("A figure or date that its sources do not have"), N_("Compare with the records."), blocks=False
        ),
        "acronym": Check(N_("An abbreviation that is not explained"), N_("Write it out the first time."), blocks=False),
        "plain": Check(N_("There is a plainer word"), N_("Use the plainer word."), blocks=False),
        "house_style": Check(N_("Not in the house style"), N_("Write it as the house does."), blocks=False),
        "long_sentence": Check(N_("A long sentence"), N_("Make two of it."), blocks=False),
        "length": Check(N_("The letter is longer than most of its type"), N_("Shorten it."), blocks=False),
        "twice": Check(N_("The same point is made twice"), N_("Say it once."), blocks=False),
        "reused": Check(N_("This sentence stands in another letter too"), N_("Write it for this case."), blocks=False),
    }
)
"""Code → the check, in the order in which hits are shown."""
IDENTIFIERS = ("name", "initials", "birth", "address", "case_reference", "small_group")
"""Checks whose words must not be repeated outside the letter."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words that will be read outside: a sentence, a part of the shell, something the file says of itself."""

    place: str
    """The sentence's identifier, or a name: "re_line", "metadata", "attachment"."""
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    check: str
    """A code of CHECKS."""
    place: str = ""
    """As Line.place; empty for the letter as a whole."""
    text: str = ""
    """The words it stands in."""
    start: int = 0
    end: int = 0
    """Which of these words."""
    about: str = ""
    """What else tells it from others: the plainer word, a recommendation's number."""

    @property
    def fragment(self) -> str:
        """Return the very words."""
        return self.text[self.start : self.end]

    @property
    def blocks(self) -> bool:
        """Say whether approval waits for it."""
        return CHECKS[self.check].blocks

    @property
    def may_be_excused(self) -> bool:
        """Say whether a written reason lets it be."""
        return self.blocks and CHECKS[self.check].may_be_excused

    @property
    def key(self) -> str:
        """Return the digest by which an excuse names it: other words make another hit."""
        parts = (self.check, self.place, self.text, str(self.start), str(self.end), self.about)
        return blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()


def hits_in(line: Line, check: str, spans: list[tuple[int, int]], about: str = "") -> list[Hit]:
    """Return a hit for each span of a line; overlapping ones are told once, the longer."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span)):
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end))
    return [Hit(check, line.place, line.text, *span, about) for span in sorted(kept)]
