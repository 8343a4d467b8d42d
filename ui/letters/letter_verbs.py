# SPDX-License-Identifier: MIT
"""Every verb of the letters' page with its keys. What each does: letters.py, writing.py, proof.py, preview.py."""

from functools import partial
from typing import TYPE_CHECKING

from resources.language import N_
from ui.letters.check_verbs import check_verbs
from ui.letters.review_verbs import review_verbs
from ui.panel import Verb

if TYPE_CHECKING:
    from ui.letters.letters import Letters

SOURCES, PAGES = 0, 1


def verbs_of(panel: "Letters") -> tuple[Verb, ...]:
    """Return what a person can do on the panel, in menu order."""
    return (*_whole(panel), *_pieces(panel), *_signed(panel), *check_verbs(panel), *review_verbs(panel), *_views(panel))


def _whole(panel: "Letters") -> tuple[Verb, ...]:
    return (
        Verb(N_("Draft a letter…"), "Ctrl+Shift+L", "letter", panel.draft, partial(_has_visit, panel), "file-plus"),
        Verb(
            N_("Date, address and close…"), "Ctrl+E", "letter", panel.ask_details, partial(_is_open, panel), "pen-line"
        ),
        Verb(N_("Enclosures…"), "Alt+Shift+E", "letter", panel.enclosing.ask, partial(_has_letter, panel), "paperclip"),
        Verb(
            N_("Move the letter to another state…"),
            "Ctrl+Shift+M",
            "letter",
            panel.card.state.showMenu,
            partial(_has_letter, panel),
            "flag",
        ),
    )


def _pieces(panel: "Letters") -> tuple[Verb, ...]:
    writing, here = panel.writing, partial(_has_place, panel)
    moves = (
        (N_("Move the sentence up"), "Alt+Up", -1, False),
        (N_("Move the sentence down"), "Alt+Down", 1, False),
        (N_("Move the paragraph up"), "Alt+Shift+Up", -1, True),
        (N_("Move the paragraph down"), "Alt+Shift+Down", 1, True),
    )
    return (
        Verb(N_("Reword the sentence"), "Ctrl+R", "letter", panel.text.reword, here, "pen-line"),
        Verb(N_("Add a sentence"), "Ctrl+J", "letter", writing.add_sentence, here, "plus"),
        Verb(N_("Add a paragraph"), "Ctrl+Shift+J", "letter", writing.add_paragraph, here, "plus"),
        Verb(N_("Add a note to the paragraph"), "Alt+Shift+N", "letter", writing.add_note, here, "plus"),
        Verb(N_("Withdraw the sentence"), "Ctrl+Shift+Del", "letter", writing.withdraw, here, "x"),
        *(
            Verb(name, keys, "letter", partial(writing.move, step, whole), partial(writing.can_move, step, whole))
            for name, keys, step, whole in moves
        ),
        Verb(
            N_("The sources still hold"), "Ctrl+Shift+B", "letter", writing.hold, partial(_must_check, panel), "check"
        ),
        Verb(N_("History of this sentence"), "F9", "letter", panel.ask_history, partial(_has_letter, panel), "history"),
    )


def _signed(panel: "Letters") -> tuple[Verb, ...]:
    proof, sealed = panel.proof, partial(_is_sealed, panel)
    return (
        Verb(
            N_("Sign the letter…"), "Ctrl+Shift+S", "letter", panel.ask_to_sign, partial(_is_open, panel), "signature"
        ),
        Verb(N_("Verify the letter"), "Ctrl+Shift+V", "letter", proof.verify, sealed, "shield-check"),
        Verb(N_("Save a copy of the letter…"), "Ctrl+Shift+C", "letter", proof.save_copy, sealed, "save"),
        Verb(N_("Verify a PDF file…"), "Ctrl+Shift+Y", "letter", proof.verify_file, icon="shield-check"),
    )


def _views(panel: "Letters") -> tuple[Verb, ...]:
    pages, shown = panel.pages, partial(_has_letter, panel)
    return (
        Verb(N_("Where the sentence comes from"), "Ctrl+B", "view", partial(panel.show_side, SOURCES), shown, "link"),
        Verb(N_("Pages of the letter"), "Ctrl+P", "view", partial(panel.show_side, PAGES), shown, "eye"),
        Verb(N_("Next page"), "Ctrl+PgDown", "view", pages.next_page, shown, "chevron-down"),
        Verb(N_("Previous page"), "Ctrl+PgUp", "view", pages.previous_page, shown, "chevron-up"),
        Verb(N_("Larger pages"), "Ctrl+Shift+.", "view", partial(pages.zoom, 1), shown, "plus"),
        Verb(N_("Smaller pages"), "Ctrl+Shift+,", "view", partial(pages.zoom, -1), shown, "minus"),
        Verb(N_("Pages as wide as the view"), "Ctrl+Shift+0", "view", pages.fit_width, shown, "monitor"),
    )


def _has_visit(panel: "Letters") -> bool:
    return bool(panel.visit_id)


def _has_letter(panel: "Letters") -> bool:
    return panel.letter is not None


def _is_open(panel: "Letters") -> bool:
    return panel.letter is not None and not panel.letter.letter.document_id


def _is_sealed(panel: "Letters") -> bool:
    return panel.letter is not None and bool(panel.letter.letter.document_id)


def _has_place(panel: "Letters") -> bool:
    return panel.writing.place() is not None


def _must_check(panel: "Letters") -> bool:
    place = panel.writing.place()
    return place is not None and place.sentence.check
