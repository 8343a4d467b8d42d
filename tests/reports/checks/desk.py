# SPDX-License-Identifier: MIT
"""A monitoring letter on a real store to say things in, and what the checks find in it. No tests here."""

from dataclasses import dataclass, field
from typing import Any

from reports import acts
from reports.checks.checking import Checked, checked
from reports.facts import facts_of
from storage.acts import letters
from storage.model.letter import WholeLetter
from storage.model.record import Record
from storage.model.visit import Visit
from storage.queries.letters import whole_letter
from storage.store import Store
from tests.builders import a_finding, a_note, a_visit


@dataclass
class Desk:
    """A visit with a strength and a weakness, and its drafted letter."""

    store: Store
    visit: Visit
    letter_id: str
    records: dict[str, Any] = field(default_factory=dict)

    def whole(self) -> WholeLetter:
        """Return the letter as it stands."""
        found = whole_letter(self.store, self.letter_id)
        assert found is not None
        return found

    def say(self, text: str, *sources: Record) -> str:
        """Add a sentence to the first paragraph and return its identifier."""
        paragraph = self.whole().sections[0].paragraphs[0]
        order = f"{9000 + len(paragraph.sentences)}"
        named = [f"{type(each).entity}:{each.id}" for each in sources]
        return letters.add_sentence(self.store, paragraph.paragraph, order, text, named)

    def checked(self) -> Checked:
        """Check the letter as it stands."""
        return checked(self.store, self.letter_id)

    def found(self, place: str) -> set[tuple[str, str]]:
        """Return (check, words) of what is found in a place."""
        return {(each.check, each.fragment) for each in self.checked().hits if each.place == place}

    def codes(self) -> set[str]:
        """Return the checks that found anything."""
        return {each.check for each in self.checked().hits}


def a_desk(store: Store, *, strength: bool = True) -> Desk:
    """Return a desk on a new visit."""
    visit = a_visit(store, service="children's services", days=2)
    read = a_note(store, visit, "Six of eight files held a current plan.", source_kind="file")
    told = a_note(store, visit, "Supervision is monthly, the manager said.", source_kind="interview")
    weak = a_finding(store, visit, "Supervision is irregular.", supports=(read.id,), state="proposed")
    if strength:
        a_finding(store, visit, "Plans are current.", polarity="strength", supports=(read.id,), state="corroborated")
    made = acts.draft(store, facts_of(store, visit.id, "2018-10-12"), "monitoring_visit")
    return Desk(store, visit, made, {"read": read, "told": told, "weak": weak})
