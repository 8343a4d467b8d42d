# SPDX-License-Identifier: MIT
"""How a finding is said: its direction, its place in a letter, what it rests on, what stands out. No widgets."""

from collections.abc import Collection, Mapping

from resources.language import N_, _, ngettext
from storage.model.finding import Finding
from storage.model.grades import GRADES
from storage.model.recommendation import Recommendation
from storage.model.triangulation import CAVEATS, LEVELS, Strength
from storage.queries.findings import Weighed

DIRECTIONS = {
    "": N_("Not said yet"),
    "improved": N_("Improved"),
    "sustained": N_("Sustained"),
    "unchanged": N_("Unchanged"),
    "deteriorated": N_("Deteriorated"),
    "first_look": N_("First look"),
    "not_looked_at": N_("Not looked at"),
}
"""Direction of travel → its name."""

PLACES = {
    "": N_("None yet"),
    "overall": N_("Overall judgement"),
    "progress": N_("Progress since the last visit"),
    "conclusion": N_("Conclusion"),
    "systemic": N_("Systemic issue"),
    "strength": N_("Strength"),
    "need": N_("Why the letter is needed"),
    "indicators": N_("The authority's own indicators"),
}
"""Place in a letter (Finding.role) → its name."""

SCALE = {"": N_("Not graded yet"), **GRADES}
"""Grade → its name, with none first."""


def rests_on(weighed: Weighed) -> str:
    """Return what a finding rests on: "5 notes · 2 kinds of source · 1 against"; withdrawn notes do not count."""
    notes = [note for note in weighed.supports if note.present]
    if not notes:
        return _("rests on no note yet") if not weighed.supports else _("rests on no note any more")
    kinds = len({note.source_kind for note in notes})
    parts = [
        ngettext("{count} note", "{count} notes", len(notes)).format(count=len(notes)),
        ngettext("{count} kind of source", "{count} kinds of source", kinds).format(count=kinds),
    ]
    against = len([note for note in weighed.contradicts if note.present])
    if against:
        parts.append(_("{count} against").format(count=against))
    return " · ".join(parts)


def strength_words(strength: Strength) -> str:
    """Return how strong evidence is, with what weakens it: "Seen and heard · contradicted"."""
    return " · ".join((_(LEVELS[strength.level][0]), *(_(CAVEATS[each][0]) for each in strength.caveats)))


def strength_rule(strength: Strength) -> str:
    """Return the rules by which it was said."""
    return " ".join((_(LEVELS[strength.level][1]), *(_(CAVEATS[each][1]) for each in strength.caveats)))


def flags(weighed: Weighed) -> tuple[str, ...]:
    """Return what stands out of a finding, the most urgent first."""
    finding = weighed.finding
    said = (
        (finding.immediate, N_("Immediate")),
        (bool(weighed.bereft), N_("Lost its last note")),
        (bool(weighed.yes.asked_again), N_("Altered since it was agreed")),
        (bool(finding.supports) and "contradicted" in weighed.strength.caveats, N_("Contradicted")),
        (finding.systemic, N_("Systemic")),
    )
    return tuple(_(name) for holds, name in said if holds)


def missing_words(weighed: Weighed, names: Mapping[str, str]) -> str:
    """Return who has still to agree: "Not agreed yet by Tomos Ellis."; empty when nobody has."""
    roles = {"lead": N_("a lead inspector"), "second": N_("a second inspector")}
    who = [names.get(each, each) for each in weighed.yes.missing] + [_(roles[each]) for each in weighed.yes.unseated]
    return _("Not agreed yet by {who}.").format(who=listed(who)) if who else ""


def listed(names: Collection[str]) -> str:
    """Return names as one text: "Rhian, Tomos and Ann"."""
    *others, last = names
    return _("{others} and {last}").format(others=", ".join(others), last=last) if others else last


def earlier_words(earlier: Finding | Recommendation) -> str:
    """Return what an earlier finding or recommendation is called."""
    if isinstance(earlier, Recommendation):
        return " ".join(part for part in (earlier.number, earlier.title or earlier.text) if part)
    return earlier.statement
