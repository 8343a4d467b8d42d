# SPDX-License-Identifier: MIT
"""What the search page shows where no note answers: why, and what may be tried. It asks nothing of the store."""

from dataclasses import replace

from resources.language import N_
from storage.search.query import Sought, question
from ui.look import Look
from ui.widgets.empty_state import EmptyState

_NONE = N_("No note answers")
_NO_WORD = N_("No word to look for"), N_("Signs and accents alone are not looked for: type letters or numbers.")
_NO_NOTE = N_("No notes yet"), N_("What is noted in any visit on this laptop is found here.")
_WAITING = N_("Notes that came in are still being indexed: {count} to go. What answers appears here by itself.")
_ALL_OF_IT = N_("Everything that is typed and chosen must be true of one note.")
_A_LETTER = N_("A single letter is looked for as a word by itself. Type one more to find every word that begins so.")
_EXACT = N_("Words in quotes must stand like that, in their order. Without quotes their other forms are found too.")
_EVERY_WORD = N_("Every word must be in the note. Try fewer words, or only how they begin.")
_ONE_WORD = N_("Try only how the word begins.")


def why(sought: Sought, waiting: int) -> tuple[str, str]:
    """Return (gettext keys) what is the matter, and what may be tried, where nothing was found.

    `waiting` is how many notes are not indexed yet: the advice has a place for that {count}.
    """
    if sought.text.strip() and not question(sought.text).terms:
        return _NO_WORD
    if waiting:
        return _NONE, _WAITING
    return _NO_NOTE if sought.is_empty else (_NONE, _advice(sought))


def _advice(sought: Sought) -> str:
    terms = question(sought.text).terms
    if is_narrowed(sought):
        return _ALL_OF_IT
    if any(len(term.words[-1]) == 1 for term in terms):
        return _A_LETTER
    if any(term.is_exact for term in terms):
        return _EXACT
    return _EVERY_WORD if len(terms) > 1 else _ONE_WORD


def is_narrowed(sought: Sought) -> bool:
    """Say whether a search is narrowed by more than its words."""
    return not replace(sought, text="").is_empty


class Nothing(EmptyState):
    """Stands in the place of the list."""

    def __init__(self, look: Look) -> None:
        """Say nothing yet."""
        super().__init__(look, "search", _NONE, _ONE_WORD, N_("Search without fi&lters"))

    def tell(self, sought: Sought, waiting: int) -> None:
        """Say why nothing was found; the button is offered where filters may be why."""
        title, advice = why(sought, waiting)
        self.title.say(title)
        self.sentence.say(advice, count=waiting)
        self.button.setVisible(is_narrowed(sought))

    def fit(self, is_low: bool) -> None:
        """Leave the picture out where there is little room."""
        self._icon.setVisible(not is_low)
