# SPDX-License-Identifier: MIT
"""A letter that the authority's page wants is asked about on the page of letters, its type chosen."""

from pathlib import Path

from storage.store import Store
from tests.builders import a_visit, an_authority
from tests.ui.shown import a_desk, gone
from ui.letters.draft_dialog import DraftDialog
from ui.letters.letters import Letters
from ui.look import Look
from ui.window import Window


def test_the_letter_wanted_is_asked_about_where_letters_are_drafted(look: Look, store: Store, tmp_path: Path) -> None:
    council = an_authority(store)
    first, other = a_visit(store, council), a_visit(store, council, dates="2018-09-04")
    window = Window(a_desk(store, look, tmp_path))
    try:
        window.show()
        window.show_visit(first.id)
        window.drafting.ask(other.id, "plan_falls_short")
        letters = window.page("letters")
        assert isinstance(letters, Letters)
        assert window.current is letters
        assert window.visit_id == other.id
        assert isinstance(letters.dialog, DraftDialog)
        assert letters.dialog.kind.currentData() == "plan_falls_short"
        letters.dialog.reject()
    finally:
        gone(window)
