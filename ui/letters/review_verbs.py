# SPDX-License-Identifier: MIT
"""The verbs of review, languages, shapes and print, with their keys. What each does: review.py and shapes.py."""

from functools import partial
from typing import TYPE_CHECKING

from resources.language import N_
from ui.panel import Verb

if TYPE_CHECKING:
    from ui.letters.letters import Letters

REMARKS = 2
"""The place of the remarks among what is beside the letter."""


def review_verbs(panel: "Letters") -> tuple[Verb, ...]:
    """Return them in menu order."""
    review, shapes, shown = panel.review, panel.shapes, partial(_has_letter, panel)
    return (
        Verb(N_("Factual accuracy…"), "Ctrl+Shift+1", "letter", review.accuracy, shown, "clipboard-check"),
        Verb(
            N_("The letter in the other language…"), "Ctrl+Shift+2", "letter", review.other_language, shown, "languages"
        ),
        Verb(
            N_("Countersign the letter…"),
            "Ctrl+Shift+3",
            "letter",
            review.countersign,
            review.may_countersign,
            "signature",
        ),
        Verb(N_("Save in another shape…"), "Ctrl+Shift+4", "letter", shapes.save_shape, shown, "save"),
        Verb(N_("What a screen reader hears…"), "Ctrl+Shift+5", "letter", shapes.hear, shown, "eye"),
        Verb(N_("Print the letter…"), "Ctrl+Shift+6", "letter", shapes.print_letter, shown, "file-text"),
        Verb(N_("The letter, then and now…"), "Ctrl+\\", "letter", review.compare, shown, "history"),
        Verb(N_("Remarks on the paragraph"), "Ctrl+Shift+7", "view", partial(panel.show_side, REMARKS), shown, "quote"),
    )


def _has_letter(panel: "Letters") -> bool:
    return panel.letter is not None
