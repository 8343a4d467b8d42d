# SPDX-License-Identifier: MIT
"""How a finding is said: its direction, its place in a letter, what it rests on. No widgets."""

from collections.abc import Sequence

from resources.language import N_, _, ngettext
from storage.model.finding import Finding
from storage.model.note import Note

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


def rests_on(finding: Finding, notes: Sequence[Note]) -> str:
    """Return what a finding rests on: "5 notes from 2 kinds of source, 1 against"; notes are those for it."""
    if not notes:
        return _("rests on no note yet")
    kinds = len({note.source_kind for note in notes})
    parts = [
        ngettext("{count} note", "{count} notes", len(notes)).format(count=len(notes)),
        ngettext("{count} kind of source", "{count} kinds of source", kinds).format(count=kinds),
    ]
    if finding.contradicts:
        parts.append(_("{count} against").format(count=len(finding.contradicts)))
    return " · ".join(parts)
