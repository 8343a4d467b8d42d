# SPDX-License-Identifier: MIT
"""The verbs of the checks with their keys. What each does: checks.py."""

from functools import partial
from typing import TYPE_CHECKING

from resources.language import N_
from ui.panel import Verb

if TYPE_CHECKING:
    from ui.letters.letters import Letters


def check_verbs(panel: "Letters") -> tuple[Verb, ...]:
    """Return them in menu order."""
    checks, shown, may_type = panel.checks, partial(_has_letter, panel), partial(_is_open, panel)
    return (
        Verb(N_("Insert a stock phrase…"), "Ctrl+Shift+8", "letter", checks.offer_phrases, may_type, "quote"),
        Verb(N_("Check the letter…"), "Ctrl+;", "letter", checks.ask, shown, "clipboard-check"),
        Verb(N_("Names to look for…"), "Ctrl+'", "letter", checks.ask_names, partial(_has_visit, panel), "users"),
        Verb(N_("Approve the letter"), "Ctrl+/", "letter", checks.approve, may_type, "shield-check"),
        Verb(N_("Save the trace sheet…"), "Ctrl+Shift+9", "letter", checks.save_trace, shown, "list-tree"),
    )


def _has_visit(panel: "Letters") -> bool:
    return bool(panel.visit_id)


def _has_letter(panel: "Letters") -> bool:
    return panel.letter is not None


def _is_open(panel: "Letters") -> bool:
    return panel.letter is not None and not panel.letter.letter.document_id
