# SPDX-License-Identifier: MIT
"""One area or criterion in full, to be read beside a note: its words in both languages, and what would show it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources import language
from resources.language import LANGUAGES, N_, _
from storage.model.rubric import Area, Criterion
from ui.look import Look
from ui.widgets.labels import Label


class CriterionText(QWidget):
    """Hidden while there is nothing to read."""

    def __init__(self, look: Look) -> None:
        """Show nothing yet."""
        super().__init__()
        self._place: Area | Criterion | None = None
        self.words = Label("", "strong", wrap=True)
        self.other = Label("", "small", "muted", wrap=True)
        self.shows = Label("", "small", wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(4))
        for each in (self.words, self.other, self.shows):
            rows.addWidget(each)
        self.hide()

    def show_place(self, place: Area | Criterion | None) -> None:
        """Show an area or a criterion; None hides it."""
        self._place = place
        self.setVisible(place is not None)
        if place is None:
            return
        now = language.current()
        own = place.title.get(now) or place.title.get("en", "")
        others = [place.title.get(code, "") for code in LANGUAGES if code != now]
        self.words.show_text(f"{place.code} {own}")
        self.other.show_text(" · ".join(words for words in others if words and words != own))
        self.other.setVisible(bool(self.other.text()))
        lines = descriptors_of(place)
        self.shows.show_text("\n".join((_(N_("What would show it:")), *(f"– {line}" for line in lines))))
        self.shows.setVisible(bool(lines))

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_place(self._place)
        super().changeEvent(event)


def descriptors_of(place: Area | Criterion) -> Sequence[str]:
    """Return what would show a criterion, in the language in use, else in any; an area has none of its own."""
    if isinstance(place, Area):
        return ()
    told = place.descriptors
    return told.get(language.current()) or told.get("en") or next(iter(told.values()), ())
