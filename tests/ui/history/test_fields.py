# SPDX-License-Identifier: MIT
"""Fields by name: words for codes and identifiers, running text first, nothing that goes without saying."""

from dataclasses import replace

from storage.acts import notes
from storage.queries.history import history
from storage.store import Store
from tests.builders import a_note, a_session, a_visit, again
from ui.history.fields import field_name, fields_shown, shown


def test_a_new_note_shows_its_words_first_and_no_bare_identifier_of_its_visit(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit, source_role="Team manager 1")
    names = fields_shown(history(store, note)[0].change)
    assert names[0] == "text"
    assert "visit_id" not in names
    assert "present" not in names


def test_a_withdrawal_shows_that_it_was_one(store: Store) -> None:
    note = a_note(store, a_visit(store))
    notes.withdraw(store, note)
    change = history(store, again(store, note))[-1].change
    assert fields_shown(change) == ["present"]
    assert shown(store, "present", False) == "withdrawn"
    assert fields_shown(replace(change, before={"present": False})) == []


def test_values_are_words(store: Store) -> None:
    session = a_session(store, a_visit(store), title="File reading")
    assert shown(store, "session_id", session.id) == "File reading"
    assert shown(store, "polarity", "weakness") == "Weakness"
    assert shown(store, "verbatim", True) == "yes"
    assert shown(store, "methods", ("case_files", "officers")) == "case_files\nofficers"
    assert shown(store, "author", "somebody unknown") == "somebody unknown"


def test_a_field_of_a_newer_version_is_called_by_its_own_name() -> None:
    assert field_name("text") == "Text"
    assert field_name("weather_then") == "weather then"
