# SPDX-License-Identifier: MIT
"""Findings, the notes under one, claims and rated areas as rows of lists. They never query and never write."""

from resources.language import N_, _
from storage.model.grades import GRADES
from storage.model.handling import HANDLINGS, handling
from storage.model.note import Note
from storage.model.rules import STATE_NAMES
from storage.model.triangulation import LEVELS, OUTCOMES, Pair
from storage.queries.findings import Weighed
from ui.models.finding_words import flags
from ui.models.note_words import POLARITIES, title_of
from ui.widgets.row_delegate import Row

_OUTCOME_MARKS = {
    "at_odds": ("triangle-alert", "warn"),
    "mixed": ("triangle-alert", "warn"),
    "untested": ("circle-help", "muted"),
    "borne_out": ("check", "ok"),
}


def finding_row(weighed: Weighed) -> Row:
    """Return a finding as the delegate draws it: what stands out takes the place of its grade or polarity."""
    finding, stands_out = weighed.finding, flags(weighed)
    said = POLARITIES.get(finding.polarity, POLARITIES["neutral"])
    mark, icon, role = (
        _(GRADES.get(finding.grade, finding.grade)) if finding.grade else _(said.name),
        said.icon,
        said.role,
    )
    if stands_out:
        mark, icon, role = stands_out[0], "triangle-alert", "bad" if finding.immediate else "warn"
    state, level = _(STATE_NAMES.get(weighed.state, weighed.state)), _(LEVELS[weighed.strength.level][0])
    return Row(state, finding.statement, finding.areas, level, mark, icon, role)


def note_row(note: Note) -> Row:
    """Return a note behind a finding as the delegate draws it: seen or said, how to be handled, whether it is gone."""
    said = POLARITIES.get(note.polarity, POLARITIES["neutral"])
    chips = [_(N_("Seen")) if note.observed else _(N_("Said"))]
    if handling(note) in HANDLINGS:
        chips.append(_(HANDLINGS[handling(note)]))
    if not note.present:
        return Row(title_of(note), note.text, (_(N_("Withdrawn")), *chips), "", "", "", "muted")
    return Row(title_of(note), note.text, tuple(chips), "", _(said.name), said.icon, said.role)


def pair_row(pair: Pair) -> Row:
    """Return a claim with what was seen of its areas as the delegate draws it."""
    seen = [*pair.at_odds, *pair.bears_out, *pair.beside]
    beside = _(N_("Seen: {text}")).format(text=_short(seen[0].text)) if seen else _(N_("Nothing was seen of this."))
    if len(seen) > 1:
        beside += _(N_(" (and {count} more)")).format(count=len(seen) - 1)
    icon, role = _OUTCOME_MARKS[pair.outcome]
    words = f"“{_short(pair.claim.text)}”\n{beside}"
    return Row(title_of(pair.claim), words, pair.areas, "", _(OUTCOMES[pair.outcome]), icon, role)


def _short(text: str, most: int = 120) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"
