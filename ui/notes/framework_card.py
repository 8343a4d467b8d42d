# SPDX-License-Identifier: MIT
"""The framework beside the notes: what has and has not been seen, gaps named; choosing an area narrows the notes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox

from resources import language
from resources.language import N_, _, ngettext
from storage.model.rubric import Rubric
from ui.look import Look
from ui.models.rubric_tree import Tally
from ui.widgets.card import Card
from ui.widgets.coverage_tree import CoverageTree
from ui.widgets.labels import Label


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
        self.box = QComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.tree = CoverageTree(look)
        self.gaps = Label("", "small", "muted", wrap=True)
        self.corner.addWidget(self.seen)
        for part in (self.box, self.tree, self.gaps):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.tree, 1)
        self._rubrics: Sequence[Rubric] = ()
        self._counts: Mapping[str, Tally] = {}
        self.box.currentIndexChanged.connect(self._on_rubric)
        self.tree.chosen.connect(self.area_chosen)
        self.tree.opened.connect(self.area_opened)
        self._say()

    def offer(self, rubrics: Sequence[Rubric]) -> None:
        """Tell which rubrics the visit uses; the first is shown."""
        if list(rubrics) == list(self._rubrics):
            return
        self._rubrics = rubrics
        self._say()

    def rubric(self) -> Rubric | None:
        """Return the rubric that is shown, or None."""
        at = self.box.currentIndex()
        return self._rubrics[at] if 0 <= at < len(self._rubrics) else None

    def show_rubric(self, name: str) -> None:
        """Show another of the visit's rubrics."""
        self.box.setCurrentIndex(next((at for at, each in enumerate(self._rubrics) if each.name == name), 0))

    def show_counts(self, counts: Mapping[str, Tally]) -> None:
        """Show how many notes stand behind each code, and name what nobody has seen yet."""
        rubric, self._counts = self.rubric(), counts
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
        """Say titles and gaps again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.show_counts(self._counts)
        super().changeEvent(event)

    def _say(self) -> None:
        at = max(self.box.currentIndex(), 0)
        self.box.blockSignals(True)
        self.box.clear()
        for rubric in self._rubrics:
            self.box.addItem(rubric.title.get(language.current()) or rubric.title.get("en", rubric.name))
        self.box.setCurrentIndex(min(at, len(self._rubrics) - 1))
        self.box.blockSignals(False)
        self.box.setVisible(len(self._rubrics) > 1)
        self.box.setAccessibleName(_(N_("Which framework")))

    def _on_rubric(self, _at: int) -> None:
        self.rubric_chosen.emit()
