# SPDX-License-Identifier: MIT
"""Every letter type, in menu order: a tuple, by hand. How each is composed is in reports/letters."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.facts import Facts
from reports.letters import improvement_conference, monitoring_visit
from reports.letters.draft import Draft
from reports.letters.wording import Slots, Wording, load
from resources.language import N_
from storage.errors import Refused


@dataclass(frozen=True, slots=True)
class LetterType:
    """One type of letter."""

    name: str
    """As in model/letter.Letter.kind and resources/letters."""
    title: str
    """A gettext key."""
    compose: Callable[[Facts, Wording], Draft]
    slots: Slots
    sections: tuple[str, ...]

    def wording(self, language: str) -> Wording:
        """Return the type's words in a language, checked. Raise BadFile when they are missing or faulty."""
        return load(self.name, language, self.slots, self.sections)

    def draft(self, facts: Facts, language: str = "en") -> Draft:
        """Return the letter that the facts support, in a language. Raise BadFile as `wording` does."""
        return self.compose(facts, self.wording(language))


LETTER_TYPES = (
    LetterType(
        "monitoring_visit",
        N_("Monitoring visit"),
        monitoring_visit.compose,
        monitoring_visit.SLOTS,
        monitoring_visit.SECTIONS,
    ),
    LetterType(
        "improvement_conference",
        N_("Improvement conference"),
        improvement_conference.compose,
        improvement_conference.SLOTS,
        improvement_conference.SECTIONS,
    ),
)


def letter_type(name: str) -> LetterType:
    """Return the letter type with the name. Raise Refused when there is none."""
    found = next((each for each in LETTER_TYPES if each.name == name), None)
    if found is None:
        known = ", ".join(each.name for each in LETTER_TYPES)
        raise Refused(N_("There is no letter type “{name}”."), N_("Choose one of: {known}."), name=name, known=known)
    return found
