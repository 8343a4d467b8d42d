# SPDX-License-Identifier: MIT
"""The framework beside the notes: what has and has not been seen, gaps named; choosing an area narrows the notes."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal

from resources.language import N_, ngettext
from ui.look import Look
from ui.models.rubric_tree import Tally
from ui.widgets.card import Card
from ui.widgets.coverage_tree import CoverageTree
from ui.widgets.criterion_text import CriterionText
from ui.widgets.labels import Label
from ui.widgets.rubric_box import RubricBox


class FrameworkCard(Card):
    """The right of the desk."""

    area_chosen = Signal(str)
    """A code of the rubric that is shown; empty for all."""
    area_opened = Signal(str)
    rubric_chosen = Signal()
    """Another of the visit's rubrics is shown now."""

    def __init__(self, look: Look) -> None:
        """Make the card, empty."""
        super().__init__(look, N_("Framework"), N_("Filled: strength · outlined: neutral · hatched: weakness"))
        self.seen = Label("", "small", "muted")
        self.box = RubricBox()
        self.tree = CoverageTree(look)
        self.words = CriterionText(look)
        self.gaps = Label("", "small", "muted", wrap=True)
        self.corner.addWidget(self.seen)
        for part in (self.box, self.tree, self.words, self.gaps):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.tree, 1)
        self._counts: Mapping[str, Tally] = {}
        self.box.chosen.connect(self.rubric_chosen)
        self.tree.chosen.connect(self.area_chosen)
        self.tree.opened.connect(self.area_opened)
        self.tree.stood.connect(self.words.show_place)

    def show_counts(self, counts: Mapping[str, Tally]) -> None:
        """Show how many notes stand behind each code, and name what nobody has seen yet."""
        rubric, self._counts = self.box.rubric(), counts
        self.tree.show_rubric(rubric, counts)
        criteria = [each.code for area in rubric.areas for each in area.criteria] if rubric else []
        missing = [code for code in criteria if not any(counts.get(code, ()))]
        self.seen.say(N_("{seen} of {all} seen"), seen=len(criteria) - len(missing), all=len(criteria))
        self.gaps.setVisible(bool(criteria))
        if missing:
            words = ngettext("{count} not yet seen: {codes}", "{count} not yet seen: {codes}", len(missing))
            self.gaps.show_text(words.format(count=len(missing), codes=", ".join(missing)))
        else:
            self.gaps.say(N_("Every criterion has been seen."))

    def changeEvent(self, event: QEvent) -> None:
        """Say gaps again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_counts(self._counts)
        super().changeEvent(event)
