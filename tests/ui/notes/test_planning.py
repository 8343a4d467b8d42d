# SPDX-License-Identifier: MIT
"""Sessions are dragged, changed and withdrawn at the desk."""

from storage.model.visit import Visit
from storage.queries.sessions import sessions_of_visit
from storage.store import Store
from tests.builders import again
from ui.notes.notebook import Notebook


def test_a_session_is_retimed_changed_and_withdrawn(notebook: Notebook, store: Store, visit: Visit) -> None:
    day = [each for each in sessions_of_visit(store, visit.id) if each.day == 1]
    notebook.timetable.rows.dragged.emit(0, 1)
    assert [each.title for each in sessions_of_visit(store, visit.id) if each.day == 1] == ["Interview", "File reading"]
    notebook.timetable.choose(day[0].id)
    notebook.planning.change()
    assert notebook.planning.form is not None
    notebook.planning.form.title.setText("Files, continued")
    notebook.planning.form.accept()
    assert again(store, day[0]).title == "Files, continued"
    notebook.planning.withdraw()
    assert [each.title for each in sessions_of_visit(store, visit.id) if each.day == 1] == ["Interview"]
