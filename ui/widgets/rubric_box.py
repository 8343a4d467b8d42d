# SPDX-License-Identifier: MIT
"""Chooses among the rubrics of a visit; hidden where there is only one. What is shown of it is others'."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal

from resources import language
from resources.language import N_, _
from storage.model.rubric import Rubric
from ui.widgets.elided_box import ElidedBox


class RubricBox(ElidedBox):
    """One of some rubrics."""

    chosen = Signal()
    """Another rubric was chosen."""

    def __init__(self) -> None:
        """Offer nothing yet."""
        super().__init__()
        self._rubrics: Sequence[Rubric] = ()
        self.setSizeAdjustPolicy(ElidedBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.currentIndexChanged.connect(self._on_index)
        self._say()

    def offer(self, rubrics: Sequence[Rubric]) -> None:
        """Offer these rubrics; where they are the same, the choice stays."""
        if list(rubrics) != list(self._rubrics):
            self._rubrics = rubrics
            self._say()

    def rubric(self) -> Rubric | None:
        """Return the rubric that is chosen, or None."""
        at = self.currentIndex()
        return self._rubrics[at] if 0 <= at < len(self._rubrics) else None

    def choose(self, name: str) -> None:
        """Choose the rubric with the name, the first where there is none."""
        self.setCurrentIndex(next((at for at, each in enumerate(self._rubrics) if each.name == name), 0))

    def changeEvent(self, event: QEvent) -> None:
        """Say the titles again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        at = max(self.currentIndex(), 0)
        self.blockSignals(True)
        self.clear()
        for rubric in self._rubrics:
            self.addItem(rubric.title.get(language.current()) or rubric.title.get("en", rubric.name))
        self.setCurrentIndex(min(at, len(self._rubrics) - 1))
        self.blockSignals(False)
        self.setVisible(len(self._rubrics) > 1)
        self.setAccessibleName(_(N_("Which framework")))

    def _on_index(self, _at: int) -> None:
        self.chosen.emit()
