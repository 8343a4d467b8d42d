# SPDX-License-Identifier: MIT
"""How a finding stands, given who agreed to what: pure functions. Recording a yes: acts/findings.py."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from storage.model.agreement import Agreement
from storage.model.finding import Finding

AGREED_TO = ("statement", "polarity", "grade", "direction")
"""What an inspector agrees to; altered afterwards, it asks her again."""
BOTH = ("lead", "second")
"""A finding is agreed by each inspector, and there is one of each role at least (domain (b), "Finding")."""


@dataclass(frozen=True, slots=True)
class Yes:
    """Who agrees to a finding as it stands now."""

    agreed: tuple[str, ...] = ()
    """Inspectors who do (PersonId)."""
    asked_again: tuple[str, ...] = ()
    """Inspectors who agreed to other words, grade or direction."""
    missing: tuple[str, ...] = ()
    """Every inspector who does not agree to it as it stands, those asked again included."""
    unseated: tuple[str, ...] = ()
    """Roles of BOTH that nobody has in this visit."""

    @property
    def is_whole(self) -> bool:
        """Say whether everybody needed agrees."""
        return not self.missing and not self.unseated


def yes_to(finding: Finding, agreements: Iterable[Agreement], inspectors: Mapping[str, str]) -> Yes:
    """Return who agrees to the finding as it stands; `inspectors` is person → role of those who have a seat."""
    own = [each for each in agreements if each.finding_id == finding.id and each.present]
    agreed = {each.author for each in own if is_as_agreed(finding, each)}
    needed = sorted((who for who, role in inspectors.items() if role in BOTH), key=lambda who: (inspectors[who], who))
    return Yes(
        agreed=tuple(who for who in needed if who in agreed),
        asked_again=tuple(who for who in needed if who in {each.author for each in own} - agreed),
        missing=tuple(who for who in needed if who not in agreed),
        unseated=tuple(role for role in BOTH if role not in inspectors.values()),
    )


def is_as_agreed(finding: Finding, agreement: Agreement) -> bool:
    """Say whether the finding still stands as it was agreed to."""
    return all(getattr(finding, name) == getattr(agreement, name) for name in AGREED_TO)


def bereft_of(finding: Finding, withdrawn: Collection[str]) -> tuple[str, ...]:
    """Return the withdrawn notes it stood on, when no other is left and nobody has looked at that; else nothing.

    `withdrawn` are those of its notes that are withdrawn; a note that is not on this laptop counts as there.
    """
    gone = tuple(each for each in finding.supports if each in withdrawn)
    is_looked_at = set(gone) <= set(finding.looked_at)
    return gone if gone and len(gone) == len(finding.supports) and not is_looked_at else ()


def state_of(finding: Finding, yes: Yes, bereft: Collection[str] = ()) -> str:
    """Return the state that a finding is in: agreed when everybody agrees to it as it stands, and only then.

    A state is recorded by one inspector, who may not know what the other has just done; who agreed is known of each.
    """
    if finding.state not in ("proposed", "corroborated", "agreed"):
        return finding.state
    if yes.is_whole and not bereft:
        return "agreed"
    return "proposed" if finding.state == "agreed" else finding.state
