# SPDX-License-Identifier: MIT
"""Every letter type, in menu order: a tuple, by hand. How each is composed is in reports/letters."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.facts import Facts
from reports.letters import (
    accuracy_reply,
    annual_review,
    correction_notice,
    escalation,
    focused_inspection,
    improvement_conference,
    monitoring_visit,
    plan_acknowledgement,
    review_outcome,
    visit_confirmation,
)
from reports.letters.draft import Draft
from reports.letters.wording import Slots, Wording, load
from reports.titles import TITLES
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
        TITLES["monitoring_visit"],
        monitoring_visit.compose,
        monitoring_visit.SLOTS,
        monitoring_visit.SECTIONS,
    ),
    LetterType(
        "improvement_conference",
        TITLES["improvement_conference"],
        improvement_conference.compose,
        improvement_conference.SLOTS,
        improvement_conference.SECTIONS,
    ),
    LetterType("escalation", TITLES["escalation"], escalation.compose, escalation.SLOTS, escalation.SECTIONS),
    LetterType(
        "annual_review",
        TITLES["annual_review"],
        annual_review.compose,
        annual_review.SLOTS,
        annual_review.SECTIONS,
    ),
    LetterType(
        "focused_inspection",
        TITLES["focused_inspection"],
        focused_inspection.compose,
        focused_inspection.SLOTS,
        focused_inspection.SECTIONS,
    ),
    LetterType(
        "visit_confirmation",
        TITLES["visit_confirmation"],
        visit_confirmation.compose,
        visit_confirmation.SLOTS,
        visit_confirmation.SECTIONS,
    ),
    LetterType(
        "plan_reflects",
        TITLES["plan_reflects"],
        plan_acknowledgement.compose_reflects,
        plan_acknowledgement.REFLECTS_SLOTS,
        plan_acknowledgement.SECTIONS,
    ),
    LetterType(
        "plan_falls_short",
        TITLES["plan_falls_short"],
        plan_acknowledgement.compose_falls_short,
        plan_acknowledgement.FALLS_SHORT_SLOTS,
        plan_acknowledgement.SECTIONS,
    ),
    LetterType(
        "review_outcome",
        TITLES["review_outcome"],
        review_outcome.compose,
        review_outcome.SLOTS,
        review_outcome.SECTIONS,
    ),
    LetterType(
        "accuracy_reply",
        TITLES["accuracy_reply"],
        accuracy_reply.compose,
        accuracy_reply.SLOTS,
        accuracy_reply.SECTIONS,
    ),
    LetterType(
        "correction_notice",
        TITLES["correction_notice"],
        correction_notice.compose,
        correction_notice.SLOTS,
        correction_notice.SECTIONS,
    ),
)


def letter_type(name: str) -> LetterType:
    """Return the letter type with the name. Raise Refused when there is none."""
    found = next((each for each in LETTER_TYPES if each.name == name), None)
    if found is None:
        known = ", ".join(each.name for each in LETTER_TYPES)
        raise Refused(N_("There is no letter type “{name}”."), N_("Choose one of: {known}."), name=name, known=known)
    return found
