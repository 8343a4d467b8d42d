# SPDX-License-Identifier: MIT
"""What is done to a finding from its sheet: words kept, fields amended, moved, agreed to, set aside, notes weighed.

The acts themselves: storage/acts/findings.py.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from resources.language import N_, _
from storage.acts import findings as acts
from storage.model.finding import Finding
from storage.queries.findings import earlier_for
from storage.queries.note_pages import notes_speaking_to
from ui.models.finding_words import earlier_words
from ui.models.note_words import title_of
from ui.models.places import Place, places_of

if TYPE_CHECKING:
    from ui.findings.findings import Findings


class Writing(QObject):
    """The pen of one panel."""

    def __init__(self, panel: "Findings") -> None:
        """Listen to the panel's sheet and pickers."""
        super().__init__(panel)
        self._panel = panel
        self._side, self._is_keeping = "supports", False
        self.typed_on: Finding | None = None
        """The finding as it was when its words were shown: what is typed is an amendment of that."""
        sheet = panel.sheet
        sheet.left.connect(self._on_left)
        sheet.looked.connect(self._on_looked)
        sheet.about.amended.connect(self._on_amended)
        sheet.about.measure.clicked.connect(self._ask_earlier)
        sheet.about.link.clicked.connect(self._ask_area)
        sheet.about.chips.taken_off.connect(self._on_area)
        sheet.agreement.moved.connect(self._on_moved)
        sheet.agreement.agreed.connect(self.agree)
        sheet.agreement.taken_back.connect(self._on_taken_back)
        sheet.agreement.put_aside.connect(self._on_aside)
        for notes in (sheet.evidence.supports, sheet.evidence.contradicts):
            notes.removed.connect(self._on_note_removed)
        for picker, slot in ((panel.areas, self._on_area), (panel.earlier, self._on_earlier)):
            picker.picked.connect(slot)
            picker.dropped.connect(slot)
        panel.notes.picked.connect(self._on_note)
        panel.notes.dropped.connect(self._on_note_removed)

    def keep(self) -> bool:
        """Keep the words on the sheet; say whether nothing is left unkept."""
        panel, sheet = self._panel, self._panel.sheet
        if panel.visit is None or self._is_keeping or not sheet.is_pending():
            return True
        self._is_keeping = True
        kept = panel.attempt(self._keep)
        self._is_keeping = False
        if kept:
            panel.pencilling.rub_out()
            panel.refresh()
        return kept

    def agree(self) -> None:
        """Say yes to the finding as it stands on the sheet."""
        self._do(acts.agree)

    def ask_for(self) -> None:
        """Open the picker for notes that support the finding."""
        self._ask_note("supports")

    def ask_against(self) -> None:
        """Open the picker for notes that contradict the finding."""
        self._ask_note("contradicts")

    def _ask_note(self, side: str) -> None:
        panel, seen = self._panel, self._panel.finding()
        if seen is None or panel.visit is None:
            return
        self._side = side
        found = notes_speaking_to(panel.desk.store, panel.visit.id, seen.areas)
        places = [Place(note.id, title_of(note), " ".join(note.text[:300].split()), note.text[:2000]) for note in found]
        about = N_("Add a note for the finding") if side == "supports" else N_("Add a note against the finding")
        panel.notes.ask(_(about), places, getattr(seen, side))

    def _keep(self) -> None:
        panel, sheet = self._panel, self._panel.sheet
        statement, impact = sheet.statement.words(), sheet.about.impact.words()
        seen = panel.finding()
        if seen is not None:
            as_shown = self.typed_on if self.typed_on is not None and self.typed_on.id == seen.id else seen
            words = {"statement": statement or as_shown.statement, "impact": impact}
            acts.amend(panel.desk.store, as_shown, **words)
        elif panel.visit is not None and statement:
            fields = sheet.about.chosen()
            panel.chosen = acts.state(panel.desk.store, panel.visit, statement, impact=impact, **fields)
        for field in (sheet.statement, sheet.about.impact):
            field.kept(panel.chosen)

    def _do(self, act: Callable[..., None], *values: Any, **fields: Any) -> None:
        """Do something to the finding as it is shown, once the words on the sheet are kept."""
        if self.keep() and (seen := self._panel.finding()) is not None:
            self._panel.attempt(lambda: act(self._panel.desk.store, seen, *values, **fields))
            self._panel.show_sheet()

    def _on_left(self) -> None:
        self.keep()

    def _on_looked(self) -> None:
        self._do(acts.look_at)

    def _on_amended(self, field: str, value: object) -> None:
        self._do(acts.amend, **{field: value})

    def _on_moved(self, state: str) -> None:
        self._do(acts.move, state)

    def _on_taken_back(self) -> None:
        self._do(acts.take_back)

    def _on_aside(self, reason: str) -> None:
        self._do(acts.set_aside, reason)
        if (seen := self._panel.finding()) is not None and seen.state == "set_aside":
            self._panel.sheet.agreement.reason.clear()

    def _ask_area(self) -> None:
        panel, seen = self._panel, self._panel.finding()
        if seen is not None:
            places = places_of(panel.rubrics)
            linked = [place.key for place in places if place.key.partition(":")[2] in seen.areas]
            panel.areas.ask(_(N_("Link the finding to an area")), places, linked)

    def _on_area(self, key: str) -> None:
        seen, code = self._panel.finding(), key.partition(":")[2] or key
        if seen is not None:
            areas = tuple(each for each in seen.areas if each != code)
            self._do(acts.amend, areas=areas if code in seen.areas else (*seen.areas, code))

    def _ask_earlier(self) -> None:
        panel, seen = self._panel, self._panel.finding()
        if seen is None or panel.visit is None:
            return
        found = earlier_for(panel.desk.store, panel.visit.authority_id, panel.visit.id)
        names = {"finding": _(N_("Finding of an earlier visit")), "recommendation": _(N_("Recommendation"))}
        places = [Place(each.id, earlier_words(each), names[type(each).entity]) for each in found]
        panel.earlier.ask(_(N_("Measure the direction against")), places, [seen.earlier])

    def _on_earlier(self, record_id: str) -> None:
        seen = self._panel.finding()
        if seen is not None:
            self._do(acts.amend, earlier="" if record_id == seen.earlier else record_id)

    def _on_note(self, note_id: str) -> None:
        seen = self._panel.finding()
        if seen is not None:
            other = "contradicts" if self._side == "supports" else "supports"
            mine, theirs = (_without(getattr(seen, each), note_id) for each in (self._side, other))
            self._do(acts.amend, **{self._side: (*mine, note_id), other: theirs})

    def _on_note_removed(self, note_id: str) -> None:
        seen = self._panel.finding()
        if seen is not None:
            sides = {name: _without(getattr(seen, name), note_id) for name in ("supports", "contradicts")}
            self._do(acts.amend, **sides)


def _without(notes: Sequence[str], note_id: str) -> tuple[str, ...]:
    return tuple(each for each in notes if each != note_id)
