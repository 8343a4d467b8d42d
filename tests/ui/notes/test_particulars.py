# SPDX-License-Identifier: MIT
"""What only notes of one kind have is asked for when the kind is chosen, kept with the note, and told everywhere."""

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from resources import language
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.store import Store
from ui.notes.details import Details
from ui.notes.lines import Wish
from ui.notes.notebook import Notebook


def _choose(details: Details, kind: str) -> None:
    details.kind.setCurrentIndex(details.kind.findData(kind))


def _asked(details: Details) -> list[QLineEdit]:
    return [each for each in details.particulars.edits if each.isVisible()]


def test_each_kind_asks_for_its_own_and_the_note_keeps_them(notebook: Notebook, store: Store, visit: Visit) -> None:
    details, page = notebook.editor.card.details, notebook.editor.card.page
    QTest.keyClicks(page, "Ten posts by March.")
    _choose(details, "data")
    assert [each.accessibleName() for each in _asked(details)] == [
        "Which indicator",
        "Which period",
        "Value, with its unit",
    ]
    _choose(details, "document")
    title, owner, *_more = _asked(details)
    QTest.keyClicks(title, "Recruitment plan")
    QTest.keyClicks(owner, " Head  of service ")
    assert notebook.editor.ink()
    (note,) = notes_of_visit(store, visit.id)
    assert note.particulars == (("title", "Recruitment plan"), ("owner", "Head of service"))
    assert notebook.reading.lines.found(Wish("recruitment"))
    notebook.new_note()
    assert all(not each.text() for each in _asked(details))
    assert notebook.show_note(note.id)
    assert [each.text() for each in _asked(details)] == ["Recruitment plan", "Head of service", "", ""]
    assert not notebook.editor._is_dirty()


def test_what_was_typed_for_one_kind_waits_while_another_is_chosen(notebook: Notebook) -> None:
    details = notebook.editor.card.details
    _choose(details, "interview")
    QTest.keyClicks(_asked(details)[1], "Workload")
    _choose(details, "document")
    assert details.fields()["particulars"] == ()
    _choose(details, "focus_group")
    assert details.fields()["particulars"] == (("topics", "Workload"),)


def test_they_are_pencilled_with_the_words_and_come_back(notebook: Notebook) -> None:
    editor = notebook.editor
    QTest.keyClicks(editor.card.page, "Ten posts.")
    _choose(editor.card.details, "data")
    fields = {**editor._fields(), "particulars": [["indicator", "Vacancies"], ["value"]]}  # as JSON has them
    editor._show_fields(fields)
    assert editor.card.details.fields()["particulars"] == (("indicator", "Vacancies"),)


def test_a_note_that_may_not_be_altered_only_tells_them(notebook: Notebook) -> None:
    details = notebook.editor.card.details
    details.lock(True)
    assert all(each.isReadOnly() for each in details.particulars.edits)
    details.lock(False)
    assert not any(each.isReadOnly() for each in details.particulars.edits)


def test_they_are_asked_for_in_the_language_in_use(notebook: Notebook) -> None:
    details = notebook.editor.card.details
    _choose(details, "document")
    language.use("cy")
    QApplication.sendEvent(details.particulars, QEvent(QEvent.Type.LanguageChange))
    assert _asked(details)[0].accessibleName() == "Teitl y ddogfen"
